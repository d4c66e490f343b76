"""`python -m benchmarks [headless|window|wires]`: every measure against its budget, as a table."""

import sys

from benchmarks import headless, live, window, wires

wanted = sys.argv[1:] or ["headless", "window", "wires"]
if "headless" in wanted:
    headless.main()
if "wires" in wanted:
    wires.main()
    live.main()
if "window" in wanted:
    sys.argv = sys.argv[:1]
    window.main()
