"""Starts Qt and a QML engine for the face: rendering, fonts, import path, Qt's messages into the
log.

Used by the window (app.py) and by the pictures (painter.py).
"""

import logging
import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from models.errors import PcmError
from pcm.ui.fonts import load_fonts

QML = Path(__file__).parent / "qml"
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
logger = logging.getLogger(__name__)


def start_qt(platform: str = "", software: bool = False) -> QGuiApplication:
    """The running QGuiApplication, or a new one with the fonts loaded.

    `platform` ("offscreen" for pictures) and `software` (drawing that needs no graphics card and
    starts
    at once; a set QT_QUICK_BACKEND wins) count only for a new one.
    """
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        load_fonts()
        return running
    if platform:
        os.environ["QT_QPA_PLATFORM"] = platform
    if software:
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    qInstallMessageHandler(_log_message)
    app = QGuiApplication(["pcm"])
    load_fonts()
    return app


def make_engine() -> QQmlEngine:
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    return engine


def set_still(engine: QQmlEngine, still: bool) -> None:
    """Switch all animation off: what is drawn is what stays."""
    units = engine.singletonInstance("Pcm", "Units")
    assert isinstance(units, QObject)
    units.setProperty("still", still)


def create_object(engine: QQmlEngine, file: str, models: Mapping[str, QObject]) -> QObject:
    """Build the object of a file below qml/ with its view models; raises PcmError when it cannot be
    built.
    """
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(QML / file)), engine)
    made = component.createWithInitialProperties(dict(models))
    if component.isError() or made is None:
        fault = "; ".join(error.toString() for error in component.errors())
        raise PcmError(f"the screen cannot be built: {fault}")
    for model in models.values():
        model.setParent(made)  # a model must not die before what is bound to it
    return made


def _log_message(kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    logger.log(LEVELS.get(kind, logging.WARNING), "%s", message)
