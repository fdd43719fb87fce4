"""What a run would send, and what each engine would charge for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bitext.project.engine_names import DEEPL, GOOGLE, LIBRE, MICROSOFT, MYMEMORY, OPENAI
from bitext.translation import prompt
from bitext.translation.protocol import Request

PRICES: dict[str, tuple[float, ...]] = {MICROSOFT: (10.0,), DEEPL: (25.0,)}
"""US dollars for a million characters, as the price lists had it in November 2026; a setting
replaces it. Engines that are not here cost nothing, or what the publisher's own server costs."""

FREE = {
    GOOGLE: "nothing: a public page, which blocks who asks much",
    MYMEMORY: "nothing up to its daily quota, of about 5,000 characters",
    LIBRE: "nothing on a server of your own",
    OPENAI: "nothing on a machine of your own; of a paid model, put its `prices` into mkdocs.yml",
}
"""What is said of an engine without a price."""

# A rough measure, for want of the model's own: tokenisers cut Arabic more finely than English.
_ARABIC, _ENGLISH = 2, 4  # characters a token
# English has about 1.3 letters for each of the Arabic; see quality.py.
_LONGER = 1.3


@dataclass(frozen=True, slots=True)
class Amount:
    """What would be sent. characters: of the sentences. sent, received: tokens, roughly."""

    sentences: int
    characters: int
    sent: int
    received: int


def amount(requests: Iterable[Request]) -> Amount:
    """What these requests add up to."""
    requests = list(requests)
    characters = sum(len(request.text) for request in requests)
    along = sum(len(request.context) for request in requests)
    instructions = len(requests) * len(prompt.INSTRUCTIONS) / _ENGLISH
    return Amount(
        len(requests),
        characters,
        round(instructions + (characters + along) / _ARABIC),
        round(characters * _LONGER / _ENGLISH),
    )


def charge(engine: str, amount: Amount, prices: Mapping[str, tuple[float, ...]]) -> str:
    """What an engine would charge, in words. prices: the publisher's, which go before ours."""
    price = prices.get(engine) or PRICES.get(engine)
    if not price:
        return FREE[engine]
    asked = "your price" if engine in prices else "check its price list"
    if engine == OPENAI:
        dollars = (amount.sent * price[0] + amount.received * price[1]) / 1e6
        tokens = f"{amount.sent:,} tokens sent and {amount.received:,} received, roughly"
        return f"{dollars:.2f} USD ({tokens}; {asked})"
    dollars = amount.characters * price[0] / 1e6
    return f"{dollars:.2f} USD ({price[0]:g} for a million characters; {asked})"
