"""A process with a real window over the fake session: `python -m tests.ui.real_window`.

Says one line of JSON when it is up (places to touch, what assistive tools see), then each verb.
Also for people who want to look at the window: name a generation (4.0, 4.1, 5.0, 6.0).
"""

import json
import sys
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication

from tests.ui.desk import make_screen, open_desk


def walk_accessible(item: QAccessibleInterface) -> Iterator[tuple[str, str]]:
    """Role and name of everything visible that assistive tools are told of."""
    if item.state().invisible:
        return
    yield item.role().name, item.text(QAccessible.Text.Name)
    for at in range(item.childCount()):
        child = item.child(at)
        if child is not None:
            yield from walk_accessible(child)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(generation: str) -> int:
    app = QGuiApplication([])
    desk = open_desk(make_screen(generation))
    for model in (desk.screen_model, desk.window_model, desk.bench_model):
        model.acted.connect(say)
    top = desk.window.mapToGlobal(desk.centre("stage") * 0)
    places = {
        name: (desk.centre(name) + top).toTuple()
        for name in ("key_HOME", "knob_right", "row_1", "bench_hotspot")
        if generation == "4.0"
    }
    QAccessible.setActive(True)
    tree = list(walk_accessible(QAccessible.queryAccessibleInterface(desk.window)))
    say(json.dumps({"places": places, "tree": tree}))
    done = app.exec()
    desk.close()
    return done


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or ["4.0"]))
