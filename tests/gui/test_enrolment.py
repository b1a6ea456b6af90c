"""The page of enrolment, as a clerk uses it. Today is 30 June 2025."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop_app.draft import edit
from desktop_app.draft.model import Draft
from desktop_app.ui.enrolment.card import EnrolmentCard
from desktop_app.ui.theme import LIGHT
from desktop_app.ui.wizard.enrolment import EnrolmentPage
from tests.gui.clerk import Clerk

CONTROL = Qt.KeyboardModifier.ControlModifier
ADULT = {"name": "户主", "birth_date": "1990-05-14", "tier": "1"}
SPOUSE = {"name": "配偶", "birth_date": "1992-08-02", "tier": "2"}
NEWBORN = {
    "name": "新生儿",
    "birth_date": "2025-06-18",
    "enrolment_kind": "newborn_with_guardian",
    "guardian": "m1",
}


def household(*members: dict[str, object], year: int = 2025) -> Draft:
    draft = Draft(year)
    for fields in members:
        draft, member = edit.add_member(draft)
        for name, value in fields.items():
            draft = edit.set_member(draft, member, name, value)  # type: ignore[arg-type]
    return draft


def sit_down(qtbot: QtBot, folder: Path, *members: dict[str, object], year: int = 2025) -> Clerk:
    clerk = Clerk(qtbot, folder, draft=household(*members, year=year))
    clerk.window.show_page("enrolment")
    return clerk


def page_of(clerk: Clerk) -> EnrolmentPage:
    page = clerk.window.page_widget("enrolment")
    assert isinstance(page, EnrolmentPage)
    return page


def card(clerk: Clerk, member: str = "m1") -> EnrolmentCard:
    return page_of(clerk).cards[member]


def offered(clerk: Clerk, member: str = "m1") -> list[str]:
    kind = card(clerk, member).kind
    return [kind.itemText(row) for row in range(kind.count())]


def test_a_household_is_enrolled_from_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, ADULT, SPOUSE, {**NEWBORN, "guardian": ""})
    # Each row: kind, date; the second does not know the day and takes the main window with one key.
    clerk.keys("\n20250115\n\n")
    clerk.press(Qt.Key.Key_Down)
    clerk.keys("\n\n")
    assert clerk.focus() is card(clerk, "m3").guardian
    clerk.press(Qt.Key.Key_Down)
    clerk.keys("\n")
    first, second, third = clerk.draft.members
    assert (first.enrolment_kind, first.paid_on) == ("standard", "2025-01-15")
    assert (second.enrolment_kind, second.paid_on) == ("standard", "2024-12-31")
    assert third.guardian == "m1"
    assert clerk.window.page == "bills"


def test_a_payment_in_january_covers_from_the_next_month(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, {**ADULT, "assistance_categories": ("minimum_living_allowance",)})
    clerk.keys("\n20250115\n")
    assert card(clerk).coverage.text() == "待遇期：2025年2月1日至2025年12月31日（缴费后等待 17 天）"
    words = card(clerk).premium.text()
    assert words == "缴费标准 400.00 元，政府资助 360.00 元（低保对象），自己缴 40.00 元"
    assert "2025年2月1日" in card(clerk).line.accessibleName()


def test_a_payment_in_july_bears_the_public_subsidy(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, SPOUSE)
    clerk.keys("\n2025.7.1\n")
    # 1 July + 90 days: 30 left in July, 31, 29 more.
    assert card(clerk).coverage.text() == "待遇期：2025年9月29日至2025年12月31日（缴费后等待 90 天）"
    assert card(clerk).premium.text() == "缴费标准 775.00 元，另自付财政补助 700.00 元，自己缴 1,475.00 元"


def test_a_window_by_name_is_stored_as_its_last_day_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, ADULT)
    window = card(clerk).payment.window_choice
    assert window.itemText(1) == "集中参保期"
    window.setFocus()
    clerk.press(Qt.Key.Key_Down)
    assert clerk.draft.members[0].paid_on == "2024-12-31"
    assert card(clerk).payment.date.text() == "2024-12-31"
    assert card(clerk).note.text() == "集中参保期：按该时段最后一天 2024-12-31 计"
    assert window.currentText() == "集中参保期"
    clerk.press(Qt.Key.Key_Down)
    assert clerk.draft.members[0].paid_on == "2025-02-28"
    assert card(clerk).coverage.text().startswith("待遇期：2025年3月1日")
    clerk.press(Qt.Key.Key_Z, CONTROL)
    assert clerk.draft.members[0].paid_on == ""


def test_arrows_in_the_date_step_through_the_windows(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, ADULT)
    clerk.keys("\n")
    dates = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        clerk.press(key)
        dates.append(card(clerk).payment.date.text())
    assert dates == ["2024-12-31", "2025-02-28", "2025-09-30", "2025-09-30", "2025-02-28"]


def test_a_newborn_is_told_the_last_day(qtbot: QtBot, tmp_path: Path) -> None:
    # 18 June is day 0: 12 days left in June, 31, 31, 16 more.
    clerk = sit_down(qtbot, tmp_path, {**ADULT, "paid_on": "2024-11-20"}, NEWBORN)
    assert "最晚 2025年9月16日" in card(clerk, "m2").newborn.text()
    assert "还有 78 天" in card(clerk, "m2").newborn.text()
    assert card(clerk, "m2").coverage.text().startswith("待遇期：2025年6月18日至2025年12月31日")
    assert "不另缴保费" in card(clerk, "m2").premium.text()
    assert card(clerk).newborn.text() == ""


def test_a_guardian_without_coverage_is_said_with_a_way_out(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, {**ADULT, "enrolment_kind": "none"}, NEWBORN)
    words = card(clerk, "m2").coverage.text()
    assert "监护人这一年没有医保待遇" in words
    assert "可以单独参保：最晚 2025年9月16日" in words
    own = card(clerk).coverage.text()
    assert own.startswith("这一年没有参保")
    assert "延后缴费期，截止 2025年9月30日" in own


def test_a_payment_outside_the_windows_says_what_can_be_done(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, ADULT)
    clerk.keys("\n20251015\n")
    assert "缴费日期不在规定的缴费时间内" in card(clerk).coverage.text()
    assert "现在还能缴费的时段" in card(clerk).coverage.text()
    assert "自己缴 400.00 元" in card(clerk).premium.text()


def test_after_all_windows_the_next_year_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, ADULT, year=2024)
    clerk.keys("\n20241015\n")
    assert "本年度的缴费时段都已过" in card(clerk).coverage.text()


def test_kinds_of_newborns_are_offered_to_newborns_only(qtbot: QtBot, tmp_path: Path) -> None:
    last_year = {"name": "长子", "birth_date": "2024-11-20", "tier": "1"}
    clerk = sit_down(qtbot, tmp_path, ADULT, NEWBORN, last_year)
    assert offered(clerk, "m1") == ["普通参保", "没有参保"]
    assert offered(clerk, "m2") == ["普通参保", "新生儿独立参保", "新生儿随监护人参保", "没有参保"]
    assert offered(clerk, "m3") == ["普通参保", "新生儿独立参保", "没有参保"]


def test_the_birth_year_premium_is_asked_only_where_it_matters(qtbot: QtBot, tmp_path: Path) -> None:
    child = {
        "name": "长子",
        "birth_date": "2025-11-20",
        "tier": "1",
        "enrolment_kind": "newborn_independent",
        "paid_on": "2025-12-20",
    }
    clerk = sit_down(qtbot, tmp_path, child)
    asked = card(clerk).birth_year_premium
    assert not asked.isVisible()
    clerk.keys("\n")
    clerk.press(Qt.Key.Key_A, CONTROL)
    clerk.keys("20260110\n")
    assert clerk.focus() is asked
    assert "出生当年的保费还没有缴" in card(clerk).coverage.text()
    clerk.press(Qt.Key.Key_Space)
    assert clerk.draft.members[0].birth_year_premium_paid
    assert card(clerk).coverage.text().startswith("待遇期：2025年11月20日至2025年12月31日")
    clerk.keys("\n")
    assert clerk.window.page == "bills"


def test_an_older_member_is_told_that_a_newborn_s_kind_is_wrong(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(
        qtbot, tmp_path, {**ADULT, "enrolment_kind": "newborn_independent", "paid_on": "2025-01-02"}
    )
    assert "不能用新生儿的参保方式" in card(clerk).note.text()
    assert card(clerk).kind.property("problem") is True


def test_what_is_missing_is_said_only_where_the_clerk_has_been(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, ADULT, SPOUSE)
    assert card(clerk).note.text() == ""
    clerk.keys("\n\n")
    assert "请填缴费日期" in card(clerk).note.text()
    assert card(clerk).payment.date.property("problem") is True
    assert card(clerk, "m2").note.text() == ""


def test_a_date_that_cannot_be_read_stays_and_is_marked(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, ADULT)
    clerk.keys("\n1.15")
    assert card(clerk).note.text() == ""
    clerk.keys("\n")
    clerk.window.show_page("enrolment")
    assert card(clerk).payment.date.text() == "1.15"
    assert "请带上年份" in card(clerk).note.text()


def test_members_that_lack_something_lead_back_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, {"name": "户主", "tier": "1", "paid_on": "2024-11-20"})
    link = card(clerk)._basics_link
    assert link.isVisible()
    link.click()
    assert clerk.window.page == "members"
    assert clerk.focus().accessibleName().startswith("出生日期")


def test_without_members_the_page_leads_to_them(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path)
    clerk.focus().click()
    assert clerk.window.page == "members"


def test_the_derivation_is_one_step_away_with_its_rules(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, {**ADULT, "paid_on": "2025-01-15"})
    asked: list[str] = []
    page_of(clerk).rule_asked.disconnect()
    page_of(clerk).rule_asked.connect(asked.append)
    assert not card(clerk).derivation.isVisible()
    card(clerk).fold.header.click()
    assert card(clerk).derivation.isVisible()
    words = re.sub("<[^>]*>", "", card(clerk).derivation.text())
    assert "2025年1月15日缴费，从下个月 1 日起享受待遇：2025年2月1日" in words
    assert "= 400.00 元" in words
    card(clerk).derivation.linkActivated.emit("R5")
    assert asked == ["R5"]


def test_back_and_forward_lose_nothing_and_undo_leads_to_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, ADULT, SPOUSE)
    clerk.keys("\n20250115\n\n20241120")
    entered = clerk.draft
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.window.go_back()
    assert clerk.window.page == "enrolment"
    assert card(clerk, "m2").payment.date.text() == "2024-11-20"
    clerk.window.show_page("members")
    clerk.press(Qt.Key.Key_Z, CONTROL)
    assert clerk.window.page == "enrolment"
    assert clerk.focus() is card(clerk, "m2").payment.date
    assert clerk.draft.members[1].paid_on == ""
    assert card(clerk, "m2").payment.date.text() == ""
    clerk.press(Qt.Key.Key_Z, CONTROL)
    assert clerk.draft.members[0].paid_on == ""
    clerk.press(Qt.Key.Key_Y, CONTROL)
    clerk.press(Qt.Key.Key_Y, CONTROL)
    assert clerk.draft == entered


def test_the_time_line_is_drawn_where_the_days_are(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = sit_down(qtbot, tmp_path, {**ADULT, "paid_on": "2025-01-15"})
    line = card(clerk).line
    image = line.grab().toImage()
    # September 2024 to December 2025 are 487 days; 4 pixels are left free at each end.
    first, days = date(2024, 9, 1), 487

    def colour_on(day: date) -> QColor:
        place = 4 + (line.width() - 8) * ((day - first).days + 0.5) / days
        return pixel(image, place / line.width())

    covered = QColor(LIGHT.accent)
    assert colour_on(date(2025, 2, 1)) == covered
    assert colour_on(date(2025, 12, 31)) == covered
    assert colour_on(date(2025, 1, 31)) != covered
    assert colour_on(date(2025, 1, 10)) == colour_on(date(2024, 11, 10))
    assert colour_on(date(2025, 1, 10)) != covered
    hatched = {colour_on(date(2025, 1, day)).rgb() for day in range(17, 31)}
    assert covered.rgb() not in hatched
    assert len(hatched) > 1


def pixel(image: QImage, share: float) -> QColor:
    """The colour low in the bar, below its label, at a share of the width."""
    return image.pixelColor(int(image.width() * share), int(image.height() * 38 / 62))


@pytest.mark.parametrize("size", [(1366, 700), (1280, 650)])
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_nothing_is_cut_off_at_the_side(
    qtbot: QtBot, tmp_path: Path, lang: str, size: tuple[int, int]
) -> None:
    members = ({**ADULT, "paid_on": "2024-12-31"}, NEWBORN, {**SPOUSE, "enrolment_kind": "none"})
    clerk = Clerk(qtbot, tmp_path, lang, household(*members))  # type: ignore[arg-type]
    clerk.window.resize(*size)
    clerk.window.show_page("enrolment")
    area = page_of(clerk)._area
    qtbot.waitUntil(lambda: not area.horizontalScrollBar().isVisible())
    for each in page_of(clerk).cards.values():
        for field in (each.kind, each.payment.date, each.payment.window_choice, each.fold.header):
            assert field.width() >= field.minimumSizeHint().width()
