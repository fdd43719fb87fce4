"""Pictures beside a seed: what is read of their files, and what is refused."""

from pathlib import Path

import pytest

from bitext.article import library
from bitext.article.model import Article, Picture
from bitext.article.pictures import kind_of
from bitext.project.settings import Settings
from makers import project
from pictures import jpeg, png, webp

SEED = '# عنوان\n\nنص.\n\n![نخلة](palm.png "عند النهر")\n'


def pictures(article: Article) -> list[Picture]:
    """The pictures of an article."""
    return [part for part in article.body if isinstance(part, Picture)]


def only(settings: Settings) -> Picture:
    """The one picture of the one article."""
    (edition,) = library.load(settings).editions
    (picture,) = pictures(edition.article)
    return picture


def faults(root: Path, seed: str, **files: bytes) -> list[str]:
    """What is wrong with a project of one seed and these pictures."""
    named = {name.replace("_", "."): data for name, data in files.items()}
    found = library.load(project(root, {"a.md": seed, **named}))
    assert (found.editions, found.faulty) == ((), {"a"})
    return [str(problem) for problem in found.problems]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("palm.png", png(640, 480)),
        ("palm.jpg", jpeg(640, 480)),
        ("palm.JPEG", jpeg(640, 480)),
        ("palm.webp", webp(640, 480)),
        ("نخلة عالية.png", png(640, 480)),
        ("pictures/palm.png", png(640, 480)),
    ],
)
def test_a_picture_has_the_size_and_a_digest_of_its_file(tmp_path: Path, name: str, data: bytes):
    seed = SEED.replace("palm.png", f"<{name}>")
    picture = only(project(tmp_path, {"x/a.md": seed, f"x/{name}": data}))
    assert (picture.name, picture.size) == (name, (640, 480))
    assert len(picture.digest) == 10
    assert set(picture.digest) <= set("0123456789abcdef")


def test_an_address_may_have_its_letters_as_percent_signs(tmp_path: Path):
    seed = SEED.replace("palm.png", "%D9%86%20a.png")
    assert only(project(tmp_path, {"a.md": seed, "ن a.png": png()})).name == "ن a.png"


def test_a_picture_that_changes_is_read_again_and_one_that_does_not_is_not(tmp_path: Path):
    settings, reader = project(tmp_path, {"a.md": SEED, "palm.png": png(3, 2)}), library.Reader()
    first = library.load(settings, reader).editions[0]
    assert library.load(settings, reader).editions[0] is first
    (settings.seeds / "palm.png").write_bytes(png(30, 20))
    second = library.load(settings, reader).editions[0]
    before, after = pictures(first.article)[0], pictures(second.article)[0]
    assert (before.size, after.size) == ((3, 2), (30, 20))
    assert before.digest != after.digest
    (settings.seeds / "palm.png").unlink()
    (problem,) = library.load(settings, reader).problems
    assert "no picture “palm.png”" in problem.what


def test_what_is_no_picture_of_its_kind_is_an_error_with_its_line(tmp_path: Path):
    remedy = "put a PNG, JPEG or WebP picture beside the seed, and write its name here"
    (missing,) = faults(tmp_path, SEED)
    assert missing == f"seeds/a.md:5: there is no picture “palm.png”; {remedy}"
    for data in (jpeg(), b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", png()[:20]):
        (wrong,) = faults(tmp_path, SEED, palm_png=data)
        assert wrong.startswith("seeds/a.md:5: “palm.png” is no PNG picture, whatever its name")


def test_a_riff_file_is_a_picture_only_if_it_says_that_it_holds_one(tmp_path: Path):
    """Sounds and films are RIFF files, too, and may be called .webp by mistake."""
    sound = webp(640, 480).replace(b"WEBP", b"WAVE")
    assert [kind_of(data) for data in (png(), jpeg(), webp(), sound)] == [
        ".png",
        ".jpg",
        ".webp",
        "",
    ]
    (wrong,) = faults(tmp_path, SEED.replace("palm.png", "palm.webp"), palm_webp=sound)
    assert wrong.startswith("seeds/a.md:5: “palm.webp” is no WEBP picture, whatever its name")


def test_all_pictures_at_fault_are_told_together(tmp_path: Path):
    told = faults(tmp_path, "# ع\n\n![أ](a.png)\n\n![ب](b.png)\n")
    assert [each.partition(": ")[0] for each in told] == ["seeds/a.md:3", "seeds/a.md:5"]
