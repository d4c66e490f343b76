"""References can be looked up, and docs/sources.md is what the data says."""

from pathlib import Path

import pytest

from models.errors import UnknownNameError
from models.sources import (
    find_source,
    load_requirements,
    load_resolutions,
    load_sources,
    load_statements,
    render_sources,
)

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_there_is_something_to_look_up() -> None:
    assert len(load_statements()) >= 75
    assert len(load_sources().documents) >= 40
    assert len(load_resolutions()) >= 25
    assert len(load_requirements()) == 51


def test_every_known_reference_is_found() -> None:
    sections = [ref for ref in load_sources().sections if ref != "domain:3.2"]
    for ref in (*load_statements(), *sections, *load_resolutions()):
        source = find_source(ref)
        assert source.says, ref
        assert source.documents, ref
        assert all(doc.address.startswith("http") for doc in source.documents)


@pytest.mark.parametrize(
    ("ref", "part"),
    [
        ("faq:183", "SET PHONE"),
        ("faq:40", "45 countries"),
        ("faq:193-195", "OFF"),
        ("C9", "DEVICES"),
        ("R-ROAM-2", "PHONE > OPT > SET PHONE > Roaming"),
    ],
)
def test_a_reference_says_what_it_stands_for(ref: str, part: str) -> None:
    assert part in find_source(ref).says


@pytest.mark.parametrize("ref", ["faq:1", "faq:9999", "faq:183-9999", "C99", "domain:9.9", "R-X-1"])
def test_an_unknown_reference_is_refused(ref: str) -> None:
    with pytest.raises(UnknownNameError, match="unknown source"):
        find_source(ref)


def test_the_page_of_sources_is_fresh() -> None:
    shown = (DOCS / "sources.md").read_text(encoding="utf-8")
    assert shown == render_sources(), "docs/sources.md is stale: write render_sources() into it"
