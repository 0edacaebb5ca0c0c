"""The checks of a layout: each takes what was seen, the parts and the rules, and objects."""
