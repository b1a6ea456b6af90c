"""Every way a pack can be wrong: the key and the code that are reported, and nothing else."""

import re

import pytest
from pack_faults import FAULTS, Fault
from pack_files import in_table, pack_text, problems_of, without_table

from desktop_app.engine.policy import Policy
from desktop_app.packs.read import read_pack


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.table}{fault.key}: {fault.new}")
def test_a_fault_is_reported_at_its_key(fault: Fault):
    found = problems_of(in_table(fault.table, fault.old, fault.new))
    assert (fault.table + fault.key, fault.code) in found
    # A misspelt key is unknown and leaves its right name missing; nothing else follows from a fault.
    assert {code for _, code in found} <= {fault.code, "unknown_field", "missing"}


def test_a_table_left_out_is_missing():
    assert problems_of(without_table("tcm.points")) == {("tcm.points", "missing")}
    assert problems_of(without_table("provisions.tcm_parts")) == {("provisions.tcm_parts", "missing")}


def test_no_line_of_a_pack_can_be_left_out():
    lines = pack_text().splitlines()
    end = lines.index("[provisions.minor_on_service_date]")  # the provisions are all read alike
    values = [number for number, line in enumerate(lines[:end]) if re.match(r"\w+ = (?!\[$)", line)]
    assert len(values) > 150
    for number in values:
        assert problems_of("\n".join(lines[:number] + lines[number + 1 :])), lines[number]


def test_a_sound_fault_brings_no_other_with_it():
    assert problems_of(in_table("tcm.points", "figure = 10", "figure = 101")) == {
        ("tcm.points.figure", "rate")
    }
    late = in_table("enrolment.window.late", "last = 2024-09-30", 'last = "soon"')
    assert problems_of(late) == {("enrolment.window.late.last", "type")}
    assert problems_of(in_table("", "year = 2024", "year = 24")) == {("year", "range")}


def test_the_bounds_themselves_are_allowed():
    text = in_table("tcm.points", "figure = 10", "figure = 100.00")
    text = in_table("minor.points", "figure = 5", "figure = 0.01", text)
    policy = read_pack(text.encode(), "some.toml")
    assert isinstance(policy, Policy)
    assert (policy.tcm.points.figure, policy.minor.points.figure) == (10_000, 1)


def test_all_faults_are_reported_at_once():
    text = in_table("tcm.points", "figure = 10", "figure = 101")
    text = in_table("chronic.limit", 'source = "S0"', 'source = "S7"', text)
    text = in_table("enrolment.window.late", "first = 2024-03-01", "first = 2024-02-01", text)
    text = in_table("provisions.settlement_year", '"interpreted"', '"guessed"', text)
    text = in_table("", 'id = "chongqing-resident-2024"', 'id = "chongqing-2024"', text)
    assert problems_of(text) == {
        ("tcm.points.figure", "rate"),
        ("chronic.limit.source", "unlisted_source"),
        ("enrolment.window.late.first", "overlap"),
        ("provisions.settlement_year.standing", "enum"),
        ("id", "id"),
    }


def test_windows_stand_in_order_of_time():
    text = pack_text()
    first = "first = 2023-10-11\nlast = 2023-12-31"
    second = "first = 2024-01-01\nlast = 2024-02-29"
    swapped = text.replace(first, "FIRST").replace(second, first).replace("FIRST", second)
    assert problems_of(swapped) == {("enrolment.window.new_year.first", "order")}


def test_surcharges_do_not_overlap():
    head, _, rest = pack_text().partition("[premium.surcharge.july_to_september]\n")
    body = rest.partition("\n\n")[0]
    again = body.replace("2024-07-01", "2024-09-30")
    text = f"{head}[premium.surcharge.again]\n{again}\n[premium.surcharge.july_to_september]\n{rest}"
    assert problems_of(text) == {("premium.surcharge.july_to_september.first", "overlap")}


def test_a_surcharge_may_span_windows_that_touch():
    text = in_table("premium.surcharge.july_to_september", "first = 2024-07-01", "first = 2024-02-20")
    assert isinstance(read_pack(text.encode(), "some.toml"), Policy)
    gap = in_table("enrolment.window.late", "first = 2024-03-01", "first = 2024-03-02", text)
    assert problems_of(gap) == {("premium.surcharge.july_to_september.first", "outside_windows")}


def test_the_calendar_may_end_with_a_window():
    text = pack_text().replace("2024-02-29", "2024-02-28").replace("2024-", "9999-").replace("2023-", "9998-")
    text = text.replace("9999-09-30", "9999-12-31").replace("year = 2024", "year = 9999")
    assert ("premium.surcharge.july_to_september.first", "outside_windows") not in problems_of(text)


def test_a_pack_without_windows_or_without_whole_sections():
    head, _, rest = pack_text().partition("# R5：缴费期与待遇开始日\n")
    text = head + "[enrolment.window]\n\n# ── 缴费" + rest.partition("# ── 缴费")[2]
    assert problems_of(text) >= {("enrolment.window", "missing")}
    found = problems_of('id = "a"\npremium = 3\nsources = []\nprovisions = "all"\n')
    assert {("premium", "type"), ("sources", "type"), ("provisions", "type"), ("year", "missing")} <= found
    assert ("premium.base", "missing") not in found
    assert problems_of("") >= {("year", "missing"), ("provisions", "missing")}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pack_text().encode()[:4000] + b'x = "', id="cut off"),
        pytest.param(pack_text().replace("2024-09-30", "2024-02-30").encode(), id="no such day"),
        pytest.param(b"\xff\xfe\x00", id="not UTF-8"),
        pytest.param(pack_text().encode() + b"\n[tcm.points]\nfigure = 3\n", id="table twice"),
        pytest.param(b'id = "a"\nid = "b"\n', id="key twice"),
        pytest.param(b"a = " + b"[" * 100_000, id="nested beyond reason"),
        pytest.param(b"a = " + b"9" * 10_000, id="number beyond reason"),
        pytest.param(b"a = [{b = 0x" + b"f" * 10_000 + b"}]", id="hexadecimal number beyond reason"),
        pytest.param(b"a = 1e99999999999999999999", id="exponent beyond reason"),
    ],
)
def test_what_is_no_toml_is_one_problem(data: bytes):
    assert problems_of(data) == {("", "syntax")}


def test_a_byte_order_mark_is_tolerated():
    assert isinstance(read_pack(b"\xef\xbb\xbf" + pack_text().encode(), "some.toml"), Policy)
