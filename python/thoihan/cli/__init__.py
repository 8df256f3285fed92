"""The command `thoihan`: one file a command. typer and rich are imported here and nowhere else.

Exit codes: 0 done, 1 usage (what was asked cannot be answered), 2 nothing written, 3 written with rejects.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from thoihan import Error, __version__
from thoihan.cli import assess, calendar, day, due, rules
from thoihan.cli.options import asked_language

app = typer.Typer(
    name="thoihan",
    help="Working days and deadlines of Vietnam's administration, as law.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command("assess", epilog=assess.EXAMPLES)(assess.show)
app.command("calendar", epilog=calendar.EXAMPLES)(calendar.show)
app.command("day", epilog=day.EXAMPLES)(day.show)
app.command("due", epilog=due.EXAMPLES)(due.show)
app.add_typer(rules.app)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"thoihan {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="The version, and nothing else.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """The command's entry point."""
    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except Error as refused:
        code = _complain(refused.text(asked_language().value))
    except BrokenPipeError:  # whoever read the output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except Exception as wrong:  # typer's own: an unknown option, a missing argument
        if not hasattr(wrong, "format_message"):
            raise
        code = _complain(f"{wrong.format_message()} (thoihan --help)")
    sys.exit(code if isinstance(code, int) else 0)


def _complain(text: str) -> int:
    """One line to standard error; the exit code."""
    print("thoihan:", " ".join(text.split()), file=sys.stderr)
    return 1
