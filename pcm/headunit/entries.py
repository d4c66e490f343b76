"""What can be typed on the head unit: the fields of each entry, their lengths, what is secret."""

import re
from dataclasses import dataclass

KEYBOARD_LONGEST = 64

PLACEHOLDERS = frozenset(
    {
        "@code", "@other-code", "@old-code", "@pin", "@puk", "@hotspot",
        "@email", "@password", "@security-code",
        "@second-email", "@second-password", "@second-security-code",
    }
)  # fmt: skip
"""What may be typed in place of what the made-up world knows, so that flows hold no secrets."""
WRONG, NEW = "@wrong", "@new"
PLACEHOLDER = re.compile(
    rf"(?P<name>{'|'.join(sorted(PLACEHOLDERS))})(?P<part>\[(?P<first>\d*):(?P<end>\d*)\])?"
    rf"|{WRONG} (?P<wrong>\d{{1,2}})"
)
"""A placeholder, some of its signs (`@code[:3]`), or signs that are surely not right."""


@dataclass(frozen=True, slots=True)
class EntryField:
    """One field of an entry.

    boxes: drawn as that many boxes; secret: shown as dots; sensitive: masked in every log.
    """

    id: str
    keypad: bool
    shortest: int
    longest: int
    boxes: int = 0
    secret: bool = False
    sensitive: bool = True


PAIRING_CODE = EntryField("pairing_code", keypad=True, shortest=8, longest=8, boxes=8)
SECURITY_CODE = EntryField(
    "security_code", keypad=True, shortest=4, longest=4, boxes=4, secret=True
)
SIM_PIN = EntryField("sim_pin", keypad=True, shortest=4, longest=8, secret=True)
SIM_PUK = EntryField("sim_puk", keypad=True, shortest=8, longest=8, boxes=8, secret=True)
SIM_NEW_PIN = EntryField("sim_new_pin", keypad=True, shortest=4, longest=8, secret=True)
EMAIL = EntryField("email", False, 3, KEYBOARD_LONGEST, sensitive=False)
PASSWORD = EntryField("password", False, 1, KEYBOARD_LONGEST, secret=True)
HOTSPOT_PASSWORD = EntryField("hotspot_password", False, 8, 63, secret=True)
NUMBER = EntryField("number", keypad=True, shortest=1, longest=20, sensitive=False)
DESTINATION = EntryField("destination", False, 1, KEYBOARD_LONGEST, sensitive=False)

_PURPOSES: dict[str, tuple[EntryField, ...]] = {
    "pairing_code": (PAIRING_CODE,),
    "sim_pin": (SIM_PIN,),
    "sim_puk": (SIM_PUK, SIM_NEW_PIN),
    "login": (EMAIL, PASSWORD),
    "login_with_code": (EMAIL, PASSWORD, SECURITY_CODE),
    "log_in_again": (SECURITY_CODE,),
    "hotspot_password": (HOTSPOT_PASSWORD,),
    "number": (NUMBER,),
    "destination": (DESTINATION,),
}

FIELDS = frozenset(field.id for fields in _PURPOSES.values() for field in fields)

SENSITIVE = frozenset(
    field.id for fields in _PURPOSES.values() for field in fields if field.sensitive
)
"""Fields whose text stands in no log and on no paper."""

LOCKED_WHILE_MOVING = frozenset(_PURPOSES) - {"number", "sim_pin"}
"""Short PINs and telephone numbers stay free; every other text entry is locked (domain:4.10)."""


def fields_of(purpose: str) -> tuple[EntryField, ...]:
    """The fields of an entry in the order in which they are typed."""
    return _PURPOSES[purpose]


def accepts(field: EntryField, typed: str, text: str) -> bool:
    """Whether `text` may be added to what stands in the field: only digits on a keypad."""
    if len(typed) + len(text) > field.longest:
        return False
    if field.keypad:
        allowed = "0123456789+*#" if field is NUMBER else "0123456789"
        return all(sign in allowed for sign in text)
    return text.isprintable()


def complete(field: EntryField, typed: str) -> bool:
    return len(typed) >= field.shortest
