"""One run of requests to an engine: at a limited rate, in several threads where the engine allows
it, and ended early when the engine keeps failing."""

import queue
import threading
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace

from bitext.article.glossary import EMPTY, Glossary
from bitext.project.errors import Blocked, EngineError, Unanswered, Unavailable
from bitext.text import notes
from bitext.translation import quality
from bitext.translation.protocol import Engine, Reply, Request, split

ATTEMPTS = 3
"""Times a sentence is asked for while the engine is unavailable."""
BACKOFF = 1.0
"""Seconds before the second attempt; the third waits twice as long."""
FAILING = 3
"""Sentences in a row that find the engine unavailable before the run ends."""
BUDGET = 75.0
"""Seconds that failed requests may take in all before the run ends. With the last of them no
fault costs more than about two minutes, even one that comes and goes."""
REFUSED = 10
"""Sentences in a row for which the engine has no usable English before the run ends."""
GOOD_MATCH = 0.85
"""The match that MyMemory gives to what a machine translated: what is below only resembles the
sentence, and is the English of another one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one sentence: its English, or why there is none; both with references to notes.

    match: see Reply. doubts: why a person should look at the English first.
    """

    text: str
    english: str | None = None
    reason: str = ""
    match: float | None = None
    doubts: tuple[str, ...] = ()


class Session:
    """One run of requests to an engine.

    make: makes an engine; called once a thread. rate: requests a second, of all threads together.
    in_flight: how many sentences, at the most, have been sent and are not yet stored by the caller.
    budget: seconds that failed requests may take in all before the run ends. glossary: of the
    terms that answers should have.
    """

    def __init__(
        self,
        make: Callable[[], Engine],
        rate: float,
        in_flight: int,
        budget: float = BUDGET,
        glossary: Glossary = EMPTY,
    ) -> None:
        self._make = make
        self._glossary = glossary
        self._in_flight = in_flight
        self._pace = _Pace(rate)
        self._breaker = _Breaker(budget)

    @property
    def stopped(self) -> str | None:
        """Why the run has ended early; None while it goes on."""
        return self._breaker.reason

    def failure_reason(self, translated: int) -> str | None:
        """Why a run that nothing stopped was of no use all the same; None if it was of use.

        For some sentence the engine was unavailable at every attempt; or it had no usable English
        for several, and none of them all (`translated`) got any.
        """
        return self._breaker.failure_reason(translated)

    def ask(
        self, asked: Sequence[Request], on_answer: Callable[[Answer], None] | None = None
    ) -> Generator[Answer, None, None]:
        """The answers to these sentences, in the order in which they come.

        on_answer: is called with each answer that has English as soon as it has come, before the
        caller has it; in one thread at a time, not the caller's. What it raises is raised here.

        A sentence is sent only when the caller has finished with all but `in_flight` of those
        before it: no more than these can be lost in a crash. When the run ends early, what has
        been sent is waited for; the texts not yet sent have no answer.
        """
        waiting: queue.SimpleQueue[Request] = queue.SimpleQueue()
        done: queue.SimpleQueue[Answer | Exception | None] = queue.SimpleQueue()
        slots = threading.Semaphore(self._in_flight)
        for request in asked:
            waiting.put(request)
        threads = min(self._in_flight, len(asked))
        listen = _one_at_a_time(on_answer)
        for _ in range(threads):
            # Daemons: an interrupted run does not wait for a server that does not answer.
            work = (waiting, done, slots, listen)
            threading.Thread(target=self._work, args=work, daemon=True).start()
        try:
            for _ in asked:
                outcome = done.get()
                if isinstance(outcome, Exception):
                    raise outcome
                if outcome:
                    yield outcome
                slots.release()
        finally:
            while not waiting.empty():
                _take(waiting)
            slots.release(threads or 1)

    def _work(
        self,
        waiting: "queue.SimpleQueue[Request]",
        done: "queue.SimpleQueue[Answer | Exception | None]",
        slots: threading.Semaphore,
        on_answer: Callable[[Answer], None],
    ) -> None:
        """What each thread does: ask what waits until nothing is left; None for one not sent."""
        try:
            engine = self._make()
            while slots.acquire() and (request := _take(waiting)) is not None:
                answer = None if self.stopped else self._answer(engine, request)
                try:
                    if answer and answer.english is not None:
                        on_answer(answer)
                finally:  # where it could not be kept by `on_answer`, the caller may still store it
                    done.put(answer)
        except Exception as error:  # a full disk, or a defect: the thread that waits must hear
            done.put(error)

    def _answer(self, engine: Engine, request: Request) -> Answer | None:
        text = request.text
        try:
            parts = [replace(request, text=part) for part in split(text, engine)]
            replies = [self._ask_again(engine, part) for part in parts]
            answer = _judged(text, replies, engine.name, self._glossary)
            self._breaker.success()
            return _with_notes(answer, request)
        except Unanswered as error:
            self._breaker.refused(f"{engine.name} gives no usable English: {error}")
            return _with_notes(Answer(text, reason=str(error)), request)
        except Unavailable as error:
            self._breaker.unavailable(str(error))
            return _with_notes(Answer(text, reason=str(error)), request)
        except EngineError as error:
            self._breaker.open(str(error))
            return None

    def _ask_again(self, engine: Engine, request: Request) -> Reply:
        """The engine's answer to one request, which is repeated while the engine is unavailable."""
        attempt = 1
        while True:
            self._breaker.pause(self._pace.turn())
            if self.stopped:
                raise Blocked(self.stopped)
            began = time.monotonic()
            try:
                return engine.translate(request)
            except Unavailable as error:
                spent = self._breaker.failed(time.monotonic() - began, str(error))
                if spent or attempt == ATTEMPTS:
                    raise
            self._breaker.pause(BACKOFF * attempt)
            attempt += 1


def _judged(text: str, replies: Sequence[Reply], engine: str, glossary: Glossary) -> Answer:
    """The answer that the replies to the parts of a sentence are, if it may be stored.

    Raises Blocked for what the engine would say to any sentence, Unanswered for what is no good.
    """
    match = min((reply.match for reply in replies if reply.match is not None), default=None)
    said = " ".join(reply.text for reply in replies)
    judged = quality.judge(text, said)
    if isinstance(judged, quality.Refusal):
        if judged.quota:
            raise Blocked(f"{engine} says: {judged.reason}")
        raise Unanswered(judged.reason)
    if match is not None and match < GOOD_MATCH:
        raise Unanswered(f"what {engine} found only resembles the sentence (match {match:.2f})")
    return Answer(text, judged, match=match, doubts=tuple(quality.doubts(text, said, glossary)))


def _with_notes(answer: Answer, request: Request) -> Answer:
    """The answer with the references that the sentence has."""
    if not request.sentence:
        return answer
    english = answer.english
    if english is not None:
        english = notes.put_back(english, request.sentence, request.notes)
    return replace(answer, text=request.sentence, english=english)


def _one_at_a_time(on_answer: Callable[[Answer], None] | None) -> Callable[[Answer], None]:
    """The same function, for several threads to call; for None, one that does nothing."""
    lock = threading.Lock()

    def listen(answer: Answer) -> None:
        with lock:
            if on_answer:
                on_answer(answer)

    return listen


def _take(waiting: "queue.SimpleQueue[Request]") -> Request | None:
    try:
        return waiting.get_nowait()
    except queue.Empty:
        return None


class _Pace:
    """Spaces the requests of all threads evenly."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._due = time.monotonic()
        self._lock = threading.Lock()

    def turn(self) -> float:
        """Reserve the next moment to send a request; return the seconds until then."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._due)
            self._due = turn + self._interval
        return turn - now


class _Breaker:
    """A circuit breaker: it counts failures, and opens, which ends the run, at too many."""

    def __init__(self, budget: float) -> None:
        self.reason: str | None = None
        self._budget = budget
        self._open = threading.Event()
        self._lock = threading.Lock()
        self._unavailable = self._refused = 0  # sentences in a row
        self._refused_in_all = 0
        self._wasted = 0.0
        self._last: str | None = None

    def open(self, reason: str) -> None:
        """End the run for this reason, unless it has ended."""
        with self._lock:
            self.reason = self.reason or reason
        self._open.set()

    def failure_reason(self, translated: int) -> str | None:
        """See Session.failure_reason."""
        if self._last:
            return self._last
        several = self._refused_in_all >= FAILING and not translated
        return "the engine gave no sentence its English" if several else None

    def success(self) -> None:
        """Note a sentence that has got its English."""
        with self._lock:
            self._unavailable = self._refused = 0

    def failed(self, seconds: float, reason: str) -> bool:
        """Note a failed request that took this long; return whether the run has ended."""
        with self._lock:
            self._wasted += seconds
            spent = self._wasted > self._budget
        if spent:
            self.open(reason)
        return self._open.is_set()

    def unavailable(self, reason: str) -> None:
        """Note a sentence for which the engine was unavailable at every attempt."""
        with self._lock:
            self._last = reason
            self._unavailable += 1
            many = self._unavailable >= FAILING
        if many:
            self.open(reason)

    def refused(self, reason: str) -> None:
        """Note a sentence that the engine answered without usable English."""
        with self._lock:
            self._unavailable = 0
            self._refused += 1
            self._refused_in_all += 1
            many = self._refused >= REFUSED
        if many:
            self.open(reason)

    def pause(self, seconds: float) -> None:
        """Wait so long, or until the run ends."""
        if seconds > 0:
            self._open.wait(seconds)
