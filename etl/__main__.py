"""Entry point of `python -m etl`."""

import os
import sys

from etl.cli import main

try:
    status = main()
    sys.stdout.flush()
except BrokenPipeError:
    # The reader of a pipe has seen enough, as in `diff | head`; nothing is left to be flushed at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    status = 0
sys.exit(status)
