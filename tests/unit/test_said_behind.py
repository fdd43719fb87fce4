"""What exported files say behind the sentences of a block of how their English stands."""

from bitext.article.catalog import State
from bitext.article.edition import English
from bitext.exports import credit
from bitext.pages import interface


def test_what_stands_alike_says_so_once_at_the_end_of_its_block() -> None:
    """And of missing sentences that follow each other, the first."""

    def said(*states: State) -> list[str]:
        english = [English("" if s is State.MISSING else "x", s) for s in states]
        signs = credit.signs([credit.sentence_status(each) for each in english])
        return [sign.english if sign else "" for sign in signs]

    none, old = "not translated yet", "outdated translation"
    assert said() == []
    assert said(State.MISSING) == [none]
    assert said(State.MISSING, State.MISSING, State.MISSING) == ["", "", none]
    assert said(State.REVIEWED, State.MISSING, State.MISSING) == ["", none, ""]
    assert said(State.STALE, State.REVIEWED, State.STALE) == [old, "", old]


def test_what_pages_say_too_is_said_in_the_same_words() -> None:
    """A message of the interface whose English a file says has its Arabic there, too."""
    arabic = interface.languages()[0]
    phrases = [one for one in vars(credit).values() if isinstance(one, credit.Words)]
    said = {one.english: one.arabic for one in [*phrases, *credit.SENTENCE_STATUSES.values()]}
    known = {english: text for english in said if (text := arabic.say(english)) != english}
    assert len(known) > 3
    assert {english: said[english] for english in known} == known
