"""``soket schema``: the JSON Schema of a config, for editors."""

from __future__ import annotations

import json

import click

from generator.cli.options import Choice, debug_option


@click.command("schema", short_help="Write the JSON Schema of a config.")
@click.argument("kind", type=Choice(("report",)), metavar="report")
@debug_option
def command(kind: str) -> int:
    """Write the JSON Schema of a report config to stdout."""
    from generator.catalogue import load_catalogue
    from generator.config import json_schema, project_root, template_names

    root = project_root()
    schema = json_schema(load_catalogue(root.absolute()), template_names(root))
    click.echo(json.dumps({"$id": f"soket:{kind}", **schema}, ensure_ascii=False, indent=2))
    return 0
