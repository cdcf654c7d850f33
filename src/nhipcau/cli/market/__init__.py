"""``nhipcau needs``, ``offers``, ``matches``, ``plans`` and ``concepts``: the market on a terminal."""
