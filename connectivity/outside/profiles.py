"""The made-up world as data (assets/world/world.yaml): cards, operators, phone, accounts, media."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from models.content import Content, load_content

WORLD_FILE = Path(__file__).resolve().parents[2] / "assets" / "world" / "world.yaml"


Secret = Annotated[str, Field(repr=False)]
"""Stands in no log, whoever prints the value that holds it."""


class SimProfile(Content):
    name: str
    iccid: Secret
    pin: Secret
    puk: Secret
    pin_enabled: bool
    has_data: bool
    voice_and_data: bool


class ContactEntry(Content):
    name: str
    number: str


class PhoneProfile(Content):
    name: str
    hotspot: str
    hotspot_password: Secret
    contacts: tuple[ContactEntry, ...]


class Person(Content):
    name: str
    email: str
    password: Secret
    security_code: Secret


class BookedService(Content):
    id: str
    days: int | None


class Track(Content):
    title: str
    artist: str


class Media(Content):
    stations: tuple[str, ...]
    tracks: tuple[Track, ...]


class WorldFile(Content):
    sims: tuple[SimProfile, ...]
    built_in_sim: SimProfile
    operators: dict[str, str]
    operator_fallback: str
    phone: PhoneProfile
    owner: Person
    second_user: Person
    services: tuple[BookedService, ...]
    media: Media
    destinations: tuple[str, ...]


@cache
def load_world() -> WorldFile:
    return load_content(WORLD_FILE, WorldFile)
