"""What happens around the tests of a flow: the car each wants, the tests that are not for it,
pictures in the log, secrets that stay out of it, what was seen of the menus.

A listener of Robot Framework that belongs to the library `pcm.qa.HeadUnit`.
"""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from robot import result, running
from robot.api import logger
from robot.libraries.BuiltIn import BuiltIn
from robot.utils import is_truthy

from models.errors import PcmError
from pcm.headunit.masking import masked_text, typing_secret
from pcm.headunit.trace import MASK
from pcm.qa.coverage import Collector
from pcm.qa.desk import Wish
from pcm.qa.log_picture import log_picture
from pcm.qa.tags import fits, fitting_tags

if TYPE_CHECKING:
    from pcm.qa.library import HeadUnit


class FlowListener:
    """One library's listener."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self, unit: HeadUnit) -> None:
        self._unit = unit
        self._first = unit.wish
        self._pictures = False
        self._pictured = ""  # the failure that has its picture
        self._collector: Collector | None = None  # of a run with ${COVERAGE}

    def start_suite(self, data: running.TestSuite, outcome: result.TestSuite) -> None:
        """Keep the tests that are for this car; say in the report which car it is."""
        try:
            wish = self._read_wish()
            car, year = wish.found()
        except PcmError:
            return  # each test says so
        own = fitting_tags(car)
        data.tests = [test for test in data.tests if fits(test.tags, own)]
        outcome.metadata["Car"] = car.id
        outcome.metadata["Year"] = str(year)

    def start_test(self, data: running.TestCase, outcome: result.TestCase) -> None:
        """The car as delivered."""
        self._pictures = is_truthy(BuiltIn().get_variable_value("${PICTURES}", False))
        self._pictured = ""
        try:
            self._unit.renew(self._read_wish())
        except PcmError as error:
            data.body.clear()
            data.body.create_keyword("Fail", args=[str(error)])
        else:
            self._watch_menus()

    def end_test(self, data: running.TestCase, outcome: result.TestCase) -> None:
        """What it has seen of the menus is kept, whatever becomes of the run."""
        folder = BuiltIn().get_variable_value("${COVERAGE}")
        if folder and self._collector:
            try:
                self._collector.write(Path(folder))
            except PcmError as error:
                logger.warn(f"no coverage: {error}")

    def start_library_keyword(
        self, data: running.Keyword, _: running.LibraryKeyword, outcome: result.Keyword
    ) -> None:
        """What is typed into a secret field stands in no log."""
        if outcome.owner != "pcm.qa.HeadUnit":
            return
        hidden = outcome.name == "Type" and typing_secret(self._unit.session)
        outcome.args = tuple(self._masked(arg, hidden) for arg in outcome.args)

    def end_library_keyword(
        self, data: running.Keyword, _: running.LibraryKeyword, outcome: result.Keyword
    ) -> None:
        """A picture of each failure, or of each step."""
        step = self._pictures and outcome.owner == "pcm.qa.HeadUnit"
        failed = outcome.failed and outcome.message != self._pictured
        if self._unit.opened and (step or failed):
            self._pictured = outcome.message if outcome.failed else ""
            self._log_picture()

    def close(self) -> None:
        self._unit.close()

    def _watch_menus(self) -> None:
        """Once a session: tests share one, until another is opened."""
        session, wanted = self._unit.session, BuiltIn().get_variable_value("${COVERAGE}")
        if wanted and (self._collector is None or self._collector.session is not session):
            self._collector = Collector(session)

    def _masked(self, argument: object, hidden: bool) -> object:
        if not isinstance(argument, str) or argument.startswith(("@", "${")):
            return argument
        return MASK if hidden else masked_text(self._unit.session, argument)

    def _log_picture(self) -> None:
        try:
            logger.write(log_picture(self._unit.driver), html=True)
        except PcmError as error:
            logger.warn(f"no picture: {error}")

    def _read_wish(self) -> Wish:
        """What the variables say, else the arguments of the import."""
        found = {
            name: value
            for name in (field.name for field in fields(Wish))
            if (value := BuiltIn().get_variable_value(f"${{{name.upper()}}}")) not in (None, "")
        }
        for name in {"year", "seed"} & set(found):
            try:
                found[name] = int(found[name])
            except ValueError:
                raise PcmError(f"${{{name.upper()}}}: {found[name]!r} is not a number") from None
        for name in {"window", "invariants"} & set(found):
            found[name] = is_truthy(found[name])
        return replace(self._first, **found)
