"""Opens what of the world is to be outside this process: the options --modem and --modem-port."""

import argparse
from typing import TYPE_CHECKING

from models.errors import PcmError
from pcm.headunit.attachments import Attachments

if TYPE_CHECKING:
    from connectivity.at.serial_channel import SerialChannel
    from connectivity.outside.modem_server import ModemServer


def open_attachments(args: argparse.Namespace) -> Attachments:
    """What the options ask for; raises PcmError and leaves nothing open when one cannot be had."""
    if args.modem and args.modem_port:
        raise PcmError("--modem-port offers the emulated modem, --modem takes its place: say one")
    return Attachments(_modem(args.modem), _servers(args.modem_port or []))


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
