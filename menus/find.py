"""Finds the menu entry that a tester names: by id, label in any language, or path (`A > B`).

Used by every face that takes a row's name; knows nothing of what is on the screen beyond `among`.
"""

from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import Path

from menus.labels import load_labels
from menus.node import Node, Renamed
from menus.tree import Tree, label_key
from models.catalogue import LANGUAGES, Languages
from models.content import load_content
from models.errors import PcmError, UnknownNameError

HERE = Path(__file__).parent
SEPARATORS = (">", "▶")


def find_node(
    tree: Tree,
    name: str,
    languages: Collection[Languages] = LANGUAGES,
    among: Collection[str] = (),
    root: Path = HERE,
) -> str:
    """The id that `name` means.

    `languages` are tried in their order, so that the language on the screen wins; `among` (the
    rows on the screen) wins over the rest of the tree. Raises UnknownNameError, PcmError for an
    ambiguous or renamed one.
    """
    wanted = name.strip()
    if split_path(wanted)[1:]:
        return _find_path(tree, wanted, tuple(languages), root)
    if wanted.casefold() in tree:
        return wanted.casefold()
    for language in languages:
        found = _names(tree, language, root).get(wanted.casefold(), ())
        preferred = [id_ for id_ in found if id_ in among] or list(found)
        if preferred:
            return _only(tree, wanted, preferred)
    raise _unknown(tree, wanted, languages, root)


def _find_path(tree: Tree, name: str, languages: tuple[Languages, ...], root: Path) -> str:
    """Follow the parts of a path from home.

    Each part may be an id or a label; the first also the caption of a key.
    """
    parts = split_path(name)
    if len(parts) > 1 and _means(parts[0], tree.home, languages, root):
        parts = parts[1:]
    here: list[str] = []
    for depth, part in enumerate(parts):
        steps = dict.fromkeys(_next(tree, here) if depth else _starts(tree))
        here = [id_ for id_ in steps if _means(part, tree.node(id_), languages, root)]
        if not here and not depth:  # the source prints some paths without their main menu
            here = [id_ for id_ in tree.ids() if _means(part, tree.node(id_), languages, root)]
        if not here:
            where = " > ".join(parts[:depth]) or "the main menus"
            known = [
                word for id_ in steps for word in _spellings(tree.node(id_), languages[:1], root)
            ]
            raise UnknownNameError(f"entry in {where}:", part, [*known, *steps])
    return _only(tree, name, here)


def split_path(name: str) -> list[str]:
    """ "A > B ▶ C" -> ["A", "B", "C"]."""
    for mark in SEPARATORS[1:]:
        name = name.replace(mark, SEPARATORS[0])
    return [part.strip() for part in name.split(SEPARATORS[0]) if part.strip()]


def _starts(tree: Tree) -> Iterator[str]:
    """Where a path may start: at a main menu or at any entry with a key."""
    yield from (main.id for main in tree.mains)
    yield from (id_ for id_ in tree.ids() if tree.node(id_).key)


def _next(tree: Tree, ids: Collection[str]) -> Iterator[str]:
    """Rows below the ids, through links too."""
    for id_ in ids:
        node = tree.node(id_)
        target = tree.node(node.to) if node.to else node
        yield from (row.id for row in target.rows)


def _means(part: str, node: Node, languages: tuple[Languages, ...], root: Path) -> bool:
    folded = part.casefold()
    if folded in (node.id, (node.key or "").casefold()):
        return True
    return any(folded == name.casefold() for name in _spellings(node, languages, root))


def _spellings(node: Node, languages: Collection[Languages], root: Path) -> Iterator[str]:
    for language in languages:
        yield from load_labels(language, root).names(label_key(node))


@lru_cache(maxsize=64)
def _names(tree: Tree, language: Languages, root: Path) -> dict[str, tuple[str, ...]]:
    """Folded name -> ids, of every entry of a tree in a language (captions of keys too)."""
    ids: dict[str, list[str]] = {}
    for id_ in tree.ids():
        node = tree.node(id_)
        for name in {
            name.casefold() for name in (*_spellings(node, (language,), root), node.key or "")
        }:
            ids.setdefault(name, []).append(id_)
    ids.pop("", None)
    return {name: tuple(found) for name, found in ids.items()}


def _only(tree: Tree, name: str, ids: Collection[str]) -> str:
    if len(ids) == 1:
        return next(iter(ids))
    paths = "; ".join(" > ".join(tree.path(id_)) for id_ in ids)
    raise PcmError(f"{name!r} names {len(ids)} entries; name one by id or path: {paths}")


def _unknown(tree: Tree, name: str, languages: Collection[Languages], root: Path) -> PcmError:
    new = load_renamed(root).get(name)
    if new is not None:
        return PcmError(f"menu id {name!r} is now {new!r}")
    known = [*tree.ids()]
    for language in languages:
        known += [
            name for id_ in tree.ids() for name in _spellings(tree.node(id_), (language,), root)
        ]
    return UnknownNameError("menu entry", name, known)


@cache
def load_renamed(root: Path = HERE) -> dict[str, str]:
    """The tombstones: old id -> new id."""
    path = root / "renamed.yaml"
    return load_content(path, Renamed).renamed if path.exists() else {}
