"""What pages tell search engines: true, whole, and nothing that can end its element."""

import json
from typing import Any

from bitext.pages import structured_data
from makers import block, joined

SITE = "https://example.org/here/"
SEED = """---
title: ميناء هادئ
author: ريم حداد
date: 2024-05-06
updated: 2025-01-02
tags: [بحر]
license: CC BY 4.0
url: https://example.com/port
---
نص.
"""


def data(element: str) -> Any:
    """What a script element holds, as a parser of HTML ends it."""
    assert element.startswith('<script type="application/ld+json">')
    return json.loads(element[element.index(">") + 1 : element.index("</script")])


def test_an_article_and_its_translation_name_each_other():
    edition = joined(SEED, block("ميناء هادئ", "A quiet port"))
    found = structured_data.article(edition, SITE, "موقع")
    here = f"{SITE}articles/a/"
    assert found["@id"] == f"{here}#arabic"
    assert found["headline"] == "ميناء هادئ"
    assert found["author"]["name"] == "ريم حداد"
    assert (found["datePublished"], found["dateModified"]) == ("2024-05-06", "2025-01-02")
    assert found["license"] == {"@type": "CreativeWork", "name": "CC BY 4.0"}
    assert found["isBasedOn"] == "https://example.com/port"
    english = found["workTranslation"]
    assert english["headline"] == "A quiet port"
    assert english["inLanguage"] == "en"
    assert "datePublished" not in english, "the date is that of the Arabic"
    assert english["translationOfWork"] == {"@id": found["@id"]}


def test_what_is_not_known_is_not_said():
    found = structured_data.article(joined("نص."), "", "موقع")
    assert "workTranslation" not in found
    assert not {"author", "datePublished", "dateModified", "url", "license"} & found.keys()
    site = structured_data.website("", "موقع", "")
    assert not {"url", "potentialAction", "description"} & site.keys()


def test_the_site_says_how_it_is_searched_where_it_stands():
    found = structured_data.website(SITE, "موقع · Site", "about")
    assert found["potentialAction"]["target"]["urlTemplate"] == f"{SITE}?q={{search_term_string}}"


def test_hostile_text_stays_text():
    for text in ("</script><script>alert(1)</script>", "<!--<script>", "a\u2028b", '"&amp;\\'):
        element = str(structured_data.element({"headline": text}))
        assert data(element)["headline"] == text
        assert element.count("<") == 2
