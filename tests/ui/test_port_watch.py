"""The window serves the ports to outside the process from Qt's event loop."""

from pytestqt.qtbot import QtBot

from pcm.ui.port_watch import PortWatch
from tests.echo_port import Echo


def test_a_port_is_served_when_a_program_sends(qtbot: QtBot, echo: Echo) -> None:
    watch = PortWatch((echo,), echo.serve)
    echo.program.sendall(b"AT\r")
    echo.program.setblocking(False)
    qtbot.waitUntil(lambda: _received(echo) == b"AT\r")
    watch.close()


def test_what_gathers_is_served_at_one_go(qtbot: QtBot, echo: Echo) -> None:
    served: list[int] = []
    echo.gather_s = 0.05

    def serve() -> None:
        served.append(1)
        echo.serve()

    watch = PortWatch((echo,), serve)
    echo.program.sendall(b"a")
    qtbot.waitUntil(lambda: bool(served))
    echo.program.setblocking(False)
    assert _received(echo) == b"a"
    watch.close()


def _received(echo: Echo) -> bytes:
    try:
        return echo.program.recv(100)
    except BlockingIOError:
        return b""
