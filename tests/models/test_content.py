"""Reading of content: the scalars of YAML 1.2, and what a broken file says."""

from pathlib import Path

import pytest

from models.content import Content, ContentError, load_content


class Shelf(Content):
    """A small file to read."""

    title: str
    places: dict[str, int] = {}
    words: tuple[str, ...] = ()
    open: bool = False


def read(tmp_path: Path, text: str) -> Shelf:
    path = tmp_path / "shelf.yaml"
    path.write_text(text, encoding="utf-8")
    return load_content(path, Shelf)


def faults(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(ContentError) as refused:
        read(tmp_path, text)
    return ["shelf.yaml" + str(fault).partition("shelf.yaml")[2] for fault in refused.value.faults]


@pytest.mark.parametrize("word", ["OFF", "ON", "on", "yes", "NO", "y", "1:30", "0x1F", "1_000"])
def test_words_of_menus_stay_words(tmp_path: Path, word: str) -> None:
    assert read(tmp_path, f"title: {word}\n").title == word


@pytest.mark.parametrize(("digits", "number"), [("08", 8), ("010", 10), ("-007", -7), ("+5", 5)])
def test_numbers_are_decimal(tmp_path: Path, digits: str, number: int) -> None:
    assert read(tmp_path, f"title: a\nplaces: {{a: {digits}}}\n").places == {"a": number}


@pytest.mark.parametrize("word", ["true", "12", "1.5", "null", "~"])
def test_core_scalars_are_no_words(tmp_path: Path, word: str) -> None:
    assert "title" in faults(tmp_path, f"title: {word}\n")[0]


def test_all_faults_at_once_with_line_key_and_nearest_name(tmp_path: Path) -> None:
    found = faults(tmp_path, "tilte: x\nplaces:\n  a: 1\n  b: two\nopen: 3\n")
    assert len(found) == 4
    assert any("shelf.yaml:1: tilte: unknown key; did you mean title" in fault for fault in found)
    assert any("shelf.yaml:4: places.b" in fault for fault in found)
    assert any("shelf.yaml:5: open" in fault for fault in found)
    assert any("title" in fault and "tilte" not in fault for fault in found)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("title: a\ntitle: b\n", "shelf.yaml:2: title: is written twice"),
        ("title: [a\n", "is not YAML"),
        ("", "is empty"),
        ("title: !!python/object/apply:os.getcwd []\n", "shelf.yaml:1"),
        ("- a\n", "shelf.yaml:1"),
        ("title: a\x01\n", "is not YAML: unacceptable character"),
        ("open: true\nplaces:\n  a: !!int x\n", "shelf.yaml:3: is not YAML: 'x' is no int"),
        ("title: !!timestamp x\n", "shelf.yaml:1: is not YAML: 'x' is no timestamp"),
        (f"places:\n  a: {'9' * 5000}\n", "shelf.yaml:2: is not YAML"),
        ("title: a\nplaces: &p {a: *p}\n", "shelf.yaml:2: places.a: is an alias"),
        ("words: &w [a]\nplaces: {a: *w}\n", "shelf.yaml:2: places.a: is an alias"),
        ("[" * 3000 + "]" * 3000, "too many lists"),
    ],
)
def test_a_malformed_file_is_refused_in_one_line(tmp_path: Path, text: str, part: str) -> None:
    found = faults(tmp_path, text)
    assert part in found[0]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"gone\.yaml"):
        load_content(tmp_path / "gone.yaml", Shelf)
