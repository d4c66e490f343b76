"""The check finds every kind of fault, all at once, each with file, line and the nearest name."""

import shutil
from pathlib import Path

import pytest

from menus.check import ROOT, check_content
from menus.check_nodes import node_problems
from menus.check_words import placeholders
from menus.vocabulary import Vocabulary
from tests.menus.samples import tree_of, write

TEN = {"low": 0, "high": 10, "step": 5}
OPTION = {"id": "o", "kind": "option"}
REASONS = ("depth", "design", "place")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for folder in ("models", "menus", "assets/texts"):
        ignore = shutil.ignore_patterns("*.py", "__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    assert len(list(tmp_path.glob("menus/trees/*/*.yaml"))) >= 36
    return tmp_path


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(root: Path, vocabulary: Vocabulary | None = None) -> list[str]:
    return [str(fault) for fault in check_content(vocabulary, root)]


def test_the_shipped_content_has_no_fault() -> None:
    assert [str(fault) for fault in check_content()] == []


def test_faults_of_all_files_come_at_once(checkout: Path) -> None:
    edit(checkout, "models/cars.yaml", "years: [2016, 2025]", "years: [2025, 2016]")
    edit(checkout, "menus/trees/4.0/phone.yaml", "default: ringtone_1", "default: ringtone_9")
    edit(checkout, "menus/trees/5.0/set.yaml", "faq:187", "faq:1187")
    edit(checkout, "menus/labels/it/notes.yaml", "{path}", "{pfad}")
    edit(checkout, "menus/labels/de/notes.yaml", "  note_no_updates:", "  note_no_update:")
    edit(checkout, "menus/procedures.yaml", "note: note_no_sim_pin", "note: note_no_sim_pn")
    write(checkout, "menus/renamed.yaml", "renamed: {roaming: wandering}")
    write(checkout, "menus/labels/xx/a.yaml", "assumed: {lamp: Lamp}")
    found = told(checkout)
    for parts in (
        ("cars.yaml:", "years", "ends before it begins"),
        ("phone.yaml:", "default", "'ringtone_9' is no option", "did you mean", "ringtone_1"),
        ("set.yaml:", "source", "unknown source 'faq:1187'", "did you mean faq:187"),
        ("it/notes.yaml:", "note_also", "placeholders differ", "path"),
        ("de/notes.yaml:", "note_no_update", "did you mean note_no_updates"),
        ("en/notes.yaml:", "note_no_updates", "has no words in de"),
        ("procedures.yaml:", "no label 'note_no_sim_pn'", "did you mean note_no_sim_pin"),
        ("renamed.yaml:1", "'wandering'"),
        ("renamed.yaml:1", "still an id"),
        ("xx/a.yaml:1", "'xx' is no language"),
    ):
        assert any(all(part in fault for part in parts) for fault in found), (parts, found)


@pytest.mark.parametrize(
    ("name", "old", "new", "parts"),
    [
        ("menus/trees/4.0/phone.yaml", "kind: toggle", "kind: togle", ["phone.yaml:", "toggle"]),
        ("menus/trees/6.0/home.yaml", "order: [", "order: [nowhere, ", ["home.yaml:", "nowhere"]),
        ("menus/labels/en/pcm4.yaml", "\ndocumented:", "\ndocumentd:",
         ["en/pcm4.yaml:2: documentd", "did you mean documented"]),
        ("menus/overlays/panamera-971.1-devices.yaml", "under: devices,", "under: device,",
         ["panamera-971.1-devices.yaml:", "did you mean devices"]),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_with_its_line(
    checkout: Path, name: str, old: str, new: str, parts: list[str]
) -> None:
    edit(checkout, name, old, new)
    found = told(checkout)
    assert any(all(part in fault for part in parts) for fault in found), found


def test_broken_cars_do_not_hide_broken_menus(checkout: Path) -> None:
    edit(checkout, "models/cars.yaml", "line: Macan", "lina: Macan")
    edit(checkout, "menus/trees/5.0/sound.yaml", "kind: toggle", "kind: togle")
    faults = told(checkout)
    assert any("cars.yaml" in fault and "did you mean line" in fault for fault in faults)
    assert any("5.0/sound.yaml" in fault and "'togle'" in fault for fault in faults)


def test_a_label_in_two_files_of_a_language(checkout: Path) -> None:
    write(checkout, "menus/labels/it/zz.yaml", "assumed: {note_also: 'Anche: {path}', ghost: Boh}")
    found = told(checkout)
    assert any("zz.yaml:1: assumed.note_also: stands in notes.yaml:" in fault for fault in found)
    assert any("assumed.ghost: no menu entry has this label" in fault for fault in found)


def test_texts_of_messages_are_compared_too(checkout: Path) -> None:
    write(checkout, "assets/texts/en.yaml", "texts: {hello: 'Hello {name}', bye: Bye}")
    write(checkout, "assets/texts/it.yaml", "texts: {hello: 'Ciao {nome}', bye: 7}")
    found = "\n".join(told(checkout))
    assert "it.yaml:1: texts.hello: its placeholders differ from English, which has: name" in found
    assert "it.yaml:1: texts.bye: is no text" in found


def test_names_the_head_unit_does_not_bind(checkout: Path) -> None:
    known = Vocabulary(does=frozenset({"dial_numbers"}))
    found = told(checkout, known)
    assert any("no 'dial_number'; did you mean dial_numbers" in fault for fault in found)
    assert any(".needs: the head unit knows no 'sim_slot'" in fault for fault in found)


@pytest.mark.parametrize(
    ("row", "key", "part"),
    [
        ({"kind": "toggle", "default": "yes"}, "default", "neither true nor false"),
        ({"kind": "range", "default": 3}, "limits", "is missing"),
        ({"kind": "range", "limits": TEN, "default": 11}, "default", "is not 0 to 10"),
        ({"kind": "range", "limits": TEN, "default": 7}, "default", "by 5"),
        ({"kind": "range", "limits": {"low": 5, "high": 5}}, "limits", "no range"),
        ({"kind": "action"}, "does", "is missing"),
        ({"kind": "value"}, "shows", "is missing"),
        ({"kind": "link"}, "to", "is missing"),
        ({"kind": "link", "to": "mian"}, "to", "did you mean main"),
        ({"kind": "toggle", "key": "PHON"}, "key", "no key 'PHON'; did you mean PHONE"),
        ({"kind": "link", "to": "x"}, "to", "opens no page"),
        ({"kind": "toggle", "lists": "contacts"}, "lists", "does not fit a toggle"),
        ({"kind": "toggle", "layout": "map"}, "layout", "only page"),
        ({"kind": "page", "rows": [OPTION]}, "rows", "cannot stand in a page"),
        ({"kind": "choice", "default": "o", "rows": [OPTION]}, "rows", "two"),
        ({"kind": "toggle", "assumed": "dept"}, "assumed", "'dept'; did you mean depth"),
        ({"kind": "toggle", "source": "C99"}, "source", "unknown source 'C99'"),
    ],
)  # fmt: skip
def test_a_field_that_does_not_fit(row: dict[str, object], key: str, part: str) -> None:
    problems = list(node_problems(tree_of({"id": "x", **row}), "x", REASONS, None))
    assert any(key == where and part in what for where, what in problems), problems


def test_an_entry_under_a_documented_one_states_its_own_proof() -> None:
    page = {"id": "x", "kind": "page", "source": "faq:183", "rows": [{"id": "y", "kind": "toggle"}]}
    (problem,) = node_problems(tree_of(page), "y", REASONS, None)
    assert "needs 'source' or 'assumed'" in problem[1]


def test_placeholders_of_a_text() -> None:
    assert placeholders("{a} of {b}: {a}") == {"a", "b"}
    assert placeholders("none") == set()
    assert placeholders("{broken") == {"?"}
