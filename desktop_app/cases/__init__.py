"""Cases on paper and wire: the interchange formats, read strictly and written as they stand."""
