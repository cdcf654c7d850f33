"""What the verbs of an event share: access, slots, the problem that its timetable solves, agendas, figures."""
