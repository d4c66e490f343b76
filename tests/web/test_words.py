"""The words of the pages: six languages with the same keys and the same places for values."""

import re

import pytest

from models.catalogue import LANGUAGES, Languages
from pcm.web.words import choose_language, load_words

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


def test_the_language_is_that_of_the_address_else_the_head_units_own() -> None:
    assert choose_language({"language": "de"}, "it") == "de"
    assert choose_language({"language": "tlh"}, "it") == "it"
    assert choose_language({}, "pt") == "pt"


def _sections() -> list[str]:
    return list(type(load_words("en")).model_fields)
