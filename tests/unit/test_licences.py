"""What is shipped of others is listed, with its licence, as it is installed."""

from importlib.metadata import distribution

from bitext.site import fonts, licences
from projects import ROOT


def test_every_part_is_listed_with_its_version_and_text():
    page = licences.page()
    assert page.count("<details") == len(licences.PARTS) + 1
    for part in licences.PARTS:
        assert f"{part.what} {distribution(part.package).version}: {part.licence}" in page
    assert page.count("SIL OPEN FONT LICENSE Version 1.1") >= 3
    assert page.count("Permission is hereby granted, free of charge") >= 3
    assert "svg" not in page  # an icon that is called a licence


def test_every_package_whose_files_are_published_is_among_them():
    """The faces that are made, the theme, and the dictionaries that the search index follows."""
    listed = {part.package for part in licences.PARTS}
    faces = {face.package for face in fonts.FACES}
    assert faces <= listed
    assert {"mkdocs-material", "simplemma"} <= listed


def test_they_are_what_the_project_pins():
    pinned = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for part in licences.PARTS:
        assert f'"{part.package}==' in pinned
