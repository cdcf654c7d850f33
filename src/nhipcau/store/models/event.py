"""Rows of events, of who comes to them, and of who wants to meet whom; ``body`` is all that no question asks by."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from nhipcau.store.models.commitment import CommitmentRow
from nhipcau.store.models.organisation import OrganisationRow

_KEY = 64


class EventRow(models.Model):
    """An event; ``starts_at`` is its first session, ``link_key`` the SHA-256 of its form's secret."""

    id = models.CharField(primary_key=True, max_length=32)
    commitment = models.ForeignKey(CommitmentRow, on_delete=models.DO_NOTHING, related_name="event_set")
    title = models.TextField()
    sort_title = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- no letters sorts last
    state = models.CharField(max_length=20)
    starts_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    link_key = models.CharField(max_length=_KEY, default="")
    timetable_id = models.CharField(max_length=32, null=True)  # noqa: DJ001 -- none was released
    body = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Lists walk through the indexes in order; a key opens one form."""

        db_table = "events"
        indexes = (
            models.Index(fields=["starts_at", "id"], name="event_starts"),
            models.Index(fields=["sort_title", "id"], name="event_title"),
            models.Index(fields=["created_at", "id"], name="event_created"),
            models.Index(fields=["demo"], name="event_demo", condition=models.Q(demo=True)),
        )
        constraints = (
            models.UniqueConstraint(fields=["link_key"], name="event_link", condition=~models.Q(link_key="")),
        )

    @override
    def __str__(self) -> str:
        """Show the title."""
        return self.title


class RegistrationRow(models.Model):
    """An organisation at an event.

    ``found_by`` holds the folded names of the firm and its people, ``people`` the ids of those in the register, each
    between bars.
    """

    id = models.CharField(primary_key=True, max_length=32)
    event = models.ForeignKey(EventRow, on_delete=models.DO_NOTHING, related_name="registration_set")
    organisation = models.ForeignKey(
        OrganisationRow, null=True, on_delete=models.DO_NOTHING, related_name="registration_set"
    )
    name = models.TextField()
    sort_name = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- no letters sorts last
    found_by = models.TextField(default="")
    people = models.TextField(default="")
    side = models.CharField(max_length=8)
    state = models.CharField(max_length=12)
    walk_in = models.BooleanField(default=False)
    kept_for = models.CharField(max_length=32, null=True)  # noqa: DJ001 -- joined into none
    created_at = models.DateTimeField()
    calendar_key = models.CharField(max_length=_KEY, default="")
    body = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """One organisation stands at an event once; a key opens one page."""

        db_table = "registrations"
        indexes = (
            models.Index(fields=["event", "sort_name", "id"], name="registration_name"),
            models.Index(fields=["event", "created_at", "id"], name="registration_created"),
            models.Index(fields=["demo"], name="registration_demo", condition=models.Q(demo=True)),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["event", "organisation"],
                name="registration_once",
                condition=models.Q(kept_for=None) & ~models.Q(state="withdrawn"),
            ),
            models.UniqueConstraint(
                fields=["calendar_key"], name="registration_key", condition=~models.Q(calendar_key="")
            ),
        )

    @override
    def __str__(self) -> str:
        """Show the name."""
        return self.name


class InterpreterRow(models.Model):
    """An interpreter at an event."""

    id = models.CharField(primary_key=True, max_length=32)
    event = models.ForeignKey(EventRow, on_delete=models.DO_NOTHING, related_name="interpreter_set")
    person_id = models.CharField(max_length=32, null=True)  # noqa: DJ001 -- not in the register
    calendar_key = models.CharField(max_length=_KEY, default="")
    body = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """A key opens one page."""

        db_table = "interpreters"
        indexes = (models.Index(fields=["demo"], name="interpreter_demo", condition=models.Q(demo=True)),)
        constraints = (
            models.UniqueConstraint(
                fields=["calendar_key"], name="interpreter_key", condition=~models.Q(calendar_key="")
            ),
        )

    @override
    def __str__(self) -> str:
        """Show whose it is."""
        return self.id


class MeetingRequestRow(models.Model):
    """A request; ``lower`` and ``higher`` are the ids of its two sides in order, so that a pair has one."""

    id = models.CharField(primary_key=True, max_length=32)
    event = models.ForeignKey(EventRow, on_delete=models.DO_NOTHING, related_name="request_set")
    asker = models.ForeignKey(RegistrationRow, on_delete=models.DO_NOTHING, related_name="asked_set")
    asked = models.ForeignKey(RegistrationRow, on_delete=models.DO_NOTHING, related_name="asking_set")
    lower = models.CharField(max_length=32)
    higher = models.CharField(max_length=32)
    state = models.CharField(max_length=12)
    expires_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    score = models.IntegerField(default=0)
    body = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Two registrations have one request; lists walk through the indexes in order."""

        db_table = "meeting_requests"
        indexes = (
            models.Index(fields=["event", "created_at", "id"], name="request_created"),
            models.Index(fields=["event", "score", "id"], name="request_score"),
            models.Index(fields=["event", "state", "expires_at"], name="request_state"),
            models.Index(fields=["demo"], name="request_demo", condition=models.Q(demo=True)),
        )
        constraints = (models.UniqueConstraint(fields=["lower", "higher"], name="request_pair"),)

    @override
    def __str__(self) -> str:
        """Show the pair."""
        return f"{self.asker_id} · {self.asked_id}"
