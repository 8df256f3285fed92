"""Which column of a table is what: canonical names, the national portal's, and the headings that people type.

A heading is compared without regard to case, accents, blanks and punctuation, so «Mã hồ sơ», «MA_HO_SO» and the
portal's MaHoSo (LAW.md R10.7) are one. A rulebook may map the columns of its files ([columns]); that goes first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from thoihan.problems import error

CANONICAL = (
    "dossier_id",
    "procedure",
    "field",
    "agency",
    "channel",
    "conditions",
    "submitted_at",
    "received_at",
    "limit",
    "first_appointment_at",
    "appointment_at",
    "completed_at",
    "delivered_at",
    "status",
)
TIMES = ("received_at", "first_appointment_at", "appointment_at", "completed_at", "delivered_at")

# As folded by `fold`, without blanks. The first line of each is the portal's.
_HEADINGS: dict[str, tuple[str, ...]] = {
    "dossier_id": ("mahoso", "masohoso", "sohoso"),
    "procedure": ("matthc", "mathutuc", "mathutuchanhchinh"),
    "field": ("tenlinhvuc", "linhvuc"),
    "agency": ("donvixuly", "coquanxuly", "coquangiaiquyet", "donvigiaiquyet", "coquan", "donvi"),
    "channel": ("kenhthuchien", "kenh", "kenhtiepnhan", "hinhthucnop", "hinhthucnophoso", "hinhthuctiepnhan"),
    "conditions": ("dieukien",),
    "submitted_at": ("ngaynophoso", "ngaynop"),
    "received_at": (
        "ngaytiepnhan",
        "ngaynhan",
        "ngaynhanhoso",
        "ngaytiepnhanhoso",
        "ngaygiotiepnhan",
        "thoidiemtiepnhan",
        "thoigiantiepnhan",
        "thoigiannhanhoso",
    ),
    "limit": ("thoihan", "thoihangiaiquyet", "thoihanquydinh", "thoigiangiaiquyettheoquydinh"),
    "first_appointment_at": ("ngayhentratruoc", "ngayhentralandau", "ngayhentradautien", "ngayhentralan1"),
    "appointment_at": ("ngayhentra", "ngayhentraketqua", "ngayhen", "thoidiemhentra", "thoigiantraketqua"),
    "completed_at": ("ngayketthucxuly", "ngayketthuc", "ngayhoanthanh", "ngaycoketqua", "ngayxulyxong"),
    "delivered_at": ("ngaytra", "ngaytraketqua", "ngaytrakq"),
    "status": ("trangthaihoso", "trangthai"),
}
_BY_HEADING = {heading: name for name, headings in _HEADINGS.items() for heading in headings}

# The portal's states by name (LAW.md R10.6).
_STATUSES = {
    "moi dang ky": 1,
    "duoc tiep nhan": 2,
    "khong duoc tiep nhan": 3,
    "dang xu ly": 4,
    "yeu cau bo sung giay to": 5,
    "yeu cau thuc hien nghia vu tai chinh": 6,
    "cong dan yeu cau rut ho so": 7,
    "dung xu ly": 8,
    "da xu ly xong": 9,
    "da tra ket qua": 10,
}


def fold(text: str) -> str:
    """Lower case, no accents, words of letters and digits with one blank between."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    kept = "".join(" " if not letter.isalnum() else letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.split())


def canonical_of(heading: str) -> str | None:
    """The canonical name of a heading, or None."""
    if heading in CANONICAL:
        return heading
    key = fold(heading).replace(" ", "")
    return _BY_HEADING.get(key) or next((name for name in CANONICAL if name.replace("_", "") == key), None)


def map_columns(headings: Iterable[str], by_rulebook: Mapping[str, str], file: object = "") -> dict[str, str]:
    """Canonical name to heading, of the columns that are recognised.

    by_rulebook: heading to canonical name. A heading that is a canonical name to the letter goes before others of the
    same meaning, the rulebook's before all. Two that mean the same are refused (`duplicate`), as is a table without
    `received_at`, or without both `procedure` and `limit` (`column_missing`).
    """
    found: dict[str, list[str]] = {}
    ranks: dict[str, int] = {}
    for heading in headings:
        exact = by_rulebook.get(heading)
        name = exact or canonical_of(heading)
        if name is None:
            continue
        rank = 0 if exact else 1 if heading == name else 2
        if rank < ranks.get(name, 3):
            ranks[name], found[name] = rank, [heading]
        elif rank == ranks[name]:
            found[name].append(heading)
    for name, several in found.items():
        if len(several) > 1:
            right = (f"one column of {name}", f"một cột {name}")
            raise error("duplicate", field=name, value=", ".join(several), file=file, right=right)
    if "received_at" not in found:
        raise missing("received_at", headings, file)
    if "procedure" not in found and "limit" not in found:
        raise missing("procedure", headings, file)
    return {name: found[name][0] for name in CANONICAL if name in found}


def missing(name: str, headings: Iterable[str], file: object) -> Exception:
    """What is raised for a column that is not there."""
    there = ", ".join(headings)
    also = {"received_at": "NgayTiepNhan, «Ngày tiếp nhận»", "procedure": "MaTTHC, «Mã thủ tục», limit, «Thời hạn»"}
    names = ", ".join(filter(None, (name, also.get(name))))
    return error(
        "column_missing",
        field=name,
        file=file,
        right=(
            f"a column {names}, or one mapped to it in [columns] of the rulebook; there are: {there}",
            f"một cột {names}, hoặc khai báo trong [columns] của bộ quy tắc; đang có: {there}",
        ),
    )


def status_code(value: object) -> int:
    """The national code of a status, by number or name; 0 for none, -1 for what is no status."""
    text = "" if value is None else str(value).strip()
    if not text:
        return 0
    if text.isdecimal() and len(text) <= 2:
        return int(text) or -1  # above 10 it is refused with its number
    return _STATUSES.get(fold(text), -1)
