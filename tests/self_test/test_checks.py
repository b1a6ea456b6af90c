"""Each check of the self-test finds what it looks for, and says it in words."""

import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from fontTools import subset
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QWidget

from desktop_app.folders import Folders
from desktop_app.packs.find import shipped_folder
from desktop_app.resources import data_path
from desktop_app.ui.self_test.charts import check_charts
from desktop_app.ui.self_test.data_folder import check_data_folder
from desktop_app.ui.self_test.finding import Check, Finding, perform, sum_up
from desktop_app.ui.self_test.font import check_font
from desktop_app.ui.self_test.packs import check_packs
from desktop_app.ui.self_test.painting import check_painting
from desktop_app.ui.self_test.paper import check_paper
from desktop_app.ui.self_test.worked_cases import check_worked_cases
from desktop_app.ui.theme import FONT_FAMILY, apply_theme
from desktop_app.wording.messages import Messages
from desktop_app.wording.sentences import Wording

CASES = data_path("tests", "cases")
GUIDANCE = data_path("policy_packs", "guidance.toml")
FONT = data_path("resources", "fonts", "NotoSansSC-Regular.otf")
CHARACTERS = data_path("resources", "fonts", "characters.txt")
SAMPLE = data_path("resources", "samples", "sample-household.yys")
WORDING = Wording("zh_CN")


def said(check: str, finding: Finding) -> str:
    return perform(Check(check, lambda: finding), WORDING.messages).text


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_folder(), tmp_path / "packs"))


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES, tmp_path / "cases"))


def test_the_shipped_packs_are_readable() -> None:
    finding = check_packs([shipped_folder()], GUIDANCE)
    assert finding.good
    assert "2024, 2025, 2026" in said("packs", finding)


def test_a_broken_pack_is_named_with_its_first_error(packs: Path) -> None:
    path = packs / "chongqing-resident-2025.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("rule =", "rulle =", 1), encoding="utf-8")
    finding = check_packs([packs], GUIDANCE)
    assert not finding.good
    assert "2025 年的政策包有" in said("packs", finding)
    assert str(path) in said("packs", finding)


def test_a_doubled_pack_is_found(packs: Path) -> None:
    shutil.copy(packs / "chongqing-resident-2024.toml", packs / "chongqing-resident-2024-copy.toml")
    assert "chongqing-resident-2024-copy.toml" in said("packs", check_packs([packs], GUIDANCE))


def test_no_packs_at_all(tmp_path: Path) -> None:
    assert "一个也没有找到" in said("packs", check_packs([tmp_path], GUIDANCE))


def test_a_folder_of_packs_that_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "packs"
    path.touch()
    assert f"文件夹打不开：{path}" in said("packs", check_packs([path], GUIDANCE))


def test_broken_guidance(tmp_path: Path) -> None:
    path = tmp_path / "guidance.toml"
    assert f"办事提示读不了：{path}" in said("packs", check_packs([shipped_folder()], path))
    path.write_text("[[items]]\nid = 1\n", encoding="utf-8")
    assert f"办事提示读不了：{path}" in said("packs", check_packs([shipped_folder()], path))


def test_the_worked_cases_come_out() -> None:
    finding = check_worked_cases(CASES, shipped_folder(), WORDING)
    assert finding.good
    assert "17 户" in said("worked_cases", finding)


def test_a_fen_too_many_is_found(cases: Path) -> None:
    path = cases / "01-adult-tier1-level3.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["expected"]["totals"]["basic_fund"] == "9600.00"
    document["expected"]["totals"]["basic_fund"] = "9600.01"
    path.write_text(json.dumps(document), encoding="utf-8")
    words = said("worked_cases", check_worked_cases(cases, shipped_folder(), WORDING))
    assert "算例 01-adult-tier1-level3 不对：totals.basic_fund 应为 9600.01，算出来是 9600.00" in words


@pytest.mark.parametrize("change", ["missing", "notice", "bill"])
def test_what_else_may_differ_is_found(cases: Path, change: str) -> None:
    path = cases / "01-adult-tier1-level3.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    expected = document["expected"]
    if change == "missing":
        expected["bills"][0]["no_such_amount"] = "0.00"
    elif change == "notice":
        expected["bills"][0]["notices"] = ["stay_crosses_year"]
    else:
        expected["bills"].append(expected["bills"][0])
    path.write_text(json.dumps(document), encoding="utf-8")
    assert not check_worked_cases(cases, shipped_folder(), WORDING).good


def test_a_changed_pack_is_found_by_the_worked_cases(packs: Path) -> None:
    path = packs / "chongqing-resident-2024.toml"
    text = path.read_text(encoding="utf-8")
    assert "380.00" in text or "380" in text
    path.write_text(text.replace("380", "381"), encoding="utf-8")
    assert not check_worked_cases(CASES, packs, WORDING).good


def test_no_worked_cases(tmp_path: Path) -> None:
    assert "没有找到算例" in said("worked_cases", check_worked_cases(tmp_path, shipped_folder(), WORDING))


def test_the_data_folder_is_left_as_it_was(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "not" / "yet" / "there")
    finding = check_data_folder(folders)
    assert finding.good
    assert str(folders.root) in said("data_folder", finding)
    assert list(tmp_path.iterdir()) == []
    folders.drafts.mkdir(parents=True)
    assert check_data_folder(folders).good
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_data_folder_that_cannot_be_written(tmp_path: Path) -> None:
    root = tmp_path / "data"
    root.write_text("a file in the folder's place", encoding="utf-8")
    assert f"数据文件夹写不进去：{root}" in said("data_folder", check_data_folder(Folders(root)))


def test_a_folder_of_drafts_that_cannot_be_written(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    folders.drafts.touch()
    assert f"写不进去：{folders.drafts}" in said("data_folder", check_data_folder(folders))


def test_the_window_says_where_portable_data_lies(tmp_path: Path) -> None:
    assert "存在程序旁边" in said("data_folder", check_data_folder(Folders(tmp_path, "portable")))
    fallen_back = said("data_folder", check_data_folder(Folders(tmp_path, "portable_read_only")))
    assert "改存在这台电脑上" in fallen_back


def font_of(tmp_path: Path, characters: str) -> QFont:
    """A font that has these characters and no others; nothing stands in for what it lacks."""
    path = tmp_path / "few.ttf"
    options = subset.Options(notdef_outline=True, name_IDs=["*"])
    font = subset.load_font(BytesIO(FONT.read_bytes()), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4, 6, 16):
            record.string = "Few" if record.nameID != 6 else "Few-Regular"
    if "CFF " in font:
        font["CFF "].cff.fontNames = ["Few-Regular"]
    subset.save_font(font, str(path), options)
    assert QFontDatabase.addApplicationFont(str(path)) >= 0
    few = QFont("Few")
    few.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return few


def test_the_font_of_the_program_has_the_sample(qapp) -> None:
    apply_theme(qapp)
    finding = check_font(FONT, QFont(FONT_FAMILY), CHARACTERS.read_text(encoding="utf-8").strip())
    assert finding.good
    assert "喆" in said("font", finding)


def test_a_font_without_chinese(qapp, tmp_path: Path) -> None:
    assert "没有中文字体" in said("font", check_font(FONT, font_of(tmp_path, "ABC abc"), "渝医"))


def test_a_font_that_lacks_one_name(qapp, tmp_path: Path) -> None:
    few = font_of(tmp_path, "渝医保 ")
    assert "这些字显示不出来：喆" in said("font", check_font(FONT, few, "渝医喆保"))


def test_a_font_file_that_is_none(qapp, tmp_path: Path) -> None:
    path = tmp_path / "font.otf"
    path.write_bytes(FONT.read_bytes()[:1000])
    assert "字体打不开" in said("font", check_font(path, QFont(FONT_FAMILY), "渝"))


def test_a_window_that_paints_nothing(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert "一片空白" in said("window", check_painting(window))


def test_a_window_that_never_paints(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.ui.self_test.painting.PATIENCE_MS", 50)
    window = QWidget()
    qtbot.addWidget(window)
    assert "没有画出来" in said("window", check_painting(window))


def test_the_sample_prints(qapp) -> None:
    finding = check_paper(SAMPLE, WORDING)
    assert finding.good
    assert "已排成 PDF" in said("paper", finding)


def test_the_charts_of_the_sample(qapp) -> None:
    finding = check_charts(SAMPLE, WORDING)
    assert finding.good
    assert "共 2 幅" in said("charts", finding)


def test_a_sample_that_cannot_be_read(qapp, tmp_path: Path) -> None:
    path = tmp_path / "sample.yys"
    path.write_text("{}", encoding="utf-8")
    assert "示例打不开" in said("charts", check_charts(path, WORDING))
    assert "示例打不开" in said("paper", check_paper(path, WORDING))


def test_no_place_for_the_pdf(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    assert "PDF 写不出来" in said("paper", check_paper(SAMPLE, WORDING))


def test_a_check_that_breaks_is_a_finding(tmp_path: Path) -> None:
    line = perform(Check("paper", lambda: check_paper(tmp_path / "none.yys", WORDING)), WORDING.messages)
    assert not line.good
    assert line.text.startswith("[不通过] 打印：检查时出了意外")


def test_the_end_counts_what_is_wrong() -> None:
    messages = Messages("zh_CN")
    lines = [
        perform(Check("window", lambda code=code: Finding(code, {}, good=code == "offscreen")), messages)
        for code in ("offscreen", "blank", "blank")
    ]
    assert sum_up(lines, messages).startswith("有 2 项不通过")
    assert sum_up(lines[:1], messages) == "全部通过。"
