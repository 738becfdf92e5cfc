"""``python -m tradenews``: the command line."""

from tradenews.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
