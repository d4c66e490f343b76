"""A small clean tree on which every gate passes, to break one thing in."""

import shutil
from pathlib import Path

from tools.environment import ROOT

SETTINGS = ("pyproject.toml", ".qmllint.ini", ".qmlformat.ini")
PACKAGES = (
    "models",
    "menus",
    "connectivity",
    "connectivity/outside",
    "pcm",
    "pcm/headunit",
    "pcm/console",
    "pcm/handbook",
    "pcm/pages",
    "pcm/training",
    "pcm/web",
    "pcm/qa",
    "pcm/qa/flow",
    "pcm/ui",
    "pcm/cli",
)
MODULES = (
    "connectivity/sim",
    "pcm/origin",
    "pcm/system_packages",
    "pcm/headunit/session",
    "pcm/headunit/unit",
    "pcm/headunit/world",
)
QML = """import QtQuick

Item {
    id: root

    readonly property string label: "a"

    Text {
        text: root.label
    }
}
"""


def make_tree(root: Path) -> Path:
    for name in SETTINGS:
        shutil.copy(ROOT / name, root / name)
    for package in PACKAGES:
        write(root, f"{package}/__init__.py", f'"""The package {package} of the sample."""\n')
    for module in MODULES:
        write(root, f"{module}.py", f'"""The module {module} of the sample."""\n')
    write(root, "pcm/ui/qml/Sample.qml", QML)
    return root


def write(root: Path, path: str, text: str) -> Path:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
    return target
