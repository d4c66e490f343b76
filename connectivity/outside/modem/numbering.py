"""The numbers of made-up cards, as the operator of a country would give them. Pure.

The plans are public (ITU-T E.118, E.212, E.164); the subscribers behind the numbers are invented.
"""

from connectivity.networks import find_country


def derive_iccid(home: str, account: int) -> str:
    """19 digits by E.118: telecommunications, country, issuer, account, Luhn's check digit."""
    country = find_country(home)
    head = f"89{country.calling}{country.operators[0].mnc[-2:]}"
    body = f"{head}{account:0{18 - len(head)}d}"
    return f"{body}{luhn_digit(body)}"


def derive_imsi(home: str, account: int) -> str:
    """15 digits by E.212: MCC, MNC, subscriber."""
    network = find_country(home).operators[0].numeric
    return f"{network}{account:0{15 - len(network)}d}"


def derive_msisdn(home: str, account: int) -> str:
    """A number by E.164 with 555, as in films."""
    return f"+{find_country(home).calling}555{account:07d}"


def luhn_digit(body: str) -> str:
    """The check digit of ISO/IEC 7812-1 for these digits."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return str(-total % 10)
