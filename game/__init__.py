"""Watershed: decide at the desks of a documented crisis, then compare your road with the record."""

__version__ = "0.1.0"
