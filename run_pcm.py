"""Starts the PCM from a fresh checkout; `run_pcm.py test` runs every gate and test.

Needs Python 3.11 and nothing else: makes .venv when packages are missing (tools/environment.py).
The version is asked before anything that an older Python could not even read.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - older ones are told so in one line
    sys.exit("run_pcm.py needs Python 3.11 or newer; this is Python " + sys.version.split()[0])

if __name__ == "__main__":
    from pathlib import Path

    ROOT = str(Path(__file__).resolve().parent)
    if ROOT not in sys.path:  # python -P
        sys.path.insert(0, ROOT)
    from tools.environment import start

    sys.exit(start(sys.argv[1:]))
