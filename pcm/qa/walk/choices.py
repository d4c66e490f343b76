"""What a walk does next: chosen from what is on the screen and from the world around the car.

Each choice is a whole verb line that means the same when it is replayed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from menus.node import Kind
from menus.tree import Tree
from pcm.headunit.procedure import RIGHT_ANSWERS
from pcm.headunit.screen import Dialog, Entry, Overlay, Progress, Screen, Slider
from pcm.headunit.session import Session
from pcm.headunit.settings import SPECIAL
from pcm.qa.walk.world_lines import WRONG, world_line

RIGHT = {
    **RIGHT_ANSWERS,
    "sim_puk": "@puk",
    "sim_new_pin": "@pin",
    "number": "0555550188",
    "destination": "Roma",
}
"""Field of an entry -> what is right in it."""
WRONG_TEXTS = {
    "pairing_code": ("@old-code", "@other-code", "99", "99999999"),
    "number": ("112", "118", "+39 055", "*#"),
    "email": ("@second-email", "a@b.c", "nobody"),
    "password": ("@second-password", "wrong-Password"),
}
"""What else may be typed there; digits that are not right in any other field."""
DIGITS = ("9", "99", "9999", "99999999")


class Chooser:
    """Chooses for one walk; what was touched seldom is touched sooner."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.touched: Counter[str] = Counter()

    def line(self, session: Session) -> str:
        """The next line; none of the secrets of this world is in it."""
        while session.world.secrets.search(line := self._line(session)):
            pass
        return line

    def _line(self, session: Session) -> str:
        screen, random = session.screen, self._random
        if random.random() < 0.02:
            return random.choice(WRONG)
        if screen.off:
            home = random.random() < 0.4
            return "car ignition on" if home else world_line(session, random)
        if random.random() < 0.3:
            return world_line(session, random)
        if screen.overlay and random.random() < 0.93:
            return self._answer(screen.overlay)
        return self._touch(session, screen)

    def _answer(self, overlay: Overlay) -> str:
        random = self._random
        match overlay:
            case Entry():
                return self._type(overlay)
            case Dialog(cancel=cancel):
                no = ["cancel", "cancel", "back"] if cancel else ["back", "key BACK"]
                lines = ["ok", "ok", "ok", "knob press", "ok", *no]
            case Slider(low=low, high=high):
                value = random.randint(low - 1, high + 1)
                lines = [f"set {value}", f"set {value}", "knob right 2", "ok", "back"]
            case Progress():
                lines = ["pass 1 s", "pass 10 s", "cancel", "ok", "back"]
        return random.choice(lines)

    def _type(self, entry: Entry) -> str:
        random = self._random
        if entry.locked and random.random() < 0.5:
            return "car speed 0"
        if entry.shown and random.random() < 0.85:
            return random.choice(("ok", "ok", "ok", "ok", "ok", "erase"))
        if random.random() < 0.15:
            return random.choice(("cancel", "back", "ok", "erase", "knob press"))
        if random.random() < 0.65:
            return f"type {RIGHT[entry.id]}"
        return f"type {random.choice(WRONG_TEXTS.get(entry.id, DIGITS))}"

    def _touch(self, session: Session, screen: Screen) -> str:
        random, tree = self._random, session.setup.tree
        match random.choices(range(6), (60, 12, 6, 8, 8, 6))[0]:
            case 0 if screen.all_rows:
                return self._row(screen)
            case 1:
                return self._way(tree, tree.ids()[1:])
            case 2:
                return self._way(tree, special_ids(tree))
            case 3:
                return f"key {random.choice(screen.keys).caption}"
            case 4:
                return random.choice(("knob right", "knob left 2", "knob press", "volume up"))
            case _:
                return random.choice(("back", "back", "home"))

    def _row(self, screen: Screen) -> str:
        rows = screen.all_rows
        weights = [(1.0 if row.enabled else 0.15) / (1 + self.touched[row.id]) for row in rows]
        row = self._random.choices(rows, weights)[0]
        self.touched[row.id] += 1
        return f"tap {row.id}"

    def _way(self, tree: Tree, ids: Sequence[str]) -> str:
        weights = [1.0 / (1 + self.touched[id_]) for id_ in ids]
        end = self._random.choices(ids, weights)[0]
        self.touched[end] += 1
        return f"tap {' > '.join(tree.path(end))}"


def special_ids(tree: Tree) -> list[str]:
    """The settings that the head unit itself acts on."""
    nodes = map(tree.node, tree.ids())
    kinds = (Kind.TOGGLE, Kind.CHOICE)
    return [node.id for node in nodes if node.kind in kinds and node.setting_name in SPECIAL]
