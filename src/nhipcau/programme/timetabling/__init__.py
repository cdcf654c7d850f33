"""What the verbs of timetables share: gathering, laying by hand, keeping, telling, the orders that are under way."""
