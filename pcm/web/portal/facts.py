"""What a page tells aloud when it changes by itself; the script compares values, says the words."""

from dataclasses import dataclass

from models.texts import Texts
from pcm.web.portal.view import PortalView, VehicleView


@dataclass(frozen=True, slots=True)
class Fact:
    """key: what it is about; value: differs when it has changed; text: how things stand then."""

    key: str
    value: str
    text: str


def derive_facts(view: PortalView, say: Texts) -> tuple[Fact, ...]:
    """Nothing secret is in them."""
    vins = " ".join(vehicle.vin for vehicle in view.vehicles)
    facts = [Fact("vehicles", vins, say.say("fact.vehicles"))]
    return (*facts, *(_of_car(view.desk, say) if view.desk else ()))


def _of_car(car: VehicleView, say: Texts) -> tuple[Fact, ...]:
    linked = ", ".join(user.name for user in car.linked)
    active = ", ".join(service.name for service in car.services if service.in_car == "active")
    installed = " ".join(f"{f.id}:{bool(f.billed)}" for f in car.functions)
    return (
        Fact(
            f"link {car.vin}",
            linked,
            say.say("fact.linked", names=linked) if linked else say.say("fact.not_linked"),
        ),
        Fact(f"users {car.vin}", " ".join(user.email for user in car.users), say.say("fact.users")),
        Fact(
            f"services {car.vin}",
            " ".join(f"{s.id}:{s.term}" for s in car.services),
            say.say("fact.services"),
        ),
        Fact(
            f"in_car {car.vin}",
            active,
            say.say("fact.in_car", names=active) if active else say.say("fact.none_in_car"),
        ),
        Fact(f"functions {car.vin}", installed, say.say("fact.functions")),
        Fact(
            f"private {car.vin}",
            str(car.private),
            say.say("fact.private" if car.private else "fact.not_private"),
        ),
    )
