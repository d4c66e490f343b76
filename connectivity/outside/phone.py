"""The driver's phone, in process: Bluetooth, hotspot, CarPlay cable, calls, its own network.

No radio timing.
"""

from typing import Literal

from connectivity.messages import (
    AnswerCall,
    BluetoothLink,
    CallPhase,
    CallStatus,
    CarPlay,
    ConfirmPairing,
    Contact,
    Dial,
    ForgetPhone,
    HangUp,
    HotspotLink,
    HotspotSeen,
    JoinHotspot,
    LeaveHotspot,
    PairingFailed,
    PairingNumber,
    PairPhone,
    PhoneEvent,
    PhoneForgotten,
    PhoneNetwork,
    PhonePaired,
    PhoneRequest,
    SetBluetooth,
    Technology,
)
from connectivity.outside.profiles import PhoneProfile


class PhoneEmulator:
    """One phone. `accepts`: whether its owner confirms what the phone asks."""

    def __init__(self, profile: PhoneProfile, pairing_number: str) -> None:
        self.profile = profile
        self.pairing_number = pairing_number
        self.in_range, self.accepts = True, True
        self.paired = self.connected = self.carplay = False
        self.hotspot = self.joined = self.known_hotspot = False
        self.technology: Technology | None = Technology.LTE
        self.voice_and_data = True
        self.call, self.number = CallPhase.ENDED, ""
        self._out: list[PhoneEvent] = [PhoneNetwork(self.technology, self.voice_and_data)]

    def drain(self) -> list[PhoneEvent]:
        events, self._out = self._out, []
        return events

    def send(self, request: PhoneRequest) -> None:
        match request:
            case PairPhone():
                self._offer_pairing()
            case ConfirmPairing(yes):
                self._finish_pairing(yes)
            case SetBluetooth(on):
                self.set_connected(on)
            case ForgetPhone():
                self.forget()
            case JoinHotspot(password):
                self._join(password)
            case LeaveHotspot():
                self._leave("")
            case Dial(number):
                self.set_call(CallPhase.DIALLING, number)
            case AnswerCall():
                self.set_call(CallPhase.ACTIVE)
            case HangUp():
                self.set_call(CallPhase.ENDED)

    def pair(self) -> None:
        """Pairing as a whole, both sides confirming."""
        self._finish_pairing(True)

    def forget(self) -> None:
        self.set_connected(False)
        if self.paired:
            self.paired = False
            self._out.append(PhoneForgotten())

    def set_connected(self, on: bool) -> None:
        """Bluetooth link; while CarPlay runs it cannot come up."""
        if on == self.connected or (on and (not self.paired or self.carplay)):
            return
        self.connected = on
        contacts = tuple(Contact(entry.name, entry.number) for entry in self.profile.contacts)
        self._out.append(BluetoothLink(on, contacts if on else ()))
        self._tell_call()

    def set_hotspot(self, on: bool) -> None:
        """The phone's hotspot; the PCM joins by itself one it knows or of a paired phone."""
        self.hotspot = on
        if not on:
            self._leave("out_of_range")
        self._out.append(HotspotSeen(self.profile.hotspot if on else ""))
        if on and (self.known_hotspot or self.paired):
            self.join()

    def join(self) -> None:
        """The PCM joins with the right password."""
        self._join(self.profile.hotspot_password)

    def set_carplay(self, on: bool) -> None:
        """The cable to CarPlay; a call stays on the phone and comes back to Bluetooth."""
        if on == self.carplay:
            return
        self.carplay = on
        self._out.append(CarPlay(on))
        self._tell_call()

    def set_network(
        self, technology: Technology | None, voice_and_data: bool | None = None
    ) -> None:
        self.technology = technology
        self.voice_and_data = self.voice_and_data if voice_and_data is None else voice_and_data
        self._out.append(PhoneNetwork(self.technology, self.voice_and_data))

    def set_call(self, phase: CallPhase, number: str = "") -> None:
        if phase is CallPhase.ENDED and self.call is CallPhase.ENDED:
            return
        self.call, self.number = phase, number or self.number
        self._out.append(CallStatus(phase, self.number))

    def _tell_call(self) -> None:
        if self.call is not CallPhase.ENDED and self.connected and not self.carplay:
            self._out.append(CallStatus(self.call, self.number))

    def _offer_pairing(self) -> None:
        if self.in_range:
            self._out.append(PairingNumber(self.pairing_number, self.profile.name))
        else:
            self._out.append(PairingFailed("no_phone"))

    def _finish_pairing(self, yes: bool) -> None:
        if not (yes and self.accepts):
            self._out.append(PairingFailed("refused"))
            return
        if not self.paired:
            self.paired = True
            self._out.append(PhonePaired(self.profile.name))
        self.set_connected(True)

    def _join(self, password: str | None) -> None:
        if not self.hotspot:
            self._out.append(HotspotLink(False, "out_of_range"))
            return
        if password != self.profile.hotspot_password and not (
            password is None and self.known_hotspot
        ):
            self._out.append(HotspotLink(False, "wrong_password"))
            return
        self.joined = self.known_hotspot = True
        self._out.append(HotspotLink(True))

    def _leave(self, cause: Literal["", "out_of_range"]) -> None:
        if self.joined:
            self.joined = False
            self._out.append(HotspotLink(False, cause))
