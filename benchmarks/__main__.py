"""`python -m benchmarks [headless|window]`: every measure against its budget, as a table."""

import sys

from benchmarks import headless, window

wanted = sys.argv[1:] or ["headless", "window"]
if "headless" in wanted:
    headless.main()
if "window" in wanted:
    sys.argv = sys.argv[:1]
    window.main()
