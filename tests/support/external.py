"""Data and law from outside, which is not copied into this repository.

It lies in the folder named by the environment variable THOIHAN_EXTERNAL_DATA, or else in `shared`
next to the checkout; that folder holds `data/` and `law/`. Standard library only: the oracle reads
its days off through this file.
"""

from __future__ import annotations

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


class ExternalDataError(Exception):
    """The folder, or a file of it, is not there."""


def folder() -> Path:
    """The folder that holds data/ and law/, whether or not it is there."""
    named = os.environ.get("THOIHAN_EXTERNAL_DATA")
    return Path(named) if named else CHECKOUT.parent / "shared"


def find(name: str) -> Path:
    """The path of one file, such as "law/vn_days.csv"."""
    path = folder() / name
    if not path.is_file():
        raise ExternalDataError(
            f"{path} is not there: set THOIHAN_EXTERNAL_DATA to the folder that holds data/ and law/"
        )
    return path
