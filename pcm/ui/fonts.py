"""The fonts of the face, taken from the packages font-roboto and QtAwesome without importing their
code.

Fonts never come from the machine, so pictures are the same everywhere. `glyph` turns icon names
into characters.
"""

import json
import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from models.errors import PcmError, UnknownNameError

logger = logging.getLogger(__name__)

TEXT_FAMILY = "Roboto"
TEXT_FILES = ("Roboto-Light.ttf", "Roboto-Regular.ttf", "Roboto-Medium.ttf")
ICON_FILE = "phosphor-1.3.0.ttf"
ICON_MAP = "phosphor-charmap-1.3.0.json"


@cache
def load_fonts() -> None:
    """Register the fonts, once, and make Roboto the default; needs a running QGuiApplication."""
    texts, icons = _folder("font_roboto", "files"), _folder("qtawesome", "fonts")
    for path in (*(texts / name for name in TEXT_FILES), icons / ICON_FILE):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise PcmError(f"the font {path.name} cannot be read; install the packages again")
    QGuiApplication.setFont(QFont(TEXT_FAMILY))


@cache
def icon_names() -> dict[str, str]:
    """Every icon name of the set and its character."""
    text = (_folder("qtawesome", "fonts") / ICON_MAP).read_text(encoding="ascii")
    return {name: chr(int(point, 16)) for name, point in json.loads(text).items()}


@cache
def glyph(name: str) -> str:
    """The character of an icon; "" for no icon, and with a warning for one that the set does not
    have.
    """
    if name and name not in icon_names():
        logger.warning("%s", UnknownNameError("icon", name, icon_names()))
    return icon_names().get(name, "")


def _folder(package: str, inner: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise PcmError(
            f"the package {package} with the fonts is missing; install the packages again"
        )
    return Path(next(iter(spec.submodule_search_locations))) / inner
