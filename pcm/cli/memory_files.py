"""Which file is the memory of which car: the option --memory, else the user's data folder."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from models.errors import PcmError
from pcm.headunit.memory import faults
from pcm.headunit.memory.memory import Memory
from pcm.headunit.view import Setup

FOLDER, SUFFIX = "pcm-simulator", ".sqlite"


def chosen_memory(option: str | None, lasting: bool, tell: Callable[[str], None]) -> Memory | None:
    """The memory that --memory names; without the option there is one only when `lasting`."""
    if option == "none" or (option is None and not lasting):
        return None
    if option is None:
        return Memory(_in_data_folder, tell)
    if not option.strip() or "\0" in option:
        raise PcmError("--memory takes a file or none")
    return Memory(_Named(Path(option)), tell)


class _Named:
    """The file that was named for the first car; another car's lies beside it."""

    def __init__(self, path: Path) -> None:
        self._path, self._first = path, ""

    def __call__(self, setup: Setup) -> Path:
        car = _name(setup)
        self._first = self._first or car
        if car == self._first:
            return self._path
        return self._path.with_name(f"{self._path.stem}-{car}{self._path.suffix}")


def _in_data_folder(setup: Setup) -> Path:
    name = f"{_name(setup)}{SUFFIX}"
    try:
        folder = data_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: there is no home folder
        raise faults.unusable(Path(name), str(error)) from error
    return folder / name


def data_folder() -> Path:
    """Where the platform wants a user's data (XDG base directory specification on Linux)."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME", ""))
        base = base if base.is_absolute() else Path.home() / ".local" / "share"
    return base / FOLDER


def _name(setup: Setup) -> str:
    return f"{setup.car.id}-{setup.year}-{setup.market.code}"
