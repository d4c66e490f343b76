"""The window's own words for QML (names of knobs, fields, buttons), in the screen's language.

The words are data: assets/face/window.yaml.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Signal

from models.content import load_content
from pcm.ui.face_data import HERE, Words
from pcm.ui.for_qml import for_qml
from pcm.ui.snapshot import Snapshot, shown


@dataclass(frozen=True, slots=True)
class WordsView:
    """One word a key of the file."""

    title: str = ""
    volume: str = ""
    select: str = ""
    bench: str = ""
    hide_bench: str = ""
    show_bench: str = ""
    search: str = ""
    nothing_found: str = ""
    apply: str = ""
    close: str = ""
    last_verb: str = ""
    why_no_data: str = ""
    record: str = ""
    sources: str = ""
    lessons: str = ""


@cache
def load_window_words() -> dict[str, dict[str, str]]:
    return load_content(HERE / "window.yaml", Words).words


def derive_words(language: str) -> WordsView:
    words = load_window_words()
    return WordsView(**{key: words[key][language] for key in WordsView.__dataclass_fields__})


def derive_caption(parts: list[str], pcm: str, language: str) -> str:
    """Car, year and country, and the generation."""
    return "  ·  ".join([*parts, load_window_words()["pcm"][language].format(pcm=pcm)])


@for_qml
class WindowWords(Snapshot[WordsView]):
    """The words for QML."""

    fields = tuple(WordsView.__dataclass_fields__)

    titleChanged = Signal()
    title = shown(str, "title", titleChanged)
    volumeChanged = Signal()
    volume = shown(str, "volume", volumeChanged)
    selectChanged = Signal()
    select = shown(str, "select", selectChanged)
    benchChanged = Signal()
    bench = shown(str, "bench", benchChanged)
    hideBenchChanged = Signal()
    hideBench = shown(str, "hide_bench", hideBenchChanged)
    showBenchChanged = Signal()
    showBench = shown(str, "show_bench", showBenchChanged)
    searchChanged = Signal()
    search = shown(str, "search", searchChanged)
    nothingFoundChanged = Signal()
    nothingFound = shown(str, "nothing_found", nothingFoundChanged)
    applyChanged = Signal()
    apply = shown(str, "apply", applyChanged)
    closeChanged = Signal()
    close = shown(str, "close", closeChanged)
    lastVerbChanged = Signal()
    lastVerb = shown(str, "last_verb", lastVerbChanged)
    whyNoDataChanged = Signal()
    whyNoData = shown(str, "why_no_data", whyNoDataChanged)
    recordChanged = Signal()
    record = shown(str, "record", recordChanged)
    sourcesChanged = Signal()
    sources = shown(str, "sources", sourcesChanged)
    lessonsChanged = Signal()
    lessons = shown(str, "lessons", lessonsChanged)
