"""Read and write cases and results in the interchange formats."""
