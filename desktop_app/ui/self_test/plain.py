"""The checks that need no window, so that they say something even where Qt cannot start."""

from pathlib import Path

from desktop_app.folders import user_folders
from desktop_app.packs.find import pack_folders, shipped_folder
from desktop_app.resources import data_path
from desktop_app.ui.self_test.data_folder import check_data_folder
from desktop_app.ui.self_test.finding import Check
from desktop_app.ui.self_test.packs import check_packs
from desktop_app.ui.self_test.worked_cases import check_worked_cases
from desktop_app.wording.sentences import Wording


def plain_checks(packs: Path | None, wording: Wording) -> list[Check]:
    """List them; ``packs`` is a folder of packs that comes first."""
    folders = user_folders()
    first = [] if packs is None else [packs]
    cases = data_path("tests", "cases")
    return [
        Check(
            "packs",
            lambda: check_packs([*first, *pack_folders(folders)], data_path("policy_packs", "guidance.toml")),
        ),
        Check("worked_cases", lambda: check_worked_cases(cases, shipped_folder(), wording)),
        Check("data_folder", lambda: check_data_folder(folders)),
    ]
