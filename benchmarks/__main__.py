"""`python -m benchmarks [headless|window|wires|flows|web]`: measures, as a table with budgets."""

import sys

from benchmarks import flows, headless, live, web, window, wires

wanted = sys.argv[1:] or ["headless", "window", "wires", "flows", "web"]
if "headless" in wanted:
    headless.main()
if "wires" in wanted:
    wires.main()
    live.main()
if "flows" in wanted:
    flows.main()
sys.argv = sys.argv[:1]
if "web" in wanted:
    web.main()
if "window" in wanted:
    window.main()
