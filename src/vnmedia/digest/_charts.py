"""Bar charts as pictures, drawn with matplotlib. Needs the extra ``digest``."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from ..errors import ExtraError
from ._report import Chart

try:
    import matplotlib as mpl
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator
except ModuleNotFoundError as error:
    raise ExtraError("digest", "matplotlib") from error

__all__ = ["draw"]


def draw(chart: Chart, form: Literal["svg", "png"]) -> bytes:
    """*chart* as a picture; the same chart gives the same bytes."""
    names = [name for name, _ in chart.bars]
    counts = [count for _, count in chart.bars]
    # mathtext is off, since a name may hold dollar signs.
    with mpl.rc_context({"svg.hashsalt": "vnmedia", "text.parse_math": False, "font.family": "DejaVu Sans"}):
        figure = Figure(figsize=(8, 0.8 + 0.32 * len(names)), layout="constrained")
        axes = figure.subplots()
        bars = axes.barh(range(len(names)), counts, color="#1d4ed8")
        axes.bar_label(bars, padding=3)
        axes.set_yticks(range(len(names)), names)
        axes.invert_yaxis()
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.spines[["top", "right"]].set_visible(False)
        axes.margins(x=0.1)
        picture = BytesIO()
        metadata = {"Date": None} if form == "svg" else {}
        figure.savefig(picture, format=form, dpi=150, metadata=metadata)
    return picture.getvalue()
