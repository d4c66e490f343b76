"""Makes a view model known to QML as a type of the module Pcm.Model; QML can name it and never
create it.

A class decorator. The type's description for qmllint is written from it by qml_types.py.
"""

from typing import Any, TypeVar

from PySide6.QtQml import qmlRegisterUncreatableType

MODULE = "Pcm.Model"
MAJOR, MINOR = 1, 0

Model = TypeVar("Model", bound=type)


def for_qml(kind: Model) -> Model:
    """Register `kind` under its own name."""
    name: Any = kind.__name__  # WORKAROUND(PySide6 6.11): the stubs ask for bytes, Qt takes str
    why: Any = "made by the program"
    qmlRegisterUncreatableType(kind, MODULE, MAJOR, MINOR, name, why)
    return kind
