"""What is read by all that shows or decides: the state with car, menus, market and words.

A View is made once for a state; it also derives the data path of that state, once.
"""

from dataclasses import dataclass
from functools import cached_property

from connectivity.call import Bearer
from connectivity.data_path import DataPath, Path, Snapshot, choose_path
from connectivity.messages.portal import UseNetwork
from connectivity.radio import BEST_BARS
from connectivity.vehicle import Motion, Power
from menus.labels import Labels
from menus.node import Kind, Node
from menus.tree import Tree, label_key
from models.catalogue import Car, Generation
from models.markets import Market
from models.reasons import Reason
from models.texts import Texts
from pcm.headunit.screen import ShownReason
from pcm.headunit.state import SettingValue, UnitState

NO_NETWORK = UseNetwork(None)


@dataclass(frozen=True)
class Setup:
    """What a head unit is built for; never changes while it runs."""

    car: Car
    year: int
    generation: Generation
    market: Market
    tree: Tree
    vin: str

    @cached_property
    def features(self) -> frozenset[str]:
        """What this car has in this country."""
        car, offer = self.car, self.market.offer
        found = {*self.generation.features, *car.features_of(self.year)}
        only_embedded = "sim_slot" not in found
        if not offer.sim_slot:
            found.discard("sim_slot")
        if offer.sim_calls and "sim_slot" in found:
            found.add("sim_calls")
        if offer.embedded_sim or only_embedded:
            found.add("embedded_sim")
        if offer.connect:
            found.add("connect")
        if car.electric:
            found.add("electric")
        return frozenset(found)

    def key_of(self, id_: str) -> str:
        """The key that is a menu entry's instead of a row, "" of most: the Options of PCM 4.0."""
        options = id_ in self.tree and self.tree.node(id_).kind is Kind.OPTIONS
        return "OPT" if options and self.generation.pcm == "4.0" else ""

    @cached_property
    def main_of_key(self) -> dict[str, str]:
        """The main menu that each hard key or side-bar entry opens."""
        return {node.key: node.id for node in self.tree.mains if node.key}


@dataclass(frozen=True)
class View:
    setup: Setup
    state: UnitState
    labels: Labels
    texts: Texts

    @property
    def features(self) -> frozenset[str]:
        """What this car has in this country."""
        return self.setup.features

    @cached_property
    def data_path(self) -> DataPath:
        return choose_path(self.snapshot)

    @property
    def snapshot(self) -> Snapshot:
        state, has = self.state, self.features
        call = state.call
        sim_bearers = (Bearer.SIM, Bearer.EMERGENCY)
        return Snapshot(
            power=state.vehicle.power is Power.ON,
            data_on=self.setting("mobile_data") != "data_off",
            private=self.setting("private_mode") is True,
            has_hotspot="hotspot_client" in has,
            has_slot="sim_slot" in has,
            has_embedded="embedded_sim" in has,
            hotspot=state.phone.hotspot,
            wifi_on=self.setting("wifi") is not False,
            phone_technology=state.phone.technology,
            phone_voice_and_data=state.phone.voice_and_data,
            phone_call=state.phone.in_call,
            sim=state.sim.state,
            sim_has_data=bool(state.sim.card and state.sim.card.has_data),
            sim_voice_and_data=bool(state.sim.card and state.sim.card.voice_and_data),
            sim_call=call.running and call.bearer in sim_bearers,
            inserted=state.inserted,
            roaming_on=self.setting("roaming") is True,
            embedded=state.embedded,
            bus_lost="ignition" in state.vehicle.lost,
            modem_away=state.modem_away,
            inserted_refused=state.inserted_refused,
            embedded_refused=state.embedded_refused,
            emergency=call.running and call.bearer is Bearer.EMERGENCY,
        )

    @property
    def online(self) -> bool:
        """My Porsche can be reached."""
        return self.data_path.active is not None

    @cached_property
    def network(self) -> UseNetwork:
        """The network that carries data; a hotspot uses that of its phone."""
        match self.data_path.active:
            case Path.HOTSPOT:
                return UseNetwork(self.state.phone.technology, BEST_BARS)
            case Path.INSERTED:
                return UseNetwork(self.state.inserted.technology, self.state.inserted.bars)
            case Path.EMBEDDED:
                return UseNetwork(self.state.embedded.technology, self.state.embedded.bars)
            case None:
                return NO_NETWORK

    @property
    def login_protected(self) -> bool:
        """Logging in again takes the security code: PCM 6.0, by country, unless switched off."""
        asked = self.setup.market.offer.security_code
        by_id = self.setup.generation.links_by_id
        return asked and by_id and self.setting("login_protection") is not False

    @property
    def moving(self) -> bool:
        return self.state.vehicle.motion is Motion.MOVING

    @property
    def why_locked(self) -> Reason:
        """Why typing is locked while `moving`."""
        return Reason.of("speed_unknown" if "speed" in self.state.vehicle.lost else "moving")

    def setting(self, name: str) -> SettingValue | None:
        """The value of a setting; None when it was never set and no menu gives a default."""
        return self.state.settings.get(name)

    def label(self, node: Node) -> str:
        return self.labels.text(label_key(node))

    @property
    def private_words(self) -> str:
        """What the menus of this generation call the private mode."""
        page = "privacy_mode" if "privacy_mode" in self.setup.tree else "private_mode"
        return self.labels.text(page)

    def words(self, reason: Reason) -> str:
        """A reason in the head unit's language; the name of a data path is put into words too."""
        values = {key: self._value(key, value) for key, value in reason.values}
        if reason.key == "private_mode":
            values["mode"] = self.private_words
        return self.texts.say(f"reason.{reason.key}", **values)

    def shown(self, *reasons: Reason) -> tuple[ShownReason, ...]:
        return tuple(ShownReason(reason, self.words(reason)) for reason in reasons)

    def _value(self, key: str, value: str | int) -> str | int:
        return self.texts.say(f"{key}.{value}") if key in ("path", "profile") else value
