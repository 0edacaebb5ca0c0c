"""Drawing to SVG by matplotlib; text stays text, equal charts give equal bytes."""

from __future__ import annotations

import io
import re
from html import escape
from typing import TYPE_CHECKING, Any

from generator.charts.layout import lay_out, natural_height
from generator.charts.measure import FONT
from generator.charts.shapes import MM_PER_POINT, Bar, Drawing, Label, Marker, Stroke
from generator.model.chart import Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["draw", "natural_height", "paint"]

_MM_PER_INCH = 25.4
_MARKERS = {"circle": "o", "square": "s", "triangle": "^", "diamond": "D", "cross": "X"}
_ALIGN = {"start": "left", "middle": "center", "end": "right"}
# the drawing itself, without XML head and matplotlib's metadata
_SVG = re.compile(r"<svg\b[^>]*>(.*)</svg>", re.DOTALL)
# its sheet would rule the whole page around the drawing; a turn by 0 degrees says nothing
_IDLE = re.compile(
    r"\s*<metadata>.*?</metadata>|\s*<!--.*?-->|\s*<defs>\s*<style\b.*?</style>\s*</defs>"
    r'| transform="rotate\(-0 [^)]*\)"',
    re.DOTALL,
)
_ID = re.compile(r'\sid="([^"]*)"')
_STYLE = re.compile(r'\sstyle="([^"]*)"')
_USE = re.compile(r'(?:xlink:)?href="#([^"]+)"|url\(#([^)]+)\)')


def draw(chart: Chart, width_mm: float, height_mm: float) -> str:
    """Return the chart as one ``<svg>`` element of this size.

    Its title is the chart's alternative text. Ids begin with the chart's id, so
    that several charts can stand in one page. Raises RenderError for a chart
    without a value and where the report's font is not installed.
    """
    return paint(lay_out(chart, width_mm, height_mm), name=chart.id, alt=chart.alt)


def paint(drawing: Drawing, *, name: str, alt: str) -> str:
    """Return a drawing as one ``<svg>`` element with ``alt`` as its title."""
    import matplotlib as mpl

    figure = _figure(drawing)
    target = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": name, "path.simplify": False}):
        figure.savefig(target, format="svg", metadata={"Date": None}, transparent=True)
    return _tidy(target.getvalue(), drawing, name, alt)


def _figure(drawing: Drawing) -> Figure:
    """Return a matplotlib figure whose data units are mm from the top left corner."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(drawing.width / _MM_PER_INCH, drawing.height / _MM_PER_INCH))
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, drawing.width)
    axes.set_ylim(drawing.height, 0)
    axes.set_axis_off()
    for order, shape in enumerate(drawing.shapes):
        _add(axes, shape, order)
    for label in drawing.labels:
        _write(axes, label)
    return figure


def _add(axes: Axes, shape: Bar | Stroke | Marker, order: int) -> None:
    """Add one shape; ``order`` keeps later ones above."""
    match shape:
        case Bar():
            _add_bar(axes, shape, order)
        case Stroke():
            _add_stroke(axes, shape, order)
        case Marker():
            axes.plot(
                [shape.x],
                [shape.y],
                marker=_MARKERS[shape.shape],
                markersize=shape.size / MM_PER_POINT,
                color=shape.colour,
                markeredgewidth=0,
                linestyle="",
                zorder=order,
                clip_on=False,
            )


def _add_bar(axes: Axes, bar: Bar, order: int) -> None:
    """Add a filled rectangle."""
    from matplotlib.patches import Rectangle

    box = bar.box
    size = (box.right - box.left, box.bottom - box.top)
    patch = Rectangle(
        (box.left, box.top), *size, facecolor=bar.fill, linewidth=0, zorder=order, clip_on=False
    )
    axes.add_patch(patch)


def _add_stroke(axes: Axes, stroke: Stroke, order: int) -> None:
    """Add a line; its dashes are given in mm."""
    from matplotlib.lines import Line2D

    points = stroke.width / MM_PER_POINT
    dashes: Any = "-"
    if stroke.dash:
        # matplotlib counts dashes in line widths
        dashes = (0, tuple(part / stroke.width for part in stroke.dash))
    line = Line2D(
        [x for x, _ in stroke.points],
        [y for _, y in stroke.points],
        color=stroke.colour,
        linewidth=points,
        linestyle=dashes,
        dash_capstyle="butt",
        solid_capstyle="butt",
        solid_joinstyle="miter",
        zorder=order,
        clip_on=False,
    )
    axes.add_line(line)


def _write(axes: Axes, label: Label) -> None:
    """Add one line of text on its base line."""
    axes.text(
        label.x,
        label.y,
        label.text,
        fontfamily=FONT,
        fontsize=label.size,
        fontweight="bold" if label.bold else "normal",
        fontstyle="italic" if label.italic else "normal",
        color=label.colour,
        horizontalalignment=_ALIGN[label.anchor],
        verticalalignment="baseline",
        parse_math=False,
        zorder=10_000,
        clip_on=False,
    )


def _tidy(text: str, drawing: Drawing, name: str, alt: str) -> str:
    """Return the bare element with title, size in mm and ids of its own."""
    found = _SVG.search(text)
    body = found.group(1) if found else ""
    body = _STYLE.sub(_attributes, _IDLE.sub("", body))
    used = {match.group(1) or match.group(2) for match in _USE.finditer(body)}
    body = _ID.sub(lambda match: _own_id(match, used, name), body)
    body = _USE.sub(lambda match: match.group(0).replace("#", f"#{name}-"), body)
    width, height = drawing.width / MM_PER_POINT, drawing.height / MM_PER_POINT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{drawing.width:.3f}mm" height="{drawing.height:.3f}mm" '
        f'viewBox="0 0 {width:.3f} {height:.3f}" role="img" aria-label="{escape(alt)}" '
        f'stroke-linejoin="round" stroke-linecap="butt">'
        f"<title>{escape(alt)}</title>{body.rstrip()}</svg>"
    )


def _own_id(match: re.Match[str], used: set[str], name: str) -> str:
    """Return an id that begins with the chart's, nothing for an id that none uses."""
    return f' id="{name}-{match.group(1)}"' if match.group(1) in used else ""


def _attributes(match: re.Match[str]) -> str:
    """Return a style as single attributes: WeasyPrint knows them in an inline drawing."""
    pairs = (part.partition(":") for part in match.group(1).split(";"))
    plain = ((key.strip(), value.strip().strip("'")) for key, _, value in pairs)
    return "".join(f' {key}="{value}"' for key, value in plain)
