"""Reading the lists of the search index."""


def words_of(text: str) -> dict[str, str]:
    """The words of a list, each with what is said of it: = and numbers, or nothing."""
    found, word = {}, ""
    for piece in text.split(","):
        rest, *said = piece.split("=", 1)
        word = word[: int(rest[0], 36)] + rest[1:]
        found[word] = "".join(f"={one}" for one in said)
    return found
