"""The site that exports are files of."""

from dataclasses import dataclass
from pathlib import Path

from bitext.project import addresses


@dataclass(frozen=True, slots=True)
class Publisher:
    """The site. name: its name. address: with a slash at its end; "" if it is not known.

    root: the project's folder, where the pictures are.
    """

    name: str
    address: str
    root: Path

    def page(self, name: str) -> str:
        """The address of an article's or a collection's page; "" if the site's is not known."""
        return addresses.page(name, self.address) if self.address else ""
