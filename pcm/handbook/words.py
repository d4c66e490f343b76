"""The words of the handbook and of the report: assets/handbook/words.yaml, in six languages."""

from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

from models.catalogue import Languages
from models.content import load_content
from pcm.ui.face_data import Words

WORDS_FILE = Path(__file__).resolve().parents[2] / "assets" / "handbook" / "words.yaml"


@cache
def load_words() -> Words:
    return load_content(WORDS_FILE, Words)


class Speech:
    """The words in one language; templates call it `say`."""

    def __init__(self, language: Languages) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Plain words."""
        return load_words().words[key][self.language].format(**values)

    def marked(self, key: str, **values: str) -> Markup:
        """Words for a page, with the values in bold."""
        bold = {name: Markup("<b>{}</b>").format(value) for name, value in values.items()}
        return escape(load_words().words[key][self.language]).format(**bold)
