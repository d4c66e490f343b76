"""The head unit with its keywords: the library of Robot Framework, of pytest and of the server.

Carries verb lines out on its driver; knows nothing of Robot but how to present itself to it.
"""

import logging

from robot.api.deco import library, not_keyword

from pcm.headunit.choice import DEFAULT_SEED
from pcm.headunit.masking import masked_text
from pcm.headunit.session import Answer, Session
from pcm.qa.desk import Wish, open_driver, put_back
from pcm.qa.driver import Driver
from pcm.qa.hints import procedure_hint
from pcm.qa.keywords.car import CarKeywords
from pcm.qa.keywords.desk import DeskKeywords
from pcm.qa.keywords.driver import DriverKeywords
from pcm.qa.keywords.keyword import KeywordError, plain
from pcm.qa.keywords.look import LookKeywords
from pcm.qa.keywords.phone import PhoneKeywords
from pcm.qa.keywords.pictures import PictureKeywords
from pcm.qa.keywords.portal import PortalKeywords
from pcm.qa.keywords.radio import RadioKeywords
from pcm.qa.listener import FlowListener
from pcm.qa.walk.invariants import Watch

logging.getLogger("transitions").setLevel(logging.WARNING)  # else each step of a machine is told
LONGEST_LIST = 12  # rows told in a message


@library(scope="GLOBAL", doc_format="MARKDOWN", auto_keywords=True)
class HeadUnit(
    DriverKeywords,
    CarKeywords,
    RadioKeywords,
    PhoneKeywords,
    PortalKeywords,
    DeskKeywords,
    LookKeywords,
    PictureKeywords,
):
    """The PCM of a car on the desk, driven by the verbs of the simulator.

    ## Which car

    The variables `${CAR}`, `${YEAR}`, `${COUNTRY}`, `${LANGUAGE}` and `${SEED}` say
    which head unit a test wants; each may be left out. `${WINDOW}` set to `yes` opens the real
    window, and what the driver does is done with the mouse. Every test begins with the car as
    delivered. ``${INVARIANTS}`` set to ``yes`` looks after every keyword whether what always holds
    still does; a random walk writes such tests.

    A test with one of the tags `pcm-4.0`, `pcm-4.1`, `pcm-5.0`, `pcm-6.0` or with tags such
    as `car-718-982` is for those cars alone, and is left out on others.

    ## Names of rows

    A row is named by its id (`roaming`), by its label in any of the six languages, or by its
    whole path (`PHONE > OPT > SET PHONE > Roaming`). `Do` carries a procedure out in the way of
    the car, so the same test fits every car.

    ## Time

    Time is virtual: it moves by `Pass Time` alone, and nothing has to be waited for.

    ## Secrets

    `@code`, `@pin`, `@password` and the like stand for what is right (see `Type`), so that
    neither a flow nor its report holds a secret.
    """

    def __init__(
        self,
        car: str = "",
        year: int | None = None,
        country: str = "",
        language: str = "",
        seed: int = DEFAULT_SEED,
        window: bool = False,
        invariants: bool = False,
    ) -> None:
        """Variables of the same names in capitals win over these arguments."""
        self._wish = Wish(car, year, country, language, seed, window, invariants)
        self._driver: Driver | None = None
        self._watch: Watch | None = None
        self.ROBOT_LIBRARY_LISTENER = FlowListener(self)

    @property
    def driver(self) -> Driver:
        if self._driver is None:
            self._driver = open_driver(self._wish)
            self._watch_over(self._driver.session)
        return self._driver

    @property
    def session(self) -> Session:
        return self.driver.session

    @property
    def opened(self) -> bool:
        """Whether there is a head unit to look at."""
        return self._driver is not None

    @property
    def wish(self) -> Wish:
        return self._wish

    @not_keyword
    def renew(self, wish: Wish) -> None:
        """The car of the wish as delivered; raises PcmError for what there is not."""
        before, self._wish = self._wish, wish
        if self._driver and (wish.window, wish.seed) != (before.window, before.seed):
            self.close()
        driver = self._driver or open_driver(wish)
        if self._driver:
            put_back(driver, wish)
        self._driver = driver
        self._watch_over(driver.session)

    @not_keyword
    def take(self, driver: Driver) -> None:
        """Drive a head unit that somebody else has opened."""
        self._driver = driver

    @not_keyword
    def close(self) -> None:
        """The head unit is no longer needed."""
        if self._driver:
            self._driver.close()
            self._driver = None

    @not_keyword
    def do_line(self, line: str) -> Answer:
        driver = self.driver
        if self._watch:
            return self._watch.demand(driver.session, driver.do, line)
        return driver.do(line)

    def _watch_over(self, session: Session) -> None:
        """From now on invariants are looked at, when they are wished for."""
        if self._watch in session.observers:
            session.observers.remove(self._watch)
        self._watch = Watch() if self._wish.invariants else None
        if self._watch:
            session.observers.append(self._watch)

    def _done(self, *words: object) -> str:
        line = " ".join(filter(None, map(plain, words)))
        answer = self.do_line(line)
        if answer.ok:
            return answer.text
        raise KeywordError(self._failure(line, answer))

    def _failure(self, line: str, answer: Answer) -> str:
        """Why, where another car's way is in this one, and what is on the screen instead."""
        screen = self.session.screen
        rows = [row.label for row in screen.all_rows]
        more = f" and {len(rows) - LONGEST_LIST} more" if len(rows) > LONGEST_LIST else ""
        place = " > ".join(label for _, label in screen.path) or screen.title
        shown = f"{place}: {', '.join(rows[:LONGEST_LIST])}{more}"
        overlay = (
            f"; {screen.overlay.title} ({screen.overlay.id}) is open" if screen.overlay else ""
        )
        hint = "" if answer.refused else self._hint(line)
        text = f"{answer.text}{hint}\nOn the screen: {shown}{overlay}"
        return masked_text(self.session, text)

    def _hint(self, line: str) -> str:
        verb, _, path = line.partition(" ")
        hint = procedure_hint(self.session, path) if verb == "tap" else ""
        return f". {hint}" if hint else ""
