"""The phones around the car, in process: pairing, Bluetooth, hotspots, CarPlay by cable, calls.

All that lasts stands in `state`; the steps of a pairing are in pairing.py, what the head unit is
told in phone_news.py. Times are assumed. No radio, no sound.
"""

from dataclasses import replace
from typing import Any, Literal

from connectivity.messages.phone import (
    BluetoothProfile,
    ConfirmPairing,
    ConnectFailed,
    ConnectionAsked,
    ConnectPhone,
    Contact,
    DisconnectPhone,
    ForgetPhone,
    HotspotLink,
    JoinHotspot,
    LeaveHotspot,
    PairPhone,
    PhoneBook,
    PhoneEvent,
    PhoneForgotten,
    PhoneRequest,
)
from connectivity.messages.telephony import (
    AnswerCall,
    CallPhase,
    CallStatus,
    CallWaiting,
    Dial,
    EndCause,
    HangUp,
    Technology,
    TextMessage,
)
from connectivity.outside.handset import Handset, PhoneState
from connectivity.outside.pairing import (
    Step,
    confirm_pairing,
    fail_pairing,
    finish_pairing,
    offer_pairing,
)
from connectivity.outside.phone_news import Facts, derive_facts, news
from connectivity.outside.profiles import PhoneProfile

RINGING_S = 60.0  # how long the network lets a call ring
BOOK_AT_ONCE = 20  # entries of the phone book that take no time; then as many a second


class PhoneEmulator:
    """Every phone of the made-up world; requests find the one they concern by themselves."""

    def __init__(self, profiles: tuple[PhoneProfile, ...], pairing_number: str) -> None:
        self.profiles = profiles
        handsets = tuple(Handset.of(profile) for profile in profiles)
        self.state = PhoneState(handsets, profiles[0].name, pairing_number)
        self.now = 0.0
        self._out: list[PhoneEvent] = []
        self._told = Facts()
        self._settled: PhoneState | None = None

    # the wire

    def drain(self) -> list[PhoneEvent]:
        if self.state is not self._settled:  # it was put back from a memory
            self._settle()
            for phone in self.state.handsets:
                if phone.reachable:
                    self._ask_again(phone.name)
        events, self._out = self._out, []
        return events

    def send(self, request: PhoneRequest) -> None:
        match request:
            case PairPhone():
                self._take(offer_pairing(self.state, self.now))
            case ConfirmPairing(yes):
                self._take(confirm_pairing(self.state, yes))
            case ConnectPhone(name, profiles):
                self._connect(name, profiles)
            case DisconnectPhone():
                self._disconnect()
            case ForgetPhone(name):
                self.forget(name)
            case JoinHotspot(name, password):
                self._join(name, password)
            case LeaveHotspot():
                self._leave("")
            case Dial() | AnswerCall() | HangUp():
                self._call_request(request)
        self._settle()

    # time

    def advance(self, now: float) -> None:
        self.now = now
        state = self.state
        if state.pairing and state.pairing.due <= now:
            self._take(fail_pairing(self.state, "no_answer"))
        if state.book_due is not None and state.book_due <= now:
            self._send_book()
        for phone in state.handsets:
            if phone.call_due is not None and phone.call_due <= now:
                self._change(phone.name, call=CallPhase.ENDED, ended="no_answer", call_due=None)
        self._settle()

    def next_due(self) -> float | None:
        state = self.state
        dues = [phone.call_due for phone in state.handsets]
        dues += [state.book_due, state.pairing.due if state.pairing else None]
        return min((due for due in dues if due is not None), default=None)

    # what the owner of the phone in the hand does

    @property
    def hand(self) -> Handset:
        return self.state.hand

    @property
    def has_carplay(self) -> bool:
        profile = self._profile(self.hand.name)
        return profile is None or profile.carplay

    @property
    def other_party(self) -> str:
        """The number that calls or is called when none is named."""
        profile = self._profile(self.hand.name) or self.profiles[0]
        return profile.contacts[0].number

    def take(self, name: str) -> None:
        """Another phone is in the hand now; one of a new name comes into the car."""
        if self.state.phone(name) is None:
            guest = Handset(name, name, "guest-hotspot")
            self.state = replace(self.state, handsets=(*self.state.handsets, guest))
        self.state = replace(self.state, held=name)

    def pair(self) -> None:
        """Pairing as a whole, both sides confirming."""
        self._take(finish_pairing(self.state, self.hand))

    def forget(self, name: str) -> None:
        """The pairing is removed, on the phone or by the PCM."""
        if self.state.connected == name:
            self._disconnect()
        self._settle()
        phone = self.state.phone(name)
        if phone and phone.paired:
            self._change(name, paired=False, returns=False, hotspot_known=False)
        self._out.append(PhoneForgotten(name))

    def set_connected(self, on: bool) -> None:
        """The owner connects or disconnects; the PCM decides whether it takes the phone."""
        if not on:
            if self.state.connected == self.hand.name:
                self._disconnect()
        elif self.hand.paired and self.hand.reachable and not self.state.carplay:
            self._out.append(ConnectionAsked(self.hand.name))

    def set_reach(self, **changes: Any) -> None:
        """near, bluetooth, battery: what the phone can be reached by, and what falls with it."""
        name, before = self.hand.name, self.hand
        if not changes.get("near", True):
            self.set_carplay(False)
        self._change(name, **changes)
        state, now = self.state, self.hand
        if state.pairing and state.pairing.name == name and not now.reachable:
            self._take(fail_pairing(self.state, "out_of_range"))
        if state.connected == name and not now.reachable:
            self.state = replace(state, connected="", book_due=None)
            self._change(name, returns=True)
        if not now.on:
            self._change(name, call=CallPhase.ENDED, number="", call_due=None)
        self._hotspot_gone("out_of_range")
        self._settle()
        if now.reachable and not before.reachable:
            self._ask_again(now.name)

    def come_back(self) -> None:
        """The PCM has power again: who was connected asks for it."""
        for phone in self.state.handsets:
            if phone.reachable:
                self._ask_again(phone.name)

    def set_hotspot(self, on: bool) -> None:
        self._change(self.hand.name, hotspot=on)
        self._hotspot_gone("switched_off")
        self._settle()

    def join(self) -> None:
        """The PCM joins with the right password."""
        self._join(self.hand.hotspot_name, self.hand.hotspot_password)
        self._settle()

    def set_carplay(self, on: bool) -> None:
        """The cable to CarPlay; a call stays on the phone and comes back to Bluetooth."""
        if on == bool(self.state.carplay):
            return
        name = self.hand.name if on else self.state.carplay
        if on and self.state.pairing:
            self._take(fail_pairing(self.state, "carplay"))
        self.state = replace(self.state.put(name, cable=on), carplay=name if on else "")
        self._settle()

    def set_network(self, technology: Technology | None, bars: int | None = None) -> None:
        """The network where the car is: all phones are in it; a call falls without one."""
        for phone in self.state.handsets:
            strength = phone.bars if bars is None else bars
            self._change(phone.name, technology=technology, bars=strength)
            if technology is None:
                self._change(phone.name, call=CallPhase.ENDED, call_due=None)
        self._settle()

    def set_phone(self, **changes: Any) -> None:
        """What else its owner sets: confirms, same_number, allows, cable."""
        self._change(self.hand.name, **changes)
        attempt = self.state.pairing
        if attempt and attempt.confirmed_here and attempt.name == self.hand.name:
            self._take(confirm_pairing(self.state, True))  # its owner may answer now
        self._settle()
        if "allows" in changes and self.state.connected == self.hand.name:
            self.state = replace(self.state, book_sent=0)
            self._send_book()

    def set_call(self, phase: CallPhase, number: str = "", cause: EndCause = "") -> None:
        """A call on the phone in the hand moves on."""
        self._set_call(self.hand, phase, number, cause)
        self._settle()

    def message(self, sender: str, text: str) -> bool:
        """A message arrives; False when the car does not get it."""
        runs = BluetoothProfile.MESSAGES in self.state.running(self.hand)
        if runs:
            self._out.append(TextMessage(sender, text))
        return runs

    def contacts(self, name: str) -> tuple[Contact, ...]:
        """The phone book of a phone, as far as it lets the car have it."""
        phone, profile = self.state.phone(name), self._profile(name)
        if phone is None or profile is None or not phone.lets("contacts"):
            return ()
        return tuple(Contact(entry.name, entry.number) for entry in profile.book)

    # inside: the link

    def _profile(self, name: str) -> PhoneProfile | None:
        """What the world's data tell of a phone; nothing of a guest's."""
        return next((profile for profile in self.profiles if profile.name == name), None)

    def _take(self, step: Step) -> None:
        self.state, events = step
        self._out += events

    def _connect(self, name: str, profiles: tuple[BluetoothProfile, ...]) -> None:
        phone = self.state.phone(name)
        if self.state.carplay or phone is None:
            return
        if not phone.paired:
            self._out.append(ConnectFailed(name, "forgotten"))
        elif not (phone.on and phone.near):
            self._out.append(ConnectFailed(name, "no_phone"))
        elif not phone.bluetooth:
            self._out.append(ConnectFailed(name, "phone_bluetooth_off"))
        else:
            self._link(name, profiles)

    def _link(self, name: str, profiles: tuple[BluetoothProfile, ...]) -> None:
        if self.state.connected not in ("", name):
            self._disconnect()
        fresh = self._told.link[0] != name
        self.state = replace(self.state.put(name, returns=False), connected=name, wanted=profiles)
        self._settle()
        if fresh or not self.state.book_sent:
            self.state = replace(self.state, book_sent=0)
            self._send_book()

    def _disconnect(self) -> None:
        """One side ended the connection: nobody reconnects by itself."""
        self._change(self.state.connected, returns=False)
        self.state = replace(self.state, connected="", book_due=None)
        self._settle()

    def _ask_again(self, name: str) -> None:
        phone = self.state.phone(name)
        if phone and phone.paired and phone.returns:
            self._out.append(ConnectionAsked(name))

    def _send_book(self) -> None:
        """The next part of the phone book."""
        state = self.state
        phone = state.phone(state.connected)
        if phone is None or BluetoothProfile.TELEPHONE not in phone.running(state.wanted):
            self.state = replace(state, book_sent=0, book_due=None)
            return
        book = self.contacts(phone.name)
        sent = min(len(book), state.book_sent + BOOK_AT_ONCE)
        due = self.now + 1.0 if sent < len(book) else None
        self.state = replace(state, book_sent=sent, book_due=due)
        self._out.append(PhoneBook(book[:sent], len(book)))

    # inside: the way into a hotspot

    def _join(self, hotspot: str, password: str | None) -> None:
        phone = self.state.by_hotspot(hotspot)
        if phone is None:
            self._out.append(HotspotLink(False, hotspot, "out_of_range"))
            return
        known = password is None and (phone.hotspot_known or phone.paired)
        if not known and password != phone.hotspot_password:
            self._out.append(HotspotLink(False, hotspot, "wrong_password"))
            return
        self._leave("")
        self._change(phone.name, hotspot_known=True)
        self.state = replace(self.state, joined=phone.name)
        self._out.append(HotspotLink(True, hotspot))

    def _hotspot_gone(self, cause: Literal["out_of_range", "switched_off"]) -> None:
        joined = self.state.phone(self.state.joined)
        if joined and not joined.shares:
            self._leave(cause)

    def _leave(self, cause: Literal["", "out_of_range", "switched_off"]) -> None:
        joined = self.state.phone(self.state.joined)
        if joined:
            self.state = replace(self.state, joined="")
            self._out.append(HotspotLink(False, joined.hotspot_name, cause))

    # inside: the calls of one phone

    def _call_request(self, request: Dial | AnswerCall | HangUp) -> None:
        phone = self.state.phone(self.state.connected)
        if phone is None:
            return
        match request:
            case Dial(number) if phone.technology is None:
                self._out.append(CallStatus(CallPhase.ENDED, number))
            case Dial(number):
                self._set_call(phone, CallPhase.DIALLING, number)
            case AnswerCall():
                self._set_call(phone, CallPhase.ACTIVE)
            case HangUp():
                self._set_call(phone, CallPhase.ENDED)

    def _set_call(
        self, phone: Handset, phase: CallPhase, number: str = "", cause: EndCause = ""
    ) -> None:
        busy = phone.call is not CallPhase.ENDED
        if phase is CallPhase.INCOMING and busy:
            if BluetoothProfile.TELEPHONE in self.state.running(phone):
                self._out.append(CallWaiting(number))
            return
        if phase is CallPhase.ENDED and not busy:
            return
        rings = phase in (CallPhase.INCOMING, CallPhase.DIALLING)
        due = self.now + RINGING_S if rings else None
        number = number if rings else phone.number
        self._change(phone.name, call=phase, number=number, ended=cause, call_due=due)

    # inside: what the head unit is told

    def _change(self, name: str, **changes: Any) -> None:
        self.state = self.state.put(name, **changes)

    def _settle(self) -> None:
        """Tell what differs from what was told."""
        if self.state is not self._settled:
            self._settled = self.state
            before, self._told = self._told, derive_facts(self.state, self._told)
            self._out += news(before, self._told)
