"""The words of the pages in six languages: assets/web/, one section for each part of pcm.web."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from models.catalogue import Languages
from models.content import Content, load_content

HERE = Path(__file__).resolve().parents[2] / "assets" / "web"


class PageWords(Content):
    """One file. Keys are the same in every language."""

    door: dict[str, str]  # who gets in
    display: dict[str, str]  # the head unit
    portal: dict[str, str]  # My Porsche


class Teller:
    """Says the words of one section; a key that it lacks is a fault of the program."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words

    def tell(self, key: str, **values: str | int) -> str:
        words = self._words[key]
        return words.format_map(values) if values else words


@cache
def load_words(language: Languages) -> PageWords:
    return load_content(HERE / f"{language}.yaml", PageWords)


def choose_language(query: Mapping[str, str], own: Languages) -> Languages:
    """The one that the address asks for, else the head unit's own."""
    wanted = query.get("language", "")
    return next((language for language in get_args(Languages) if language == wanted), own)


def accepted_language(header: str) -> Languages:
    """The first of Accept-Language that there is, else English."""
    wanted = (part.partition(";")[0].strip()[:2].casefold() for part in header.split(","))
    known = get_args(Languages)
    return next((language for code in wanted for language in known if language == code), "en")
