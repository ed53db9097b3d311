"""Counting in the cache how often something was asked for."""

import hashlib

from django.core.cache import cache


def allow(key: str, most: int, seconds: int) -> bool:
    """Whether *key* has been asked for at most *most* times within *seconds* of the first time; counts this one."""
    name = "pages.throttle." + hashlib.sha256(key.encode()).hexdigest()  # any cache takes it for a key
    cache.add(name, 0, seconds)
    try:
        return cache.incr(name) <= most
    except ValueError:  # it ran out between the two
        cache.set(name, 1, seconds)
        return True
