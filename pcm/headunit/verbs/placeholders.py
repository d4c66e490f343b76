"""What stands in a script for what the world knows: `@code`, `@code[:3]`, `@wrong 8`, `@new`.

So flows hold no secrets. Used by `type`, `sim pin`, `portal security-code` and the recorder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import PcmError, UnknownNameError
from pcm.headunit.entries import KEYBOARD_LONGEST, NEW, PLACEHOLDER, WRONG, fields_of
from pcm.headunit.state import EntryState

if TYPE_CHECKING:
    from pcm.headunit.session import Session

MEANT = {
    "pairing_code": ("@code", "@other-code", "@old-code"),
    "security_code": ("@security-code", "@second-security-code"),
    "password": ("@password", "@second-password"),
    "email": ("@email", "@second-email"),
    "sim_pin": ("@pin",),
    "sim_puk": ("@puk",),
    "hotspot_password": ("@hotspot",),
}
"""Field -> the placeholders of what belongs there."""
DIGITS, LETTERS = "0123456789", "xyzwvq"
WITHOUT_ONE = "1379"
"""The new security code of somebody who has none."""


def known_values(session: Session) -> dict[str, str]:
    """Placeholder -> what is right now; "" when there is none."""
    portal, phone, slot = session.world.portal, session.world.phone, session.world.modem.slot
    return {
        "@code": portal.code,
        "@other-code": portal.other_code,
        "@old-code": max(portal.car.old_codes, default=""),
        "@email": portal.owner.email,
        "@password": portal.owner.password,
        "@security-code": portal.security_code(portal.owner),
        "@second-email": portal.second.email,
        "@second-password": portal.second.password,
        "@second-security-code": portal.security_code(portal.second),
        "@pin": slot.pin if slot else "",
        "@puk": slot.puk if slot else "",
        "@hotspot": phone.hand.hotspot_password,
    }


def known_text(session: Session, text: str) -> str:
    """The text that is meant; raises UnknownNameError for a placeholder that there is not."""
    found, known = PLACEHOLDER.fullmatch(text.strip()), known_values(session)
    if found and found["wrong"]:
        return wrong_text(session, int(found["wrong"]))
    if found:
        name, value = found["name"], known[found["name"]]
        if not value:
            raise PcmError(f"{name}: there is none now")
        first, end = found["first"] or 0, found["end"] or len(value)
        return value[int(first) : int(end)] if found["part"] else value
    name = text.strip()
    if name.startswith("@") and "." not in name and len(name) > 1:
        raise UnknownNameError("placeholder", name, [*known, f"{WRONG} N"])
    return text


def wrong_text(session: Session, signs: int) -> str:
    """So many signs of which not even the first is right after what stands in the open field."""
    if not 1 <= signs <= KEYBOARD_LONGEST:
        raise PcmError(f"{WRONG} N: N is not between 1 and {KEYBOARD_LONGEST}")
    overlay = session.unit.state.overlay
    if not isinstance(overlay, EntryState):
        return DIGITS[0] * signs
    field, typed = fields_of(overlay.purpose)[overlay.step], overlay.typed[overlay.step]
    typed = "" if len(typed) + signs > field.longest else typed  # it gives way
    known = known_values(session)
    right = [known[name] for name in MEANT.get(field.id, ())]
    tries = DIGITS if field.keypad else LETTERS
    return signs * next(
        sign for sign in tries if not any(value.startswith(typed + sign) for value in right)
    )


def new_number(present: str, wanted: str) -> str:
    """`@new`: another number than the present one, twice it is the first again; else `wanted`."""
    if wanted != NEW:
        return wanted
    return "".join(str(9 - int(digit)) for digit in present) or WITHOUT_ONE
