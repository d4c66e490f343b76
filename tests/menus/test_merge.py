"""Overlays: each line does something, faults name their line, the merge loses nothing."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from menus.load import load_base
from menus.merge import Overlay, merge_overlay
from menus.node import Node, OverlayFile
from menus.tree import walk
from models.content import ContentError, Document
from tests.menus.samples import overlay, write_menus


@pytest.fixture
def base(tmp_path: Path) -> Node:
    return load_base("4.0", write_menus(tmp_path))


def ids(root: Node) -> list[str]:
    return [node.id for _, node in walk(root)]


def row_ids(root: Node, id_: str) -> list[str]:
    found = next(node for _, node in walk(root) if node.id == id_)
    return [row.id for row in found.rows]


def test_rows_are_added_at_their_place(base: Node, tmp_path: Path) -> None:
    text = """
        add:
          - {under: car, node: {id: last, kind: toggle}}
          - {under: car, node: {id: first, kind: toggle}, first: true}
          - {under: car, node: {id: mid, kind: toggle}, after: lights}
    """
    merged = merge_overlay(base, overlay(tmp_path, text))
    assert row_ids(merged, "car") == ["first", "lights", "mid", "to_ring", "last"]


def test_a_row_moves_out_of_a_menu_that_goes(base: Node, tmp_path: Path) -> None:
    text = """
        move:
          - {id: lights, under: phone, first: true}
        remove: [car]
    """
    merged = merge_overlay(base, overlay(tmp_path, text))
    assert row_ids(merged, "phone") == ["lights", "contacts", "phone_opt"]
    assert "car" not in ids(merged)
    assert "to_ring" not in ids(merged)


def test_only_what_a_change_names_changes(base: Node, tmp_path: Path) -> None:
    merged = merge_overlay(base, overlay(tmp_path, "change: [{id: ring, default: ring_2}]"))
    ring = next(node for _, node in walk(merged) if node.id == "ring")
    assert ring.default == "ring_2"
    assert ring.assumed == "depth"
    assert len(ring.rows) == 2


def test_the_base_stays_as_it_was(base: Node, tmp_path: Path) -> None:
    before = base.model_dump()
    merge_overlay(base, overlay(tmp_path, "remove: [car]"))
    assert base.model_dump() == before


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("remove: [roamin]", "remove[0]: unknown menu id 'roamin'; did you mean roaming"),
        ("remove: [home]", "cannot be removed"),
        ("move: [{id: roaming, under: phone_opt, first: true}]", "the line changes nothing"),
        ("move: [{id: ring, under: phone_opt}]", "the line changes nothing"),
        ("move: [{id: phone, under: phone_opt}]", "cannot move into itself"),
        ("move: [{id: lights, under: phone, after: ring}]", "'ring' is no row of 'phone'"),
        ("move: [{id: lights, under: phone, after: contacts, first: true}]", "keep one of them"),
        ("move: [{id: lights, under: phnoe}]", "unknown menu id 'phnoe'; did you mean phone"),
        ("change: [{id: ring, default: ring_1}]", "change[0].default: 'ring' has this default"),
        ("change: [{id: ring}]", "names no change of 'ring'"),
        ("change: [{id: rng, default: ring_2}]", "unknown menu id 'rng'; did you mean ring"),
        ("add: [{under: car, node: {id: ring, kind: toggle}}]", "'ring' exists already"),
        ("add: [{under: cra, node: {id: new, kind: toggle}}]", "unknown menu id 'cra'"),
        ("add: [{under: car, node: {id: new, kind: toggle}, after: ring}]", "no row of 'car'"),
        ("years: [2016, 2020]", "changes nothing; delete the file"),
    ],
)
def test_a_line_that_does_nothing_or_points_nowhere_is_an_error(
    base: Node, tmp_path: Path, text: str, part: str
) -> None:
    with pytest.raises(ContentError) as refused:
        merge_overlay(base, overlay(tmp_path, text))
    assert len(refused.value.faults) == 1
    assert part in str(refused.value)
    assert "overlay.yaml:" in str(refused.value)


def test_all_faults_of_an_overlay_come_at_once_each_with_its_line(
    base: Node, tmp_path: Path
) -> None:
    text = """
        remove:
          - nowhere
        change:
          - {id: ring, default: ring_1}
    """
    with pytest.raises(ContentError) as refused:
        merge_overlay(base, overlay(tmp_path, text))
    assert sorted(fault.line for fault in refused.value.faults) == [4, 6]


def made_overlay(value: Mapping[str, object]) -> Overlay:
    whole = {"cars": ["718-982"], "why": "test", **value}
    return Overlay(OverlayFile.model_validate(whole), Document(Path("made.yaml"), whole, {}))


TREE = load_base("4.0")
ALL_IDS = ids(TREE)


@given(st.sampled_from(ALL_IDS), st.sampled_from(["home", *ALL_IDS]), st.booleans())
def test_a_move_keeps_every_entry_or_is_refused(id_: str, under: str, first: bool) -> None:
    move = {"move": [{"id": id_, "under": under, "first": first}]}
    try:
        merged = merge_overlay(TREE, made_overlay(move))
    except ContentError:
        return
    assert sorted(ids(merged)) == sorted(ALL_IDS)
    parent = next(parent for parent, node in walk(merged) if node.id == id_)
    assert parent.id == under
    assert parent.rows[0 if first else -1].id == id_


@given(st.sampled_from(ALL_IDS))
def test_what_is_removed_and_added_again_gives_the_same_entries(id_: str) -> None:
    parent, node = next((parent, node) for parent, node in walk(TREE) if node.id == id_)
    without = merge_overlay(TREE, made_overlay({"remove": [id_]}))
    gone = {id_, *ids(node)}
    assert set(ids(without)) == set(ALL_IDS) - gone
    if parent.id in {"home", *ids(without)}:
        again = made_overlay({"add": [{"under": parent.id, "node": node.model_dump()}]})
        assert sorted(ids(merge_overlay(without, again))) == sorted(ALL_IDS)
