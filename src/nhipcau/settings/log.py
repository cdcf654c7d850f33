"""A level comes in, the logging set-up goes out: one line an event to standard error, no values of requests."""

from __future__ import annotations

from typing import Any


def logging_of(level: str) -> dict[str, Any]:
    """Return the dictionary for ``logging.config``; times are those of the machine."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "nhipcau": {"level": level},
            "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
            # Parameters of queries are people's data: they are never logged.
            "django.db.backends": {"handlers": [], "level": "WARNING", "propagate": False},
        },
    }
