"""What names are found by as they are typed: phrases of names, and the words that a mistyped one may have been.

All of it is worked out from names (``programme.finding.phrases``) and can be filled again from them at any time. Texts
are kept as UTF-8 bytes: every database puts bytes into the same order, whatever its collation.
"""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from nhipcau.store.models.organisation import OrganisationRow
from nhipcau.store.models.person import PersonRow


class OrganisationPhrase(models.Model):
    """The rest of a body's name from one of its words on."""

    organisation = models.ForeignKey(OrganisationRow, on_delete=models.CASCADE, related_name="phrases")
    text = models.BinaryField(max_length=200)

    class Meta:
        """Where it is kept; the index alone answers who is found by a beginning."""

        db_table = "organisation_phrases"
        indexes = (models.Index(fields=["text", "organisation"], name="organisation_phrase_text"),)

    @override
    def __str__(self) -> str:
        """Show the phrase."""
        return bytes(self.text).decode()


class PersonPhrase(models.Model):
    """The rest of a spelling of a person's name from one of its words on."""

    person = models.ForeignKey(PersonRow, on_delete=models.CASCADE, related_name="phrases")
    text = models.BinaryField(max_length=200)

    class Meta:
        """Where it is kept; the index alone answers who is found by a beginning."""

        db_table = "person_phrases"
        indexes = (models.Index(fields=["text", "person"], name="person_phrase_text"),)

    @override
    def __str__(self) -> str:
        """Show the phrase."""
        return bytes(self.text).decode()


class NameWord(models.Model):
    """A word that stands in some name, with its sound; a word whose last name is gone stays and finds nothing."""

    id = models.BigIntegerField(primary_key=True)
    text = models.CharField(max_length=80)
    sound = models.BinaryField(max_length=200)

    class Meta:
        """Where it is kept."""

        db_table = "name_words"
        indexes = (models.Index(fields=["sound"], name="name_word_sound"),)

    @override
    def __str__(self) -> str:
        """Show the word."""
        return self.text


class NameSlip(models.Model):
    """A word with a letter left out, as a number: two words that one slip parts share it."""

    word = models.ForeignKey(NameWord, on_delete=models.CASCADE, related_name="slips")
    key = models.BigIntegerField()

    class Meta:
        """Where it is kept; the index alone answers which words are near."""

        db_table = "name_slips"
        indexes = (models.Index(fields=["key", "word"], name="name_slip_key"),)

    @override
    def __str__(self) -> str:
        """Show the number."""
        return str(self.key)
