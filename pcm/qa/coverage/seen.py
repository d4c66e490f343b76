"""What was seen of the cars in a run: values that merge, and the JSON files they are kept in.

A file holds one car that one process drove; what cannot be read is named, the rest counts.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeAlias

from pydantic import ValidationError

from models.content import Content
from models.errors import PcmError


@dataclass(frozen=True, slots=True, order=True)
class Desk:
    """The car whose menus were used, in its year and country."""

    car: str
    year: int
    country: str

    @property
    def name(self) -> str:
        return f"{self.car}-{self.year}-{self.country}"


@dataclass(frozen=True, slots=True)
class Seen:
    """outcomes: "ROW OUTCOME". Rows are seen with the screen they stand on."""

    screens: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    overlays: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()

    def __or__(self, other: "Seen") -> "Seen":
        return Seen(*(getattr(self, f.name) | getattr(other, f.name) for f in fields(Seen)))


SeenByDesk: TypeAlias = Mapping[Desk, Seen]


class SeenFile(Content):
    """A coverage file."""

    car: str
    year: int
    country: str
    screens: frozenset[str]
    outcomes: frozenset[str]
    overlays: frozenset[str]
    reasons: frozenset[str]


def merge(runs: Iterable[SeenByDesk]) -> dict[Desk, Seen]:
    """All that any of the runs has seen."""
    found: dict[Desk, Seen] = {}
    for run in runs:
        for desk, seen in run.items():
            found[desk] = found.get(desk, Seen()) | seen
    return found


def write_seen(folder: Path, desk: Desk, seen: Seen) -> Path:
    """Add to what this process has written of the car; whole or not at all, even when killed."""
    file = folder / f"{desk.name}-{os.getpid()}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if file.exists():
            seen = merge(({desk: seen}, read_seen(file)))[desk]
        lists = {f.name: sorted(getattr(seen, f.name)) for f in fields(Seen)}
        value = {"car": desk.car, "year": desk.year, "country": desk.country, **lists}
        draft = file.with_suffix(".part")
        draft.write_text(json.dumps(value, indent=1), "utf-8")
        draft.replace(file)
    except OSError as error:
        raise PcmError(f"{file}: cannot be written: {error.strerror}") from None
    return file


def read_seen(file: Path) -> dict[Desk, Seen]:
    """What a file holds; raises PcmError that names it."""
    try:
        read = SeenFile.model_validate_json(file.read_bytes())
    except OSError as error:
        raise PcmError(f"{file}: cannot be read: {error.strerror}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise PcmError(f"{file}: no coverage file: {where}: {first['msg']}") from None
    seen = Seen(read.screens, read.outcomes, read.overlays, read.reasons)
    return {Desk(read.car, read.year, read.country): seen}


def load_seen(folder: Path) -> tuple[dict[Desk, Seen], list[str]]:
    """What all files of a folder hold together, and what is wrong with those left out."""
    runs, problems = [], []
    for file in sorted(folder.glob("*.json")):
        try:
            runs.append(read_seen(file))
        except PcmError as error:
            problems.append(str(error))
    return merge(runs), problems
