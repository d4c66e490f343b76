"""The kinds of car and country that the rules of connectivity tell apart, from the content."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from menus.load import load_tree
from models.catalogue import Car, load_cars, load_generations
from models.markets import Market, load_markets
from pcm.headunit.settings import factory_settings
from pcm.headunit.view import Setup
from pcm.headunit.vin import make_vin


@dataclass(frozen=True, order=True)
class Kind:
    """What car, generation and country decide about connections; nothing else may."""

    sim_slot: bool
    sim_calls: bool
    embedded_sim: bool
    hotspot_client: bool
    carplay: bool
    by_id: bool  # PCM 6.0: Porsche ID instead of the pairing code
    private_mode: bool  # a setting of its menus
    mobile_data: bool  # the data connection can be ended in the menus (R-OFF)
    roaming: bool
    security_code: bool  # asked for at login
    connect: bool
    functions: bool

    @property
    def name(self) -> str:
        return " ".join(field.name for field in fields(self) if getattr(self, field.name))


def kind_of(setup: Setup) -> Kind:
    has, known = setup.features, factory_settings(setup.tree, "en")
    by_id = setup.generation.links_by_id
    return Kind(
        sim_slot="sim_slot" in has,
        sim_calls="sim_calls" in has,
        embedded_sim="embedded_sim" in has,
        hotspot_client="hotspot_client" in has,
        carplay="carplay" in has,
        by_id=by_id,
        private_mode="private_mode" in known,
        mobile_data="mobile_data" in known,
        roaming="roaming" in known,
        security_code=by_id and setup.market.offer.security_code,
        connect="connect" in has,
        functions="functions_on_demand" in has,
    )


@dataclass(frozen=True)
class Example:
    """A car, year and country of a kind."""

    car: Car
    year: int
    market: Market


@cache
def every_kind() -> dict[Kind, Example]:
    """Each kind with the first car, year and country that is of it."""
    file, found = load_markets(), dict[Kind, Example]()
    offers = {market.offer: market for market in reversed((*file.markets, file.elsewhere))}
    for car in load_cars().cars:
        for year in range(car.years[0], car.years[1] + 1):
            for market in offers.values():
                setup = Setup(
                    car,
                    year,
                    load_generations()[car.pcm],
                    market,
                    load_tree(car, year),
                    make_vin(car, year),
                )
                found.setdefault(kind_of(setup), Example(car, year, market))
    return dict(sorted(found.items()))
