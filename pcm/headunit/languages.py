"""The order in which names are looked up: the language on the screen first, then the others."""

from functools import cache

from models.catalogue import LANGUAGES, Languages


@cache
def search_order(language: str) -> tuple[Languages, ...]:
    """All six languages, `language` first."""
    first = [known for known in LANGUAGES if known == language]
    return (*first, *(known for known in LANGUAGES if known != language))
