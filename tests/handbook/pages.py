"""A page of the handbook, read as a browser does: which tags, links, pictures and words it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"meta", "link", "img", "br", "input", "hr"})
SILENT = frozenset({"style", "script", "title"})


@dataclass
class Page(HTMLParser):
    """faults: tags that do not close as they open."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        if data.strip() and not SILENT & set(self._open):
            self.words.append(data.strip())

    def of(self, tag: str, attribute: str) -> list[str]:
        """What stands in an attribute of all tags of a kind."""
        return [attrs[attribute] for name, attrs in self.tags if name == tag and attribute in attrs]

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.tags if tag in {"h1", "h2", "h3", "h4"}]


def read_page(source: Path | str) -> Page:
    page = Page()
    page.feed(source if isinstance(source, str) else source.read_text("utf-8"))
    page.close()
    page.faults += [f"<{tag}> is never closed" for tag in page._open]
    return page
