"""The keyword that compares the screen with a stored picture."""

import re
import shlex
import tempfile
from pathlib import Path

from robot.api import logger
from robot.libraries.BuiltIn import BuiltIn, RobotNotRunningError

from pcm.qa.desk import Wish
from pcm.qa.driver import Driver
from pcm.qa.keywords.keyword import KeywordError, Keywords
from pcm.qa.log_picture import picture_tag
from pcm.qa.pages import DIFFERENCES, PAGE

NAME = re.compile(r"[\w-][\w .-]*")


class PictureKeywords(Keywords):
    """What is seen, pixel by pixel."""

    @property
    def driver(self) -> Driver:
        """Makes the picture."""
        raise NotImplementedError

    @property
    def wish(self) -> Wish:
        """Tells whether there is a window."""
        raise NotImplementedError

    def picture_should_match(self, name: str, tolerance: str = "", mask: str = "") -> None:
        """The screen looks as the stored picture of this name.

        Pictures are stored beside the flow, for each car, year, country and language:
        `pictures/718-982-2019-IT-it/NAME.png`. What differs stands before and after on the page
        `differences/index.html` of the results. `run_pcm.py pictures accept RESULTS` stores what
        is new.

        `tolerance`: how much red, green or blue of a pixel may differ (`8`, of 255), the share of
        pixels that may (`0.5%`), or both. `mask`: what is not compared, by the id of its row, or
        `clock`, `temperature`, `toast`, or as x,y,width,height.

        Example:

            Picture Should Match    home    mask=clock,temperature
            Picture Should Match    sound    tolerance=20 0.5%
        """
        from pcm.qa.pictures.check import How, check_picture  # Pillow: only this keyword needs it
        from pcm.qa.pictures.picture import parse_masks, parse_tolerance

        if not NAME.fullmatch(name):
            raise KeywordError(
                f"{name!r} is no name of a picture: letters, digits, blanks, - and _"
            )
        how = How(parse_tolerance(tolerance), parse_masks(mask))
        flows, results = _folders()
        desk = self._desk()
        stored = flows / "pictures" / desk / f"{name}.png"
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "screen.png")
            self.driver.picture(file)
            found = check_picture(f"{desk}/{name}.png", file, stored, results, how)
        if found and found.kind == "new":
            accept = shlex.join(("run_pcm.py", "pictures", "accept", str(results), found.name))
            seen = results / found.after
            raise KeywordError(
                f"no picture {name!r} is stored for {desk}; when {seen} is right: {accept}"
            )
        if found:
            _log(results / found.marked)
            raise KeywordError(f"the picture {name!r} differs: {found.words}; see {results / PAGE}")

    def _desk(self) -> str:
        """The folder of one head unit's pictures; the window draws at its own size."""
        session = self.driver.session
        setup = session.setup
        words = (setup.car.id, setup.year, setup.market.code, session.unit.state.language)
        return "-".join(map(str, words)) + ("-window" if self.wish.window else "")


def _folders() -> tuple[Path, Path]:
    """Of the flow, and of what differs; without Robot Framework here, and differences/."""
    try:
        read = BuiltIn().get_variable_value
        flow, out = Path(read("${SUITE SOURCE}")), Path(read("${OUTPUT DIR}"))
        differences = Path(read("${DIFFERENCES}", out / DIFFERENCES))
    except RobotNotRunningError:
        return Path(), Path(DIFFERENCES)
    return (flow if flow.is_dir() else flow.parent), differences


def _log(marked: Path) -> None:
    """What differs, in the log."""
    link = f'<a href="{DIFFERENCES}/{PAGE}">before and after</a>'
    logger.write(f"{link}<br>{picture_tag(marked.read_bytes())}", html=True)
