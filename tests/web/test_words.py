"""The words of the pages: six languages with the same keys and the same places for values."""

import re
from pathlib import Path

import pytest

from models.catalogue import LANGUAGES, Languages
from pcm.web import faults
from pcm.web.words import choose_language, load_words

WEB = Path("pcm/web")
SIGNS = {"erase", "less", "more", "next", "hint", "repeat", "again", "stop"}
"""Keys that travel to the page with a button."""
SAID, REFUSED = re.compile(r"words(?:\.|\[')(\w+)"), re.compile(r'RefusedError\([^"]*"(\w+)"')
PLACE = re.compile(r"{\w+}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words(language: Languages) -> None:
    sections = {name: getattr(load_words(language), name) for name in _sections()}
    english = {name: getattr(load_words("en"), name) for name in _sections()}
    assert sum(len(words) for words in english.values()) >= 20
    for name, words in english.items():
        assert sections[name].keys() == words.keys()
        for key, text in words.items():
            assert sections[name][key].strip(), f"{language}: {name}.{key} is empty"
            assert sorted(PLACE.findall(sections[name][key])) == sorted(PLACE.findall(text)), key


def test_every_word_of_entrance_and_display_is_said() -> None:
    """Those of My Porsche are looked for beside its pages."""
    words = load_words("en")
    assert sorted(words.door.keys() - said("*.py", "templates/*.html") - reasons()) == []
    display = said("templates/display.html", "static/display/*.js") | SIGNS
    assert sorted(words.display.keys() - display) == []


def said(*patterns: str) -> set[str]:
    """The keys that these files say."""
    files = [path for pattern in patterns for path in WEB.glob(pattern)]
    return {key for path in files for key in SAID.findall(path.read_text())}


def reasons() -> set[str]:
    return set(REFUSED.findall((WEB / "guard.py").read_text())) | set(faults.WHY.values())


def test_the_language_is_that_of_the_address_else_the_head_units_own() -> None:
    assert choose_language({"language": "de"}, "it") == "de"
    assert choose_language({"language": "tlh"}, "it") == "it"
    assert choose_language({}, "pt") == "pt"


def _sections() -> list[str]:
    return list(type(load_words("en")).model_fields)
