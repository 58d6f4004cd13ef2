"""Lines to the caller: answers on standard output, what went wrong on standard error."""

import sys


def say(line: str) -> None:
    """Print one answer."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def complain(line: str) -> None:
    """Print one complaint."""
    sys.stderr.write(f"{line}\n")
