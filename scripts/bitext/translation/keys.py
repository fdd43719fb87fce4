"""Keys of engines: from the environment only, and shown nowhere."""

import os

from bitext.project.errors import UsageError

LIBRE, MICROSOFT, DEEPL, OPENAI = (
    "LIBRE_API_KEY",
    "MICROSOFT_API_KEY",
    "DEEPL_API_KEY",
    "OPENAI_API_KEY",
)
"""The environment variables that hold keys, by the names that are usual."""
MICROSOFT_REGION = "MICROSOFT_REGION"


def optional(variable: str) -> str:
    """The key in a variable of the environment; "" if there is none.

    Raises UsageError for one that cannot be sent, without showing it.
    """
    key = os.environ.get(variable, "").strip()
    if not key.isascii() or not key.isprintable():
        raise UsageError(f"the key in {variable} has characters no key has; set it again")
    return key


def needed(variable: str, engine: str) -> str:
    """The key in a variable. Raises UsageError where there is none."""
    key = optional(variable)
    if not key:
        raise UsageError(f"{engine} needs a key in the environment variable {variable}")
    return key
