"""The switches of the outside as the panel shows them; each carries the verb it does.

Derived from session and world; used by the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcm.headunit.bench.car import (
    body_section,
    car_section,
    model_section,
    wheel_section,
)
from pcm.headunit.bench.connections import network_section, sim_section
from pcm.headunit.bench.phone import phone_section
from pcm.headunit.bench.portal import portal_section
from pcm.headunit.bench.switches import Switch

if TYPE_CHECKING:
    from pcm.headunit.session import Session

__all__ = ["Switch", "derive_bench"]


def derive_bench(session: Session) -> tuple[Switch, ...]:
    """Every switch, in the language of the head unit."""
    return (
        *model_section(session),
        *car_section(session),
        *body_section(session),
        *wheel_section(session),
        *sim_section(session),
        *network_section(session),
        *phone_section(session),
        *portal_section(session),
    )
