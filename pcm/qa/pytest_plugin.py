"""The fixture `head_unit` of pytest: opens head units for a test, with the keywords as methods.

pytest loads this in every run of an environment that has it, so it imports what is ours only when
a test asks for the fixture.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import pytest

from pcm.origin import CHECKOUT, OWN, IntruderError, check_origin

if TYPE_CHECKING:
    from pcm.qa.library import HeadUnit

OURS = {CHECKOUT / name for name in (*OWN, "pcm")}


class HeadUnits:
    """What `head_unit` is: each call opens a car as delivered, closed when the test ends."""

    def __init__(self, folder: Path) -> None:
        """`folder`: where the pictures of a failure go."""
        self.folder = folder
        self.units: list[HeadUnit] = []

    def __call__(
        self,
        car: str = "",
        year: int | None = None,
        *,
        country: str = "",
        language: str = "",
        seed: int = 1,
        window: bool = False,
    ) -> HeadUnit:
        """Without a car it is 718-982, without a year the car's last one; country IT, language it.

        Raises PcmError for a car that there is not.
        """
        from pcm.qa.library import HeadUnit

        unit = HeadUnit(car, year, country, language, seed, window)
        unit.renew(unit.wish)
        self.units.append(unit)
        return unit

    def close(self) -> None:
        for unit in self.units:
            unit.close()
        self.units.clear()


OPENED = pytest.StashKey[HeadUnits]()


@pytest.fixture
def head_unit(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[HeadUnits]:
    """Head units for this test: unit = head_unit("718-982", 2019); unit.tap("PHONE")."""
    try:
        check_origin()
    except IntruderError as error:
        pytest.fail(str(error), pytrace=False)
    opened = request.node.stash[OPENED] = HeadUnits(tmp_path)
    yield opened
    opened.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failure shows the line of the test, not ours, and the screen at that moment."""
    opened = item.stash.get(OPENED, None)
    if opened is not None and call.excinfo is not None:
        call.excinfo = _without_ours(call.excinfo)
    report = yield
    if opened is not None and report.failed:
        report.sections += [_describe(opened, number) for number in range(len(opened.units))]
    return report


def _without_ours(
    raised: pytest.ExceptionInfo[BaseException],
) -> pytest.ExceptionInfo[BaseException]:
    """What a keyword says is enough; where in the program it was said helps nobody."""
    from models.errors import PcmError
    from pcm.qa.keywords.keyword import KeywordError

    if isinstance(raised.value, PcmError | KeywordError):
        error = raised.value.with_traceback(_theirs(raised.tb))
        return pytest.ExceptionInfo.from_exception(error)
    return raised


def _theirs(traceback: TracebackType | None) -> TracebackType | None:
    """The traceback without the frames of this program."""
    if traceback is None:
        return None
    rest, frame = _theirs(traceback.tb_next), traceback.tb_frame
    if OURS & set(Path(frame.f_code.co_filename).parents):
        return rest
    return TracebackType(rest, frame, traceback.tb_lasti, traceback.tb_lineno)


def _describe(opened: HeadUnits, number: int) -> tuple[str, str]:
    """A section of pytest's report: what the head unit shows."""
    from models.errors import PcmError
    from pcm.headunit.masking import masked_screen, masked_text
    from pcm.headunit.report import screen_text

    unit, file = opened.units[number], opened.folder / f"head-unit-{number + 1}.png"
    setup = unit.session.setup
    text = masked_text(unit.session, screen_text(masked_screen(unit.session)))
    try:
        unit.driver.picture(file)
        picture = str(file)
    except PcmError as error:
        picture = f"none: {error}"
    return f"head unit {setup.car.id} {setup.year}", f"{text}\npicture: {picture}"
