"""The deadlines of LAW.md, section 14, typed from there: records, published guidance and worked examples.

Rows without a time of day are asked at 09:00, inside everybody's hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from support.oracle.limits import Leg, Unit, leg

WD, CD, MONTH = Unit.WORKING_DAY, Unit.DAY, Unit.MONTH


@dataclass(frozen=True)
class Vector:
    row: str  # the row's first cell, as printed there
    received: datetime
    amount: int
    unit: Unit
    due: date
    why: str
    channel: str = "counter"
    switches: Mapping[str, str] = field(default_factory=dict)  # other than the Vietnamese regimes'

    @property
    def leg(self) -> Leg:
        return leg((self.amount, self.unit))

    @property
    def limit(self) -> str:
        """As a person writes it: «05 ngày làm việc»."""
        return self.leg.text()

    def __str__(self) -> str:
        said = "".join(f" {name}={value}" for name, value in self.switches.items())
        return f"{self.received:%Y-%m-%d}+{self.amount}_{self.unit.name.lower()}{said}"


def at(text: str) -> datetime:
    """«27/10/2023 09:32» or «27/10/2023»."""
    return datetime.strptime(text if ":" in text else f"{text} 09:00", "%d/%m/%Y %H:%M")


def day(text: str) -> date:
    return at(text).date()


VECTORS = [
    Vector("Fri 27/10/2023 09:32", at("27/10/2023 09:32"), 5, WD, day("03/11/2023"),
           "a real slip (Thanh Hóa; printed «Sau 9 giờ 00»)"),
    Vector("Mon 31/05/2021", at("31/05/2021"), 10, WD, day("14/06/2021"),
           "a real list row (Thanh Hóa), whose limit is not printed: 10 working days …"),
    Vector("Mon 31/05/2021", at("31/05/2021"), 14, CD, day("14/06/2021"), "… or 14 calendar days"),
    Vector("Sun 20/04/2025", at("20/04/2025"), 10, CD, day("05/05/2025"),
           "148.5: the last day is 30/4; 2/5 swapped off (published tax guidance)"),
    Vector("Fri 25/04/2025", at("25/04/2025"), 3, WD, day("29/04/2025"), "Sat 26/4 worked (naive: Fri 02/05)"),
    Vector("Thu 24/04/2025", at("24/04/2025"), 5, WD, day("05/05/2025"),
           "Sat 26/4 worked and Fri 2/5 off cancel out (naive: same)"),
    Vector("Thu 20/08/2026", at("20/08/2026"), 5, WD, day("26/08/2026"), "Sat 22/8 worked (naive 27/08)"),
    Vector("Fri 28/08/2026", at("28/08/2026"), 3, WD, day("07/09/2026"), "31/8 swapped off (naive 04/09)"),
    Vector("Wed 31/12/2025", at("31/12/2025"), 2, WD, day("06/01/2026"),
           "2/1 swapped off; Sat 10/1 worked later"),
    Vector("Thu 12/02/2026", at("12/02/2026"), 3, WD, day("24/02/2026"), "Tết 16-20/2"),
    Vector("Wed 03/02/2027", at("03/02/2027"), 3, WD, day("15/02/2027"), "Tết 4-10/2 with 2 compensatory days"),
    Vector("Mon 23/11/2026", at("23/11/2026"), 1, WD, day("25/11/2026"), "24/11 is a holiday"),
    Vector("Fri 30/01/2026", at("30/01/2026"), 15, CD, day("23/02/2026"), "the last day is Sat 14/2, then Tết"),
    Vector("Tue 18/08/2026", at("18/08/2026"), 15, CD, day("03/09/2026"), "the last day is 2/9"),
    Vector("Thu 16/04/2026", at("16/04/2026"), 10, CD, day("28/04/2026"),
           "the last day is Sun 26/4 = Giỗ Tổ, Mon 27/4 compensatory"),
    Vector("31/01/2026", at("31/01/2026"), 1, MONTH, day("02/03/2026"), "148.3: Sat 28/02; 148.5: the Monday"),
    Vector("online Fri 21/08/2026 18:00", at("21/08/2026 18:00"), 3, WD, day("26/08/2026"),
           "R6.6: received at the opening of Sat 22/8 (worked), which is day 0 (A12)", channel="online"),
    Vector("online Fri 21/08/2026 18:00", at("21/08/2026 18:00"), 3, WD, day("25/08/2026"),
           "with day 0 = 21/8", channel="online", switches={"receipt": "as_received"}),
    Vector("Mon 28/04/2025", at("28/04/2025"), 5, CD, day("05/05/2025"), "the last day is Sat 3/5"),
    Vector("Mon 28/04/2025", at("28/04/2025"), 5, CD, day("06/05/2025"), "«ngày» without holidays (A14)",
           switches={"days_skip": "holidays"}),
    Vector("Mon 28/04/2025", at("28/04/2025"), 5, CD, day("08/05/2025"), "«ngày» as working days (A14)",
           switches={"days_skip": "rest_days"}),
    Vector("Mon 28/04/2025", at("28/04/2025"), 5, WD, day("08/05/2025"), "working days by name"),
    Vector("Sat 10/01/2026 (worked)", at("10/01/2026"), 1, WD, day("12/01/2026"),
           "received on a make-up Saturday"),
    Vector("Mon 02/03/2026; supplement asked 05/03, complete 12/03", at("02/03/2026"), 10, WD, day("16/03/2026"),
           "before the supplement"),
    Vector("supplement asked Fri 30/01/2026, no answer", at("30/01/2026"), 15, WD, day("27/02/2026"),
           "the last day to answer, in working days (R2.10, A28)"),
    Vector("supplement asked Fri 30/01/2026, no answer", at("30/01/2026"), 15, CD, day("23/02/2026"),
           "… and in days, rolled"),
]  # fmt: skip

# (tax) last day Wed 30/04/2025: 148.5 moves it, and 2/5 is swapped off (published guidance).
TAX_ROW, TAX_LAST_DAY, TAX_DUE = "(tax) last day Wed 30/04/2025", day("30/04/2025"), day("05/05/2025")
