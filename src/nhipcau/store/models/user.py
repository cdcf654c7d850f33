"""Somebody who signs in: role, organisation, language; and the tokens of that person's programs."""

from __future__ import annotations

import hashlib
import secrets
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from typing_extensions import override

from nhipcau.facts.actor import Role
from nhipcau.facts.codes import LANGUAGES

_TOKEN_BYTES = 32
_PREFIX = "nc_"


class User(AbstractUser):
    """A person of the office or of a partner; ``role`` decides what may be seen and done."""

    # One field: a Vietnamese or Korean name does not fall into "first" and "last".
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role], default=Role.VIEWER)
    organisation = models.ForeignKey(
        "store.OrganisationRow", null=True, blank=True, on_delete=models.SET_NULL, related_name="users"
    )
    language = models.CharField(max_length=2, choices=[(code, code) for code in LANGUAGES], default="vi")
    must_change_password = models.BooleanField(default=False)
    demo = models.BooleanField(default=False)

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        """Where it is kept."""

        db_table = "users"

    @override
    def __str__(self) -> str:
        """Name the person as the pages do."""
        return self.get_full_name()

    @override
    def get_full_name(self) -> str:
        """Return the name, or the user name where none was given."""
        return self.full_name or self.username

    @override
    def get_short_name(self) -> str:
        """Return the same as ``get_full_name``."""
        return self.get_full_name()


class ApiToken(models.Model):
    """A program's key to the API; only its SHA-256 is kept, so that a stolen database opens nothing."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    hint = models.CharField(max_length=12)
    sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Where it is kept."""

        db_table = "api_tokens"

    @override
    def __str__(self) -> str:
        """Name the token without giving it away."""
        return f"{self.name} ({self.hint}…)"

    @classmethod
    def issue(cls, user: User, name: str) -> tuple[ApiToken, str]:
        """Make a token for ``user``; the secret is returned once and kept nowhere."""
        secret = _PREFIX + secrets.token_urlsafe(_TOKEN_BYTES)
        return cls.objects.create(user=user, name=name, hint=secret[:7], sha256=_fingerprint(secret)), secret

    @classmethod
    def user_of(cls, secret: str) -> User | None:
        """Return the active user whose valid token this is, and note that it was used now."""
        token = (
            cls.objects.select_related("user")
            .filter(sha256=_fingerprint(secret), revoked_at=None, user__is_active=True)
            .first()
        )
        if token is None:
            return None
        cls.objects.filter(pk=token.pk).update(last_used_at=timezone.now())
        return token.user


def _fingerprint(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
