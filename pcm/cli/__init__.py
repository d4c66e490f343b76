"""The commands: the composition root that puts cars, head unit and faces together."""

import sys

from pcm.origin import IntruderError, check_origin


def main(argv: list[str]) -> int:
    """Run one command; returns the exit status."""
    try:
        check_origin()
    except IntruderError as error:
        print(f"pcm: {error}", file=sys.stderr)
        return 2
    from pcm.cli.run import run  # imports our packages: only after the check

    return run(argv)
