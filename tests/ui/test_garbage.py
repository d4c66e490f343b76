"""Garbage dies in Qt's thread alone while others run beside it."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pcm.ui.garbage import GarbageKeeper


class Knot(QObject):
    """Only the collector finds it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_a_qt_object_dies_in_the_thread_of_qt(qtbot: QtBot) -> None:
    gc.collect()
    keeper = GarbageKeeper()
    died: list[threading.Thread] = []
    weakref.finalize(Knot(), lambda: died.append(threading.current_thread()))
    maker = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    maker.start()
    maker.join()
    assert died == []
    kept: list[list[int]] = [[] for _ in range(gc.get_threshold()[0] + 200)]  # now it is due
    qtbot.waitUntil(lambda: died == [threading.main_thread()])
    assert kept
    keeper.close()
    assert gc.isenabled()
