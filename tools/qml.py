"""qmllint and qmlformat as gates over the QML of the window; used by tools/gates.py."""

import importlib.util
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FOLDER = Path("pcm/ui/qml")


def qml_files(root: Path) -> list[Path]:
    return sorted((root / FOLDER).rglob("*.qml"))


def lint_command(root: Path) -> list[str]:
    """Categories stand in .qmllint.ini; without `--max-warnings 0` warnings end with status 0."""
    files = [str(path) for path in qml_files(root)]
    return [str(qt_tool("qmllint")), "--max-warnings", "0", "-I", str(root / FOLDER), *files]


def format_faults(root: Path) -> list[str]:
    """The files that qmlformat would write differently (settings in .qmlformat.ini)."""
    files = qml_files(root)
    if not files:
        return [f"no QML file found under {FOLDER}"]
    with ThreadPoolExecutor(2) as pool:
        same = list(pool.map(_is_formatted, files))
    tool = "pyside6-qmlformat -i"
    return [
        f"{path.relative_to(root)}: not formatted; run {tool} {path.relative_to(root)}"
        for path, well in zip(files, same, strict=True)
        if not well
    ]


def _is_formatted(path: Path) -> bool:
    done = subprocess.run([qt_tool("qmlformat"), path], capture_output=True)
    return done.returncode == 0 and done.stdout == path.read_bytes()


def qt_tool(name: str) -> Path:
    """The program in PySide6's own folder: its starters in bin/ break when the checkout moves."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("PySide6 is not installed")
    return Path(spec.origin).parent / (f"{name}.exe" if sys.platform == "win32" else name)
