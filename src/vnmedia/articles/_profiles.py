"""Profiles: how a publishing system, or one site, marks the parts of its pages (``data/page_profiles.toml``).

A profile only says where to look; what stands there is read as on any other page, so an outdated profile does
no harm. A site's profile takes missing fields from its platform's.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

import attrs

from ..registries import Validity, always, load
from ._tree import Tree

__all__ = ["Profile", "profile_of"]

Quirk = Literal["ld-is-creation", "offset-is-local"]


@attrs.frozen(kw_only=True)
class Profile:
    """Where the parts of a page are: each field lists selectors, and the first that the page has counts.

    Attributes:
        id: The id of the site or platform.
        domains: The hosts whose pages have this form; a platform has none.
        agency: The publisher's id in the registry of the press or of agencies.
        publisher: The publisher's name.
        platform: The id of the profile with the fields that this one leaves out.
        title, lead, body, byline, time, section, tags: Selectors.
        drop: Elements in the body that do not belong to the article.
        quirks: ``ld-is-creation``: JSON-LD has the time of writing; ``offset-is-local``: machine times show
            Vietnam's clock with a wrong offset.
        validity: When pages had this form.
    """

    id: str
    domains: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    platform: str | None = None
    title: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    quirks: tuple[Quirk, ...] = ()
    validity: Validity = attrs.field(factory=always)
    sources: tuple[str, ...] = ()


_PARTS = ("title", "lead", "body", "byline", "time", "section", "tags", "drop", "quirks")


def profile_of(host: str | None, tree: Tree) -> Profile | None:
    """The profile for a page of *host*, else that of the platform whose body element the page has."""
    profiles = load("page_profiles.toml", Profile)
    site = _by_host().get(host or "") or _by_host().get((host or "").partition(".")[2])
    if site is not None:
        whole = _with_platform(site)
        if any(tree.select(selector) for selector in whole.body):
            return whole
    platform: Profile | None = next(
        (
            profile
            for profile in profiles.values()
            if not profile.domains and any(tree.select(selector) for selector in profile.body)
        ),
        None,
    )
    if site is None or platform is None:
        return platform if site is None else _with_platform(site)
    # The site has moved to another platform since its profile was written.
    return attrs.evolve(platform, id=site.id, agency=site.agency, publisher=site.publisher)


@cache
def _by_host() -> dict[str, Profile]:
    return {
        domain: profile
        for profile in load("page_profiles.toml", Profile).values()
        for domain in profile.domains
    }


@cache
def _with_platform(profile: Profile) -> Profile:
    if profile.platform is None:
        return profile
    platform = load("page_profiles.toml", Profile)[profile.platform]
    joined: dict[str, Any] = {part: (*getattr(profile, part), *getattr(platform, part)) for part in _PARTS}
    return attrs.evolve(profile, **joined)
