"""The guidance that ships with the program, read once."""

from functools import cache

from desktop_app.guidance.items import Guidance
from desktop_app.guidance.read import read_guidance
from desktop_app.resources import data_path


@cache
def shipped_guidance() -> Guidance:
    """Read ``policy_packs/guidance.toml``. Raises ``GuidanceError`` where it is broken."""
    path = data_path("policy_packs", "guidance.toml")
    return read_guidance(path.read_bytes(), path.name)
