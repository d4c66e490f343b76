"""Faults of words: labels of menu entries and texts of messages, compared over all languages."""

import string
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from menus.labels import DocumentedLabel, LabelFile
from models.catalogue import LANGUAGES, Languages
from models.check import source_faults
from models.content import (
    ContentError,
    ContentFault,
    Document,
    KeyPath,
    parse_content,
    read_document,
)
from models.errors import nearest_hint


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one key in one language and where they stand."""

    document: Document
    keys: KeyPath
    text: str

    def fault(self, problem: str) -> ContentFault:
        return self.document.fault(self.keys, problem)


WordsByLanguage = dict[Languages, dict[str, Words]]


def read_labels(root: Path, faults: list[ContentFault]) -> WordsByLanguage:
    """All labels; adds the faults of their files, keys in two places and unknown sources."""
    found: WordsByLanguage = {language: {} for language in LANGUAGES}
    for language, path in _files(root / "labels", faults):
        try:
            document = read_document(path)
            file = parse_content(document, LabelFile)
        except ContentError as error:
            faults += error.faults
            continue
        for part, key, label in file.entries():
            words = Words(document, (part, key), label.text)
            _enter(found[language], key, words, faults)
            if isinstance(label, DocumentedLabel):
                faults += source_faults(document, (part, key, "source"), label.source)
    return found


def read_texts(root: Path, faults: list[ContentFault]) -> WordsByLanguage:
    """All message texts, nested keys joined by dots; adds the faults of their files."""
    found: WordsByLanguage = {language: {} for language in LANGUAGES}
    for language, path in _files(root, faults):
        try:
            document = read_document(path)
        except ContentError as error:
            faults += error.faults
            continue
        for keys, leaf in _leaves(document.value):
            words = Words(document, keys, str(leaf))
            if not isinstance(leaf, str):
                faults.append(words.fault("is no text; put it in quotes"))
            _enter(found[language], ".".join(map(str, keys)), words, faults)
    return found


def compare_languages(found: WordsByLanguage) -> Iterator[ContentFault]:
    """Keys that a language lacks, and words whose {placeholders} are not those of English.

    A language without any word is passed over: its file is missing or broken, and told so.
    """
    present = [language for language in LANGUAGES if found[language]]
    every = {key: words for language in (*present, "en") for key, words in found[language].items()}
    for key, words in every.items():
        lacking = [language for language in present if key not in found[language]]
        if lacking:
            yield words.fault(f"has no words in {', '.join(lacking)}")
        model = placeholders(words.text)
        for language in LANGUAGES:
            other = found[language].get(key)
            if other is None:
                continue
            if not other.text.strip():
                yield other.fault("has no words")
            if placeholders(other.text) != model:
                wanted = ", ".join(sorted(model)) or "none"
                yield other.fault(f"its placeholders differ from English, which has: {wanted}")


def unused_labels(found: WordsByLanguage, used: Collection[str]) -> Iterator[ContentFault]:
    """Labels that no entry shows."""
    for words_of in found.values():
        for key, words in words_of.items():
            if key not in used and not key.startswith(("assumed_", "procedure_")):
                yield words.fault(f"no menu entry has this label{nearest_hint(key, used)}")


def placeholders(text: str) -> set[str]:
    """Names in braces; a text that str.format cannot read has the one name "?"."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"?"}


def _enter(words_of: dict[str, Words], key: str, words: Words, faults: list[ContentFault]) -> None:
    if key in words_of:
        first = words_of[key].document
        line = first.line_of(words_of[key].keys)
        faults.append(words.fault(f"stands in {first.path.name}:{line} too; keep one"))
        return
    words_of[key] = words


def _files(root: Path, faults: list[ContentFault]) -> Iterator[tuple[Languages, Path]]:
    """(language, file) of <root>/<language>.yaml and below <root>/<language>/.

    Other names are faults.
    """
    languages: dict[str, Languages] = {language: language for language in LANGUAGES}
    for path in sorted(root.glob("**/*.yaml")):
        folder = path.relative_to(root).parts[0].removesuffix(".yaml")
        if folder in languages:
            yield languages[folder], path
        else:
            problem = f"{folder!r} is no language{nearest_hint(folder, LANGUAGES)}"
            faults.append(ContentFault(path, 1, "", problem))


def _leaves(value: object, keys: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*keys, str(key)))
    else:
        yield keys, value
