"""Handbooks of four head units, each written once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from models.catalogue import Languages, find_car
from pcm.handbook.book import write_handbook
from pcm.headunit.session import Session

CARS: dict[str, tuple[int, Languages]] = {
    "718-982": (2018, "it"),
    "panamera-971.1": (2018, "de"),
    "cayenne-9y0": (2020, "de"),
    "taycan-j1": (2024, "it"),
}
LESSONS = ("link",)


def car_session(car: str, language: Languages | None = None) -> Session:
    year, its = CARS[car]
    return Session(find_car(car, year), year, "IT", language or its)


@pytest.fixture(scope="session")
def handbooks(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Car -> folder."""
    folders = {car: tmp_path_factory.mktemp(car) for car in CARS}
    for car, folder in folders.items():
        write_handbook(car_session(car), LESSONS, folder)
    return folders


@pytest.fixture(params=CARS)
def car(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def handbook(handbooks: dict[str, Path], car: str) -> Path:
    return handbooks[car]
