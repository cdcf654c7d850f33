"""``nhipcau organisations …``: who is who in the register."""
