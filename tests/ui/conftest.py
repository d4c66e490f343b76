"""One display for all tests of the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.screens import all_screens
from tests.ui.stage import Stage


@pytest.fixture(scope="package")
def shared_stage(qapp: QGuiApplication) -> Iterator[Stage]:
    assert isinstance(qapp, QGuiApplication)
    stage = Stage(all_screens()["4.0_home"])
    yield stage
    stage.close()


@pytest.fixture
def stage(shared_stage: Stage) -> Stage:
    shared_stage.lines.clear()
    return shared_stage
