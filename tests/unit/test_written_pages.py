"""The pages that people write, as an index that is there holds them."""

from pathlib import Path

import pytest

from bitext.search.written_pages import former_pages


@pytest.mark.parametrize(
    "manifest",
    [
        None,
        "",
        "[]",
        "null",
        "{}",
        '{"version": 5, "pages": 1}',
        '{"version": "v", "pages": "x"}',
        '{"version": "v", "pages": 1}',
    ],
)
def test_an_index_that_is_not_whole_has_no_pages(tmp_path: Path, manifest: str | None) -> None:
    if manifest is not None:
        (tmp_path / "index.json").write_text(manifest, encoding="utf-8")
    assert former_pages(tmp_path) is None


def test_an_index_of_articles_alone_has_none_to_give(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text('{"version": "v", "pages": 0}', encoding="utf-8")
    assert former_pages(tmp_path) == []
