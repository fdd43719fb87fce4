"""The flag that rewrites what the golden cases expect; a person then reads the difference."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Register `pytest tests/golden --rewrite-golden`."""
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what the golden cases give into their page.md",
    )
