"""The 45 countries of the source with their contact and what each offers; data in markets.yaml."""

from functools import cache
from pathlib import Path

from models.content import Content, load_content
from models.errors import UnknownNameError
from models.provenance import Sourced, SourceRefs

HERE = Path(__file__).parent


class Offer(Content):
    """What a market offers; the source fixes none of it, each cell is assumed until `confirmed`."""

    connect: bool
    embedded_sim: bool
    sim_slot: bool
    sim_calls: bool  # calls over the inserted SIM
    security_code: bool  # PCM 6.0 asks for it at login


class Market(Sourced):
    """One country: ISO 3166-1 alpha-2 code, names, contact, offer."""

    code: str
    names: dict[str, str]  # language -> name of the country
    contact: str | None
    offer: Offer
    confirmed: dict[str, SourceRefs] = {}  # cell of the offer -> who confirms it


class MarketsFile(Content):
    """markets.yaml. `assumed` says once why the offers are guesses."""

    assumed: str
    markets: tuple[Market, ...]
    elsewhere: Market  # code "ZZ" (user-assigned in ISO 3166-1): no contact, limited services


@cache
def load_markets() -> MarketsFile:
    return load_content(HERE / "markets.yaml", MarketsFile)


def find_market(code: str) -> Market:
    """The market of an ISO code or of a country's name in any language; raises UnknownNameError."""
    found = _by_name().get(code.strip().casefold())
    if found:
        return found
    file = load_markets()
    markets = (*file.markets, file.elsewhere)
    known = [m.code for m in markets] + [n for m in markets for n in m.names.values()]
    raise UnknownNameError("country", code, known)


@cache
def _by_name() -> dict[str, Market]:
    """Every code and name, folded; where two countries share one, the first has it."""
    file = load_markets()
    markets = (*file.markets, file.elsewhere)
    pairs = [(word, m) for m in markets for word in (m.code, *m.names.values())]
    return {word.casefold(): market for word, market in reversed(pairs)}
