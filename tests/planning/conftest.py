"""The households to settle stand with the tests of the engine, the doctored pack with those of the packs."""

import sys
from pathlib import Path

sys.path += [str(Path(__file__).resolve().parents[1] / folder) for folder in ("engine", "packs")]
