"""A modem outside this process over any address pyserial knows: /dev/ttyUSB2, COM5, socket://...

A channel for the driver and a port for the loop that serves it. Opening at the start raises a
PcmError of one line unless it is awaited; what fails later is told in `gone`. A network address may
take seconds to open when nothing answers there: pyserial waits for it.
"""

import errno
import re
from contextlib import suppress
from select import select
from typing import Any, Self

from connectivity.ports import AwayError
from models.errors import PcmError, nearest_hint

BAUD = 115200
"""USB modems take any; it is what modems with a serial line are delivered with (assumed)."""
LARGEST_READ = 65536
LONGEST_OUT = 4096
"""Bytes that may wait for a modem that takes none; more are dropped."""
LARGEST_PORT = 65535
_AWAY = (errno.ENOENT, errno.EACCES, errno.EPERM, errno.EBUSY, errno.EAGAIN)
_SCHEMES = ("socket", "rfc2217", "loop", "hwgrep", "spy", "alt", "cp2110")


class SerialChannel:
    """An open serial port of pyserial, kept for this program alone."""

    real = True
    gather_s = 0.0

    def __init__(self, url: str, awaited: bool = False) -> None:
        """Open it; raises AwayError, or waits for what is away when it is `awaited`."""
        self.url, self.gone = url, ""
        self._in, self._out = bytearray(), bytearray()
        self._port: Any = None
        try:
            self._port = _open(url)
        except (OSError, ValueError) as error:
            if not awaited:
                kind = AwayError if _may_come(url, error) else PcmError
                raise kind(_problem(url, error)) from error
            self.gone = _why(error)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """There is one modem, whatever is copied."""
        return self

    def write(self, data: bytes) -> None:
        if not self.gone and len(self._out) + len(data) <= LONGEST_OUT:
            self._out += data
            self._give()

    def read(self) -> bytes:
        if not self._in:
            return b""
        came, self._in = bytes(self._in), bytearray()
        return came

    def reopen(self) -> None:
        if self.gone:
            try:
                self._port = _open(self.url)
            except (OSError, ValueError) as error:
                self.gone = _why(error)
            else:
                self.gone = ""

    def filenos(self) -> tuple[int, ...] | None:
        """Empty where pyserial has none: Windows, rfc2217; None when the modem is gone."""
        if self.gone:
            return None
        try:
            return (self._port.fileno(),)
        except (OSError, AttributeError):
            return ()

    def serve(self) -> None:
        if self.gone:
            return
        self._give()
        try:
            while len(self._in) < LARGEST_READ and (came := self._port.read(4096)):
                self._in += came
        except (OSError, TypeError) as error:  # TypeError: closed under pyserial's feet
            self._fail(error)

    def close(self) -> None:
        if self._port:
            self._port.close()

    def _give(self) -> None:
        """Write what the line takes now; pyserial spins where a full line says so."""
        filenos = self.filenos()
        try:
            if self._out and (not filenos or select([], filenos, [], 0)[1]):
                del self._out[: self._port.write(bytes(self._out)) or 0]
        except (OSError, TypeError) as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        self.gone = _why(error)
        self._in.clear()
        self._out.clear()
        with suppress(OSError):  # it is gone: nothing may be left to close
            self._port.close()


def _open(url: str) -> Any:
    import serial  # type: ignore[import-untyped]  # only when a modem outside is wanted

    return serial.serial_for_url(url, BAUD, timeout=0, write_timeout=0, exclusive=True)


def _why(error: Exception) -> str:
    return str(error) or type(error).__name__


def _may_come(url: str, error: Exception) -> bool:
    """Nothing is wrong with the address: it is the modem that is missing, busy or not allowed."""
    scheme, colon, place = url.partition("://")
    if colon:
        return scheme in ("socket", "rfc2217") and _names_port(place)
    return bool(url) and getattr(error, "errno", None) in _AWAY


def _problem(url: str, error: Exception) -> str:
    """One line for a modem that cannot be opened at the start."""
    scheme, colon, place = url.partition("://")
    if colon and scheme not in _SCHEMES:
        return f"--modem: {scheme}:// is unknown{nearest_hint(scheme, _SCHEMES)}"
    if scheme in ("socket", "rfc2217") and not _names_port(place):
        return f"--modem: {url} names no port: {scheme}://HOST:PORT with a PORT to {LARGEST_PORT}"
    if colon:
        return f"--modem: nothing answers at {url}: {_cause(error)}"
    code = getattr(error, "errno", None)
    if code == errno.ENOENT or isinstance(error, FileNotFoundError):
        return f"--modem: there is no port {url!r}{_ports_near(url)}"
    if code in (errno.EACCES, errno.EPERM):
        return f"--modem: {url} may not be opened (on Linux: the group dialout may)"
    if code in (errno.EBUSY, errno.EAGAIN):
        return f"--modem: {url} is in use by another program"
    return f"--modem: {url} is no serial port"


def _names_port(place: str) -> bool:
    number = re.search(r":(\d+)(?=/|\?|$)", place)
    return number is not None and int(number[1]) <= LARGEST_PORT


def _cause(error: Exception) -> str:
    """The last words of pyserial's, which repeat the address before."""
    words = _why(error).splitlines()[0].rpartition(": ")[2]
    return re.sub(r"^\[Errno -?\d+\] ", "", words).strip()


def _ports_near(url: str) -> str:
    from serial.tools.list_ports import comports  # type: ignore[import-untyped]

    names = [str(port.device) for port in comports()]
    if not names:
        return "; this computer shows no serial port"
    return nearest_hint(url, names) or f"; there are {', '.join(sorted(names)[:8])}"
