"""One writer of catalogs at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from bitext.project.errors import UsageError
from bitext.project.settings import Settings


@contextmanager
def catalogs(settings: Settings) -> Iterator[None]:
    """Hold the project's catalogs for writing.

    The lock is the operating system's, on a file that nobody removes, so that it goes with the
    process however that ends. Raises UsageError at once where another process holds it.
    """
    path = settings.root / ".catalogs.lock"
    try:
        with FileLock(path, timeout=0):
            yield
    except Timeout:
        raise UsageError(
            "another run is writing the catalogs; wait for it to end, or stop it, and try again"
        ) from None
