"""The real problem comes in; a timetable that keeps every rule, better and better, with proven bounds goes out."""
