"""What basic fund and maternity benefit pay of a covered bill: one file a benefit, found by bill kind."""
