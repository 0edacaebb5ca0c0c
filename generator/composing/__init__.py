"""Report model and Jinja templates to the block tree.

A template writes a small HTML dialect; ``dialect`` parses it once, numbers what
has to be numbered and refuses what it does not know. A figure enters a text in one
way only: through ``speaking.Speaker``, as a ``<data>`` element with its lineage.
"""

from generator.composing.compose import compose, composer
from generator.composing.environment import template_names

__all__ = ["compose", "composer", "template_names"]
