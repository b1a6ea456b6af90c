"""The parts of the page of bills: table, editors, detail pane, pasting."""
