"""Read, check and find policy packs."""
