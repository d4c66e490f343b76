"""Makes the pictures of the README: one window a generation, in a told state.

`python -m pcm.ui.readme_pictures` writes them to docs/pictures; nothing else uses this module.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from models.catalogue import Languages, find_car
from pcm.headunit.session import Session
from pcm.ui.app import Window
from pcm.ui.engine import start_qt

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: a car, and what was done before it was taken."""

    name: str
    car: str
    year: int
    language: Languages
    verbs: tuple[str, ...]


SCENES = (
    Scene(
        "pcm-4.0",
        "718-982",
        2018,
        "it",
        ("tap APPS > OPT > Login Porsche Connect > enter_pairing_code", "type 47190"),
    ),
    Scene(
        "pcm-4.1",
        "panamera-971.1",
        2018,
        "en",
        ("phone pair", "pass 5 s", "tap DEVICES > Device manager"),
    ),
    Scene(
        "pcm-5.0",
        "cayenne-9y0",
        2019,
        "it",
        (
            "car night off",
            "sim insert no_pin",
            "net abroad CH LTE bars 4",
            "tap SET > Gestione dispositivi > Opzioni > Dati mobili > Roaming",
            "ok",
            "pass 5 s",
        ),
    ),
    Scene(
        "pcm-6.0",
        "taycan-j1",
        2024,
        "it",
        (
            "phone pair",
            "tap Impostazioni > Account > Configura account",
            "type @email",
            "ok",
            "type @password",
            "ok",
            "type @security-code",
            "ok",
            "home",
            "pass 5 s",
        ),
    ),
)


def make_pictures(folder: Path = FOLDER) -> list[Path]:
    """Draw every scene and write it as PNG; returns the files."""
    start_qt("offscreen", software=True)
    return [_draw(scene, folder) for scene in SCENES]


def _draw(scene: Scene, folder: Path) -> Path:
    session = Session(find_car(scene.car, scene.year), scene.year, "IT", scene.language)
    for verb in scene.verbs:
        answer = session.do(verb)
        if not answer.ok:
            raise ValueError(f"{scene.name}: {verb}: {answer.text}")
    window = Window(session, still=True)
    window.window.show()
    QGuiApplication.processEvents()
    path = folder / f"{scene.name}.png"
    window.window.grabWindow().save(str(path))
    window.close()
    return path


if __name__ == "__main__":
    make_pictures()
