"""What the READMEs show in Python is true: each line with a comment gives what the comment says."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"^(?P<expression>\S.*?)\s\s# (?P<shown>.*)$")


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_the_snippets_give_what_they_show(name: str) -> None:
    blocks = BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))
    assert blocks
    checked = 0
    for block in blocks:
        names: dict[str, object] = {}
        for line in block.splitlines():
            shown = LINE.match(line)
            if shown is None:
                exec(line, names)
                continue
            value = repr(eval(shown["expression"], names))
            assert shown["shown"] == value or shown["shown"].startswith(value + ":"), line
            checked += 1
    assert checked >= 4
