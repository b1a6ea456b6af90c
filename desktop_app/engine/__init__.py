"""What the insurance pays: pure functions over frozen values. No Qt, no files, no clock, no locale."""
