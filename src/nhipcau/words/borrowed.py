"""Nothing comes in; sentences that other packages show and that they lack in one of our languages go out."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase

# django-allauth carries no Vietnamese.
BORROWED: Final[tuple[Phrase, ...]] = (
    phrase("The username and/or password you specified are not correct."),
    phrase("Too many failed login attempts. Try again later."),
    phrase("This account is currently inactive."),
    phrase("Please type your current password."),
    phrase("Incorrect password."),
    phrase("You must type the same password each time."),
    phrase("The email address is not assigned to any user account."),
    phrase("The new value must be different from the current one."),
    phrase("Be patient, you are sending too many requests."),
)
