"""A process that drives a window on the display there is: `python -m tests.qa.window.on_display`.

Says the platform of Qt, then how the window differs from the plain head unit.
"""

import sys

from PySide6.QtGui import QGuiApplication

from tests.qa.window.pair import Pair

LINES = ("do link", "tap SOUND > Bass", "set 4", "knob press", "key PHONE", "type +39055", "cancel")


def main() -> None:
    pair = Pair("cayenne-9y0", 2019)
    differences = [differs for line in LINES if (differs := pair.do(line))]
    sys.stdout.write(f"{QGuiApplication.platformName()} {differences}\n")
    pair.close()


if __name__ == "__main__":
    main()
