"""Opens what of the world is to be outside this process: the options about modem and CAN bus."""

import argparse
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import PcmError
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
        modem = opened.enter_context(closing(_modem(args.modem))) if args.modem else None
        wanted = args.modem_port or ()
        servers = tuple(opened.enter_context(closing(_server(what))) for what in wanted)
        link = opened.enter_context(closing(_can(args.can))) if args.can else None
        log = _can_log(args.can_log, tell) if args.can_log else None
        opened.pop_all()
    return Attachments(modem, servers, link, log, car=args.can_car == "on")


def _modem(url: str) -> "SerialChannel":
    from connectivity.at.serial_channel import SerialChannel

    return SerialChannel(url)


def _server(what: str) -> "ModemServer":
    from connectivity.outside.modem_server import open_server

    return open_server(what)


def _can(what: str) -> "CanLink":
    from connectivity.can.link import CanLink

    return CanLink(what)


def _can_log(file: str, tell: Callable[[str], None]) -> "CanLog":
    from connectivity.can.log import CanLog

    return CanLog(Path(file), tell)
