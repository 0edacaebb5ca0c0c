"""The plain script that a report is measured against: pyplot, Jinja2, WeasyPrint.

usage: naive.py CONTENT.json OUTPUT.pdf

It draws each chart with pyplot as SVG, fills one template and prints it to PDF, as a
first script for such a report does. It knows of no fact and checks nothing.
"""

import base64
import io
import json
import sys
from pathlib import Path
from typing import Any

import jinja2
import matplotlib as mpl
import weasyprint

mpl.use("svg")
import matplotlib.pyplot as plt

TEMPLATE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{{ title }}</title>
<style>
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page) } }
body { font: 14pt "Liberation Serif", serif; text-align: justify }
p { text-indent: 1cm; margin: 6pt 0 }
table { border-collapse: collapse; width: 100%; font-size: 12pt; text-align: left }
td, th { border: 0.5pt solid black; padding: 2pt 4pt }
.note { float: footnote; font-size: 10pt }
img { width: 100% }
</style>
</head>
<body>
<h1>{{ title }}</h1>
{% for block in blocks %}
{% if block.kind == "heading" %}<h{{ block.level }}>{{ block.text }}</h{{ block.level }}>
{% elif block.kind == "paragraph" %}<p>
{%- for text in block.texts %}{{ text }}{% endfor %}
{%- for note in block.notes %}<span class="note">{{ note }}</span>{% endfor %}</p>
{% elif block.kind == "table" %}<p>{{ block.caption }}</p>
<table>
<thead>
{% for row in block.head %}<tr>{% for cell in row %}
<th colspan="{{ cell.columns }}" rowspan="{{ cell.rows }}">{{ cell.text }}</th>{% endfor %}</tr>
{% endfor %}</thead>
<tbody>
{% for row in block.rows %}<tr>{% for cell in row %}
<td colspan="{{ cell.columns }}" rowspan="{{ cell.rows }}">{{ cell.text }}</td>{% endfor %}</tr>
{% endfor %}</tbody>
</table>
{% elif block.kind == "chart" %}<img alt="{{ block.caption }}" src="{{ block.image }}">
<p>{{ block.caption }}</p>
{% endif %}
{% endfor %}
</body>
</html>
"""


def draw(chart: dict[str, Any]) -> str:
    """Return a chart as an SVG image for the page."""
    figure, axes = plt.subplots(figsize=(6.3, 3.2))
    places = range(len(chart["categories"]))
    width = 0.8 / len(chart["series"])
    for number, series in enumerate(chart["series"]):
        values = [value or 0 for value in series["values"]]
        if chart["form"] == "line":
            axes.plot(places, values, marker="o", label=series["name"])
        elif chart["form"] == "column":
            shifted = [place + number * width for place in places]
            axes.bar_label(axes.bar(shifted, values, width, label=series["name"]))
        else:
            shifted = [place + number * width for place in places]
            axes.bar_label(axes.barh(shifted, values, width, label=series["name"]))
    ticks = axes.set_xticks if chart["form"] in ("line", "column") else axes.set_yticks
    ticks(list(places), chart["categories"])
    axes.legend()
    picture = io.BytesIO()
    figure.savefig(picture, format="svg", bbox_inches="tight")
    plt.close(figure)
    return "data:image/svg+xml;base64," + base64.b64encode(picture.getvalue()).decode()


def main(source: str, target: str) -> None:
    """Write the report."""
    content = json.loads(Path(source).read_text("utf-8"))
    for block in content["blocks"]:
        if block["kind"] == "chart":
            block["image"] = draw(block)
    html = jinja2.Environment(autoescape=True).from_string(TEMPLATE).render(content)
    weasyprint.HTML(string=html).write_pdf(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
