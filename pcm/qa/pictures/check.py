"""One picture against its stored one, and whole folders of them; accepting what is new."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.errors import PcmError, UnknownNameError
from pcm.qa.pictures.difference import derive_difference
from pcm.qa.pictures.picture import Box, Picture, Tolerance, open_picture
from pcm.qa.pictures.results import (
    Found,
    file_errors,
    forget,
    keep_difference,
    read_differences,
    write_page,
)


@dataclass(frozen=True, slots=True)
class How:
    """How pictures are compared."""

    tolerance: Tolerance = Tolerance()  # noqa: RUF009  frozen
    masks: tuple[str | Box, ...] = ()


def check_picture(
    name: str,
    actual: Path | bytes,
    stored: Path,
    out: Path,
    how: How = How(),
) -> Found | None:
    """None when the picture is as stored; else what was found stands in `out`, with its page."""
    after = open_picture(actual, name)
    before = open_picture(stored) if stored.exists() else None
    found = _compared(name, stored, before, after, out, how)
    if found:
        write_page(out, "Pictures that are not as stored")
    return found


def _compared(
    name: str, stored: Path, before: Picture | None, after: Picture | None, out: Path, how: How
) -> Found | None:
    if not (before and after):
        return keep_difference(out, name, stored, before, after)
    difference = derive_difference(before, after, how.tolerance, how.masks)
    if difference is None:
        return None
    return keep_difference(out, name, stored, before, after, difference)


def compare_folders(before: Path, after: Path, out: Path, how: How) -> tuple[int, list[Found]]:
    """How many pictures there are, and those that differ; raises PcmError."""
    for listing, old in read_differences(out).items() if out.is_dir() else ():
        forget(listing, old)
    stored, now = _pictures(before, out), _pictures(after, out)
    names = sorted({*stored, *now})
    found = []
    for name in names:
        one, other = (open_picture(f[name]) if name in f else None for f in (stored, now))
        different = _compared(name, before / name, one, other, out, how)
        found += [different] if different else []
    write_page(out, f"Pictures of {after}, before in {before}", len(names))
    return len(names), sorted(found, key=lambda each: -each.share)


def _pictures(folder: Path, out: Path) -> dict[str, Path]:
    """Every PNG beneath a folder by its name there; raises PcmError when there is none."""
    if not folder.is_dir():
        raise PcmError(f"there is no folder {folder}")
    files = (file for file in sorted(folder.rglob("*.png")) if out not in file.parents)
    found = {file.relative_to(folder).as_posix(): file for file in files}
    if not found:
        raise PcmError(f"no picture (*.png) is in {folder}")
    return found


def accept(out: Path, names: Sequence[str] = ()) -> list[str]:
    """Store what is new in the place of what was stored: all of a folder, or these.

    A line for each; raises PcmError, UnknownNameError.
    """
    if not out.is_dir():
        raise PcmError(f"there is no folder {out}")
    differences = read_differences(out)
    known = [found.name for found in differences.values()]
    for name in names:
        if name not in known:
            raise UnknownNameError("picture", name, known)
    done = [
        _accept(listing, found)
        for listing, found in differences.items()
        if not names or found.name in names
    ]
    for folder in {listing.parent for listing in differences}:
        write_page(folder, "Pictures that are not as stored")
    return done


def _accept(listing: Path, found: Found) -> str:
    stored = Path(found.stored)
    with file_errors(stored):
        if found.kind == "gone":
            stored.unlink(missing_ok=True)
        else:
            stored.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(listing.parent / found.after, stored)
    forget(listing, found)
    deed = {"gone": "removed", "new": "stored", "different": "replaced"}[found.kind]
    return f"{deed} {stored}"
