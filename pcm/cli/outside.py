"""Opens what of the world is to be outside this process: the options about modem and CAN bus."""

import argparse
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

from connectivity.ports import AwayError
from models.errors import PcmError, UnknownNameError
from pcm.headunit.attachments import Attachments

if TYPE_CHECKING:
    from connectivity.at.serial_channel import SerialChannel
    from connectivity.can.link import CanLink
    from connectivity.can.log import CanLog
    from connectivity.outside.modem_server import ModemServer


def open_attachments(args: argparse.Namespace, tell: Callable[[str], None]) -> Attachments:
    """What the options ask for; raises PcmError and leaves nothing open when one cannot be had."""
    if args.modem and args.modem_port:
        raise PcmError("--modem-port offers the emulated modem, --modem takes its place: say one")
    with ExitStack() as opened:  # closed again when a later one cannot be had
        modem = opened.enter_context(closing(_modem(args.modem, tell))) if args.modem else None
        servers: list[ModemServer] = []
        for what in args.modem_port or ():
            if server := _server(what, tell):
                servers.append(opened.enter_context(closing(server)))
        link = _can(args.can, tell) if args.can else None
        if link:
            opened.callback(link.close)
        log = _can_log(args.can_log, tell) if args.can_log else None
        opened.pop_all()
    return Attachments(modem, tuple(servers), link, log, car=args.can_car == "on")


def _modem(url: str, tell: Callable[[str], None]) -> "SerialChannel":
    from connectivity.at.serial_channel import SerialChannel

    try:
        return SerialChannel(url)
    except AwayError as error:
        tell(f"{error}; it is tried again")
        return SerialChannel(url, awaited=True)


def _server(what: str, tell: Callable[[str], None]) -> "ModemServer | None":
    """None: the port is another program's."""
    from connectivity.outside.modem_server import open_server

    try:
        return open_server(what)
    except AwayError as error:
        tell(f"{error}; the head unit goes on without it")
        return None


def _can(what: str, tell: Callable[[str], None]) -> "CanLink | None":
    """None: python-can has no such interface, the car's bus stays in this process."""
    from connectivity.can.link import CanLink

    try:
        return CanLink(what)
    except AwayError as error:
        tell(f"{error}; it is tried again")
        return CanLink(what, awaited=True)
    except UnknownNameError as error:
        tell(f"{error}; the car's bus stays in this process")
        return None


def _can_log(file: str, tell: Callable[[str], None]) -> "CanLog":
    from connectivity.can.log import CanLog

    return CanLog(Path(file), tell)
