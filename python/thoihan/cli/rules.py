"""`thoihan rules check DIR` and `thoihan rules list`: what a rulebook holds, and what is wrong or weak in it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from thoihan import Rulebook
from thoihan.cli.due import book_of
from thoihan.cli.options import AsJson, Lang, Language
from thoihan.cli.paper import put
from thoihan.cli.plain import print_json

app = typer.Typer(name="rules", help="What a rulebook holds.", no_args_is_help=True, rich_markup_mode="rich")

_WORDS = {
    Language.vi: {
        "sound": "Đọc được: {name} {hash}, lịch {edition}, múi giờ {zone}",
        "regimes": "Cách tính: {n}",
        "offices": "Cơ quan: {n}, trong đó {hours} có giờ làm việc riêng",
        "procedures": "Thủ tục: {n}, gồm {rows} dòng thời hạn",
        "columns": "Cột khai báo: {n}",
        "doubtful": "Đơn vị không chắc chắn (bị từ chối đến khi chọn): {list}",
        "unseen": "Chưa kiểm chứng: {list}",
        "undated": "Không rõ áp dụng từ ngày nào: {n} dòng",
        "is_doubtful": "đơn vị không chắc chắn",
    },
    Language.en: {
        "sound": "Sound: {name} {hash}, calendar {edition}, zone {zone}",
        "regimes": "Regimes: {n}",
        "offices": "Offices: {n}, of which {hours} have hours of their own",
        "procedures": "Procedures: {n}, with {rows} limits",
        "columns": "Columns mapped: {n}",
        "doubtful": "Doubtful units (refused until chosen): {list}",
        "unseen": "Not verified: {list}",
        "undated": "Since when they hold is not known: {n} rows",
        "is_doubtful": "doubtful unit",
    },
}


@app.command("check")
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The rulebook's folder.", show_default=False)],
    lang: Lang = Language.vi,
    as_json: AsJson = False,
) -> None:
    """Read a rulebook strictly and say what it holds.

    What is wrong is told with its file, line, field and value (exit code 1); what is weak is listed (exit code 0).
    """
    book = Rulebook.load(folder)
    found = summary_of(book)
    if as_json:
        print_json(found)
        return
    said: dict[str, Any] = _WORDS[lang]
    lines = [
        said["sound"].format(**found),
        said["regimes"].format(n=len(found["regimes"])) + ": " + ", ".join(found["regimes"]),
        said["offices"].format(n=found["offices"], hours=found["offices_with_hours"]),
        said["procedures"].format(n=found["procedures"], rows=found["limits"]),
        said["columns"].format(n=len(found["columns"])),
    ]
    weak = []
    if found["doubtful"]:
        weak.append(said["doubtful"].format(list=", ".join(found["doubtful"])))
    if found["unverified"]:
        weak.append(said["unseen"].format(list=", ".join(found["unverified"])))
    if found["undated"]:
        weak.append(said["undated"].format(n=found["undated"]))
    put(Group(*(Text(line) for line in lines), *(Text(line, "yellow") for line in weak)))


def summary_of(book: Rulebook) -> dict[str, Any]:
    rows = book._core.procedures("")
    offices = book._core.offices()
    return {
        "name": book.name,
        "hash": book.hash,
        "edition": book.edition,
        "zone": book.provenance()["thoihan.zone"],
        "regimes": [regime[0] for regime in book._core.regimes()],
        "offices": len(offices),
        "offices_with_hours": sum(office["hours"] > 0 for office in offices),
        "procedures": len({row["code"] for row in rows}),
        "limits": len(rows),
        "columns": book.columns,
        "doubtful": sorted({row["code"] for row in rows if row["doubtful"]}),
        "unverified": sorted({row["code"] for row in rows if row["seen"] == "unverified"}),
        "undated": sum(row["from"] is None for row in rows),
    }


@app.command("list")
def show(
    procedure: Annotated[str | None, typer.Option(metavar="CODE", help="One procedure alone.")] = None,
    rules: Annotated[Path | None, typer.Option(metavar="DIR", help="A rulebook's folder; else Vietnam's.")] = None,
    lang: Lang = Language.vi,
    as_json: AsJson = False,
) -> None:
    """The limits of a rulebook, with their dates, conditions and sources."""
    rows = book_of(rules, None, None)._core.procedures(procedure or "")
    if as_json:
        print_json([row | {"from": _iso(row["from"]), "until": _iso(row["until"])} for row in rows])
    else:
        put(drawn(rows, lang))
    if not rows:
        raise typer.Exit(1)


def drawn(rows: list[dict[str, Any]], lang: Language) -> RenderableType:
    said: dict[str, Any] = _WORDS[lang]
    is_vietnamese = lang is Language.vi
    lines: list[Text] = []
    code = None
    for row in rows:
        if row["code"] != code:
            code = row["code"]
            name = row["name"] if is_vietnamese or not row["name_en"] else row["name_en"]
            lines.append(Text(f"{code}  {name}", "bold"))
        parts = [row["limit"] if is_vietnamese else row["limit_en"]]
        if row["doubtful"]:
            parts.append(said["is_doubtful"])
        parts += [f"+ {condition}: {more}" for condition, _, more in row["add_ons"]]
        parts += ([row["channel"]] if row["channel"] else []) + row["conditions"]
        if row["scope"] != "vn":
            parts.append(row["scope"])
        if row["from"] or row["until"]:
            parts.append(f"[{_iso(row['from']) or '…'}, {_iso(row['until']) or '…'})")
        parts.append(f"{row['source']} ({row['seen']})")
        lines.append(Text("    " + " · ".join(parts), "yellow" if row["doubtful"] else ""))
    return Group(*lines)


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
