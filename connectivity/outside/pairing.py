"""How a pairing goes at the phone's side (Secure Simple Pairing, numeric comparison). Pure.

Each step gives the phones' new state and what the head unit hears of it.
"""

from dataclasses import replace

from connectivity.messages.phone import (
    ConnectionAsked,
    PairingCause,
    PairingFailed,
    PairingNumber,
    PhoneEvent,
    PhonePaired,
)
from connectivity.outside.handset import Handset, PairingTry, PhoneState

PAIRING_S = 30.0  # how long both sides wait for a yes

Step = tuple[PhoneState, tuple[PhoneEvent, ...]]


def offer_pairing(state: PhoneState, now: float) -> Step:
    """The PCM looks for a phone: the one in the hand, when it can be found."""
    phone = state.hand
    if state.carplay:
        return fail_pairing(state, "carplay")
    if not (phone.on and phone.near):
        return fail_pairing(state, "no_phone")
    if not phone.bluetooth:
        return fail_pairing(state, "phone_bluetooth_off")
    attempt = PairingTry(phone.name, now + PAIRING_S)
    number = PairingNumber(state.pairing_number, phone.name)
    return replace(state, pairing=attempt), (number,)


def confirm_pairing(state: PhoneState, yes: bool) -> Step:
    """The driver says yes or no; then it is up to the phone's owner, who may never answer."""
    attempt = state.pairing
    phone = state.phone(attempt.name) if attempt else None
    if attempt is None or phone is None:
        return state, ()
    if not yes:
        return fail_pairing(state, "refused_here")
    if not phone.same_number:
        return fail_pairing(state, "mismatch")
    if phone.confirms == "no":
        return fail_pairing(state, "refused")
    if phone.confirms == "yes":
        return finish_pairing(state, phone)
    return replace(state, pairing=replace(attempt, confirmed_here=True)), ()


def fail_pairing(state: PhoneState, cause: PairingCause) -> Step:
    return replace(state, pairing=None), (PairingFailed(cause),)


def finish_pairing(state: PhoneState, phone: Handset) -> Step:
    paired = replace(state, pairing=None).put(phone.name, paired=True)
    return paired, (PhonePaired(phone.name, phone.hotspot_name), ConnectionAsked(phone.name))
