"""A head unit that nobody shows, served as the console serves it, with My Porsche beside it."""

import threading
from collections.abc import Callable, Iterator

import pytest

from connectivity.ports import wait_for
from models.catalogue import Languages, find_car
from pcm.headunit.session import Answer, Session
from pcm.web.desk import PlainFace
from pcm.web.portal.routes import routes
from pcm.web.serve import Site
from tests.web.portal.browser import Browser


class Served:
    """One session; its loop is a thread, the test's verbs wait for their turn."""

    def __init__(self, car: str, year: int, country: str, language: Languages) -> None:
        self.told: list[str] = []
        self.site = Site(0, "", self.told.append)
        self.session = Session(
            find_car(car, year), year, country, language, ports=(self.site.desk,)
        )
        self.site.start(
            PlainFace(self.session), routes(self.site.desk, self.site.visits, self.site.refusals)
        )
        self._turn, self._over = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def port(self) -> int:
        return self.site.door.port

    def browser(self) -> Browser:
        return Browser(self.port)

    def do(self, *lines: str) -> Answer:
        """Verb lines that must succeed; the last answer."""
        with self._turn:
            for line in lines:
                answer = self.session.do(line)
                assert answer.ok, f"{line}: {answer.text}"
        return answer

    def close(self) -> None:
        self._over.set()
        self.site.close()
        self._thread.join()
        self.session.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            wait_for((self.site.desk,), 0.1)
            with self._turn:
                self.session.serve()


Serve = Callable[..., Served]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves cars: id, year, country, language."""
    all_served: list[Served] = []

    def start(
        car: str = "718-982", year: int = 2020, country: str = "IT", language: Languages = "en"
    ) -> Served:
        all_served.append(Served(car, year, country, language))
        return all_served[-1]

    yield start
    for served in all_served:
        served.close()
