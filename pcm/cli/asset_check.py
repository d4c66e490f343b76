"""Faults of the files in assets/ beside the texts: world, verbs, bus, lessons, words of faces."""

import re
from collections.abc import Iterator
from pathlib import Path

from connectivity.can.bus import CarBus
from connectivity.can.layout import DBC_FILE
from connectivity.networks import NETWORKS_FILE, NetworksFile
from connectivity.outside.profiles import WORLD_FILE, WorldFile
from connectivity.outside.store import STORE_FILE, StoreFile
from connectivity.outside.vehicle import VehicleEmulator
from menus.check_words import compare_languages, read_texts
from models.catalogue import LANGUAGES
from models.check import file_faults
from models.content import ContentFault, Document, KeyPath
from models.errors import PcmError, nearest_hint
from pcm.cli.lesson_check import lesson_faults
from pcm.handbook.words import WORDS_FILE
from pcm.headunit.media import MEDIA_FILE, MediaFile
from pcm.headunit.verbs import VERBS, find_verb
from pcm.headunit.verbs.desk import PRESETS_FILE, PresetsFile
from pcm.headunit.verbs.verb import VERBS_FILE, VerbsFile
from pcm.qa.crawl.worlds import CRAWL_FILE, EITHER, CrawlFile
from pcm.training.lesson import LESSONS
from pcm.ui.coach_words import FILE as LESSON_FACE
from pcm.ui.coach_words import LessonFace
from pcm.ui.face_data import HERE as FACE
from pcm.ui.face_data import Keyboards, Words
from pcm.web.words import HERE as PAGE_WORDS


def check_assets() -> list[ContentFault]:
    """Every fault, by file."""
    return [
        *file_faults(WORLD_FILE, WorldFile, lambda _document, _world: iter(())),
        *file_faults(MEDIA_FILE, MediaFile, lambda _document, _media: iter(())),
        *file_faults(NETWORKS_FILE, NetworksFile, lambda _document, _networks: iter(())),
        *file_faults(STORE_FILE, StoreFile, _store_faults),
        *file_faults(PRESETS_FILE, PresetsFile, _preset_faults),
        *file_faults(VERBS_FILE, VerbsFile, _verb_faults),
        *dbc_faults(DBC_FILE),
        *file_faults(CRAWL_FILE, CrawlFile, _world_faults),
        *file_faults(FACE / "words.yaml", Words, _word_faults),
        *file_faults(FACE / "window.yaml", Words, _word_faults),
        *file_faults(LESSON_FACE, LessonFace, _word_faults),
        *file_faults(WORDS_FILE, Words, _word_faults),
        *file_faults(FACE / "keyboards.yaml", Keyboards, _keyboard_faults),
        *page_word_faults(PAGE_WORDS),
        *lesson_faults(LESSONS),
    ]


def page_word_faults(root: Path) -> list[ContentFault]:
    """Of the words of pages in the browser, compared over all languages."""
    faults: list[ContentFault] = []
    found = read_texts(root, faults)
    return [*faults, *compare_languages(found)]


def dbc_faults(path: Path) -> list[ContentFault]:
    """What cantools says against a DBC; then whether the program finds in it what it needs."""
    import cantools  # a tenth of a second: only this command needs it

    try:
        cantools.database.load_file(path, strict=True)
    except (cantools.Error, UnicodeDecodeError, OSError) as error:
        problem = " ".join(str(error).removeprefix('DBC: "').removesuffix('"').split())
        return [ContentFault(path, _line_of(path, problem), "", problem)]
    try:
        VehicleEmulator(CarBus(), "WP0ZZZ99ZHS100000")
    except PcmError as error:
        return [ContentFault(path, 1, "", str(error))]
    return []


def _line_of(path: Path, problem: str) -> int:
    """The line that cantools names, else that of the message it names."""
    if found := re.search(r"at line (\d+)", problem):
        return int(found.group(1))
    name = re.search(r"message (\w+)|VAL_ \d+ (\w+)", problem)
    word = name and (name.group(1) or name.group(2))
    lines = path.read_text("utf-8", "replace").splitlines() if word else []
    return next((n for n, line in enumerate(lines, 1) if word and f" {word}" in line), 1)


def _store_faults(document: Document, content: StoreFile) -> Iterator[ContentFault]:
    """A service or function without a source says why."""
    for part in ("services", "functions"):
        for number, item in enumerate(getattr(content, part)):
            if not item.source and not item.assumed:
                yield document.fault((part, number), "has neither source nor assumed")


def _preset_faults(document: Document, content: PresetsFile) -> Iterator[ContentFault]:
    for name, preset in content.presets.items():
        lines = [[line] for line in preset.verbs]
        yield from _line_faults(document, ("presets", name, "verbs"), lines)


def _world_faults(document: Document, content: CrawlFile) -> Iterator[ContentFault]:
    for name, world in content.worlds.items():
        lines = [line.split(EITHER) for line in world.verbs]
        yield from _line_faults(document, ("worlds", name, "verbs"), lines)


def _line_faults(
    document: Document, key: KeyPath, lines: list[list[str]]
) -> Iterator[ContentFault]:
    """Of verb lines, each as the ways that it offers."""
    for number, ways in enumerate(lines):
        for way in ways:
            try:
                find_verb(way)
            except PcmError as error:
                yield document.fault((*key, number), str(error))


def _verb_faults(document: Document, content: VerbsFile) -> Iterator[ContentFault]:
    for words in content.verbs:
        if words not in VERBS:
            hint = nearest_hint(words, VERBS)
            yield document.fault(("verbs", words), f"is no verb{hint}")
    for words in VERBS:
        if words not in content.verbs:
            yield document.fault(("verbs",), f"has no help for {words!r}")


def _word_faults(document: Document, content: Words) -> Iterator[ContentFault]:
    for key, words in content.words.items():
        lacking = [language for language in LANGUAGES if not words.get(language)]
        if lacking:
            yield document.fault(("words", key), f"has no words in {', '.join(lacking)}")


def _keyboard_faults(document: Document, content: Keyboards) -> Iterator[ContentFault]:
    for language in LANGUAGES:
        layout = content.languages.get(language, "")
        if layout not in content.letters:
            hint = nearest_hint(layout, content.letters)
            yield document.fault(("languages", language), f"no letters {layout!r}{hint}")
