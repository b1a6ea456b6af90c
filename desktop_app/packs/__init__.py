"""Read, check and find policy packs: one TOML file a region and year (R2)."""
