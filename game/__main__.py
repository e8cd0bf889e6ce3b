"""The entry: `watershed` and `python -m game` are the same."""

import sys

from game.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
