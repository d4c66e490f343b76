"""The sockets that browsers come to: on this computer, and at one address for a class room."""

from __future__ import annotations

import socket
from contextlib import suppress
from ipaddress import IPv6Address, ip_address

from connectivity.ports import AwayError, open_loopback
from models.errors import PcmError

AT_THE_DOOR = 128
"""Connections that the system keeps for us until they are taken."""
ELSEWHERE = {socket.AF_INET: ("198.51.100.1", 9), socket.AF_INET6: ("2001:db8::1", 9)}
"""Addresses of documentation: nothing is sent, the system only picks the way there."""


def open_door(port: int, listen: str = "") -> tuple[socket.socket, ...]:
    """A socket on the loopback address, and one at `listen`; port 0: a free one.

    Raises PcmError in one line that names the option and what would do.
    """
    address = _checked(listen) if listen else ""
    try:
        here = open_loopback("--port", port, AT_THE_DOOR)
    except AwayError as error:
        raise PcmError(f"{error}; name another one, 0 takes a free one") from None
    if not address:
        return (here,)
    try:
        return here, _open_at(address, here.getsockname()[1])
    except PcmError:
        here.close()
        raise


def _checked(listen: str) -> str:
    """The address in its usual form."""
    try:
        address = ip_address(listen)
    except ValueError:
        raise PcmError(f"--listen: {listen!r} is no IP address{_ours()}") from None
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address  # ::ffff:192.0.2.7 is an old one in new clothes
    if address.is_unspecified:
        raise PcmError(
            f"--listen: {listen} is every address; name the one of the class room{_ours()}"
        )
    if address.is_loopback:
        raise PcmError(
            f"--listen: {listen} is this computer alone; name one that others reach{_ours()}"
        )
    if not _reachable(str(address)):
        raise PcmError(
            f"--listen: {listen} is of one cable alone, browsers do not open it{_ours()}"
        )
    if address.is_multicast or _is_broadcast(str(address)):
        raise PcmError(f"--listen: {listen} is of many computers at once{_ours()}")
    return str(address)


def _is_broadcast(address: str) -> bool:
    """Of a network of ours: it can be listened at, but nobody connects there."""
    with socket.socket(_family(address), socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((address, 9))
        except PermissionError:
            return True
        except OSError:
            return False
    return False


def _family(address: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def _open_at(address: str, port: int) -> socket.socket:
    family = _family(address)
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, port))
        listener.listen(AT_THE_DOOR)
    except OSError as error:
        listener.close()
        raise PcmError(f"--listen: {address}: {error.strerror}{_ours()}") from None
    listener.setblocking(False)
    return listener


def _ours() -> str:
    """What would do, to end a line with."""
    found = own_addresses()
    return f"; this computer has {', '.join(found)}" if found else "; is it in a network?"


def own_addresses() -> list[str]:
    """Addresses of this computer that others may reach it by."""
    found: list[str] = []
    for family, elsewhere in ELSEWHERE.items():
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect(elsewhere)
            found.append(probe.getsockname()[0])
    with suppress(OSError):
        infos = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
        found += [str(info[4][0]) for info in infos]
    return [address for address in dict.fromkeys(found) if _reachable(address)]


def is_own(address: str) -> bool:
    """Whether a caller from there is on this computer."""
    return ip_address(address).is_loopback


def _reachable(address: str) -> bool:
    """By browsers of others; they take no address with a zone (fe80::1%eth0)."""
    found = ip_address(address)
    return not (found.is_loopback or (found.version == 6 and found.is_link_local))
