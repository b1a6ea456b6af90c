"""The guide: next steps, topics, policy tables, rules, help."""
