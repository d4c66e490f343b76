"""The style sheets of the pages, against what they are for: nothing is styled that no page has."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

WEB = Path("pcm/web")
CLASS, DECLARED = re.compile(r"\.([a-z][a-z-]+)"), re.compile(r"^\s*(--[a-z-]+):", re.MULTILINE)


class Sheet(NamedTuple):
    """One of our own, with the pages it is for; `least`: so many classes it has."""

    path: str
    pages: str
    least: int


SHEETS = (
    Sheet("portal/portal.css", "portal/*", 30),
    Sheet("display/page.css", "display.html", 10),
    Sheet("door.css", "*.html", 1),
)


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.path for sheet in SHEETS])
def test_every_look_is_of_something_on_a_page(sheet: Sheet) -> None:
    rules = re.sub(r"/\*.*?\*/", "", (WEB / "static" / sheet.path).read_text(), flags=re.DOTALL)
    classes = set(CLASS.findall(re.sub(r"{[^{}]*}", "{}", rules)))
    files = [*(WEB / "templates").glob(sheet.pages), *(WEB / "static").rglob("*.js")]
    words = set(re.findall(r"[\w-]+", " ".join(path.read_text() for path in files)))
    assert len(classes) >= sheet.least
    assert sorted(classes - words) == []
    own = {name for name in DECLARED.findall(rules) if not name.startswith("--bs-")}
    assert sorted(name for name in own if f"var({name})" not in rules) == []
