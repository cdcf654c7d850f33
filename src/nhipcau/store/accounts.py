"""People who sign in and the tokens of their programs come in as plain words; the accounts, as facts, go out."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from nhipcau.facts.actor import Role
from nhipcau.facts.errors import Conflict, InvalidFields, NotFound
from nhipcau.facts.message import Message
from nhipcau.store.door import translated
from nhipcau.store.models import ApiToken, OrganisationRow, User

# Without letters and digits that are mistaken for one another when read aloud or copied from a screen.
_LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789"
_PASSWORD_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who signs in; ``tokens`` counts the keys of programs that are valid."""

    username: str
    name: str
    role: Role
    language: str
    organisation_id: str | None
    active: bool
    demo: bool
    last_login: datetime | None
    tokens: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A program's key without its secret; ``hint`` is how it begins."""

    label: str
    hint: str
    created_at: datetime
    last_used_at: datetime | None


def fresh_password() -> str:
    """Return a password that nobody had before."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_PASSWORD_LENGTH))


def accounts() -> tuple[Account, ...]:
    """Return every account in the order of user names."""
    with translated():
        return tuple(_account(user) for user in User.objects.prefetch_related("tokens").order_by("username"))


def add_account(username: str, *, password: str | None, demo: bool = False, **parts: object) -> Account:
    """Add an account; without a password nobody signs in with it until one is set.

    ``parts`` are name, role, language, email and organisation_id. A known user name raises ``Conflict``, parts that are
    unusable ``InvalidFields``.
    """
    with translated(), transaction.atomic():
        if User.objects.filter(username=username).exists():
            raise Conflict("error.account-known", username=username)
        user = User(username=username, demo=demo)
        _apply(user, parts)
        _set_password(user, password)
        _checked(user)
        user.save()
        return _account(user)


def change_account(username: str, **parts: object) -> Account:
    """Change name, role, language, organisation_id, email or active of an account."""
    with translated(), transaction.atomic():
        user = _user(username)
        _apply(user, parts)
        _checked(user)
        user.save()
        return _account(user)


def set_password(username: str, password: str) -> None:
    """Give an account a new password; every session of it ends."""
    with translated(), transaction.atomic():
        user = _user(username)
        _set_password(user, password)
        user.save()


def issue_token(username: str, label: str) -> str:
    """Return a new token's secret, which is kept nowhere."""
    with translated(), transaction.atomic():
        _, secret = ApiToken.issue(_user(username), label)
    return secret


def tokens(username: str) -> tuple[Token, ...]:
    """Return the valid tokens of an account, oldest first."""
    with translated():
        rows = _user(username).tokens.filter(revoked_at=None).order_by("created_at", "pk")
        return tuple(
            Token(label=row.name, hint=row.hint, created_at=row.created_at, last_used_at=row.last_used_at)
            for row in rows
        )


def revoke_token(username: str, hint: str) -> None:
    """Take the validity from the tokens of an account that begin so; none: ``NotFound``."""
    with translated():
        revoked = _user(username).tokens.filter(revoked_at=None, hint=hint).update(revoked_at=timezone.now())
    if not revoked:
        raise NotFound("error.not-found", kind="token", id=hint)


def user_of_token(secret: str) -> User | None:
    """Return the active user whose valid token this is, and note that it was used."""
    with translated():
        return ApiToken.user_of(secret)


def remove_demo_accounts() -> int:
    """Take all demo accounts away and return how many there were."""
    with translated(), transaction.atomic():
        demo = User.objects.filter(demo=True)
        count = demo.count()
        demo.delete()
    return count


def _user(username: str) -> User:
    user = User.objects.filter(username=username).first()
    if user is None:
        raise NotFound("error.account-unknown", username=username)
    return user


def _apply(user: User, parts: Mapping[str, object]) -> None:
    fields = {"name": "full_name", "active": "is_active"}
    for part, value in parts.items():
        if value is not None:
            setattr(user, fields.get(part, part), value or None if part == "organisation_id" else value)


def _set_password(user: User, password: str | None) -> None:
    if password is None:
        user.set_unusable_password()
        return
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise InvalidFields({"password": Message("error.password-weak")}) from weak
    user.set_password(password)


def _checked(user: User) -> None:
    """Refuse what the fields cannot hold, and an organisation that does not exist."""
    wrong: dict[str, Message] = {}
    try:
        user.clean_fields()
    except ValidationError as mistakes:
        wrong = {
            field: Message("field.mail-address" if field == "email" else "error.field-not-a-choice")
            for field in mistakes.message_dict
        }
    unknown = user.organisation_id and not OrganisationRow.objects.filter(pk=user.organisation_id).exists()
    if unknown:
        wrong["organisation_id"] = Message("error.field-not-a-choice")
    if wrong:
        raise InvalidFields(wrong)


def _account(user: User) -> Account:
    return Account(
        username=user.username,
        name=user.get_full_name(),
        role=Role(user.role),
        language=user.language,
        organisation_id=user.organisation_id,
        active=user.is_active,
        demo=user.demo,
        last_login=user.last_login,
        tokens=sum(token.revoked_at is None for token in user.tokens.all()),
    )
