"""`python -m pcm.cli`: the program without the preparations of run_pcm.py."""

import sys

from pcm.cli import main

sys.exit(main(sys.argv[1:]))
