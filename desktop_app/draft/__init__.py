"""The one document that the wizard edits, and all that is decided about it without Qt."""
