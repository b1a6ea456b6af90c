"""The doctored pack stands with the tests of the packs."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "packs"))
