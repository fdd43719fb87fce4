"""Names in the other script: which words of the Arabic and the English are one name.

A name sounds alike in both (`Normaliser.sound`), and stands in both texts of a pair: that is how
Biden is known to be بايدن. What is said so is right although many words sound alike by chance,
because hardly any two do in one pair.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from bitext.search.lexicon import Lexicon
from bitext.search.normalise import ARABIC
from bitext.search.particles import CLITICS

_LEAST_HEARD = 3  # consonants of a word that is no name; many words have any two
_LEAST = 3  # letters of a name


class Names:
    """The names of texts that are added pair by pair.

    same: by a light word, those of the other script that are the same name; it holds both ways.
    authors: light words of authors' names, which may be words of a dictionary, too.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._english = _English(lexicon)
        self._arabic = _Arabic(lexicon)
        self.same: dict[str, set[str]] = defaultdict(set)
        self.authors: set[str] = set()
        self._foreign: set[str] = set()  # Latin words of the Arabic, names even where also words

    def add(self, arabic: Sequence[str], english: Iterable[str]) -> None:
        """Add the light words of a pair's texts."""
        self._foreign.update([word for word in arabic if "a" <= word[0] <= "z"])
        sounds = self._english
        names = {sounds[word]: word for word in filter(sounds.__getitem__, english)}
        heard = self._arabic
        if names and not names.keys().isdisjoint(
            chain.from_iterable(map(heard.__getitem__, arabic))
        ):
            for word in arabic:
                for sound in heard[word]:
                    if sound in names:
                        name = names[sound]
                        self.same[name].add(word)
                        self.same[word].add(name)

    def sounds(self, lights: Iterable[str]) -> dict[str, str]:
        """How those of the texts' light words sound that are names, or no words of a dictionary."""
        return {light: sound for light in lights if (sound := self._sound(light))}

    def spoken(self, lights: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The Arabic words among these, each with how it sounds: as it is and without what is
        written before it. Learners write them in Latin letters.
        """
        script = self._lexicon.normaliser.script
        for light in lights:
            if script(light) == ARABIC:
                for sound in self._arabic[light]:
                    if len(sound) >= _LEAST_HEARD:
                        yield light, sound

    def _sound(self, light: str) -> str:
        normaliser = self._lexicon.normaliser
        if light in self.authors:
            return normaliser.sound(light.removeprefix("ال"))
        if light in self._foreign:
            return normaliser.sound(light) if len(light) >= _LEAST and light.isalpha() else ""
        if normaliser.script(light) != ARABIC:
            return self._english[light]
        if light in self.same or (len(light) >= _LEAST and self._lexicon.is_name(light)):
            sounds = self._arabic[light]
            return sounds[-1] if sounds else ""
        return ""


class _English(dict[str, str]):
    """By English word how it sounds, if it is a name, else ""; made when it is first asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, light: str) -> str:
        is_name = len(light) >= _LEAST and light.isalpha() and self._lexicon.is_name(light)
        self[light] = sound = self._lexicon.normaliser.sound(light) if is_name else ""
        return sound


class _Arabic(dict[str, tuple[str, ...]]):
    """By word how it may sound: as it is, and without what may be written before it; made when it
    is first asked for.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._sound = lexicon.normaliser.sound

    def __missing__(self, light: str) -> tuple[str, ...]:
        rests = [light]
        if light.startswith(CLITICS):
            rests.append(light.removeprefix(next(one for one in CLITICS if light.startswith(one))))
        sounds = [self._sound(rest) for rest in rests if len(rest) >= _LEAST]
        self[light] = found = tuple([one for one in sounds if one])
        return found
