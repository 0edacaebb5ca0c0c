"""``python -m generator`` is ``soket``."""

from generator.cli import main

if __name__ == "__main__":
    main()
