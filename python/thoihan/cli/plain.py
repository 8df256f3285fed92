"""Facts as plain values, for JSON and CSV: the names and values of the Python interface, dates in ISO."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from typing import Any

from thoihan import DayFact

CSV_COLUMNS = ("date", "working", "kind", "name", "name_en", "source", "certainty", "partner", "lunar")


def plain(fact: DayFact) -> dict[str, Any]:
    return {
        "date": fact.date.isoformat(),
        "working": fact.working,
        "kind": fact.kind,
        "name": fact.name,
        "name_en": fact.name_en,
        "source": fact.source,
        "certainty": fact.certainty,
        "partner": fact.partner.isoformat() if fact.partner else None,
        "lunar": fact.lunar._asdict() | {"year": fact.lunar_year} if fact.lunar else None,
    }


def print_json(value: object) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_csv(facts: Iterable[DayFact]) -> None:
    """One row a day. working is true or false, lunar day/month/year with * behind a leap month; None is empty."""
    writer = csv.writer(sys.stdout)
    writer.writerow(CSV_COLUMNS)
    for fact in facts:
        lunar = f"{fact.lunar}/{fact.lunar_year}" if fact.lunar else None
        row = plain(fact) | {"working": str(fact.working).lower(), "lunar": lunar}
        writer.writerow([row[name] for name in CSV_COLUMNS])
