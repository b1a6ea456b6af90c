"""Whether the policy packs and the guidance can be read that this computer works with."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.guidance.read import GuidanceError, read_guidance
from desktop_app.packs.find import BadPack, find_packs
from desktop_app.ui.self_test.finding import Finding, bad, good


def check_packs(folders: Sequence[Path], guidance: Path) -> Finding:
    """Load every pack that would serve a case, and the guidance."""
    try:
        catalogue = find_packs(folders)
    except OSError as error:
        return bad("folder", path=error.filename, reason=error.strerror)
    served = sorted({(pack.region, pack.year) for pack in catalogue.found})
    if not served:
        return bad("none", path=folders[-1])
    for region, year in served:
        try:
            catalogue.load(region, year)
        except BadPack as error:
            lines = error.problems.lines()
            return bad("broken", year=year, count=len(lines), first=lines[0])
    try:
        read_guidance(guidance.read_bytes(), guidance.name)
    except (OSError, GuidanceError) as error:
        return bad("guidance", path=guidance, reason=error)
    return good(years=", ".join(str(year) for _, year in served))
