"""Asking an engine for sentences: paced, several at once where it allows, and no longer than
makes sense when it fails."""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bitext.errors import Blocked, EngineError, Unanswered, Unavailable
from bitext.translation import answers, engines
from bitext.translation.engines import Engine

ATTEMPTS = 3
"""Times a sentence is asked for while the engine is unavailable."""
BACKOFF = 1.0
"""Seconds before the second attempt; the third waits twice as long."""
FAILING = 3
"""Sentences in a row that find the engine unavailable before the run ends."""
OUTAGE = 75.0
"""Seconds of nothing but failure before the run ends; with the request then under way, no outage
costs more than about two minutes."""
REFUSED = 10
"""Sentences in a row for which the engine has no usable English before the run ends."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one sentence: its English, or why there is none."""

    text: str
    english: str | None = None
    reason: str = ""


class Asking:
    """One run of questions to an engine.

    make: makes an engine; called once a thread. rate: requests a second in all, at the most.
    stopped: once it is not None, why the engine is asked no more.
    """

    def __init__(self, make: Callable[[], Engine], rate: float, in_flight: int) -> None:
        self._make = make
        self._in_flight = in_flight
        self._pace = _Pace(rate)
        self._breaker = _Breaker()

    @property
    def stopped(self) -> str | None:
        """Why the run ended early; None if it did not."""
        return self._breaker.reason

    def ask(self, texts: Sequence[str]) -> Iterator[Answer]:
        """The answer to each text, as they come; texts not asked for any more have none.

        Sentences in flight when the run stops are waited for, so that no answer is wasted.
        """
        waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
        done: queue.SimpleQueue[Answer | Exception | None] = queue.SimpleQueue()
        for text in texts:
            waiting.put(text)
        for _ in range(min(self._in_flight, len(texts))):
            # Daemons: an interrupted run does not wait for a server that does not answer.
            threading.Thread(target=self._work, args=(waiting, done), daemon=True).start()
        try:
            for _ in texts:
                outcome = done.get()
                if isinstance(outcome, Exception):
                    raise outcome
                if outcome:
                    yield outcome
        finally:
            while not waiting.empty():
                _take(waiting)

    def _work(
        self,
        waiting: "queue.SimpleQueue[str]",
        done: "queue.SimpleQueue[Answer | Exception | None]",
    ) -> None:
        """Answer waiting texts until there is none; None for each that is not asked for."""
        try:
            engine = self._make()
            while (text := _take(waiting)) is not None:
                done.put(None if self.stopped else self._answer(engine, text))
        except Exception as error:  # a defect: the thread that waits must hear of it
            done.put(error)

    def _answer(self, engine: Engine, text: str) -> Answer | None:
        try:
            parts = [self._persist(engine, part) for part in engines.split(text, engine)]
            judged = answers.judge(text, " ".join(parts))
            if not isinstance(judged, answers.Refusal):
                self._breaker.success()
                return Answer(text, judged)
            if judged.quota:
                raise Blocked(f"{engine.name} says its quota is used up")
            raise Unanswered(judged.reason)
        except Unanswered as error:
            self._breaker.refused(f"{engine.name} gives no usable English: {error}")
            return Answer(text, reason=str(error))
        except Unavailable as error:
            self._breaker.unavailable(str(error))
            return Answer(text, reason=str(error))
        except EngineError as error:
            self._breaker.open(str(error))
            return None

    def _persist(self, engine: Engine, text: str) -> str:
        """The engine's answer to one request, asked for again while it is unavailable."""
        attempt = 1
        while True:
            self._breaker.pause(self._pace.turn())
            if self.stopped:
                raise Blocked(self.stopped)
            try:
                return engine.translate(text)
            except Unavailable as error:
                if self._breaker.failing(str(error)) or attempt == ATTEMPTS:
                    raise
            self._breaker.pause(BACKOFF * attempt)
            attempt += 1


def _take(waiting: "queue.SimpleQueue[str]") -> str | None:
    try:
        return waiting.get_nowait()
    except queue.Empty:
        return None


class _Pace:
    """Spaces requests evenly, for all threads together."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._due = time.monotonic()
        self._lock = threading.Lock()

    def turn(self) -> float:
        """Take the next turn; return the seconds until it comes."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._due)
            self._due = turn + self._interval
        return turn - now


class _Breaker:
    """Counts failures in a row, and opens, once and for good, when there are too many."""

    def __init__(self) -> None:
        self.reason: str | None = None
        self._open = threading.Event()
        self._lock = threading.Lock()
        self._unavailable = self._refused = 0
        self._since: float | None = None

    def open(self, reason: str) -> None:
        """End the run for this reason, unless it has ended."""
        with self._lock:
            self.reason = self.reason or reason
        self._open.set()

    def success(self) -> None:
        """A sentence has got its English."""
        with self._lock:
            self._unavailable = self._refused = 0
            self._since = None

    def failing(self, reason: str) -> bool:
        """One request has failed; whether that makes it too long an outage to try again."""
        with self._lock:
            now = time.monotonic()
            self._since = self._since or now
            lasting = now - self._since > OUTAGE
        if lasting:
            self.open(reason)
        return lasting or self._open.is_set()

    def unavailable(self, reason: str) -> None:
        """A sentence was given up on because the engine is unavailable."""
        with self._lock:
            self._unavailable += 1
            many = self._unavailable >= FAILING
        if many:
            self.open(reason)

    def refused(self, reason: str) -> None:
        """The engine answered, and has no usable English for a sentence."""
        with self._lock:
            self._since, self._unavailable = None, 0
            self._refused += 1
            many = self._refused >= REFUSED
        if many:
            self.open(reason)

    def pause(self, seconds: float) -> None:
        """Wait, but not beyond the end of the run."""
        if seconds > 0:
            self._open.wait(seconds)
