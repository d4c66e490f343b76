"""What the face brings itself, as data: spoken names of signs, and the on-screen keyboards
(assets/face).
"""

from functools import cache
from pathlib import Path

from models.content import Content, load_content

HERE = Path(__file__).resolve().parents[2] / "assets" / "face"


class Words(Content):
    """words.yaml: key -> language -> word."""

    words: dict[str, dict[str, str]]


class Keyboards(Content):
    """keyboards.yaml: rows of characters by name, and the name for each language."""

    digits: str
    letters: dict[str, tuple[str, ...]]
    symbols: tuple[str, ...]
    always: tuple[str, ...]
    languages: dict[str, str]

    def rows_for(self, language: str, symbols: bool) -> tuple[str, ...]:
        """The three character rows below the digits."""
        return self.symbols if symbols else self.letters[self.languages[language]]

    def signs(self, language: str) -> str:
        """Every sign that has a key, capitals too."""
        letters = "".join(self.rows_for(language, False))
        return self.digits + letters + letters.upper() + "".join((*self.symbols, *self.always))


@cache
def load_words() -> Words:
    return load_content(HERE / "words.yaml", Words)


@cache
def load_keyboards() -> Keyboards:
    return load_content(HERE / "keyboards.yaml", Keyboards)


def word(key: str, language: str) -> str:
    return load_words().words[key][language]
