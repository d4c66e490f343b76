"""What a page tells aloud when it changes by itself; the script compares values, says the words."""

from dataclasses import dataclass

from pcm.web.portal.view import PortalView, VehicleView
from pcm.web.words import Teller


@dataclass(frozen=True, slots=True)
class Fact:
    """key: what it is about; value: differs when it has changed; text: how things stand then."""

    key: str
    value: str
    text: str


def derive_facts(view: PortalView, words: Teller) -> tuple[Fact, ...]:
    """Nothing secret is in them."""
    vins = " ".join(vehicle.vin for vehicle in view.vehicles)
    facts = [Fact("vehicles", vins, words.tell("fact.vehicles"))]
    return (*facts, *(_of_car(view.desk, words) if view.desk else ()))


def _of_car(car: VehicleView, words: Teller) -> tuple[Fact, ...]:
    linked = ", ".join(user.name for user in car.linked)
    active = ", ".join(service.name for service in car.services if service.in_car == "active")
    installed = " ".join(f"{f.id}:{bool(f.billed)}" for f in car.functions)
    return (
        Fact(
            f"link {car.vin}",
            linked,
            words.tell("fact.linked", names=linked) if linked else words.tell("fact.not_linked"),
        ),
        Fact(
            f"users {car.vin}", " ".join(user.email for user in car.users), words.tell("fact.users")
        ),
        Fact(
            f"services {car.vin}",
            " ".join(f"{s.id}:{s.term}" for s in car.services),
            words.tell("fact.services"),
        ),
        Fact(
            f"in_car {car.vin}",
            active,
            words.tell("fact.in_car", names=active) if active else words.tell("fact.none_in_car"),
        ),
        Fact(f"functions {car.vin}", installed, words.tell("fact.functions")),
        Fact(
            f"private {car.vin}",
            str(car.private),
            words.tell("fact.private" if car.private else "fact.not_private"),
        ),
    )
