"""Every relative link in the papers leads to a file, and its #anchor to a heading of that file."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.environment import ROOT

LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
CODE = re.compile(r"^(```|~~~).*?^\1[ \t]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)
OUTSIDE = {".git", ".venv", "build", "node_modules"}


class Link(NamedTuple):
    paper: Path
    target: str


def papers() -> list[Path]:
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name for name in folders if name not in OUTSIDE and not name.endswith("_cache")
        ]
        found += [Path(folder) / name for name in sorted(names) if name.endswith(".md")]
    return found


def links(paper: Path, text: str) -> Iterator[Link]:
    """Links to files, not those to the web; links inside code are text."""
    for target in LINK.findall(CODE.sub("", text)):
        if not re.match(r"[a-z][a-z0-9+.-]*:", target):
            yield Link(paper, target)


def fault(link: Link) -> str | None:
    """What is wrong with a link."""
    name, _, anchor = link.target.partition("#")
    path = (link.paper.parent / name).resolve() if name else link.paper
    if not path.is_relative_to(ROOT) or not path.exists():
        return f"{link.paper.relative_to(ROOT)}: {link.target}: no such file"
    if anchor and anchor not in anchors(path):
        return f"{link.paper.relative_to(ROOT)}: {link.target}: no such heading"
    return None


def anchors(path: Path) -> set[str]:
    """Headings as a forge names them."""
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return {
        re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-")
        for heading in HEADING.findall(text)
    }


def test_every_relative_link_leads_somewhere() -> None:
    found = [link for paper in papers() for link in links(paper, paper.read_text("utf-8"))]
    assert len(papers()) >= 15
    assert len(found) >= 20
    assert [text for link in found if (text := fault(link))] == []


def test_a_dead_link_would_be_seen() -> None:
    paper = ROOT / "docs" / "here.md"
    text = "[a](nowhere.md) [b](testers.md#nothing) [c](https://example.org) `[d](x.md)`"
    assert [fault(link) for link in links(paper, text)] == [
        "docs/here.md: nowhere.md: no such file",
        "docs/here.md: testers.md#nothing: no such heading",
    ]


PATH = re.compile(r"`((?:models|menus|connectivity|pcm|assets|tools|tests|docs)/[\w./-]*)`")


def test_every_path_that_the_papers_name_exists() -> None:
    named = [
        (paper, path)
        for paper in papers()
        if paper.name != "CHANGELOG.md"  # tells of what was
        for path in PATH.findall(paper.read_text("utf-8"))
    ]
    assert len(named) >= 40
    assert [f"{paper.name}: {path}" for paper, path in named if not (ROOT / path).exists()] == []
