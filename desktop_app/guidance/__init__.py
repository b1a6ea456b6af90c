"""What a household should know and do next: items of the guidance whose facts hold for it. No clock."""
