"""What pip asks for `pip install -e .`: our packages importable where they stand (PEP 660).

A wheel with a path hook for these packages alone: the whole folder on the path would put our
`tests` and `tools` in the way of those of others. Copies are not offered: the program runs from
its sources. Standard library only, so pip needs to fetch nothing.
"""

import tomllib
import zipfile
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "menus", "connectivity", "pcm")
HOOK = '''"""Finds the packages of {root}. PYTEST_DONT_REWRITE"""
import sys
from importlib.machinery import PathFinder


class Checkout:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return PathFinder.find_spec(name, [{root!r}]) if name in {packages!r} else None


sys.meta_path.append(Checkout)
'''


def get_requires_for_build_editable(config_settings: Any = None) -> list[str]:
    return []


def build_editable(
    wheel_directory: str, config_settings: Any = None, metadata_directory: Any = None
) -> str:
    """Write the wheel; returns its name."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)["project"]
    stem = f"{project['name'].replace('-', '_')}-{project['version']}"
    info, hook = f"{stem}.dist-info", "_pcm_checkout"
    files = {
        f"{hook}.py": HOOK.format(root=str(ROOT), packages=PACKAGES),
        f"{hook}.pth": f"import {hook}\n",
        f"{info}/METADATA": _metadata(project),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": _entry_points(project["entry-points"]),
    }
    record = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    name = f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory, name), "w") as wheel:
        for file, content in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(file, content)
    return name


def build_wheel(*_: Any) -> NoReturn:
    raise SystemExit("pcm-simulator runs from its sources: say pip install -e .")


def _metadata(project: dict[str, Any]) -> str:
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {project['name']}",
        f"Version: {project['version']}",
        f"Summary: {project['description']}",
        f"Requires-Python: {project['requires-python']}",
        *(f"Requires-Dist: {line}" for line in project["dependencies"]),
    ]
    return "\n".join(lines) + "\n"


def _entry_points(groups: dict[str, dict[str, str]]) -> str:
    lines: list[str] = []
    for group, points in groups.items():
        lines += [f"[{group}]", *(f"{name} = {place}" for name, place in points.items())]
    return "\n".join(lines) + "\n"
