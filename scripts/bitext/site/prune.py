"""Style sheets without what a site cannot use, and without spaces that nobody reads.

A rule is kept when every class, id, attribute and element its selector asks for stands somewhere
in the site, in whatever place: too much may be kept, nothing that matches is lost.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

import tinycss2

from bitext.site.vocabulary import Vocabulary

# Of tinycss2, which carries no types: component values and rules.
Node: TypeAlias = Any
Nodes: TypeAlias = list[Any]

# Rules that hold rules, which apply or not as a whole.
_GROUPS = {"media", "supports", "layer", "container", "scope", "starting-style"}
# Of these an element has to match one alternative. What :not() holds need not match anything,
# and what the other functional pseudo-classes hold names no element.
_ANY_OF = {"is", "where", "has", "matches", "-webkit-any", "-moz-any"}
# Attributes that browsers set by themselves.
_SET_BY_BROWSERS = {"open", "checked", "selected", "disabled", "hidden"}
_VENDOR = re.compile(r"::?-(?:webkit|moz|ms|o)-")
_CUSTOM = re.compile(r"--[\w-]+")
_BLOCKS = {"{} block", "() block", "[] block"}


def prune(css: str, used: Vocabulary, others: str) -> str:
    """The style sheet without rules that can match nothing in the site.

    Gone as well are custom properties and animations that are named neither in what is left,
    nor in `others` (the style sheets beside this one), nor by the site.
    """
    left = _rules(tinycss2.parse_stylesheet(css, True, True), used)
    named = set(_CUSTOM.findall(others)) | {word for word in used.words if word[:2] == "--"}
    rules = tinycss2.parse_stylesheet(left, True, True)
    live, names = _reached(rules, named)
    names |= set(re.findall(r"[\w-]+", others))
    return "".join(_without(rule, live, names) for rule in rules)


def compact(css: str, address: Callable[[str], str]) -> str:
    """The style sheet without comments and needless spaces, each url() given to `address`."""
    texts = []
    for rule in tinycss2.parse_stylesheet(css, True, True):
        if rule.type == "error" or _is_at(rule, "charset"):
            continue
        rule.prelude = _tight(rule.prelude, address)
        if rule.content is not None:
            rule.content = _tight(rule.content, address, "{} block")
        texts.append(rule.serialize())
    return "".join(texts)


def joinable(css: str) -> bool:
    """Whether another sheet may stand before this one: not if it has what must come first."""
    rules = tinycss2.parse_stylesheet(css, True, True)
    return not any(_is_at(rule, "import", "namespace") for rule in rules)


def _is_at(rule: Node, *words: str) -> bool:
    return rule.type == "at-rule" and rule.lower_at_keyword in words


# Selectors


def _rules(rules: Nodes, used: Vocabulary) -> str:
    """The rules that can match, as text."""
    return "".join(_rule(rule, used) for rule in rules)


def _rule(rule: Node, used: Vocabulary) -> str:
    if rule.type == "qualified-rule":
        prelude = _possible_selectors(rule.prelude, used)
        return f"{prelude}{{{tinycss2.serialize(rule.content)}}}" if prelude else ""
    if rule.type != "at-rule" or _is_at(rule, "charset"):
        return ""
    if rule.content is not None and rule.lower_at_keyword in _GROUPS:
        inner = _rules(tinycss2.parse_rule_list(rule.content, True, True), used)
        head = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
        return f"{head}{{{inner}}}" if inner else ""
    return str(rule.serialize())


def _possible_selectors(prelude: Nodes, used: Vocabulary) -> str:
    """Those of a list of selectors that can match something."""
    every = _split(prelude)
    possible = [selector for selector in every if _possible(selector, used)]
    # A browser drops the whole list for one selector it does not know: the list stays a whole,
    # for without that selector the rule would come to life.
    if possible and _VENDOR.search(tinycss2.serialize(prelude)):
        possible = every
    return ",".join(tinycss2.serialize(selector).strip() for selector in possible)


def _split(tokens: Nodes) -> list[Nodes]:
    """A list at its commas."""
    parts: list[Nodes] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _possible(selector: Nodes, used: Vocabulary) -> bool:
    """Whether everything that a selector asks for is in the site."""
    before: Node = None
    for token in selector:
        if not _there(token, before, used):
            return False
        before = token
    return True


def _there(token: Node, before: Node, used: Vocabulary) -> bool:
    """Whether the site has what one token of a selector asks for."""
    if token.type == "ident":
        if before == ":":
            return True
        return token.value in used.words if before == "." else token.lower_value in used.tags
    if token.type == "hash":
        return token.value in used.words
    if token.type == "[] block":
        return _attribute(token.content, used)
    if token.type == "function" and before == ":" and token.lower_name in _ANY_OF:
        return any(_possible(part, used) for part in _split(token.arguments))
    return True


def _attribute(content: Nodes, used: Vocabulary) -> bool:
    """Whether the site has an attribute of this name, with this value where one is demanded."""
    tokens = [token for token in content if token.type not in {"whitespace", "comment"}]
    name = tokens[0].lower_value if tokens and tokens[0].type == "ident" else None
    if name is None or name in _SET_BY_BROWSERS:
        return True
    if len(tokens) > 2 and tokens[1] == "=" and tokens[2].type in {"ident", "string"}:
        return name in used.words and used.words.issuperset(tokens[2].value.split())
    return name in used.words


# Custom properties and animations


def _reached(rules: Nodes, named: set[str]) -> tuple[set[str], set[str]]:
    """The custom properties that something reads, and every name that a declaration holds."""
    reads: dict[str, set[str]] = {}
    names: set[str] = set()
    for declaration in _declarations(rules):
        text = tinycss2.serialize(declaration.value)
        names |= {token.value for token in declaration.value if token.type == "ident"}
        if declaration.name.startswith("--"):
            reads.setdefault(declaration.name, set()).update(_CUSTOM.findall(text))
        else:
            named |= set(_CUSTOM.findall(text))
    live: set[str] = set()
    while named:
        live |= named
        named = set().union(*(reads.get(name, set()) for name in named)) - live
    return live, names


def _declarations(rules: Nodes) -> Iterable[Node]:
    """Every declaration of the rules and of those within them."""
    for rule in rules:
        if rule.type == "declaration":
            yield rule
        elif getattr(rule, "content", None) is not None:
            yield from _declarations(tinycss2.parse_blocks_contents(rule.content, True, True))


def _without(rule: Node, live: set[str], names: set[str]) -> str:
    """A rule without custom properties that nothing reads and animations that nothing plays."""
    if rule.type == "error":
        return ""
    head = tinycss2.serialize(rule.prelude)
    if rule.type == "qualified-rule":
        parts = tinycss2.parse_blocks_contents(rule.content, True, True)
        inner = ";".join(part.serialize() for part in parts if _read_by_any(part, live))
    elif rule.content is not None and rule.lower_at_keyword in _GROUPS:
        nested = tinycss2.parse_rule_list(rule.content, True, True)
        inner = "".join(_without(one, live, names) for one in nested)
        head = f"@{rule.at_keyword}{head}"
    else:
        played = not rule.lower_at_keyword.endswith("keyframes") or head.strip(" \"'") in names
        return str(rule.serialize()) if played else ""
    return f"{head}{{{inner}}}" if inner else ""


def _read_by_any(part: Node, live: set[str]) -> bool:
    """Whether a part of a rule has to stay."""
    custom = part.type == "declaration" and part.name.startswith("--")
    return part.type != "error" and (not custom or part.name in live)


# Spaces and addresses


def _tight(tokens: Nodes, address: Callable[[str], str], within: str = "") -> Nodes:
    """Tokens without comments and the spaces that part nothing, their url()s rewritten."""
    kept: Nodes = []
    for token in tokens:
        if token.type == "comment" or (token.type == "whitespace" and _needless(kept, within)):
            continue
        if token in (",", ";") or token.type == "{} block":
            _trim(kept, "")
        _rewrite(token, address)
        kept.append(token)
    _trim(kept, "", ";" if within == "{} block" else "")
    return kept


def _trim(tokens: Nodes, *what: str) -> None:
    """Take these from the end, a space being the empty string."""
    while tokens and tokens[-1].serialize().strip() in what:
        tokens.pop()


def _rewrite(token: Node, address: Callable[[str], str]) -> None:
    """Tighten what is within a token, and move the address it is."""
    if token.type == "whitespace":
        token.value = " "
    elif token.type == "url":
        _set(token, address(token.value), "url({})")
    elif token.type == "function":
        token.arguments = _tight(token.arguments, address, "() block")
        for argument in token.arguments if token.lower_name == "url" else ():
            if argument.type == "string":
                _set(argument, address(argument.value), "{}")
    elif token.type in _BLOCKS:
        token.content = _tight(token.content, address, token.type)


def _needless(before: Nodes, within: str) -> bool:
    """Whether a space says nothing after these tokens."""
    if not before:
        return within != ""
    last = before[-1]
    return last.type in {"whitespace", "{} block"} or last in (",", ";", ":")


def _set(token: Node, value: str, form: str) -> None:
    """Give a string or an address a new value, quoted."""
    token.value = value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    token.representation = form.format(f'"{escaped}"')
