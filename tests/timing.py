"""How long a task takes, whatever else the machine does."""

import time
from collections.abc import Callable


def seconds(task: Callable[[], object]) -> float:
    """The processor time of a task in seconds: the least of three runs, as others disturb some."""

    def once() -> float:
        started = time.process_time()
        task()
        return time.process_time() - started

    return min(once() for _ in range(3))
