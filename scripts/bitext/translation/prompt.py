"""What a language model is asked, and the translation in what it answers.

The instructions are in prompt.txt, in words that anybody can improve.
"""

import re
from pathlib import Path

from bitext.translation.protocol import Request

INSTRUCTIONS = Path(__file__).with_name("prompt.txt").read_text(encoding="utf-8").strip()
_OPEN, _CLOSE = "⟦", "⟧"


def messages(request: Request) -> list[dict[str, str]]:
    """The messages of one request, as OpenAI's wire has them."""
    return [
        {"role": "system", "content": INSTRUCTIONS},
        {"role": "user", "content": _question(request)},
    ]


def _question(request: Request) -> str:
    parts = []
    if request.context:
        parts.append(f"The paragraph:\n{_marked(request)}")
    if request.terms:
        terms = "\n".join(f"{arabic} = {english}" for arabic, english in request.terms)
        parts.append(f"Terms:\n{terms}")
    parts.append(f"The sentence to translate:\n{request.text}")
    return "\n\n".join(parts)


def _marked(request: Request) -> str:
    """The paragraph with the sentence in it marked, where it stands in it once."""
    if request.context.count(request.text) != 1:
        return request.context
    return request.context.replace(request.text, f"{_OPEN}{request.text}{_CLOSE}")


_THOUGHTS = re.compile(r"\s*<(think|thinking|reasoning)>.*?</\1>\s*", re.DOTALL)
_FENCED = re.compile(r"\s*```\w*\n(.*?)\n?```\s*", re.DOTALL)
_QUOTES = {'"': '"', "“": "”", "«": "»", "'": "'", "‘": "’", "„": "“"}
_ANY_QUOTE = re.compile("[\"“”«»„'‘’‹›]")


def translation(arabic: str, answer: str) -> str:
    """The answer without what models put around a translation, where that is surely not of it.

    Thoughts in tags before it; a code fence, our own marks and quotation marks around the whole
    of it, of which the Arabic has none. Everything else is left for `quality` to judge.
    """
    if "<" not in arabic and (thoughts := _THOUGHTS.match(answer)):
        answer = answer[thoughts.end() :]
    if "```" not in arabic and (fenced := _FENCED.fullmatch(answer)):
        answer = fenced[1]
    answer = answer.strip()
    if _OPEN not in arabic and answer.startswith(_OPEN) and answer.endswith(_CLOSE):
        answer = answer[1:-1].strip()
    inner = answer[1:-1]
    quoted = len(answer) > 2 and _QUOTES.get(answer[0]) == answer[-1]
    # An apostrophe inside, “don't”, is no quotation mark of another one.
    ends = {answer[:1], answer[-1:]}
    if quoted and not _ANY_QUOTE.search(arabic) and not ends & set(re.sub(r"\b['’]\b", "", inner)):
        answer = inner.strip()
    return answer
