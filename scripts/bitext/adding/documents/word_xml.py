"""The XML files that a document of Word consists of (ISO/IEC 29500-1)."""

from typing import Any

import lxml.etree

from bitext.adding.archive import Archive

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
"""The namespaces of texts and of formulas."""


def xml_tree(files: Archive, name: str) -> Any:
    """The tree of an XML file of a document, whatever its faults; None for one without elements."""
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    return lxml.etree.fromstring(files.read(name), parser)
