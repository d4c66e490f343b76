"""Everything outside one head unit, in process: the far ends of its wires."""

import re
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from re import Pattern

from connectivity.at.channel import LoopChannel
from connectivity.at.modem import AtModem
from connectivity.can.bus import CarBus
from connectivity.can.vehicle import CanVehicle
from connectivity.data_link import DataLink
from connectivity.outside.modem.emulator import BUILT_IN_IMEI, ModemEmulator
from connectivity.outside.modem.network import Network
from connectivity.outside.modem.port import AtPort
from connectivity.outside.my_porsche import MyPorsche
from connectivity.outside.phone import PhoneEmulator
from connectivity.outside.profiles import load_world
from connectivity.outside.vehicle import VehicleEmulator
from connectivity.ports import Timed
from connectivity.wires import Wires
from pcm.headunit.attachments import Attachments
from pcm.headunit.view import Setup


@dataclass(slots=True)
class World:
    """The outside of one car."""

    modem: ModemEmulator
    modem_port: AtPort  # the head unit's own session with it
    modem_driver: AtModem
    embedded: ModemEmulator
    embedded_driver: AtModem
    vehicle: VehicleEmulator
    can: CanVehicle
    phone: PhoneEmulator
    portal: MyPorsche
    link: DataLink  # between head unit and My Porsche

    @staticmethod
    def of(setup: Setup, seed: int, attachments: Attachments = Attachments()) -> "World":  # noqa: B008
        """The world a car stands in at the start; the same for the same seed."""
        random = Random(seed)
        home = setup.market.code
        network = Network(home)
        data, bus = load_world(), CarBus()
        portal = MyPorsche(data, setup.vin, home, random, setup.market.offer.security_code)
        modem = ModemEmulator(home, network, air_delays=bool(attachments.modem_servers))
        port = modem.open_port()
        embedded = ModemEmulator(home, network, built_in=data.built_in_sim, imei=BUILT_IN_IMEI)
        return World(
            modem,
            port,
            AtModem(attachments.modem or LoopChannel(port)),
            embedded,
            AtModem(LoopChannel(embedded.open_port())),
            VehicleEmulator(bus, setup.vin, attachments.car),
            CanVehicle(bus),
            PhoneEmulator(data.phones, f"{random.randrange(10**6):06d}"),
            portal,
            DataLink(portal),
        )

    @property
    def wires(self) -> Wires:
        return Wires(self.modem_driver, self.embedded_driver, self.can, self.phone, self.link)

    @property
    def timed(self) -> tuple[Timed, ...]:
        """All that has time of its own."""
        drivers = (self.modem_driver, self.embedded_driver)
        return (
            self.vehicle, self.can, self.portal, self.link, self.phone,
            self.modem, self.embedded, *drivers,
        )  # fmt: skip

    @property
    def secrets(self) -> Pattern[str]:
        """Every code, password and card number of this world, as whole words."""
        portal = self.portal
        people = [portal.owner.password, portal.second.password, *portal.security_codes.values()]
        cars = portal.state.vehicles
        codes = [code for car in cars for code in (car.code, *car.old_codes)]
        codes += [portal.other_code, *self.modem.secrets()]
        hotspots = [phone.hotspot_password for phone in self.phone.state.handsets]
        return _any_of(frozenset((*people, *codes, *hotspots)))

    @property
    def abroad(self) -> str:
        """The foreign country that is meant when none is named."""
        return "DE" if self.modem.home == "CH" else "CH"

    def drop_visitors(self) -> None:
        """Sessions that other programs had with the modem of the world this is a copy of."""
        for port in tuple(self.modem.ports):
            if port is not self.modem_port:
                port.close()

    def set_network(self, network: Network) -> None:
        """One radio network for the inserted SIM, the embedded SIM and the phone."""
        self.modem.set_network(network)
        self.embedded.set_network(network)
        self.phone.set_network(network.technology, bars=network.bars)


@lru_cache(maxsize=16)
def _any_of(secrets: frozenset[str]) -> Pattern[str]:
    words = sorted(filter(None, secrets))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
