"""`python -m bench.corpus ARCHIVE [N]`: print each file that went wrong, then a table of all.

With a number, only every N-th file is tried.
"""

import sys
from pathlib import Path

from bench.corpus import PUBLISHED, REFUSED, WORDLESS, run, table


def main(archive: str, every: str = "1") -> None:
    """Print each file that was read and not published clean, then the table."""
    rows = []
    for row in run(Path(archive), int(every)):
        rows.append(row)
        if row.verdict not in {PUBLISHED, WORDLESS, REFUSED}:
            print(f"{row.file:<64}{row.verdict:<24}{row.detail}", flush=True)
    print(table(rows))


if __name__ == "__main__":
    main(*sys.argv[1:])
