"""The words of menu entries in one language, from labels/<language>/*.yaml.

`documented` words are those of a public document, `assumed` ones are working translations. A key
that a language lacks falls back to English, then to the key itself; `check` reports it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from models.catalogue import LANGUAGES, Languages
from models.content import Content, ContentError, Document, parse_content, read_document
from models.errors import UnknownNameError
from models.provenance import SourceRefs, Words

HERE = Path(__file__).parent


def _as_map(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


class Label(Content):
    """The words of one key; `also` are other words by which it may be named."""

    text: str
    also: Words = ()


class DocumentedLabel(Label):
    """Words that a public document shows in this language."""

    source: SourceRefs


class LabelFile(Content):
    """One file of labels of one language."""

    documented: dict[str, DocumentedLabel] = {}
    assumed: dict[str, Annotated[Label, BeforeValidator(_as_map)]] = {}

    def entries(self) -> Iterator[tuple[str, str, Label]]:
        """(part of the file, key, label)."""
        yield from (("documented", key, label) for key, label in self.documented.items())
        yield from (("assumed", key, label) for key, label in self.assumed.items())


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels of a language."""

    language: Languages
    words: dict[str, Label]
    root: Path = HERE

    def text(self, key: str) -> str:
        """The words shown for a label key."""
        label = self._label(key)
        return label.text if label else key

    def names(self, key: str) -> tuple[str, ...]:
        """Every wording by which the entry may be named."""
        label = self._label(key)
        return (label.text, *label.also) if label else (key,)

    def documented(self, key: str) -> tuple[str, ...]:
        """Sources of the wording in this language; empty: a working translation."""
        label = self.words.get(key)
        return label.source if isinstance(label, DocumentedLabel) else ()

    def _label(self, key: str) -> Label | None:
        label = self.words.get(key)
        return label or (
            load_labels("en", self.root).words.get(key) if self.language != "en" else None
        )


@cache
def load_labels(language: Languages, root: Path = HERE) -> Labels:
    """The labels of a language; raises UnknownNameError, ContentError.

    Of a key in two files the first counts, documented before assumed (`check` reports it).
    """
    if language not in LANGUAGES:
        raise UnknownNameError("language", language, LANGUAGES)
    files = [file for _, file in read_label_files(language, root)]
    words: dict[str, Label] = {}
    for part in ([file.documented for file in files], [file.assumed for file in files]):
        for labels in part:
            for key, label in labels.items():
                words.setdefault(key, label)
    return Labels(language, words, root)


def read_label_files(language: Languages, root: Path = HERE) -> list[tuple[Document, LabelFile]]:
    """The label files of a language by file name; raises ContentError with every fault."""
    found, faults = [], []
    for path in sorted((root / "labels" / language).glob("*.yaml")):
        try:
            document = read_document(path)
            found.append((document, parse_content(document, LabelFile)))
        except ContentError as error:
            faults += error.faults
    if faults:
        raise ContentError(faults)
    return found
