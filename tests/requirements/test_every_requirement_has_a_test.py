"""Every id of docs/requirements.md is named by a test: @pytest.mark.requirement("R-LINK-1")."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.environment import ROOT

LATER: set[str] = set()  # what lives later; an entry that has a test must go
SECTIONS = {"LINK", "DATA", "CALL", "ROAM", "OFF", "PIN", "PRIV", "SRV", "FOD", "CTY", "LANG"}


def required() -> set[str]:
    text = (ROOT / "docs" / "requirements.md").read_text("utf-8")
    return set(re.findall(r"^\|\s*(R-[A-Z]+-\d+)\s*\|", text, re.MULTILINE))


def named(source: str) -> Iterator[str]:
    """The ids in the marks of one file of tests."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "requirement"
        ):
            for argument in node.args:
                if isinstance(argument, ast.Constant):
                    yield str(argument.value)


def proven() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        for name in named(path.read_text("utf-8")):
            found.setdefault(name, []).append(path.relative_to(ROOT))
    return found


def test_the_list_is_whole() -> None:
    ids = required()
    assert len(ids) > 40
    assert {name.split("-")[1] for name in ids} == SECTIONS


def test_every_requirement_has_a_test() -> None:
    missing = sorted(required() - set(proven()) - LATER)
    assert missing == [], "no test is marked with these"


def test_no_test_names_a_requirement_that_is_not_there() -> None:
    ids = required()
    strangers = {name: paths for name, paths in proven().items() if name not in ids}
    assert strangers == {}


def test_what_comes_later_is_still_to_come() -> None:
    assert required() >= LATER
    assert LATER & set(proven()) == set(), "these have a test now; take them out of LATER"


def test_a_mark_is_seen() -> None:
    source = '@pytest.mark.requirement("R-A-1", "R-B-2")\ndef test_it(): ...\n'
    assert list(named(source)) == ["R-A-1", "R-B-2"]
