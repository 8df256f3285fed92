"""The oracle shares nothing with the library: no import of it, not even an indirect one."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SUPPORT = Path(__file__).resolve().parent
MODULES = sorted((SUPPORT / "oracle").glob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_imports_are_of_the_standard_library_or_of_the_oracle(module: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "absolute imports only, so that this test can read them"
            imported |= {f"{node.module}.{alias.name}" for alias in node.names}
        assert not (isinstance(node, ast.Name) and node.id == "__import__")
    for name in imported:
        own = name == "support.external" or name.startswith("support.oracle.")
        assert own or name.split(".")[0] in sys.stdlib_module_names, name
        assert "importlib" not in name


def test_importing_the_oracle_loads_no_library() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import support.oracle.days, support.oracle.clock, support.oracle.limits\n"
        "import support.oracle.deadlines, support.oracle.verdicts\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('thoihan', 'numpy', 'pyarrow')])"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(SUPPORT.parent)], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_no_file_of_the_oracle_reads_the_data_of_the_library() -> None:
    for module in [*MODULES, SUPPORT / "external.py"]:
        text = module.read_text(encoding="utf-8")
        assert "data/vn" not in text, module
        assert "include/" not in text, module
