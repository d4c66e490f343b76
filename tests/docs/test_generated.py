"""Parts of the papers that are made from data and code: fresh, and complete."""

import json
import re
from pathlib import Path

from robot.libdoc import libdoc

from menus.howto import howto
from models.catalogue import find_car
from pcm.cli.commands import car_value
from pcm.headunit.entries import PLACEHOLDERS
from pcm.headunit.session import Session
from pcm.headunit.verbs.reference import render_verbs
from tools.environment import ROOT

DOCS = ROOT / "docs"
CAR = find_car("718-982")


def page() -> str:
    return (DOCS / "testers.md").read_text("utf-8")


def test_the_table_of_verbs_is_fresh() -> None:
    shown = page().partition("<!-- verbs -->\n")[2].partition("<!-- /verbs -->")[0]
    assert shown == f"{render_verbs()}\n", "docs/testers.md: write render_verbs() between the marks"
    assert shown.count("\n") >= 60


def test_the_page_of_keywords_is_fresh(tmp_path: Path) -> None:
    made = tmp_path / "keywords.md"
    libdoc("pcm.qa.HeadUnit", str(made), quiet=True)
    assert (DOCS / "keywords.md").read_text("utf-8") == made.read_text("utf-8"), (
        "python -m robot.libdoc pcm.qa.HeadUnit docs/keywords.md"
    )


def written_fields(command: str) -> set[str]:
    """The fields that the page lists for a command."""
    row = re.search(rf"^\| {re.escape(command)} \| \w+ \| (.*) \|$", page(), re.MULTILINE)
    assert row, command
    return set(re.findall(r"`([^`]+)`", row.group(1)))


def answer(line: str) -> dict[str, object]:
    value = json.loads(Session(CAR, 2019, language="en").do(line).text)
    assert isinstance(value, dict)
    return value


def test_the_fields_of_json_are_those_written() -> None:
    screen = answer("screen --json")
    rows = screen["rows"]
    assert isinstance(rows, list)
    assert written_fields("`cars --json`") == set(car_value(CAR))
    assert written_fields("`howto [PROCEDURE] --json`") == set(howto(CAR, 2019, "en")[0].as_json())
    assert written_fields("`screen --json`") == set(screen)
    assert written_fields("a row of `rows`") == set(rows[0])
    assert written_fields("`state --json`") == set(answer("state --json"))


def test_placeholders_and_presets_are_those_written() -> None:
    text = page()
    assert len(PLACEHOLDERS) >= 12
    assert [name for name in sorted(PLACEHOLDERS) if f"`{name}`" not in text] == []
    presets = re.findall(
        r"^  (\w+):", (ROOT / "assets/world/presets.yaml").read_text("utf-8"), re.M
    )
    assert len(presets) >= 7
    assert [name for name in presets if f"`{name}`" not in text] == []
