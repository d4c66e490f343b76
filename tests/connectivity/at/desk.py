"""A modem on the desk for the tests of this folder."""

from connectivity.outside.modem.emulator import ModemEmulator
from connectivity.outside.modem.network import Network
from connectivity.outside.modem.port import AtPort
from connectivity.outside.profiles import SimProfile, load_world


def card(name: str) -> SimProfile:
    return next(profile for profile in load_world().sims if profile.name == name)


def modem(inserted: str = "", network: Network | None = None) -> ModemEmulator:
    made = ModemEmulator("IT", network or Network("IT"))
    if inserted:
        made.insert(card(inserted))
    return made


def quiet_port(made: ModemEmulator, *lines: str) -> AtPort:
    """A port without echo, after these lines."""
    port = made.open_port()
    for line in ("ATE0", *lines):
        say(port, line)
    return port


def say(port: AtPort, line: str) -> list[str]:
    """The lines the modem answers."""
    port.write(f"{line}\r".encode("latin-1"))
    return heard(port)


def heard(port: AtPort) -> list[str]:
    return [line for line in port.read().decode("latin-1").split("\r\n") if line]
