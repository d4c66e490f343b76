"""The made-up world as data (assets/world/world.yaml): cards, phones, accounts."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from models.content import Content, load_content

WORLD_FILE = Path(__file__).resolve().parents[2] / "assets" / "world" / "world.yaml"


Secret = Annotated[str, Field(repr=False)]
"""Stands in no log, whoever prints the value that holds it."""


class ContactEntry(Content):
    name: str
    number: str


class SimProfile(Content):
    """A card on offer. account: its number with the operator that issues it."""

    name: str
    account: Annotated[int, Field(ge=1, le=899_999)]
    pin: Secret
    puk: Secret
    pin_enabled: bool
    has_data: bool
    voice_and_data: bool
    contacts: tuple[ContactEntry, ...] = ()


class PhoneProfile(Content):
    name: str
    hotspot: str
    hotspot_password: Secret
    carplay: bool
    large_book: bool  # every first name with every last name
    contacts: tuple[ContactEntry, ...]

    @property
    def book(self) -> tuple[ContactEntry, ...]:
        """The whole phone book, sorted by name."""
        if not self.large_book:
            return self.contacts
        words = [entry.name.split() for entry in self.contacts]
        names = sorted(f"{first[0]} {last[-1]}" for first in words for last in words)
        own = {entry.name: entry.number for entry in self.contacts}
        made = ((name, f"+39 06 555 {2000 + n}") for n, name in enumerate(names))
        return tuple(ContactEntry(name=name, number=own.get(name, number)) for name, number in made)


class Person(Content):
    name: str
    email: str
    password: Secret
    security_code: Secret


class BookedService(Content):
    id: str
    days: int | None


class WorldFile(Content):
    sims: tuple[SimProfile, ...]
    built_in_sim: SimProfile
    phones: Annotated[tuple[PhoneProfile, ...], Field(min_length=1)]
    owner: Person
    second_user: Person
    services: tuple[BookedService, ...]


@cache
def load_world() -> WorldFile:
    return load_content(WORLD_FILE, WorldFile)
