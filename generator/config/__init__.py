"""Report configs: YAML text to typed values with the place of each key."""
