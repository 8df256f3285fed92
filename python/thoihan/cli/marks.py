"""How kinds of days look: a colour, and a mark that is read without colours."""

from __future__ import annotations

from thoihan.facts import Kind

# (mark, rich style); the mark stands behind the number of the day.
MARKS: dict[Kind | None, tuple[str, str]] = {
    None: (" ", ""),
    "weekend": (" ", "bright_black"),
    "off_statutory": ("●", "bold red"),
    "off_compensatory": ("○", "magenta"),
    "off_swapped": ("◇", "yellow"),
    "work_swapped": ("▲", "bold green"),
    "off_closure": ("×", "bold cyan"),
    "off_listed": ("●", "bold red"),
    "work_listed": ("▲", "bold green"),
}
