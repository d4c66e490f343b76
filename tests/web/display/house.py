"""A real window, served by the real server on a free port, in this process."""

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.ui.app import Window
from pcm.ui.engine import start_qt
from pcm.ui.garbage import GarbageKeeper
from pcm.ui.glass import Told
from pcm.ui.port_watch import PortWatch
from pcm.ui.remote import Remote
from pcm.web.display.routes import routes
from pcm.web.serve import Site


class WatchedRemote(Remote):
    """Says whether anybody looks on."""

    watched = False

    def watch(self, told: Told | None) -> None:
        self.watched = told is not None
        super().watch(told)


class House:
    """Time stands; what is refused is kept."""

    def __init__(self, listen: str = "") -> None:
        start_qt("offscreen", software=True)
        self._keeper = GarbageKeeper()
        self.window = Window(Session(find_car("718-982", 2017), 2017), speed=0, still=True)
        self.remote = WatchedRemote(self.window)
        self.refused: list[str] = []
        self._site = Site(0, listen, lambda _line: None)
        self._watch = PortWatch((self._site.desk,), self._site.desk.serve)
        desk = self._site.desk
        self._site.start(self.window, routes(desk, self.remote, self.refused.append))

    @property
    def address(self) -> str:
        return self._site.address

    @property
    def guest_address(self) -> str:
        """What a browser of the class opens, without the token."""
        return self._site.invitation.partition("?")[0]

    @property
    def cookie(self) -> str:
        """What the token becomes in a browser."""
        return f"{self._site.door.token_cookie}={self._site.door.token}"

    @property
    def session(self) -> Session:
        return self.window.session

    @property
    def watched(self) -> bool:
        return self.remote.watched

    def close(self) -> None:
        self._site.close()
        self._watch.close()
        self._keeper.close()
        self._site.desk.close()
        self.window.close()
