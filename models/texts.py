"""The head unit's own words (reasons, dialogs, status, panel), from assets/texts/<language>.yaml.

Keys are the same in all languages; `check` proves it. A key that a language lacks falls back to
English, then to the key.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from models.content import Content, load_content

TEXTS_DIR = Path(__file__).resolve().parent.parent / "assets" / "texts"


class TextsFile(Content):
    """assets/texts/<language>.yaml: key -> words with {placeholders}."""

    texts: dict[str, str]


class Texts:
    """The words of one language."""

    def __init__(self, language: str, words: Mapping[str, str], spare: Mapping[str, str]) -> None:
        self.language, self._words, self._spare = language, words, spare

    def say(self, key: str, **values: str | int) -> str:
        """The words of a key with its values filled in."""
        words = self._words.get(key) or self._spare.get(key) or key
        return words.format_map(values) if values else words

    def has(self, key: str) -> bool:
        return key in self._words or key in self._spare


@cache
def load_texts(language: str) -> Texts:
    """The texts of a language; raises ContentError when its file is broken."""
    words = load_content(TEXTS_DIR / f"{language}.yaml", TextsFile).texts
    spare = words if language == "en" else load_content(TEXTS_DIR / "en.yaml", TextsFile).texts
    return Texts(language, words, spare)
