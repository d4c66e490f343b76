"""A site over a plain session, served by a loop of the test's own, on a free port."""

import http.client
import threading
from collections.abc import Sequence
from contextlib import closing, suppress

from starlette.routing import BaseRoute

from connectivity.ports import wait_for
from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.web.desk import PlainFace
from pcm.web.serve import Site

HERE = "127.0.0.1"


class Served:
    """A head unit whose loop runs in a thread, as that of a window does in the main one."""

    def __init__(
        self, routes: Sequence[BaseRoute] = (), listen: str = "", car: str = "718-982"
    ) -> None:
        self.told: list[str] = []
        self.site = Site(0, listen, self.told.append)
        self.face = PlainFace(Session(find_car(car), find_car(car).years[1]))
        self.site.start(self.face, routes)
        self._over = threading.Event()
        self._loop = threading.Thread(target=self._serve)
        self._loop.start()

    @property
    def port(self) -> int:
        return self.site.door.port

    def close(self) -> None:
        self._over.set()
        self._loop.join()
        self.site.close()

    def ask(
        self,
        path: str = "/",
        method: str = "GET",
        body: bytes | None = None,
        host: str = HERE,
        **headers: str,
    ) -> http.client.HTTPResponse:
        """The answer to one request, read whole."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection(host, self.port, timeout=20)) as connection:
            connection.request(method, path, body, named)
            with connection.getresponse() as answer, suppress(http.client.IncompleteRead):
                answer.read()
        return answer

    def _serve(self) -> None:
        while not self._over.is_set():
            wait_for([self.site.desk], 0.05)
            self.site.desk.serve()
