"""Many facts to one fact base: find, merge, choose, lineage."""
