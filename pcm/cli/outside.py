"""Opens what of the world is to be outside this process: the options about modem and CAN bus."""

import argparse
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import PcmError
from pcm.headunit.attachments import Attachments

if TYPE_CHECKING:
    from connectivity.at.serial_channel import SerialChannel
    from connectivity.can.link import CanLink
    from connectivity.can.log import CanLog
    from connectivity.outside.modem_server import ModemServer


def open_attachments(args: argparse.Namespace) -> Attachments:
    """What the options ask for; raises PcmError and leaves nothing open when one cannot be had."""
    if args.modem and args.modem_port:
        raise PcmError("--modem-port offers the emulated modem, --modem takes its place: say one")
    with ExitStack() as opened:  # closed again when a later one cannot be had
        modem = _modem(args.modem)
        if modem:
            opened.callback(modem.close)
        servers = _servers(args.modem_port or [])
        for server in servers:
            opened.callback(server.close)
        link = _can(args.can)
        if link:
            opened.callback(link.close)
        log = _can_log(args.can_log)
        opened.pop_all()
    return Attachments(modem, servers, link, log, car=args.can_car == "on")


def _can(wanted: str | None) -> "CanLink | None":
    if not wanted:
        return None
    from connectivity.can.link import CanLink

    return CanLink(wanted)


def _can_log(wanted: str | None) -> "CanLog | None":
    if not wanted:
        return None
    from connectivity.can.log import CanLog

    return CanLog(Path(wanted))


def _modem(url: str | None) -> "SerialChannel | None":
    if not url:
        return None
    from connectivity.at.serial_channel import SerialChannel

    return SerialChannel(url)


def _servers(wanted: list[str]) -> "tuple[ModemServer, ...]":
    servers: list[ModemServer] = []
    if wanted:
        from connectivity.outside.modem_server import open_server

        try:
            for what in wanted:
                servers.append(open_server(what))
        except PcmError:
            for server in servers:
                server.close()
            raise
    return tuple(servers)
