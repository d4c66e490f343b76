"""Every name that menus may use and the head unit binds; `check` compares the menus with it."""

from menus.vocabulary import Vocabulary
from pcm.headunit.acts import ACTS
from pcm.headunit.features import NEEDS
from pcm.headunit.lists import LISTS
from pcm.headunit.settings import SPECIAL
from pcm.headunit.values import VALUES


def vocabulary() -> Vocabulary:
    """The names bound by this head unit."""
    return Vocabulary(
        settings=SPECIAL,
        does=frozenset(ACTS),
        shows=frozenset(VALUES),
        lists=frozenset(LISTS),
        needs=NEEDS,
    )
