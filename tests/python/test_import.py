"""Importing the package loads no library of columns: a counter that asks for one day pays for one day."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = ("numpy", "pyarrow", "pandas", "polars")


def fresh(code: str) -> dict[str, object]:
    """Runs code in a new interpreter; it prints one JSON object."""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)  # type: ignore[no-any-return]


def test_importing_loads_no_library_of_columns() -> None:
    told = fresh(
        "import json, sys, time\n"
        "started = time.perf_counter()\n"
        "import thoihan\n"
        "took = time.perf_counter() - started\n"
        f"print(json.dumps({{'loaded': [name for name in {HEAVY} if name in sys.modules], 'took': took}}))"
    )
    print(f"import thoihan: {float(str(told['took'])) * 1000:.1f} ms")
    assert told["loaded"] == []


def test_a_single_question_loads_none_either() -> None:
    told = fresh(
        "import json, sys\n"
        "from datetime import date, datetime\n"
        "import thoihan as th\n"
        "cal = th.Calendar.vietnam()\n"
        "due = cal.advance(date(2026, 8, 20), 5)\n"
        "clock = th.WorkingClock(cal, th.OfficeHours('07:00-11:30 13:30-17:00'))\n"
        "at = clock.advance(datetime(2026, 8, 21, 16), 7200)\n"
        "loaded = [name for name in sys.modules if name in " + repr(HEAVY) + "]\n"
        "print(json.dumps({'due': due.isoformat(), 'at': at.isoformat(), 'loaded': loaded}))"
    )
    # Saturday 22 August 2026 is worked, for Monday 31 August.
    assert told == {"due": "2026-08-26", "at": "2026-08-22T08:00:00", "loaded": []}


def test_the_process_time_zone_and_locale_change_nothing() -> None:
    """Nothing reads the clock, the locale or the zone of the process."""
    code = (
        "import json, os, time, locale\n"
        "os.environ['TZ'] = {zone!r}; time.tzset()\n"
        "from datetime import date, datetime\n"
        "import thoihan as th\n"
        "cal = th.Calendar.vietnam()\n"
        "clock = th.WorkingClock(cal, th.OfficeHours('07:00-11:30 13:30-17:00'))\n"
        "print(json.dumps({{'at': str(clock.advance(datetime(2026, 3, 27, 16), 7200)),"
        " 'fact': str(cal.day(date(2026, 3, 29)).lunar), 'edition': cal.edition}}))"
    )
    assert fresh(code.format(zone="America/New_York")) == fresh(code.format(zone="Asia/Ho_Chi_Minh"))
