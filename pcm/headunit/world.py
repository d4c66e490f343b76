"""Everything outside one head unit, in process: the far ends of its wires and the switches that the
bench has.
"""

from dataclasses import dataclass
from random import Random

from connectivity.outside.modem import EmbeddedModem, ModemEmulator, Network
from connectivity.outside.my_porsche import MyPorsche
from connectivity.outside.phone import PhoneEmulator
from connectivity.outside.profiles import load_world
from connectivity.outside.vehicle import VehicleEmulator
from connectivity.wires import Wires
from pcm.headunit.view import Setup


@dataclass(slots=True)
class World:
    """The outside of one car."""

    modem: ModemEmulator
    embedded: EmbeddedModem
    vehicle: VehicleEmulator
    phone: PhoneEmulator
    portal: MyPorsche

    @staticmethod
    def of(setup: Setup, seed: int) -> "World":
        """The world a car stands in at the start; the same for the same seed."""
        random = Random(seed)
        home = setup.market.code
        network = Network(home)
        data = load_world()
        return World(
            ModemEmulator(home, network),
            EmbeddedModem(home, network),
            VehicleEmulator(),
            PhoneEmulator(data.phone, f"{random.randrange(10**6):06d}"),
            MyPorsche(data, setup.vin, random, setup.market.offer.security_code),
        )

    @property
    def wires(self) -> Wires:
        return Wires(self.modem, self.embedded, self.vehicle, self.phone, self.portal)

    def set_network(self, network: Network) -> None:
        """One radio network for the inserted SIM, the embedded SIM and the phone."""
        self.modem.set_network(network)
        self.embedded.set_network(network)
        self.phone.set_network(network.technology)
