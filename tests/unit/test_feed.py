"""The Atom feed: the newest articles in both languages, dated as they are."""

import re
from xml.etree import ElementTree as XML

import pytest

from bitext.site import feed
from makers import block, joined
from valid import feed_faults

SITE = "https://example.org/here/"
NAMES = {"a": "http://www.w3.org/2005/Atom", "x": "http://www.w3.org/1999/xhtml"}


def parsed(*editions, site=SITE):
    text = feed.make(editions, site, "موقع · Site", "about")
    assert feed_faults(text) == []
    return XML.fromstring(text)


SOUND = feed.make([joined("---\ndate: 2024-05-06\n---\nنص.")], SITE, "s", "")


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ("<updated>2024-05-06T00:00:00Z", "<updated>2024-05-06"),
        ("2024-05-06T00:00:00Z", "2024-05-06t00:00:00z"),
        ("<name>s</name>", ""),
        ("<name>s</name>", "<name> </name>"),
        (f"<id>{SITE}articles/a/", "<id>articles/a/"),
        ('rel="alternate"', 'rel="self"'),
        ('type="text/html"', 'type="html"'),
        ('type="xhtml"', 'type="xml"'),
        ("<entry>", "<entry><title>again</title>"),
        ("<entry>", "<entry><unknown/>"),
        ("<xhtml:p ", "<p "),
    ],
)
def test_the_validator_of_feeds_finds_a_fault(part, instead):
    assert feed_faults(SOUND) == []
    assert part in SOUND
    broken = SOUND.replace(part, instead)
    if part == "<xhtml:p ":
        broken = broken.replace("</xhtml:p>", "</p>")
    assert feed_faults(broken)


def test_an_entry_has_what_atom_demands_and_both_languages():
    edition = joined("---\ntitle: عنوان\ndate: 2024-05-06\n---\nنص.", block("نص.", "Text."))
    root = parsed(edition)
    for element in (root, root.find("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"a:{name}", None, NAMES)
    assert root.find("a:author/a:name", NAMES) is not None
    entry = root.find("a:entry", NAMES)
    assert entry.findtext("a:updated", None, NAMES) == "2024-05-06T00:00:00Z"
    texts = {p.get("lang"): p.text for p in entry.iterfind(".//x:p", NAMES)}
    assert texts == {"ar": "نص.", "en": "Text."}


def test_the_day_is_the_one_updated_else_that_of_the_text_else_the_catalogs_newest():
    machine = "# mt: engine=google via=x date=2026-03-04 src=1 out=2\n#, fuzzy"
    for front, day in (
        ("date: 2024-05-06\nupdated: 2025-01-02", "2025-01-02"),
        ("date: 2024-05-06", "2024-05-06"),
        ("author: ريم", "2026-03-04"),
    ):
        edition = joined(f"---\n{front}\n---\nنص.", block("نص.", "Text.", machine))
        assert str(edition.changed) == day
        assert parsed(edition).findtext("a:updated", None, NAMES) == f"{day}T00:00:00Z"


def test_an_article_of_no_date_is_not_in_it_and_a_feed_of_none_is_none():
    undated = joined("نص.")
    assert undated.changed is None
    assert feed.make([undated], SITE, "s", "") == ""
    dated = joined("---\ndate: 2024-05-06\n---\nنص.", article_id="b")
    assert len(parsed(undated, dated).findall("a:entry", NAMES)) == 1


def test_without_an_address_of_the_site_there_is_none():
    assert feed.make([joined("---\ndate: 2024-05-06\n---\nنص.")], "", "s", "") == ""


def test_a_renamed_article_stays_the_entry_it_was():
    edition = joined("---\ndate: 2024-05-06\nredirect_from: [قديم, older]\n---\nنص.")
    entry = parsed(edition).find("a:entry", NAMES)
    assert re.fullmatch(f"{SITE}articles/%[%0-9A-F]+/", entry.findtext("a:id", None, NAMES))
    assert entry.find("a:link", NAMES).get("href") == f"{SITE}articles/a/"


def test_hostile_text_stays_text():
    hostile = "</title></feed><script>alert(1)</script> & ]]>"
    seed = f"---\ndate: 2024-05-06\nauthor: '{hostile}'\ntags: ['\"><x>']\n---\n{hostile}"
    entry = parsed(joined(seed)).find("a:entry", NAMES)
    assert entry.findtext("a:title", None, NAMES) == hostile
    assert entry.findtext("a:author/a:name", None, NAMES) == hostile
    assert entry.find("a:category", NAMES).get("term") == '"><x>'


def test_only_the_newest_are_in_it():
    editions = [
        joined(f"---\ndate: 2024-05-06\n---\nنص {n}.", article_id=f"n{n:03}") for n in range(60)
    ]
    found = parsed(*editions).findall("a:entry", NAMES)
    assert len(found) == feed.MOST
    assert found[0].find("a:link", NAMES).get("href").endswith("/n059/")
