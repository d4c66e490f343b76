"""The documents that content rests on, and what `faq:183`, `domain:2.3`, `C12` or `R-ROAM-2` says.

Data: sources.yaml, statements.yaml, resolutions.yaml; the requirements stand in
docs/requirements.md. Used by `check`, by the faces that show where a row comes from, and to write
docs/sources.md.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.content import Content, load_content
from models.errors import UnknownNameError
from models.provenance import SourceRefs, Words

HERE = Path(__file__).parent
REQUIREMENTS = HERE.parent / "docs" / "requirements.md"
_REQUIREMENT = re.compile(r"^\| (R-[A-Z]+-\d+) \| (.+?) \|", re.MULTILINE)
_LINES = re.compile(r"^faq:(\d+)(?:-(\d+))?$")


class SourceDocument(Content):
    """One public document."""

    id: str
    title: str
    address: str
    trust: str  # what it is trusted for


class Section(Content):
    """One section of the project's notes."""

    title: str
    rests_on: Words


class Resolution(Content):
    """What is taken where documents contradict each other."""

    takes: str
    source: SourceRefs


class SourcesFile(Content):
    """sources.yaml."""

    documents: tuple[SourceDocument, ...]
    sections: dict[str, Section]


class StatementsFile(Content):
    """statements.yaml."""

    statements: dict[str, str]


class ResolutionsFile(Content):
    """resolutions.yaml."""

    resolutions: dict[str, Resolution]


@dataclass(frozen=True, slots=True)
class Source:
    """What a reference stands for, and the documents behind it."""

    ref: str
    says: str
    documents: tuple[SourceDocument, ...]


@cache
def load_sources() -> SourcesFile:
    return load_content(HERE / "sources.yaml", SourcesFile)


@cache
def load_statements() -> dict[str, str]:
    return load_content(HERE / "statements.yaml", StatementsFile).statements


@cache
def load_resolutions() -> dict[str, Resolution]:
    return load_content(HERE / "resolutions.yaml", ResolutionsFile).resolutions


@cache
def load_requirements() -> dict[str, str]:
    """Requirement id -> its sentence, from the table in docs/requirements.md."""
    text = REQUIREMENTS.read_text(encoding="utf-8") if REQUIREMENTS.exists() else ""
    return dict(_REQUIREMENT.findall(text))


def find_source(ref: str) -> Source:
    """Look up a reference; `faq:183` also finds the range it lies in. Raises UnknownNameError."""
    if ref.startswith("faq:") and (lines := _statements_of(ref)):
        return Source(ref, " ".join(lines), _documents(("faq",)))
    if (section := load_sources().sections.get(ref)) is not None:
        return Source(ref, section.title, _documents(section.rests_on))
    if (resolution := load_resolutions().get(ref)) is not None:
        behind = [
            document for inner in resolution.source for document in find_source(inner).documents
        ]
        return Source(ref, resolution.takes, tuple(dict.fromkeys(behind)))
    if (requirement := load_requirements().get(ref)) is not None:
        return Source(ref, requirement, ())
    known = (
        *load_statements(),
        *load_sources().sections,
        *load_resolutions(),
        *load_requirements(),
    )
    raise UnknownNameError("source", ref, known)


def _documents(ids: tuple[str, ...]) -> tuple[SourceDocument, ...]:
    by_id = {document.id: document for document in load_sources().documents}
    return tuple(by_id[id_] for id_ in ids)


def _statements_of(ref: str) -> list[str]:
    """The statements that a reference to lines touches; none unless its ends are covered."""
    wanted = line_span(ref)
    if wanted is None:
        return []
    covered = [(span, says) for key, says in load_statements().items() if (span := line_span(key))]
    ends_known = all(any(a <= end <= b for (a, b), _ in covered) for end in wanted)
    return (
        [says for (a, b), says in covered if a <= wanted[1] and wanted[0] <= b]
        if ends_known
        else []
    )


def line_span(ref: str) -> tuple[int, int] | None:
    """ "faq:19-63" -> (19, 63)."""
    match = _LINES.match(ref)
    return (int(match[1]), int(match[2] or match[1])) if match else None


def render_sources() -> str:
    """docs/sources.md, generated."""
    parts = [_HEAD, _table(("id", "document", "trusted for"), _document_rows())]
    parts += [
        "## Lines of the source document\n",
        _table(("line", "what it says"), load_statements().items()),
    ]
    sections = [
        (ref, s.title, ", ".join(s.rests_on) or "nothing")
        for ref, s in load_sources().sections.items()
    ]
    parts += ["## Notes of this project\n", _table(("section", "about", "rests on"), sections)]
    resolved = [(ref, r.takes, ", ".join(r.source)) for ref, r in load_resolutions().items()]
    parts += [
        "## Contradictions and what is taken\n",
        _table(("id", "taken", "statements"), resolved),
    ]
    return "\n".join(parts)


def _document_rows() -> list[tuple[str, str, str]]:
    return [(d.id, f"[{d.title}]({d.address})", d.trust) for d in load_sources().documents]


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in lines)


_HEAD = """# Sources

<!-- generated from models/sources.yaml, statements.yaml and resolutions.yaml; do not edit -->

Every menu entry, car and country names where it comes from, or why it is a guess. A reference is
`faq:183` (a line of the source document), `domain:2.3` (a section of this project's notes on
public documents), `C12` (a contradiction that was settled) or `R-ROAM-2` (a requirement, see
requirements.md). What lines say is told in own words.

## Documents
"""
