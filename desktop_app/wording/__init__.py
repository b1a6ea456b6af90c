"""Results as sentences, in Chinese and English, for screen and paper alike. No Qt."""
