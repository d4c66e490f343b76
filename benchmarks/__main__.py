"""`python -m benchmarks [headless|window|wires|flows]`: measures against budgets, as a table."""

import sys

from benchmarks import flows, headless, live, window, wires

wanted = sys.argv[1:] or ["headless", "window", "wires", "flows"]
if "headless" in wanted:
    headless.main()
if "wires" in wanted:
    wires.main()
    live.main()
if "flows" in wanted:
    flows.main()
if "window" in wanted:
    sys.argv = sys.argv[:1]
    window.main()
