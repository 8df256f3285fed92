"""What the commands say, in Vietnamese and English."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from thoihan import DayFact
from thoihan.cli.options import Language
from thoihan.facts import Certainty, Kind


@dataclass(frozen=True, slots=True)
class Words:
    lang: Language
    title: str
    month_names: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    kinds: dict[Kind | None, str]
    certainties: dict[Certainty, str]
    days: str
    working_days: str
    days_off: str
    days_worked: str
    in_a_row: str
    reasons: str
    legend_note: str
    edition: str
    projected_year: str
    partly: str
    still_projected: str
    works: str
    rests: str
    why: str
    source: str
    certainty: str
    lunar: str
    lunar_leap: str
    partner: str
    previous: str
    next: str
    in_year: str
    working_day_of: str
    nothing: str

    def name(self, fact: DayFact) -> str:
        return fact.name if self.lang is Language.vi else fact.name_en

    def long_date(self, day: datetime.date) -> str:
        return f"{self.weekdays[day.weekday()]}, {self.date(day).strip()}"

    def date(self, day: datetime.date) -> str:
        return f"{self.short_date(day, day.year)}{'/' if self.lang is Language.vi else ' '}{day.year}"

    def short_date(self, day: datetime.date, year: int) -> str:
        """Without its year where that is `year`."""
        if day.year != year:
            return self.date(day)
        if self.lang is Language.vi:
            return f"{day.day:02}/{day.month:02}"
        return f"{day.day:2} {self.month_names[day.month - 1][:3]}"


VIETNAMESE = Words(
    lang=Language.vi,
    title="LỊCH LÀM VIỆC NĂM {year}",
    month_names=tuple(f"Tháng {month}" for month in range(1, 13)),
    weekdays=("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
    weekdays_short=("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    kinds={
        None: "ngày làm việc",
        "weekend": "nghỉ hằng tuần",
        "off_statutory": "ngày lễ, tết",
        "off_compensatory": "nghỉ bù",
        "off_swapped": "nghỉ hoán đổi",
        "work_swapped": "làm bù",
        "off_closure": "đóng cửa theo lệnh",
        "off_listed": "nghỉ",
        "work_listed": "làm việc",
    },
    certainties={"announced": "đã công bố", "projected": "dự kiến"},
    days="{n} ngày",
    working_days="{n} ngày làm việc",
    days_off="{n} ngày nghỉ trong tuần",
    days_worked="{n} ngày làm bù",
    in_a_row="nghỉ {n} ngày liền",
    reasons="Ngày nghỉ và ngày làm bù",
    legend_note="Bên phải tên tháng: số ngày làm việc. Chữ mờ: ngày nghỉ hằng tuần.",
    edition="bản",
    projected_year="Năm này chưa có thông báo: tính theo luật và cách dự kiến đã nêu.",
    partly="đã công bố một phần",
    still_projected="Còn dự kiến: {days}.",
    works="LÀM VIỆC",
    rests="NGHỈ",
    why="Vì sao",
    source="Căn cứ",
    certainty="Mức chắc chắn",
    lunar="Âm lịch",
    lunar_leap="nhuận",
    partner="Ngày đi cùng",
    previous="Ngày làm việc trước",
    next="Ngày làm việc sau",
    in_year="Trong năm",
    working_day_of="ngày làm việc thứ {n} trong {of}",
    nothing="ngoài lịch",
)

ENGLISH = Words(
    lang=Language.en,
    title="WORKING DAYS OF {year}",
    month_names=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    weekdays_short=("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
    kinds={
        None: "working day",
        "weekend": "weekly rest",
        "off_statutory": "public holiday",
        "off_compensatory": "compensatory day off",
        "off_swapped": "swapped day off",
        "work_swapped": "make-up day, worked",
        "off_closure": "closed by order",
        "off_listed": "off",
        "work_listed": "worked",
    },
    certainties={"announced": "announced", "projected": "projected"},
    days="{n} days",
    working_days="{n} working days",
    days_off="{n} weekdays off",
    days_worked="{n} make-up days worked",
    in_a_row="{n} days in a row",
    reasons="Days off, and make-up days",
    legend_note="Beside a month: its working days. Dim: weekly rest.",
    edition="edition",
    projected_year="No notice for this year yet: by statute and the stated projection.",
    partly="announced in part",
    still_projected="Still projected: {days}.",
    works="WORKS",
    rests="OFF",
    why="Why",
    source="Source",
    certainty="Certainty",
    lunar="Lunar date",
    lunar_leap="leap",
    partner="Paired with",
    previous="Working day before",
    next="Working day after",
    in_year="In the year",
    working_day_of="working day {n} of {of}",
    nothing="outside the calendar",
)


def words_of(lang: Language) -> Words:
    return VIETNAMESE if lang is Language.vi else ENGLISH
