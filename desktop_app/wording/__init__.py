"""Results in sentences, zh_CN and en, for screen and paper alike. No Qt."""
