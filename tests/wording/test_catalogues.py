"""Nothing is missing from the catalogues, in either language, whoever added it."""

import ast
import re
from collections.abc import Iterator

import pytest

from desktop_app.wording.messages import Messages, _flatten
from tests.wording.catalogues import LANGS, ROOT, catalogue, fields

CHINESE = re.compile("[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
LETTERS = re.compile("[A-Za-z]")
KEY = re.compile(r"[a-z_]+(\.\w+)+")
SAYING = {"text", "_text", "say", "_say"}
SAME_IN_BOTH = {"PDF", "English", "CSV", "JSON"}
TYPED = "bills.letters."  # what the clerk types to choose a kind; never shown


def said() -> Iterator[tuple[str, str, ast.Call]]:
    """The calls in the code that say a message named on the spot: place, key, call."""
    for path in sorted((ROOT / "desktop_app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in SAYING and isinstance(node.args[0].value, str):
                    yield f"{path.name}:{node.lineno}", node.args[0].value, node


def test_both_languages_have_the_same_keys():
    assert catalogue("zh_CN").keys() == catalogue("en").keys()


def test_both_languages_fill_in_the_same_fields():
    english = catalogue("en")
    differing = {key for key, text in catalogue("zh_CN").items() if fields(text) != fields(english[key])}
    assert not differing


@pytest.mark.parametrize("lang", LANGS)
def test_every_message_says_something(lang):
    silent = {
        key
        for key, text in catalogue(lang).items()
        if not text.strip() or text in (key, key.split(".", 1)[1])
    }
    assert not silent - {key for key in silent if catalogue(lang)[key] in SAME_IN_BOTH}


def test_english_has_no_chinese():
    assert not {key: text for key, text in catalogue("en").items() if CHINESE.search(text)}


def test_chinese_is_chinese():
    foreign = {
        key: text
        for key, text in catalogue("zh_CN").items()
        if LETTERS.search(re.sub(r"\{[^}]*\}|<[^>]*>", "", text))
        and not CHINESE.search(text)
        and text not in SAME_IN_BOTH
        and not key.startswith(TYPED)
    }
    assert not foreign


@pytest.mark.parametrize("lang", LANGS)
def test_the_program_reads_every_message_as_it_stands(lang):
    messages = Messages(lang)
    assert {key: messages.template(key) for key in catalogue(lang)} == catalogue(lang)


def test_every_key_named_in_the_code_exists():
    known = catalogue("zh_CN").keys()
    assert not [place for place, key, _ in said() if KEY.fullmatch(key) and key not in known]


def test_the_code_fills_in_every_field_of_a_message_it_names():
    messages = catalogue("zh_CN")
    unfilled = [
        (place, key)
        for place, key, call in said()
        if key in messages
        and all(keyword.arg for keyword in call.keywords)
        and not fields(messages[key]) <= {keyword.arg for keyword in call.keywords}
    ]
    assert not unfilled


@pytest.mark.parametrize("key", ["steps.nothing", "nowhere.nothing", "steps", ""])
def test_an_unknown_key_is_named(key):
    with pytest.raises(KeyError, match=re.escape(repr(key))):
        Messages("en").text(key)


def test_a_field_left_out_is_an_error():
    with pytest.raises(KeyError, match="amount"):
        Messages("en").text("formats.money")


def test_an_entry_that_is_no_text_is_refused():
    with pytest.raises(TypeError, match=r"cause\.deductible"):
        dict(_flatten({"cause": {"deductible": 5}}, ""))
