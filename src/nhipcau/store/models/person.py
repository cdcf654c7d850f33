"""A person's row and the rows of the name's spellings."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from nhipcau.store.models.organisation import OrganisationRow


class PersonRow(models.Model):
    """One human being; ``search`` holds all spellings folded."""

    id = models.CharField(primary_key=True, max_length=32)
    title = models.TextField()
    organisation = models.ForeignKey(OrganisationRow, null=True, on_delete=models.DO_NOTHING, related_name="people")
    merged_into = models.ForeignKey("self", null=True, on_delete=models.DO_NOTHING, related_name="merged")
    demo = models.BooleanField(default=False, db_index=True)
    version = models.PositiveIntegerField(default=1)
    sort = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- None stands last
    search = models.TextField()

    class Meta:
        """Where it is kept."""

        db_table = "people"
        # Lists walk through these in order; the id parts equal names.
        indexes = (models.Index(fields=["sort", "id"], name="person_sort"),)

    @override
    def __str__(self) -> str:
        """Show the first spelling."""
        return self.title


class PersonName(models.Model):
    """One spelling of a name."""

    person = models.ForeignKey(PersonRow, on_delete=models.CASCADE, related_name="names")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    language = models.CharField(max_length=8)
    kind = models.CharField(max_length=20)

    class Meta:
        """Where it is kept, and in which order it is read."""

        db_table = "person_names"
        ordering = ("person_id", "position")
        constraints = (models.UniqueConstraint(fields=["person", "position"], name="person_name_position"),)

    @override
    def __str__(self) -> str:
        """Show the spelling."""
        return self.text


class PersonKey(models.Model):
    """A key by which a human being is found again; see ``programme.name_keys``."""

    person = models.ForeignKey(PersonRow, on_delete=models.CASCADE, related_name="keys")
    key = models.TextField(db_index=True)

    class Meta:
        """Where it is kept."""

        db_table = "person_keys"

    @override
    def __str__(self) -> str:
        """Show the key."""
        return self.key


class PersonPost(models.Model):
    """What a person was at a body, from when until when (EDTF)."""

    person = models.ForeignKey(PersonRow, on_delete=models.CASCADE, related_name="posts")
    position = models.PositiveSmallIntegerField()
    organisation = models.ForeignKey(OrganisationRow, on_delete=models.DO_NOTHING, related_name="posts")
    title = models.TextField()
    since = models.CharField(max_length=40, null=True)  # noqa: DJ001 -- None is "not stated"
    until = models.CharField(max_length=40, null=True)  # noqa: DJ001
    source = models.TextField()

    class Meta:
        """Where it is kept, and in which order it is read."""

        db_table = "person_posts"
        ordering = ("person_id", "position")
        constraints = (models.UniqueConstraint(fields=["person", "position"], name="person_post_position"),)

    @override
    def __str__(self) -> str:
        """Show the post."""
        return self.title
