"""The order in which names are looked up: the language on the screen first, then the others."""

from functools import cache

from models.catalogue import LANGUAGES, Languages


@cache
def search_order(language: Languages) -> tuple[Languages, ...]:
    """All six languages, `language` first."""
    return (language, *(known for known in LANGUAGES if known != language))
