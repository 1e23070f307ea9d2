"""Addresses: which site a page is on."""

from __future__ import annotations

from urllib.parse import urlsplit

__all__ = ["host_of"]


def host_of(url: str | None) -> str | None:
    """The host of *url*, without ``www.``; None if it is not an address.

    >>> host_of("https://www.yenbaitv.org.vn/bai-14336.html")
    'yenbaitv.org.vn'
    """
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.").removeprefix("m.") if host and "." in host else None
