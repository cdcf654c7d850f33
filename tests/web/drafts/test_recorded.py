"""How a draft reads in the history."""

from __future__ import annotations

from nhipcau.web.drafts.recorded import recorded_name, value_differences

IDC = {"key": "party-0", "field": "party", "content": {"name": "Trung tâm", "acronym": "IDC"}, "decision": "accepted"}
KICET = {"key": "party-1", "field": "party", "content": {"name": "KICET"}, "decision": "pending"}
NO_DATE = {"key": "date", "field": "date", "content": {"value": ""}, "decision": "pending"}


def test_a_recorded_draft_is_called_by_its_parties() -> None:
    assert recorded_name({"values": [IDC, KICET, NO_DATE]}) == "IDC – KICET"


def test_a_rejected_party_names_nothing() -> None:
    assert recorded_name({"values": [IDC, {**KICET, "decision": "rejected"}]}) == "IDC"


def test_a_record_without_values_has_no_name() -> None:
    assert recorded_name({"state": "open"}) == ""


def test_only_values_that_changed_are_laid_side_by_side() -> None:
    before = {"values": [IDC, KICET, NO_DATE]}
    after = {"values": [IDC, {**KICET, "decision": "accepted"}, {**NO_DATE, "decision": "accepted"}]}
    assert list(value_differences(before, after, "en")) == [
        ("Party", "KICET (To decide)", "KICET (Accepted)"),
        ("Date of signing", "Not stated (To decide)", "Not stated (Accepted)"),
    ]


def test_an_added_value_had_nothing_before() -> None:
    assert list(value_differences({"values": []}, {"values": [KICET]}, "en")) == [("Party", "", "KICET (To decide)")]
