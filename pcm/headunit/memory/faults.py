"""Why a memory cannot be used, as the driver and the terminal are told."""

from pathlib import Path

from models.reasons import Reason
from models.texts import load_texts


class MemoryFaultError(Exception):
    """A memory file that cannot be opened or written. detail: what the system says."""

    def __init__(self, reason: Reason, path: Path, detail: str = "") -> None:
        self.reason, self.path, self.detail = reason, path, detail
        super().__init__(reason.key)


class DamagedMemoryError(MemoryFaultError):
    """What lies there is no memory, or one no longer."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(damaged(path), path, detail)


def damaged(path: Path) -> Reason:
    return Reason.of("memory_damaged", file=path.name)


def busy(path: Path) -> MemoryFaultError:
    return MemoryFaultError(Reason.of("memory_busy", file=path.name), path)


def newer(path: Path, detail: str) -> MemoryFaultError:
    return MemoryFaultError(Reason.of("memory_newer", file=path.name), path, detail)


def other_car(path: Path, owner: str) -> MemoryFaultError:
    return MemoryFaultError(Reason.of("memory_other_car", file=path.name), path, owner)


def unusable(path: Path, detail: str) -> MemoryFaultError:
    return MemoryFaultError(Reason.of("memory_unusable", file=path.name), path, detail)


def terminal_line(reason: Reason, path: Path, detail: str) -> str:
    """The same words for the terminal, with the whole path and what the system said."""
    words = load_texts("en").say(f"reason.{reason.key}", **dict(reason.values))
    return f"{words} [{': '.join(filter(None, (str(path), detail)))}]"
