# ruff: noqa: T201  it prints a table
"""`python -m tests.channels`: print what becomes of each channel."""

import sys
from collections import Counter

import tests.channels.builders  # noqa: F401  registers the channels
from tests.channels.channel import CHANNELS
from tests.channels.outcome import outcomes


def main(names: list[str]) -> None:
    """Print a line for each channel, and how many there are of each verdict."""
    verdicts: Counter[str] = Counter()
    print(f"{'channel':<58}{'plain':<32}ours")
    for row in outcomes(names or list(CHANNELS)):
        verdicts[row.verdict] += 1
        says = row.reason or " ".join(sorted(row.ours))
        plain = "breaks off" if row.plain is None else " ".join(sorted(row.plain)) or "-"
        print(f"{row.channel:<58}{plain:<32}{row.verdict:<9}{says}")
    print(f"{verdicts.total()} channels: {dict(verdicts)}")


if __name__ == "__main__":
    main(sys.argv[1:])
