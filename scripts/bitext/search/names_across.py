"""Names in the other script: which words of the Arabic and the English are one name.

A name sounds alike in both (`Normaliser.sound`), and stands in both texts of a pair: that is how
Biden is known to be بايدن. What is said so is right although many words sound alike by chance,
because hardly any two do in one pair.
"""

from collections import defaultdict
from collections.abc import Iterable

from bitext.search.lexicon import Lexicon
from bitext.search.normalise import ARABIC
from bitext.search.particles import CLITICS

_LEAST = 3  # letters of a name


class Names:
    """The names of texts that are added pair by pair.

    same: by a light word, those of the other script that are the same name; it holds both ways.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._english: dict[str, str] = {}
        self._arabic: dict[str, tuple[str, ...]] = {}
        self.same: dict[str, set[str]] = defaultdict(set)

    def add(self, arabic: Iterable[str], english: Iterable[str]) -> None:
        """Add the light words of a pair's texts."""
        names = {sound: name for name in english if (sound := self._of_english(name))}
        if names:
            for word in arabic:
                for sound in self._of_arabic(word):
                    if name := names.get(sound):
                        self.same[name].add(word)
                        self.same[word].add(name)

    def sounds(self, lights: Iterable[str]) -> dict[str, str]:
        """How those of the texts' light words sound that are names, or no words of a dictionary."""
        found = {}
        for light in lights:
            if light in self.same or (len(light) >= _LEAST and self._lexicon.is_name(light)):
                is_arabic = self._lexicon.normaliser.script(light) == ARABIC
                sounds = self._of_arabic(light) if is_arabic else (self._of_english(light),)
                if sounds and sounds[-1]:
                    found[light] = sounds[-1]
        return found

    def _of_english(self, light: str) -> str:
        """How an English word sounds, if it is a name; else ""."""
        sound = self._english.get(light)
        if sound is None:
            is_name = len(light) >= _LEAST and light.isalpha() and self._lexicon.is_name(light)
            sound = self._lexicon.normaliser.sound(light) if is_name else ""
            self._english[light] = sound
        return sound

    def _of_arabic(self, light: str) -> tuple[str, ...]:
        """How a word may sound: as it is, and without what may be written before it."""
        found = self._arabic.get(light)
        if found is None:
            clitic = next((one for one in CLITICS if light.startswith(one)), "")
            rests = {light: None, light.removeprefix(clitic): None}
            sound = self._lexicon.normaliser.sound
            sounds = (sound(rest) for rest in rests if len(rest) >= _LEAST)
            found = tuple(one for one in sounds if one)
            self._arabic[light] = found
        return found
