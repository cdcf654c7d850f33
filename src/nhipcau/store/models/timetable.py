"""Rows of timetables, their meetings, the runs that make them, what was said of meetings, and who is to be told."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from nhipcau.store.models.event import EventRow, MeetingRequestRow


class TimetableRow(models.Model):
    """A timetable's head; its meetings are rows of their own."""

    id = models.CharField(primary_key=True, max_length=32)
    event = models.ForeignKey(EventRow, on_delete=models.DO_NOTHING, related_name="timetable_set")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=12)
    body = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """The timetables of an event are numbered."""

        db_table = "timetables"
        indexes = (models.Index(fields=["demo"], name="timetable_demo", condition=models.Q(demo=True)),)
        constraints = (models.UniqueConstraint(fields=["event", "number"], name="timetable_number"),)

    @override
    def __str__(self) -> str:
        """Show whose it is, and which."""
        return f"{self.event_id} · {self.number}"


class MeetingRow(models.Model):
    """Where and when a request is granted in one timetable."""

    id = models.CharField(primary_key=True, max_length=32)
    timetable = models.ForeignKey(TimetableRow, on_delete=models.DO_NOTHING, related_name="meeting_set")
    request = models.ForeignKey(MeetingRequestRow, on_delete=models.DO_NOTHING, related_name="meeting_set")
    slot = models.CharField(max_length=40)
    venue = models.CharField(max_length=32)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    asker_id = models.CharField(max_length=32)
    asked_id = models.CharField(max_length=32)
    asker_seat = models.CharField(max_length=32, default="")
    asked_seat = models.CharField(max_length=32, default="")
    interpreter_ids = models.JSONField(default=list)
    locked = models.BooleanField(default=False)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """A request stands in a timetable once."""

        db_table = "meetings"
        indexes = (
            models.Index(fields=["timetable", "starts"], name="meeting_starts"),
            models.Index(fields=["demo"], name="meeting_demo", condition=models.Q(demo=True)),
        )
        constraints = (models.UniqueConstraint(fields=["timetable", "request"], name="meeting_once"),)

    @override
    def __str__(self) -> str:
        """Show when and where."""
        return f"{self.slot} · {self.venue}"


class RunRow(models.Model):
    """An order to make a timetable; ``best`` holds the meetings of the best so far."""

    id = models.CharField(primary_key=True, max_length=32)
    event = models.ForeignKey(EventRow, on_delete=models.DO_NOTHING, related_name="run_set")
    state = models.CharField(max_length=12)
    asked_at = models.DateTimeField()
    alive_at = models.DateTimeField(null=True)
    best = models.TextField(default="")
    body = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """What is to be worked on is asked by its state."""

        db_table = "timetable_runs"
        indexes = (models.Index(fields=["state", "asked_at"], name="run_state"),)

    @override
    def __str__(self) -> str:
        """Show how far it is."""
        return f"{self.id}: {self.state}"


class MeetingReportRow(models.Model):
    """What one teller says of a meeting."""

    id = models.CharField(primary_key=True, max_length=32)
    event = models.ForeignKey(EventRow, on_delete=models.DO_NOTHING, related_name="report_set")
    request = models.ForeignKey(MeetingRequestRow, on_delete=models.DO_NOTHING, related_name="report_set")
    by_id = models.CharField(max_length=32)
    body = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Each teller says one thing of a meeting."""

        db_table = "meeting_reports"
        indexes = (models.Index(fields=["demo"], name="report_demo", condition=models.Q(demo=True)),)
        constraints = (models.UniqueConstraint(fields=["request", "by_id"], name="report_once"),)

    @override
    def __str__(self) -> str:
        """Show of which meeting, and by whom."""
        return f"{self.request_id} · {self.by_id}"


class NoticeRow(models.Model):
    """That somebody is to be told of a timetable, or was."""

    id = models.CharField(primary_key=True, max_length=32)
    event = models.ForeignKey(EventRow, on_delete=models.DO_NOTHING, related_name="notice_set")
    recipient_id = models.CharField(max_length=32)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    body = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Nobody has two unsent notices of an event."""

        db_table = "notices"
        indexes = (
            models.Index(fields=["attempts", "created_at"], name="notice_unsent", condition=models.Q(sent_at=None)),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["event", "recipient_id"], name="notice_once", condition=models.Q(sent_at=None)
            ),
        )

    @override
    def __str__(self) -> str:
        """Show whom."""
        return self.recipient_id
