"""The mobile networks of each country (assets/world/networks.yaml), for modem and driver."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from connectivity.messages.telephony import Technology
from models.content import Content, load_content

NETWORKS_FILE = Path(__file__).resolve().parents[1] / "assets" / "world" / "networks.yaml"

Digits = Annotated[str, Field(pattern=r"^\d+$")]


class Operator(Content):
    """One network. partner: foreign cards may use it. mcc: where it is not the country's own.

    name, short: at most 16 and 8 characters (TS 27.007, 7.3).
    """

    mnc: Annotated[str, Field(pattern=r"^\d{2,3}$")]
    name: Annotated[str, Field(max_length=16)]
    short: Annotated[str, Field(max_length=8)] = ""
    mcc: str = ""
    technologies: tuple[Technology, ...] = ()
    partner: bool = True

    @property
    def numeric(self) -> str:
        """MCC and MNC as +COPS writes them."""
        return self.mcc + self.mnc

    @property
    def short_name(self) -> str:
        return self.short or self.name[:8]


class Country(Content):
    """Its operators in the order in which foreign cards prefer them; the first issued the cards.

    calling: the country calling code (ITU-T E.164).
    """

    code: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    mcc: Annotated[str, Field(pattern=r"^\d{3}$")]
    calling: Digits
    technologies: tuple[Technology, ...]
    operators: Annotated[tuple[Operator, ...], Field(min_length=1)]


class NetworksFile(Content):
    """networks.yaml. `assumed` says once what in it is a guess, and why."""

    source: str
    assumed: str
    countries: tuple[Country, ...]
    elsewhere: Country


@cache
def load_networks() -> NetworksFile:
    return load_content(NETWORKS_FILE, NetworksFile)


@cache
def find_country(code: str) -> Country:
    """The networks of an ISO code; made-up ones for a country that is not listed."""
    data = load_networks()
    found = next((country for country in data.countries if country.code == code), None)
    if found is None:
        first, *_ = data.elsewhere.operators
        named = first.model_copy(update={"name": f"{first.name} {code}"})
        found = data.elsewhere.model_copy(update={"code": code, "operators": (named,)})
    return _completed(found)


def _completed(country: Country) -> Country:
    """Each operator with its own MCC and technologies."""
    operators = tuple(
        operator.model_copy(
            update={
                "mcc": operator.mcc or country.mcc,
                "technologies": operator.technologies or country.technologies,
            }
        )
        for operator in country.operators
    )
    return country.model_copy(update={"operators": operators})


@cache
def country_of(numeric: str) -> str:
    """The ISO code of the country of an operator given as MCC and MNC; "" when not listed."""
    by_code = {country.code: find_country(country.code) for country in load_networks().countries}
    for code, country in by_code.items():
        if numeric in (operator.numeric for operator in country.operators):
            return code
    by_code[load_networks().elsewhere.code] = load_networks().elsewhere
    return next((code for code, country in by_code.items() if country.mcc == numeric[:3]), "")
