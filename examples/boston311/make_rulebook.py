#!/usr/bin/env python3
"""Makes rulebook.toml and procedures.csv of this folder from the city's calendar and fitted rules.

    python examples/boston311/make_rulebook.py [folder with boston311_calendar.json and boston311_2015_rules.csv]

The input is external data (see tests/support/external.py), the output is committed. Standard library only.
"""

import csv
import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXTERNAL = Path(os.environ.get("THOIHAN_EXTERNAL_DATA") or HERE.parents[2] / "shared") / "data"

SOURCE = "City of Boston, 311 service requests 2015, fitted (ODC-PDDL 1.0)"
UNITS = {"BD": ("working day", "boston/working-days"), "CAL": ("day", "boston/days")}

RULEBOOK = """\
# Boston's service requests (311) as a rulebook: how long each type may take, by the city's own calendar.
# Made by make_rulebook.py from the calendar and the rules fitted to the year 2015. Source: City of Boston, 311 service
# requests, ODC-PDDL 1.0 (public domain dedication), through the public repository johnsliao/bostonservicemap.

name = "boston311"
zone = "{zone}"
default_regime = "boston/days"
default_office = "boston"

# Its holidays are listed from {first_holiday} to {last_holiday}; calendar-day limits (up to 720 days) lead further, and
# count no holidays. The year before is here for what was opened in it.
[calendar]
weekmask = "1111100"
first = 2014-01-01
last = 2017-12-31
holidays = [
{holidays}]

# Headings of the city's file, and what they are here. What is not named travels along.
[columns]
case_id = "dossier_id"
opened = "received_at"
target = "appointment_at"
closed = "completed_at"
type = "procedure"
department = "agency"

# Working days: opened outside office hours counts from the next opening; due at that clock time.
[[regime]]
id = "boston/working-days"
base = "plain"
name = "Boston: working days"
source = "{source}"
seen = "practice"
set = {{ receipt = "next_open", due_clock = "receipt", compare = "instant" }}

# Calendar days: from the instant of opening, whenever that is; the clock on the wall is kept, also across the change
# to summer time.
[[regime]]
id = "boston/days"
base = "plain"
name = "Boston: calendar days"
source = "{source}"
seen = "practice"
set = {{ due_clock = "receipt", compare = "instant" }}

[[office]]
id = "boston"
name = "City of Boston"

[[office.hours]]
hours = {{ {hours} }}
source = "{source}"
seen = "practice"

# A target may lie at any hour of any day: nothing moves it to an opening.
[[office.hours]]
role = "return"
hours = "00:00-24:00"
source = "{source}"
seen = "practice"

[[office.also_open]]
role = "return"
weekdays = "0000011"
hours = "00:00-24:00"
{open_holidays}"""


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXTERNAL
    calendar = json.loads((folder / "boston311_calendar.json").read_text(encoding="utf-8"))
    assert calendar["weekdays"] == "Mon-Fri"
    hours = f"{calendar['open']}-{calendar['close']}"
    holidays = sorted(calendar["holidays"])
    text = RULEBOOK.format(
        zone=calendar["timezone"],
        source=SOURCE,
        first_holiday=holidays[0],
        last_holiday=holidays[-1],
        holidays="".join(f"    {day},\n" for day in holidays),
        hours=", ".join(f'{day} = "{hours}"' for day in ("mon", "tue", "wed", "thu", "fri")),
        open_holidays="".join(
            f'\n[[office.dates]]\nrole = "return"\nday = {day}\nhours = "00:00-24:00"\n' for day in holidays
        ),
    )
    (HERE / "rulebook.toml").write_text(text, encoding="utf-8")

    left_out = []
    with (
        (folder / "boston311_2015_rules.csv").open(encoding="utf-8", newline="") as rules,
        (HERE / "procedures.csv").open("w", encoding="utf-8", newline="") as out,
    ):
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["code", "name", "limit", "regime", "source", "seen"])
        for rule in csv.DictReader(rules):
            number = int(rule["rule_n"])
            if rule["rule_unit"] not in UNITS or number == 0:
                left_out.append(f"{rule['type']} ({rule['rule_unit']}{number})")
                continue
            unit, regime = UNITS[rule["rule_unit"]]
            limit = f"{number} {unit}{'' if number == 1 else 's'}"
            writer.writerow([rule["type"], rule["type"], limit, regime, SOURCE, "practice"])
    print(f"left out, for want of a rule or with one of 0: {', '.join(left_out)}")


if __name__ == "__main__":
    main()
