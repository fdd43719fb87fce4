"""Which hosts may be connected to, and connecting to them.

A name is resolved once, every address it has is judged, and the connection is made to one of these
addresses, not to the name again: a name that resolves otherwise the second time (DNS rebinding)
gains nothing.
"""

import ipaddress
import socket
from collections.abc import Callable

from bitext.project.deadline import within

CONNECT = 5.0
"""Seconds for one of a host's addresses to answer, before the next one is tried."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Permit = Callable[[Address], bool]
"""Whether an address may be connected to."""
Resolve = Callable[[str, int], list[str]]
"""The numeric addresses of a host and port. Raises OSError for a host there is not."""
Clock = Callable[[], float]
"""The seconds left. Raises TimeoutError when there are none."""

# Networks that are not public, which not every version of `ipaddress` knows: protocol
# assignments, the relays of 6to4, NAT64 for local use, discard-only, site-local, segment routing.
_SPECIAL = [
    ipaddress.ip_network(network)
    for network in (
        *("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "100::/64"),
        *("fec0::/10", "5f00::/16"),
    )
]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Forbidden(Exception):
    """A host has an address that may not be connected to. Its text says which."""


def is_public(address: Address) -> bool:
    """Whether an address is of the public Internet, by the IANA's special-purpose registries.

    An IPv4 address inside an IPv6 one (mapped, 6to4, NAT64) is judged as itself; Teredo's are
    not public.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def resolve(host: str, port: int) -> list[str]:
    """What the system says. Raises OSError."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a name that cannot be one
        raise OSError(f"no host {host}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in answers))


def connect(host: str, port: int, permit: Permit, resolve: Resolve, left: Clock) -> socket.socket:
    """A connection to the first address of the host that answers.

    Raises Forbidden when any of its addresses is not permitted, OSError (TimeoutError among
    them) when none answers.
    """
    addresses = within(left(), lambda: resolve(host, port))
    for address in addresses:
        if not permit(ipaddress.ip_address(address)):
            raise Forbidden(host if host == address else f"{host} ({address})")
    failure: OSError = OSError(f"no host {host}")
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=min(CONNECT, left()))
        except OSError as error:
            failure = error
    raise failure
