"""Describes the Python view models to qmllint: writes qml/Pcm/Model from their Qt meta objects.

`python -m pcm.ui.qml_types` writes the two files anew; a test compares them, so that they are never
stale.
"""

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QMetaMethod, QMetaObject, QMetaProperty

from pcm.ui.bench_model import BenchModel
from pcm.ui.coach_labels import CoachLabels
from pcm.ui.coach_model import CoachModel
from pcm.ui.for_qml import MAJOR, MINOR, MODULE
from pcm.ui.hand_model import HandModel
from pcm.ui.header_model import HeaderModel
from pcm.ui.keyboard_model import KeyboardModel
from pcm.ui.mark_model import MarkModel
from pcm.ui.overlay_model import OverlayModel
from pcm.ui.screen_model import ScreenModel
from pcm.ui.window_model import WindowModel
from pcm.ui.window_words import WindowWords

FOLDER = Path(__file__).parent / "qml" / "Pcm" / "Model"
MODELS: tuple[Any, ...] = (
    BenchModel,
    CoachLabels,
    CoachModel,
    HandModel,
    HeaderModel,
    KeyboardModel,
    MarkModel,
    OverlayModel,
    ScreenModel,
    WindowModel,
    WindowWords,
)


def render_qmldir() -> str:
    return f"module {MODULE}\ntypeinfo model.qmltypes\n"


def render_qmltypes() -> str:
    """The description of all view models in the format of Qt's QML tools."""
    bodies = "".join(_render_type(kind.staticMetaObject) for kind in MODELS)
    return f"import QtQuick.tooling 1.2\n\nModule {{\n{bodies}}}\n"


def _render_type(meta: QMetaObject) -> str:
    name = _text(meta.className())
    properties = [meta.property(i) for i in range(meta.propertyOffset(), meta.propertyCount())]
    methods = [meta.method(i) for i in range(meta.methodOffset(), meta.methodCount())]
    lines = [
        f'name: "{name}"',
        'accessSemantics: "reference"',
        'prototype: "QObject"',
        f'exports: ["{MODULE}/{name} {MAJOR}.{MINOR}"]',
        "isCreatable: false",
        f"exportMetaObjectRevisions: [{MAJOR * 256 + MINOR}]",
        *(_render_property(item) for item in properties),
        *(_render_method(item) for item in methods),
    ]
    return "    Component {\n" + "".join(f"        {line}\n" for line in lines) + "    }\n"


def _render_property(item: QMetaProperty) -> str:
    kind = _text(item.typeName())
    parts = [f'name: "{_text(item.name())}"', f'type: "{kind.removesuffix("*")}"']
    parts += ["isPointer: true"] if kind.endswith("*") else []
    parts += [] if item.isWritable() else ["isReadonly: true"]
    if item.isConstant():
        parts.append("isConstant: true")
    else:
        parts.append(f'notify: "{_text(item.notifySignal().name())}"')
    return f"Property {{ {'; '.join(parts)} }}"


def _render_method(item: QMetaMethod) -> str:
    word = "Signal" if item.methodType() is QMetaMethod.MethodType.Signal else "Method"
    names, kinds = item.parameterNames(), item.parameterTypes()
    parts = [f'name: "{_text(item.name())}"']
    parts += [] if _text(item.typeName()) in ("void", "") else [f'type: "{_text(item.typeName())}"']
    parameters: list[str] = []
    for at, kind in enumerate(kinds):
        name = _text(names[at]) or f"value{at}"
        kind_name = _text(kind).removesuffix("*")
        parameters.append(f' Parameter {{ name: "{name}"; type: "{kind_name}" }}')
    return f"{word} {{ {'; '.join(parts)};{''.join(parameters)} }}"


def _text(value: object) -> str:
    """The text of a name, which Qt gives as str or QByteArray."""
    return value if isinstance(value, str) else bytes(cast(bytes, value)).decode()


def write_files() -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "qmldir").write_text(render_qmldir(), encoding="utf-8")
    (FOLDER / "model.qmltypes").write_text(render_qmltypes(), encoding="utf-8")


if __name__ == "__main__":
    write_files()
