"""What verbs of events share: the forms of events, registrations and interpreters, and what a request may become."""
