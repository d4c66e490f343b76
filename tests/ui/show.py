"""Shows one sample screen to a person: `python -m tests.ui.show 5.0_list`; without a name it lists
them.
"""

import sys

from pcm.ui.app import run_window
from tests.ui.fake_session import FakeSession
from tests.ui.screens import all_screens


def main(names: list[str]) -> int:
    if not names or names[0] not in all_screens():
        sys.stdout.write("\n".join(all_screens()) + "\n")
        return 2
    return run_window(FakeSession(names[0]))  # type: ignore[arg-type]  # the shape of a Session is enough


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
