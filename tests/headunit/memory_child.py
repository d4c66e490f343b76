"""The program that `test_memory_cut.py` kills: changes a setting on and on, and says each one.

Arguments: the memory file. Prints the volume with which it starts, then each finished one.
"""

import sys
from itertools import cycle
from pathlib import Path

from tests.headunit.memory_desk import Desk


def main(path: Path) -> None:
    session = Desk(path).start()
    settings = session.unit.state.settings
    print(settings.get("volume", 0), flush=True)
    for number in cycle(range(1, 1000)):
        session.unit.set_plain("volume", number)
        session.do("screen")
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
