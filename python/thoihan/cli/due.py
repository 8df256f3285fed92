"""`thoihan due "15 ngày làm việc" --received "15/03/2022 14:35"`: when a dossier is due, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from thoihan import Deadline, Regime, Rulebook
from thoihan.cli.options import Announcements, AsJson, KnownOn, Lang, Language
from thoihan.cli.paper import put
from thoihan.cli.plain import print_json
from thoihan.cli.words import Words, words_of

EXAMPLES = """Examples:

thoihan due "15 ngày làm việc" --received "15/03/2022 14:35" --explain

thoihan due --procedure 1.004873 --received 2022-03-18T18:00 --channel online

thoihan due --procedure vn:dat-dai-bien-dong --agency H20 --condition remote --received 05/01/2026

thoihan due "8 giờ làm việc" --received "15/03/2022 14:35" --regime vn/118-2025 --set cutoff=15:00 --json"""

_WORDS = {
    Language.vi: {"due": "Hạn", "by_end": "hết {day}", "slip": "Giờ hẹn trả", "rule": "Quy tắc", "sure": "Chắc chắn"},
    Language.en: {
        "due": "Due",
        "by_end": "by the end of {day}",
        "slip": "On the slip",
        "rule": "Rule",
        "sure": "Certainty",
    },
}


def show(
    received: Annotated[
        str, typer.Option("--received", metavar="TIME", help="When it was received: 15/03/2022 14:35, or ISO.")
    ],
    limit: Annotated[str | None, typer.Argument(metavar="[LIMIT]", help="The time limit, in words.")] = None,
    procedure: Annotated[str | None, typer.Option(metavar="CODE", help="The procedure, in place of a limit.")] = None,
    agency: Annotated[str | None, typer.Option(metavar="NAME", help="Id, name or code of the office.")] = None,
    channel: Annotated[str | None, typer.Option(metavar="NAME", help="counter, online or post.")] = None,
    condition: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="remote, verification … Repeatable.")
    ] = None,
    regime: Annotated[str | None, typer.Option(metavar="NAME", help="A regime in place of the day's.")] = None,
    change: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="SWITCH=VALUE", help="A switch of that regime, such as cutoff=15:00. Repeatable."
        ),
    ] = None,
    leg: Annotated[int, typer.Option(min=1, help="Of a limit of several legs: which; received is when it begins.")] = 1,
    rules: Annotated[Path | None, typer.Option(metavar="DIR", help="A rulebook's folder; else Vietnam's.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Each step, what was skipped and why.")] = False,
    lang: Lang = Language.vi,
    as_json: AsJson = False,
    known_on: KnownOn = None,
    announcements: Announcements = None,
) -> None:
    """When a dossier is due, and why."""
    book = book_of(rules, known_on, announcements)
    due = book.due(
        received,
        procedure=procedure,
        limit=limit,
        agency=agency,
        channel=channel,
        conditions=condition or (),
        regime=_regime(regime, change),
        leg=leg,
    )
    if as_json:
        print_json(plain_deadline(due, with_steps=explain) | {"provenance": book.provenance()})
    elif explain:
        sys.stdout.write(due.explain(lang.value))
    else:
        put(drawn(due, words_of(lang)))


def book_of(rules: Path | None, known_on: str | None, announcements: list[Path] | None) -> Rulebook:
    if rules is None:
        return Rulebook.vietnam(known_on, announcements or ())
    return Rulebook.load(rules, known_on, announcements or ())


def _regime(name: str | None, changes: list[str] | None) -> Regime | str | None:
    if not changes:
        return name
    if name is None:
        raise typer.BadParameter("--set needs --regime")
    switches = dict(change.partition("=")[::2] for change in changes)
    return Regime(name, **{key.replace(".", "_"): value for key, value in switches.items()})


def plain_deadline(due: Deadline, *, with_steps: bool) -> dict[str, Any]:
    """A deadline in the names of the Python interface, times in ISO."""
    out: dict[str, Any] = {
        "due_date": due.due_date.isoformat(),
        "due_at": due.due_at.isoformat(),
        "legal_end": due.legal_end.isoformat(),
        "by_date": due.by_date,
        "certainty": due.certainty,
        "time_unknown": due.time_unknown,
        "received": due.received.isoformat(),
        "effective": due.effective.isoformat(),
        "day_0": due.day_0.isoformat(),
        "limit": str(due.limit),
        "limit_source": due.limit_source,
        "rule": due.rule,
        "regime": due.regime,
        "office": due.office,
        "agency_known": due.agency_known,
        "local_limit_longer": due.local_limit_longer,
        "source": due.source,
    }
    if with_steps:
        out["steps"] = [
            {
                "kind": step.kind,
                "start": step.start.isoformat(),
                "end": step.end.isoformat(),
                "limit": step.limit,
                "cited": step.cited,
                "days": [day._asdict() | {"date": day.date.isoformat()} for day in step.days],
                "half_days": [day._asdict() | {"date": day.date.isoformat()} for day in step.half_days],
                "text": step.text,
                "text_en": step.text_en,
            }
            for step in due.steps
        ]
    return out


def drawn(due: Deadline, words: Words) -> RenderableType:
    said = _WORDS[words.lang]
    day = words.long_date(due.due_date)
    if due.by_date:
        head = f"{said['due']}: {said['by_end'].format(day=day)}"
    else:
        head = f"{said['due']}: {due.due_at:%H:%M} {day}"
    lines = [Text(head, "bold")]
    if due.by_date:
        lines.append(Text(f"{said['slip']}: {due.due_at:%H:%M} {words.long_date(due.due_at.date())}"))
    lines.append(Text(f"{said['rule']}: {due.rule}: {due.limit.text(words.lang.value)}"))
    style = "yellow" if due.certainty == "projected" else ""
    lines.append(Text(f"{said['sure']}: {words.certainties[due.certainty]}", style))
    return Group(*lines)
