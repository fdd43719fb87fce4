"""A built site, at an address and at none: what it says of itself, and its policy."""

import gzip
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as XML

import pytest

from conftest import PLACED as SITE
from valid import feed_faults, sitemap_faults


def read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def structured(page: str) -> Any:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert len(found) == 1
    return json.loads(found[0])


def test_the_sitemap_has_every_article_with_its_own_day(placed_site: Path) -> None:
    text = read(placed_site, "sitemap.xml")
    assert sitemap_faults(text, SITE) == []
    days = {
        url.findtext("{*}loc"): url.findtext("{*}lastmod")
        for url in XML.fromstring(text).iterfind("{*}url")
    }
    assert days[f"{SITE}articles/slow_reading/"] == "2026-03-01"
    assert days[f"{SITE}articles/fox_and_well/"] is None
    assert f"{SITE}offline/" not in days
    pages = {path.parent.name for path in placed_site.glob("articles/*/index.html")}
    named = {str(url).split("/")[-2] for url in days if "/articles/" in str(url)}
    assert pages - named <= {"old_reading", "قراءة", "page"}
    packed = (placed_site / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == text
    assert f"Sitemap: {SITE}sitemap.xml" in read(placed_site, "robots.txt")


@pytest.mark.parametrize(
    "entry",
    [
        "",
        "<loc>/a/</loc>",
        "<loc>{}</loc><loc>{}</loc>",
        "<loc>{}b c</loc>",
        "<loc>{}</loc><lastmod>yesterday</lastmod>",
        "<loc>{}</loc><unknown/>",
        "<loc>https://other.example/</loc>",
    ],
)
def test_the_validator_of_sitemaps_finds_a_fault(entry: str) -> None:
    around = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>{}</url></urlset>'
    assert sitemap_faults(around.format(f"<loc>{SITE}</loc>"), SITE) == []
    assert sitemap_faults(around.format(entry.replace("{}", SITE)), SITE)


def test_pages_lead_to_the_feed_and_say_what_they_are(placed_site: Path) -> None:
    page = read(placed_site, "articles/slow_reading/index.html")
    assert f'<link rel="canonical" href="{SITE}articles/slow_reading/">' in page
    assert f'<meta property="og:image" content="{SITE}assets/sharing.png">' in page
    assert 'type="application/atom+xml"' in page
    assert structured(page)["@type"] == "Article"
    assert structured(read(placed_site, "index.html"))["@type"] == "WebSite"
    assert XML.fromstring(read(placed_site, "feed.xml")).findtext("{*}id") == SITE
    assert feed_faults(read(placed_site, "feed.xml")) == []


def test_a_draft_is_nowhere_in_the_site(placed_site: Path) -> None:
    for path in placed_site.rglob("*"):
        assert "unfinished" not in path.name
        assert path.is_dir() or "مسودة خفية".encode() not in path.read_bytes(), path


def test_every_page_has_the_policy_and_a_host_is_told_of_it(placed_site: Path) -> None:
    pages = list(placed_site.rglob("*.html"))
    for path in pages:
        if "parts" not in path.parts:
            text = path.read_text(encoding="utf-8")
            assert text.count('http-equiv="Content-Security-Policy"') == 1, path
            assert "unsafe-inline" not in text
    headers = read(placed_site, "_headers")
    assert "frame-ancestors 'self'" in headers
    assert "unsafe-inline" not in headers


def test_without_an_address_nothing_names_one(site: Path) -> None:
    for name in ("sitemap.xml", "sitemap.xml.gz", "feed.xml"):
        assert not (site / name).exists()
    assert "Sitemap" not in read(site, "robots.txt")
    page = read(site, "articles/coffee_roads/index.html")
    assert not re.search(r"canonical|og:url|og:image|atom\+xml", page)
    assert "url" not in structured(page)


def test_home_is_headed_by_the_name_that_settings_give_the_site(placed_site: Path) -> None:
    """So a publisher changes it in one place; the line below it stands in docs/index.md."""
    page = read(placed_site, "index.html")
    assert page.count("<h1") == 1
    heading = re.sub("<[^>]+>", "", page.split("<h1>")[1].split("</h1>")[0])
    assert heading == "خزانة الأنواع The Shelf of Kinds"
    assert '<p class="tagline ui" lang="ar" dir="rtl">نص قصير' in page
