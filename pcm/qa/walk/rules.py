"""The other requirements as invariants: SIM card, linking, CarPlay, services, functions."""

from connectivity.account import WRONG_CODES_UNTIL_LOCK, AccountState
from connectivity.call import Bearer, CallState
from connectivity.function import FunctionState
from connectivity.messages.modem import CardLock, Registration
from connectivity.messages.phone import BluetoothProfile
from connectivity.sim import SimState
from connectivity.vehicle import Power
from pcm.headunit.report import describe_state
from pcm.headunit.screen import Entry
from pcm.headunit.session import Session
from pcm.qa.walk.invariant import Invariant

MOST_PIN_TRIES, MOST_PUK_TRIES = 3, 10
CODE_LENGTH = 8
_LOCKS = {
    SimState.PIN_REQUIRED: CardLock.SIM_PIN,
    SimState.PUK_REQUIRED: CardLock.SIM_PUK,
    SimState.READY: CardLock.READY,
    SimState.DEAD: CardLock.BLOCKED,
}


def _no_slot(session: Session) -> str:
    state = session.unit.state
    if "sim_slot" in session.setup.features:
        return ""
    empty = state.sim.state is SimState.ABSENT and state.inserted == Registration()
    return "" if empty else f"the SIM is {state.sim.state.value}"


def _asks_no_pin(session: Session) -> str:
    asked = _entry(session) in ("sim_pin", "sim_puk", "sim_new_pin")
    return f"asked: {_entry(session)}" if asked and session.setup.generation.links_by_id else ""


def _tries(session: Session) -> str:
    card = session.unit.state.sim.card
    if card is None:
        return ""
    fits = 0 <= card.pin_tries <= MOST_PIN_TRIES and 0 <= card.puk_tries <= MOST_PUK_TRIES
    dead = (card.lock is CardLock.BLOCKED) == (card.puk_tries == 0)
    puk = card.lock is not CardLock.SIM_PUK or card.pin_tries == 0
    if fits and dead and puk:
        return ""
    return f"{card.lock.value}, PIN tries {card.pin_tries}, PUK tries {card.puk_tries}"


def _card_state(session: Session) -> str:
    sim = session.unit.state.sim
    if sim.attempt is not None:
        return ""
    right = _LOCKS.get(sim.state)
    told = sim.card.lock if sim.card else None
    if right is told:
        return ""
    return f"the PCM takes it for {sim.state.value}, the card says {told.value if told else None}"


def _tries_shown(session: Session) -> str:
    overlay, card = session.screen.overlay, session.unit.state.sim.card
    if card is None or not isinstance(overlay, Entry) or overlay.id not in ("sim_pin", "sim_puk"):
        return ""
    left = card.pin_tries if overlay.id == "sim_pin" else card.puk_tries
    return "" if str(left) in overlay.hint else f"{left} left, the hint is {overlay.hint!r}"


def _remembered(session: Session) -> str:
    sim = session.unit.state.sim
    cards = [kept.iccid for kept in sim.remembered]
    if len(cards) != len(set(cards)):
        return "a card has two"
    here = sim.card is not None and sim.card.iccid in cards
    return "one is kept without the tick" if here and not sim.remember else ""


def _code_entry(session: Session) -> str:
    overlay = session.screen.overlay
    if not isinstance(overlay, Entry) or overlay.id != "pairing_code":
        return ""
    shown = overlay.shown
    digits = len(shown) <= CODE_LENGTH and (not shown or (shown.isascii() and shown.isdigit()))
    awake = len(shown) == CODE_LENGTH and not overlay.locked
    if digits and overlay.ok_enabled == awake:
        return ""
    return f"{len(shown)} signs, OK is {'awake' if overlay.ok_enabled else 'asleep'}"


def _right_entry(session: Session) -> str:
    entry = _entry(session)
    wrong = (
        ("pairing_code",)
        if session.setup.generation.links_by_id
        else ("email", "password", "security_code")
    )
    return f"asked: {entry}" if entry in wrong else ""


def _code_asked(session: Session) -> str:
    asked = _entry(session) == "security_code"
    demanded = session.setup.market.offer.security_code
    return f"asked in {session.setup.market.code}" if asked and not demanded else ""


def _lock(session: Session) -> str:
    account = session.unit.state.account
    if not 0 <= account.wrong < WRONG_CODES_UNTIL_LOCK:
        return f"{account.wrong} wrong ones, and no lock"
    locked = account.locked_until > session.unit.state.now
    entries = ("enter_pairing_code", "set_up_account", "link_second_user")
    free = [row.id for row in session.screen.all_rows if row.id in entries and row.enabled]
    return f"locked, and free is: {', '.join(free)}" if locked and free else ""


def _users(session: Session) -> str:
    account = session.unit.state.account
    emails = [user.email for user in account.users]
    if (account.state is AccountState.NOT_LINKED) != (not emails):
        return f"{account.state.value} with {len(emails)} users"
    if emails and account.active not in emails:
        return "the active user is none of them"
    return "" if len(set(emails)) == len(emails) else "a user is there twice"


def _header_user(session: Session) -> str:
    user, shown = session.unit.state.account.user, session.screen.header.user
    right = user.name if user else ""
    return "" if shown == right else f"logged in: {right!r}, shown: {shown!r}"


def _checking(session: Session) -> str:
    checking = session.unit.state.account.checking
    return "an attempt is on its way" if checking and not session.unit.view.online else ""


def _carplay(session: Session) -> str:
    header, told = session.screen.header, describe_state(session)
    if not header.carplay:
        return ""
    running = told["phone_profiles"] or ("a link" if header.bluetooth else "")
    return f"running over Bluetooth: {running}" if running else ""


def _bluetooth_call(session: Session) -> str:
    call, phone = session.unit.state.call, session.unit.state.phone
    on = call.state is not CallState.IDLE and call.bearer is Bearer.BLUETOOTH
    return "" if not on or phone.runs(BluetoothProfile.TELEPHONE) else "a call without it"


def _seen(session: Session) -> str:
    services = session.unit.state.services
    strange = set(services.seen) - {service.id for service in services.booked}
    return f"not booked: {', '.join(sorted(strange))}" if strange else ""


def _download(session: Session) -> str:
    asked = session.unit.state.functions.asked
    return f"asked for: {asked}" if asked and not session.unit.view.online else ""


def _working(session: Session) -> str:
    items, car = session.unit.state.functions.items, session.unit.state.vehicle
    working = [item.id for item in items if item.state is FunctionState.WORKING]
    still = car.power is Power.OFF and car.locked and not car.plugged
    return f"worked on: {', '.join(working)}" if working and not still else ""


def _moving(session: Session) -> str:
    overlay, view = session.screen.overlay, session.unit.view
    if not isinstance(overlay, Entry) or overlay.id in ("number", "sim_pin"):
        return ""
    if view.moving and (not overlay.locked or overlay.ok_enabled):
        return f"{overlay.id} is free"
    return f"{overlay.id} is locked at a standstill" if overlay.locked and not view.moving else ""


def _entry(session: Session) -> str:
    overlay = session.screen.overlay
    return overlay.id if isinstance(overlay, Entry) else ""


RULES = (
    Invariant("R-CTY-2", "a car without a slot has no SIM card", _no_slot),
    Invariant("R-PIN-3", "PCM 6.0 never asks for a PIN", _asks_no_pin),
    Invariant("R-PIN-5", "3 tries of the PIN, then 10 of the PUK, then the card is dead", _tries),
    Invariant("R-PIN-5", "the PCM takes the card for what it says", _card_state),
    Invariant("R-PIN-5", "the tries left are shown", _tries_shown),
    Invariant("R-PIN-4", "a card has one remembered PIN, with the tick alone", _remembered),
    Invariant("R-LINK-1", "8 digits and nothing else, OK wakes at the eighth", _code_entry),
    Invariant("R-LINK-4", "PCM 6.0 links by Porsche ID, every other by code", _right_entry),
    Invariant("R-LINK-5", "a security code is asked where the country demands it", _code_asked),
    Invariant("R-LINK-8", "five wrong codes lock the entry", _lock),
    Invariant("R-LINK-12", "linked are those whom My Porsche names, else it is not", _users),
    Invariant("R-LINK-9", "the header shows who is logged in", _header_user),
    Invariant("R-LINK-7", "without data no attempt is on its way", _checking),
    Invariant("R-CALL-1", "with CarPlay no Bluetooth is connected", _carplay),
    Invariant("R-CALL-1", "a call over Bluetooth needs the phone's telephone", _bluetooth_call),
    Invariant("R-SRV-1", "no service is in the PCM that is not booked", _seen),
    Invariant("R-FOD-2", "functions download online alone", _download),
    Invariant("R-FOD-3", "functions are installed in a car off, locked and unplugged", _working),
    Invariant("domain:4.10", "text entry is locked while the car moves, and only then", _moving),
)
