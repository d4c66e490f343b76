"""Which tests are for which cars, by tags such as `pcm-4.0` and `car-718-982`; others are for all.

Used by the library's listener, which leaves tests out, and by `flow`, which counts them before.
"""

import re
from collections.abc import Iterable

from models.catalogue import Car

FITS = re.compile(r"(pcm-\d\.\d|car-.+)$")


def fitting_tags(car: Car) -> set[str]:
    """The tags of tests that are for this car alone, or for those with its PCM."""
    return {f"pcm-{car.pcm}", f"car-{car.id}"}


def fits(tags: Iterable[str], fitting: set[str]) -> bool:
    """Whether a test with these tags is for a car that has one of `fitting`."""
    wanted = {tag.casefold() for tag in tags if FITS.match(tag.casefold())}
    return not wanted or bool(wanted & fitting)
