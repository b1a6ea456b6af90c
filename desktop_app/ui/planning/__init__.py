"""The planning questions behind the result: a view each, the same words on screen and on paper."""
