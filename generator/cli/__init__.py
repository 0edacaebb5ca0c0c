"""The command line: wiring, progress, exit codes."""
