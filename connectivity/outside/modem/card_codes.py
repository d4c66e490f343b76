"""A card and its codes: tries are counted, the last wrong PIN asks for the PUK. Pure.

Three tries of the PIN and ten of the PUK: 3GPP TS 51.011, 8.9 and 8.13.
"""

from dataclasses import replace

from connectivity.messages.modem import CardLock
from connectivity.outside.modem.state import PIN_TRIES, PUK_TRIES, SimCard


def locked_again(card: SimCard) -> SimCard:
    """The card after it lost power."""
    if card.pin_enabled and card.lock is CardLock.READY:
        return replace(card, lock=CardLock.SIM_PIN)
    return card


def enter_pin(card: SimCard, pin: str) -> tuple[bool, SimCard]:
    """Whether it is right, and the card then; a wrong one costs a try."""
    if pin == card.pin:
        return True, replace(card, lock=CardLock.READY, pin_tries=PIN_TRIES)
    left = card.pin_tries - 1
    return False, replace(card, pin_tries=left, lock=card.lock if left else CardLock.SIM_PUK)


def enter_puk(card: SimCard, puk: str, new_pin: str) -> tuple[bool, SimCard]:
    """Whether it is right, and the card then; the last wrong one kills the card."""
    if puk == card.puk:
        opened = replace(card, lock=CardLock.READY, pin=new_pin)
        return True, replace(opened, pin_tries=PIN_TRIES, puk_tries=PUK_TRIES)
    left = card.puk_tries - 1
    return False, replace(card, puk_tries=left, lock=card.lock if left else CardLock.BLOCKED)
