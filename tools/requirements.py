#!/usr/bin/env python3
"""Prints what pyproject.toml asks pip for: to build, to run, and the extras that are named.

    tools/requirements.py test

pip installs a project's requirements only together with the project, which has to be compiled first.
"""

import re
import sys
import tomllib
from pathlib import Path

pyproject = tomllib.loads((Path(__file__).resolve().parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
project = pyproject["project"]


def extra(name: str) -> list[str]:
    """The requirements of an extra, which may name other extras: "thoihan[numpy,arrow]"."""
    found = []
    for requirement in project["optional-dependencies"][name]:
        if own := re.fullmatch(rf"{project['name']}\[(.+)\]", requirement):
            for other in own[1].split(","):
                found += extra(other.strip())
        else:
            found.append(requirement)
    return found


wanted = pyproject["build-system"]["requires"] + project["dependencies"]
for name in sys.argv[1:]:
    wanted += extra(name)
print("\n".join(dict.fromkeys(wanted)))
