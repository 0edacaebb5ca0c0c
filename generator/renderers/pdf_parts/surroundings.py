"""The surroundings of one rendering: a fixed time, no network, nothing lost that is logged."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

from generator.renderers.pdf_parts.objects import PdfObject

_EPOCH = "SOURCE_DATE_EPOCH"
_LOGGERS = ("weasyprint", "fontTools")


def midnight(day: date) -> datetime:
    """Return the start of a day in UTC, the only time that enters a file."""
    return datetime.combine(day, time(), UTC)


@contextmanager
def fixed_time(day: date) -> Iterator[None]:
    """Give libraries that ask for the time the start of ``day``; undone at the end."""
    before = os.environ.get(_EPOCH)
    os.environ[_EPOCH] = str(int(midnight(day).timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[_EPOCH]
        else:
            os.environ[_EPOCH] = before


class _Collector(logging.Handler):
    """A handler that keeps warnings and errors as text."""

    def __init__(self) -> None:
        """Start with no message."""
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(f"{record.name}: {record.getMessage()}")


@contextmanager
def quiet() -> Iterator[list[str]]:
    """Collect what the libraries warn of, instead of letting it reach the terminal."""
    collector = _Collector()
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(collector)
        logger.propagate = False
    try:
        yield collector.messages
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(collector)
            logger.propagate = propagate


def fetcher() -> PdfObject:
    """Return a fetcher for WeasyPrint that knows ``data:`` addresses only.

    Whatever else a page asks for is refused; WeasyPrint logs that as an error.
    """
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=("data",), allow_redirects=False)
