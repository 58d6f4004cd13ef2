"""How many passages of 200 words a second `propose` reads on one core, beside a bare regular expression.

`python -m bench.proposals [SECONDS]`. Processor time is counted, so that other work on the machine does not show.
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from etl.proposals import propose
from etl.wording import mentions

PASSAGES = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "passages"
WORDS = 200
CRUDE = re.compile(r"\b\d[\d,]*(?:\W+\w+){0,4}?\W+(?:troops|soldiers|members|agents|officers|Marines|employees)\b")


def main() -> None:
    """Time each reader over the passages again and again, and print its rate."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
    texts = [path.read_text("utf-8") for path in sorted(PASSAGES.glob("p*.txt"))]
    readers: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("a bare regular expression", CRUDE.findall),
        ("the wording grammar alone", mentions),
        ("propose", propose),
    )
    for name, reader in readers:
        sys.stdout.write(f"{name:26} {rate(reader, texts, seconds):12,.0f} passages of {WORDS} words a second\n")


def rate(reader: Callable[[str], object], texts: list[str], seconds: float) -> float:
    """Passages a second of processor time."""
    words = sum(len(text.split()) for text in texts)
    rounds = 0
    start = time.process_time()
    while time.process_time() - start < seconds:
        for text in texts:
            reader(text)
        rounds += 1
    return rounds * words / WORDS / (time.process_time() - start)


if __name__ == "__main__":
    main()
