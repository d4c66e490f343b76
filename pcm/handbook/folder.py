"""Folders that somebody has asked for: made when they are missing, refused in one clear line."""

from pathlib import Path

from models.errors import PcmError


def open_folder(folder: Path, called: str) -> None:
    """called: how whoever asked for it knows it. Raises PcmError when it cannot be."""
    if folder.exists() and not folder.is_dir():
        raise PcmError(f"{called} is a file; a folder is needed")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PcmError(f"{called}: {error.strerror}") from None
