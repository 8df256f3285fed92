"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Language(StrEnum):
    vi = "vi"
    en = "en"


_asked = Language.vi


def _remember(lang: Language) -> Language:
    """The language of error messages is that of the command."""
    global _asked
    _asked = lang
    return lang


def asked_language() -> Language:
    return _asked


# Vietnamese wherever nothing else is said: the locale of the process is not looked at.
Lang = Annotated[
    Language,
    typer.Option("--lang", envvar="THOIHAN_LANG", callback=_remember, is_eager=True, help="The language shown."),
]
KnownOn = Annotated[
    str | None,
    typer.Option("--known-on", metavar="DATE", help="As known on that day (YYYY-MM-DD): without later notices."),
]
Announcements = Annotated[
    list[Path] | None,
    typer.Option(
        "--announcements", metavar="FILE", help="A TOML file of notices that this release does not have. Repeatable."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV.")]
