"""Made-up tables of dossiers, drawn from a seed: what the tests of `assess` have in common."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

# Real codes whose limits are in working days, days, hours and "the same day", and one that there is not.
PROCEDURES = ("1.004873", "1.004859", "2.000815", "1.001193", "2.001035", "1.004884", "9.999999", None)
LIMITS = (None, None, None, "15 ngày", "8 giờ làm việc", "01 tháng", "24 giờ", "8,5 ngày", "trong ngày", "15")
CHANNELS = (None, 1, 2, 3)
STATUSES = (None, None, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
EPOCH = datetime(2022, 3, 1)


def an_instant(draw: Random, days: int = 90) -> datetime:
    return EPOCH + timedelta(seconds=draw.randrange(days * 86_400))


def a_dossier(draw: Random, number: int) -> dict[str, Any]:
    """A row with canonical names; most are sound, some contradict themselves."""
    received = an_instant(draw) if draw.random() < 0.97 else None
    base = received or an_instant(draw)

    def later(share: float) -> datetime | None:
        return base + timedelta(seconds=draw.randrange(-86_400, 30 * 86_400)) if draw.random() < share else None

    completed = later(0.7)
    return {
        "dossier_id": f"000.01.25.H20-{number:06}",
        "procedure": draw.choice(PROCEDURES),
        "agency": draw.choice(("UBND xã A", "UBND xã B", None)),
        "channel": draw.choice(CHANNELS),
        "received_at": received,
        "limit": draw.choice(LIMITS),
        "first_appointment_at": later(0.3),
        "appointment_at": later(0.5),
        "completed_at": completed,
        "delivered_at": completed + timedelta(hours=draw.randrange(-2, 50))
        if completed and draw.random() < 0.5
        else None,
        "status": draw.choice(STATUSES),
    }


def dossiers(seed: int, rows: int) -> list[dict[str, Any]]:
    draw = Random(seed)
    return [a_dossier(draw, number) for number in range(rows)]
