#!/usr/bin/env python3
"""Makes up a month of dossiers: communes of the old district of Lấp Vò (Đồng Tháp), received in April and May 2022.

    python examples/demo/make_month.py build/demo

NOTHING IN IT HAPPENED. The codes and limits of the procedures are real (docs/law), the names of the communes are those
of 2022 (the district ended on 1 July 2025), the rest is drawn by chance from a fixed seed. There are no persons in it.

What real exports have is in it: two ways of writing dates, receipts after hours and on Saturdays, online on Sundays and
holidays (Monday 11 April for the Hùng Kings; 30 April to 3 May), missing appointments, dossiers open, withdrawn or
waiting, limits of procedures without a national code written in the row, and a few rows that are wrong.

It uses the standard library alone, not thoihan: the appointments are what a clerk with a wall calendar would write, and
some of them are wrong.
"""

from __future__ import annotations

import csv
import random
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

ROWS = 2000
NAME = "ho-so-gia-lap-2022-04.csv"
FIRST, LAST = date(2022, 4, 1), date(2022, 5, 13)
AS_OF = datetime(2022, 5, 13, 17)  # when the export was made
OFF = {date(2022, 4, 11), date(2022, 5, 2), date(2022, 5, 3)}  # for 10 April (Hùng Kings), 30 April and 1 May

HEADING = (
    *("MaHoSo", "MaTTHC", "TenTTHC", "TenLinhVuc", "DonViXuLy", "KenhThucHien", "NgayNopHoSo", "NgayTiepNhan"),
    *("ThoiHan", "NgayHenTra", "NgayKetThucXuLy", "NgayTra", "TrangThaiHoSo", "GhiChu"),
)
NOTE = "Số liệu giả lập"

# Name, number in the made-up code, share of the dossiers.
COMMUNES = [
    ("UBND thị trấn Lấp Vò", 1, 17),
    ("UBND xã Bình Thành", 2, 9),
    ("UBND xã Bình Thạnh Trung", 3, 8),
    ("UBND xã Định An", 4, 8),
    ("UBND xã Định Yên", 5, 9),
    ("UBND xã Hội An Đông", 6, 5),
    ("UBND xã Long Hưng A", 7, 7),
    ("UBND xã Long Hưng B", 8, 6),
    ("UBND xã Mỹ An Hưng A", 9, 6),
    ("UBND xã Mỹ An Hưng B", 10, 7),
    ("UBND xã Tân Khánh Trung", 11, 7),
    ("UBND xã Tân Mỹ", 12, 6),
    ("UBND xã Vĩnh Thạnh", 13, 8),
]
# Code, name, field, working days (0: the same day), share.
PROCEDURES = [
    ("2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực", 0, 30),
    ("2.000884", "Chứng thực chữ ký", "Chứng thực", 0, 8),
    ("2.001035", "Chứng thực giao dịch liên quan đến tài sản", "Chứng thực", 2, 6),
    ("1.001193", "Đăng ký khai sinh", "Hộ tịch", 0, 12),
    ("1.000656", "Đăng ký khai tử", "Hộ tịch", 0, 5),
    ("1.000894", "Đăng ký kết hôn", "Hộ tịch", 0, 5),
    ("2.000635", "Cấp bản sao trích lục hộ tịch", "Hộ tịch", 0, 8),
    ("1.004873", "Cấp giấy xác nhận tình trạng hôn nhân", "Hộ tịch", 3, 11),
    ("1.004859", "Thay đổi, cải chính, bổ sung thông tin hộ tịch", "Hộ tịch", 3, 4),
    ("1.004837", "Đăng ký giám hộ", "Hộ tịch", 3, 1),
    ("1.001022", "Đăng ký nhận cha, mẹ, con", "Hộ tịch", 3, 2),
    ("1.004884", "Đăng ký lại khai sinh", "Hộ tịch", 5, 4),
    ("", "Trợ giúp xã hội (phần việc của xã)", "Bảo trợ xã hội", 7, 4),
]


def works(day: date) -> bool:
    return day.weekday() < 5 and day not in OFF


def after(day: date, working_days: int) -> date:
    while working_days > 0:
        day += timedelta(1)
        working_days -= works(day)
    return day


class Month:
    """One drawing of the month."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.numbers: dict[tuple[int, date], int] = {}

    def chance(self, percent: float) -> bool:
        return self.draw.random() * 100 < percent

    def clock(self) -> time:
        """A time of office hours, 07:00-11:30 and 13:30-17:00."""
        minute = self.draw.randrange(480)
        minute += 420 if minute < 270 else 540
        return time(minute // 60, minute % 60, self.draw.randrange(60))

    def received(self) -> tuple[datetime, int]:
        """When a dossier came in, and by which channel: 1 the counter, 2 online, 3 post."""
        channel = self.draw.choices((1, 2, 3), (78, 20, 2))[0]
        day = FIRST + timedelta(self.draw.randrange((LAST - FIRST).days + 1))
        if channel == 2 and self.chance(35):  # in the evening, at night, on any day
            hour = self.draw.choice((5, 6, 12, 18, 19, 20, 21, 22))
            return datetime.combine(day, time(hour, self.draw.randrange(60))), 2
        if channel == 1 and day.weekday() == 5 and self.chance(30):  # a Saturday morning at the counter
            return datetime.combine(day, time(7 + self.draw.randrange(4), self.draw.randrange(60))), 1
        while not works(day):
            day = FIRST + timedelta(self.draw.randrange((LAST - FIRST).days + 1))
        return datetime.combine(day, self.clock()), channel

    def code(self, commune: int, day: date) -> str:
        """As the national exchange writes it: agency, day of receipt, number of the day."""
        number = self.numbers[commune, day] = self.numbers.get((commune, day), 0) + 1
        return f"000.{commune:02}.25.H20-{day:%y%m%d}-{number:04}"

    def row(self) -> dict[str, Any]:
        commune = self.draw.choices(COMMUNES, [share for *_, share in COMMUNES])[0]
        code, name, field, days, _ = self.draw.choices(PROCEDURES, [share for *_, share in PROCEDURES])[0]
        received, channel = self.received()
        due = after(received.date(), days)
        if days == 0 and (received.time() > time(15) or not works(due)):
            due = after(due, 1)
        appointment = datetime.combine(due, time(17))
        if days and self.chance(5):  # the clerk overlooked a day off, or counted wrong
            appointment -= timedelta(1)
        row: dict[str, Any] = dict.fromkeys(HEADING, "")
        row |= {
            "MaHoSo": commune[1],  # until all are sorted
            "MaTTHC": code,
            "TenTTHC": name,
            "TenLinhVuc": field,
            "DonViXuLy": commune[0],
            "KenhThucHien": channel,
            "NgayNopHoSo": received - timedelta(minutes=self.draw.randrange(1, 40)),
            "NgayTiepNhan": received,
            "ThoiHan": "" if code else f"{days:02} ngày làm việc",
            "NgayHenTra": "" if self.chance(60 if days == 0 else 4) else appointment,
            "GhiChu": NOTE,
        }
        self.finish(row, received, due, days)
        return row

    def finish(self, row: dict[str, Any], received: datetime, due: date, days: int) -> None:
        kind = self.draw.choices(("done", "open", "supplement", "withdrawn"), (94, 3, 2, 1))[0]
        if kind != "done":
            row["TrangThaiHoSo"] = {"open": 4, "supplement": 5, "withdrawn": 7}[kind]
            return
        late = self.draw.choices((0, 1, 2, 5), (93, 4, 2, 1))[0]
        early = self.draw.randrange(days) if days > 1 and not late and self.chance(55) else 0
        day = after(due, late) if late else max(received.date(), due - timedelta(early))
        while not works(day):
            day += timedelta(1)
        completed = datetime.combine(day, self.clock())
        if completed <= received:
            completed = received + timedelta(minutes=self.draw.randrange(5, 50))
        if completed > AS_OF:
            row["TrangThaiHoSo"] = 4
            return
        row["NgayKetThucXuLy"], row["TrangThaiHoSo"] = completed, 9
        if self.chance(85):
            delivered = completed + timedelta(minutes=self.draw.choice((3, 10, 60, 1440, 4320)))
            if delivered <= AS_OF:
                row["NgayTra"], row["TrangThaiHoSo"] = delivered, 10


def written(row: dict[str, Any], portal: bool) -> dict[str, Any]:
    """The row as the commune's software writes its times: as the portal does, or as people do."""
    pattern = "%Y%m%d%H%M%S" if portal else "%d/%m/%Y %H:%M"
    return {name: value.strftime(pattern) if isinstance(value, datetime) else value for name, value in row.items()}


def spoil(rows: list[dict[str, Any]]) -> None:
    """A few rows that are wrong, each in its own way."""
    done = [row for row in rows if row["NgayKetThucXuLy"] and row["MaTTHC"] == "1.004873"]
    done[3]["NgayTiepNhan"] = "31/02/2022"
    done[9]["NgayKetThucXuLy"] = done[9]["NgayTra"] = "01/03/2022 08:00"
    done[15]["MaTTHC"] = "9.999999"
    done[21] |= {"MaTTHC": "", "ThoiHan": "15"}
    done[27]["MaHoSo"] = done[26]["MaHoSo"]
    done[33]["NgayTiepNhan"] = ""


README = f"""{NAME}: SỐ LIỆU GIẢ LẬP. KHÔNG CÓ HỒ SƠ NÀO TRONG TỆP NÀY LÀ THẬT.

{ROWS} hồ sơ do examples/demo/make_month.py sinh ra theo một hạt giống cố định: các xã của huyện Lấp Vò cũ (Đồng Tháp),
tiếp nhận từ {FIRST:%d/%m/%Y} đến {LAST:%d/%m/%Y}. Mã và thời hạn thủ tục là thật; hồ sơ, thời điểm và sai sót là bịa.
Không có tên người hay số định danh nào.

MADE UP. NO DOSSIER IN THIS FILE IS REAL. {ROWS} dossiers drawn by examples/demo/make_month.py from a fixed seed:
communes of the old district of Lấp Vò. Codes and limits of the procedures are real; dossiers, times and mistakes are
not. There are no names of persons and no identity numbers.
"""


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/demo")
    folder.mkdir(parents=True, exist_ok=True)
    month = Month(seed=20220410)
    portal = {name for name, number, _ in COMMUNES if number % 2}
    rows = sorted((month.row() for _ in range(ROWS)), key=lambda row: row["NgayTiepNhan"])
    for row in rows:
        row["MaHoSo"] = month.code(row["MaHoSo"], row["NgayTiepNhan"].date())
    rows = [written(row, row["DonViXuLy"] in portal) for row in rows]
    spoil(rows)
    with (folder / NAME).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, HEADING)
        writer.writeheader()
        writer.writerows(rows)
    (folder / "README.txt").write_text(README, encoding="utf-8")
    print(f"{folder / NAME}: {len(rows)} hồ sơ giả lập (made up)")


if __name__ == "__main__":
    main()
