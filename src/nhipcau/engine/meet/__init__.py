"""Requests × calendars → timetable: proven where it says so, with what it could not grant and why; and its repair."""
