"""What is drawn, onto the terminal: colours where there is one, and no blanks at the ends of lines."""

from __future__ import annotations

import sys

from rich.console import Console, RenderableType

MARGIN = "  "


def put(drawing: RenderableType) -> None:
    """Colours are left out where the output is no terminal, or NO_COLOR is set."""
    console = Console(highlight=False)
    console.width -= len(MARGIN)
    with console.capture() as captured:
        console.print(drawing)
    lines = (f"{MARGIN}{line}".rstrip() for line in captured.get().splitlines())
    sys.stdout.write("\n".join(("", *lines, "")) + "\n")
