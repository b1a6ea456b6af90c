"""One file a benefit, found by bill kind."""
