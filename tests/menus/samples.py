"""Small menu trees for tests: written as files below a folder, or taken from memory."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from menus.merge import Overlay
from menus.node import Node, OverlayFile
from menus.tree import Tree
from models.catalogue import find_car
from models.content import parse_content, read_document

CAR = find_car("718-982")
HOME = """
    home: {id: home, kind: page, layout: home, assumed: design}
    order: [phone, car]
"""
PHONE = """
    node:
      id: phone
      kind: page
      key: PHONE
      source: faq:183
      rows:
        - {id: contacts, kind: page, lists: contacts, assumed: depth}
        - id: phone_opt
          kind: options
          source: faq:183
          rows:
            - {id: roaming, kind: toggle, source: faq:183}
            - id: ring
              kind: choice
              default: ring_1
              assumed: depth
              rows: [{id: ring_1, kind: option}, {id: ring_2, kind: option}]
"""
CAR_MENU = """
    node:
      id: car
      kind: page
      key: CAR
      assumed: background
      rows:
        - {id: lights, kind: toggle}
        - {id: to_ring, kind: link, to: ring}
"""


def write(folder: Path, name: str, text: str) -> Path:
    """Write one YAML file below the folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text).lstrip(), encoding="utf-8")
    return path


def write_menus(folder: Path) -> Path:
    """A PCM 4.0 of two main menus."""
    write(folder, "trees/4.0/home.yaml", HOME)
    write(folder, "trees/4.0/phone.yaml", PHONE)
    write(folder, "trees/4.0/car.yaml", CAR_MENU)
    return folder


def overlay(folder: Path, text: str) -> Overlay:
    """An overlay read from a file `overlay.yaml` that fits CAR."""
    path = write(folder, "overlay.yaml", "cars: [718-982]\nwhy: test\n" + dedent(text).lstrip())
    document = read_document(path)
    return Overlay(parse_content(document, OverlayFile), document)


def tree_of(*rows: Mapping[str, object]) -> Tree:
    """A tree whose one main menu has these rows."""
    main = {"id": "main", "kind": "page", "assumed": "depth", "rows": rows}
    home = {"id": "home", "kind": "page", "assumed": "design", "rows": [main]}
    return Tree.of(CAR, 2020, Node.model_validate(home))
