"""A letter comes in; it is handed to the mail server that the settings name."""

from __future__ import annotations

from smtplib import SMTPException

from django.core.mail import BadHeaderError, send_mail

from nhipcau.facts.errors import Unavailable
from nhipcau.programme.views import Letter


class DjangoMailer:
    """Django's own way to send mail."""

    def send(self, address: str, letter: Letter, /) -> None:
        """Send a letter from the office's address."""
        try:
            send_mail(letter.subject, letter.text, None, [address])
        except (OSError, SMTPException, BadHeaderError) as failed:
            raise Unavailable("error.mail-failed") from failed
