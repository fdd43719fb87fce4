"""One writer of catalogs at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from bitext.project.errors import UsageError
from bitext.project.settings import Settings


@contextmanager
def catalogs(settings: Settings) -> Iterator[None]:
    """Hold the lock on the project's catalogs: only who holds it may write them.

    It is a lock of the operating system, which releases it however the process ends; the locked
    file itself stays. Raises UsageError at once where another process holds the lock.
    """
    path = settings.root / ".catalogs.lock"
    try:
        with FileLock(path, timeout=0):
            yield
    except Timeout:
        raise UsageError(
            "another run is writing the catalogs; wait for it to end, or stop it, and try again"
        ) from None
