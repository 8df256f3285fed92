"""The proof of the lunar calendar's range, against JPL's ephemeris DE405 (docs/law/lunar-proof.md).

    pip install numpy jplephem de405 pyerfa pytest
    THOIHAN_PROOF=1 python -m pytest tests/lunar -s

Nothing here shares code or figures with lunar.hpp: positions come from DE405, precession, nutation and
leap seconds from ERFA (IAU 2006/2000A), and the months are numbered from the instants of the principal
terms instead of the sun's place at midnight.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.proof, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

CHECKOUT = Path(__file__).resolve().parents[2]
EPOCH = 2440587.5  # 1970-01-01T00:00 as a Julian day
VIETNAM = 7 * 3600
FIRST_YEAR, LAST_YEAR = 1968, 2071

NEW_MOON_ERROR = 18.0  # seconds; what lunar.hpp says of itself
SUN_ERROR = 2.5  # arc-seconds; likewise
TODAY = 2026.0  # where TT - UTC stops being known
FASTEST, SLOWEST = -1.0, 1.5  # seconds a year that TT - UTC may drift from then on

Array = Any  # numpy.ndarray; numpy itself is looked for when the tests run


class Sky:
    """Apparent geocentric longitudes, degrees, of the true equinox of date. Instants: Julian days TT (TDB
    differs by 2 ms at most)."""

    def __init__(self) -> None:
        self.np = pytest.importorskip("numpy")
        self.erfa = pytest.importorskip("erfa")
        self.ephemeris = pytest.importorskip("jplephem.ephem").Ephemeris(pytest.importorskip("de405"))
        self.light = 299792.458 * 86400  # km a day

    def earth(self, at: Array) -> tuple[Array, Array]:
        both, both_speed = self.ephemeris.position_and_velocity("earthmoon", at)
        moon, moon_speed = self.ephemeris.position_and_velocity("moon", at)
        share = self.ephemeris.earth_share
        return both - share * moon, both_speed - share * moon_speed

    def longitude(self, body: str, at: Array) -> Array:
        np, erfa = self.np, self.erfa
        here, speed = self.earth(at)
        delay = 0.0
        for _ in range(3):  # the light that arrives now
            if body == "sun":
                there = self.ephemeris.position("sun", at - delay)
            else:
                there = self.earth(at - delay)[0] + self.ephemeris.position("moon", at - delay)
            distance = np.linalg.norm(there - here, axis=0)
            delay = distance / self.light
        seen = (there - here) / distance
        # Aberration of special relativity, written out (direction not normalised: only an angle is taken).
        beta = speed / self.light
        gamma_inverse = np.sqrt(1 - (beta**2).sum(axis=0))
        along = (seen * beta).sum(axis=0)
        seen = seen * gamma_inverse + beta * (1 + along / (1 + gamma_inverse))
        # From the celestial frame to the mean ecliptic and equinox of date, then nutation in longitude.
        ecliptic = np.einsum("nij,jn->in", erfa.ecm06(2451545.0, at - 2451545.0), seen)
        nutation, _ = erfa.nut06a(2451545.0, at - 2451545.0)
        return np.degrees(np.arctan2(ecliptic[1], ecliptic[0]) + nutation) % 360

    def new_moons(self, near: Array) -> Array:
        """The instants at which moon and sun have one longitude, near the instants given."""
        at = near.copy()
        for _ in range(6):
            at -= turn(self.longitude("moon", at) - self.longitude("sun", at)) / 12.19
        return at

    def principal_terms(self, first: int, last: int) -> tuple[Array, Array]:
        """(instant, longitude / 30) of each principal term from the winter solstice of a year to that of another."""
        np = self.np
        count = np.arange((last - first) * 12 + 1)
        sector = (9 + count) % 12
        at = 2451900.0 + (first - 2000) * 365.2422 + count * 365.2422 / 12
        for _ in range(12):
            at -= turn(self.longitude("sun", at) - sector * 30.0) * 365.2422 / 360
        return at, sector


def turn(degrees: Array) -> Array:
    """An angle as the smallest turn that makes it, -180 to 180."""
    return (degrees + 180) % 360 - 180


@dataclass(frozen=True)
class Rotation:
    """TT - UTC: by the leap seconds as far as they are known, from then on drifting at one rate."""

    drift: float

    def seconds(self, sky: Sky, at: Array) -> Array:
        np = sky.np
        year = 2000 + (at - 2451545.0) / 365.25
        known = np.array([self.known(sky, float(instant)) for instant in np.minimum(at, julian(TODAY))])
        return known + self.drift * np.maximum(year - TODAY, 0)

    @staticmethod
    def known(sky: Sky, at: float) -> float:
        day = date(1970, 1, 1) + timedelta(days=int(at - EPOCH))
        return 32.184 + float(sky.erfa.dat(day.year, day.month, day.day, (at - EPOCH) % 1))


def julian(year: float) -> float:
    return 2451545.0 + (year - 2000) * 365.25


@dataclass
class Printed:
    """What lunar.hpp computes."""

    moons: Array
    suns: tuple[Array, Array]
    months: list[tuple[int, int, int, int, bool]]  # first day, length, year, month, leap


@pytest.fixture(scope="module")
def sky() -> Sky:
    return Sky()


@pytest.fixture(scope="module")
def printed(sky: Sky, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    program = tmp_path_factory.mktemp("lunar") / "print_lunar"
    source = CHECKOUT / "tests" / "lunar" / "print_lunar.cpp"
    compiler = os.environ.get("CXX", "c++")
    subprocess.run(
        [compiler, "-std=c++20", "-O2", f"-I{CHECKOUT / 'include'}", str(source), "-o", str(program)], check=True
    )
    moons, at, longitude, months = [], [], [], []
    for line in subprocess.run([str(program)], check=True, capture_output=True, text=True).stdout.splitlines():
        kind, *words = line.split()
        if kind == "moon":
            moons.append(float(words[1]))
        elif kind == "sun":
            at.append(float(words[0]))
            longitude.append(float(words[1]))
        else:
            first, length, year, month, leap = map(int, words)
            months.append((first, length, year, month, leap == 1))
    return Printed(sky.np.array(moons), (sky.np.array(at), sky.np.array(longitude)), months)


@pytest.fixture(scope="module")
def new_moons(sky: Sky, printed: Printed) -> Array:
    return sky.new_moons(printed.moons)


def local_days(sky: Sky, at: Array, rotation: Rotation) -> Array:
    """Days since 1970-01-01, with their fraction, at UTC+7."""
    return at - EPOCH + (VIETNAM - rotation.seconds(sky, at)) / 86400


def months_by_the_rules(starts: Array, terms: Array, sectors: Array) -> list[tuple[int, int, int, int, bool]]:
    """The months of the lunar years of the range, numbered by the rules; starts and terms are days."""
    month_of = {int(term): sum(1 for start in starts if start <= term) - 1 for term in terms}
    with_term = set(month_of.values())
    winters = {  # year -> index of its month 11
        (date(1970, 1, 1) + timedelta(days=int(term))).year: month_of[int(term)]
        for term, sector in zip(terms, sectors, strict=True)
        if sector == 9
    }
    months = []
    for year in range(FIRST_YEAR - 1, LAST_YEAR + 1):
        begin, end = winters[year], winters[year + 1]
        leap = next((i for i in range(begin, end) if i not in with_term), None) if end - begin == 13 else None
        number = 10
        for i in range(begin, end):
            number += i != leap
            lunar_year = year + (number > 12)
            months.append(
                (int(starts[i]), int(starts[i + 1] - starts[i]), lunar_year, (number - 1) % 12 + 1, i == leap)
            )
    return [month for month in months if FIRST_YEAR <= month[2] <= LAST_YEAR]


def test_new_moons_are_within_their_error(sky: Sky, printed: Printed, new_moons: Array) -> None:
    error = (printed.moons - new_moons) * 86400
    print(f"\nnew moons: {len(error)}, {spread(error)} s")
    assert len(error) > 1290
    assert abs(error).max() < NEW_MOON_ERROR


def test_sun_is_within_its_error(sky: Sky, printed: Printed) -> None:
    at, longitude = printed.suns
    error = turn(longitude - sky.longitude("sun", at)) * 3600
    print(f"\nsun: {len(error)} days, {spread(error)} arc-seconds")
    assert abs(error).max() < SUN_ERROR


@pytest.mark.parametrize("drift", [FASTEST, 0.0, 0.5, SLOWEST])
def test_months_are_those_of_the_ephemeris(sky: Sky, printed: Printed, new_moons: Array, drift: float) -> None:
    """Whatever the Earth's rotation does within the bounds."""
    rotation = Rotation(drift)
    starts = sky.np.floor(local_days(sky, new_moons, rotation)).astype(int)
    terms, sectors = sky.principal_terms(FIRST_YEAR - 1, LAST_YEAR + 1)
    term_days = sky.np.floor(local_days(sky, terms, rotation)).astype(int)
    assert months_by_the_rules(starts, term_days, sectors) == printed.months


def test_tight_new_moons(sky: Sky, new_moons: Array) -> None:
    """Prints the new moons nearest to midnight, and the TT - UTC at which each would move to another day."""
    still = Rotation(0.0)
    offset = still.seconds(sky, new_moons)
    days = local_days(sky, new_moons, still)
    past = (days - sky.np.round(days)) * 86400
    print()
    for i in sorted(range(len(days)), key=lambda i: abs(past[i]))[:20]:
        print(f"{civil(days[i])}: {past[i]:+7.1f} s, with TT - UTC {offset[i]:.1f}; moves at {offset[i] + past[i]:.1f}")


def test_terms_that_decide_are_far_from_midnight(sky: Sky, printed: Printed, new_moons: Array) -> None:
    """A term decides a month where it is the solstice, or thirteen months lie between its two solstices; how
    narrowly, its distance to the nearest start of a month says. (lunar.hpp's 2.5 arc-seconds are 61 s.)"""
    np = sky.np
    terms, sectors = sky.principal_terms(FIRST_YEAR - 1, LAST_YEAR + 1)
    days = local_days(sky, terms, Rotation(0.0))
    starts = np.floor(local_days(sky, new_moons, Rotation(0.0)))
    leap_starts = np.array([first for first, *_, leap in printed.months if leap])
    winters = days[sectors == 9]
    distances = []
    for day, sector in zip(days[:-1], sectors[:-1], strict=True):
        i = np.searchsorted(winters, day, side="right")
        if sector == 9 or ((winters[i - 1] < leap_starts) & (leap_starts < winters[i])).any():
            distances.append((abs(day - starts).min() * 86400, civil(day), int(sector) * 30))
    distances.sort()
    print()
    for distance, when, longitude in distances[:6]:
        print(f"{when}: sun at {longitude}, {distance:.0f} s from the start of a month")
    assert distances[0][0] > 1800


def spread(error: Array) -> str:
    return f"error at most {abs(error).max():.2f}, mean {error.mean():.2f}, standard deviation {error.std():.2f}"


def civil(day: float) -> str:
    """Days since 1970-01-01 as text."""
    whole = int(day // 1)
    seconds = round((day - whole) * 86400)
    clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{date(1970, 1, 1) + timedelta(days=whole)} {clock}"
