"""The copy of a text on which rules are matched; see ``generator.vi.folding``."""

from generator.vi.folding import UPPER, folded

__all__ = ["UPPER", "folded"]
