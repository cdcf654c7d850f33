"""A request of any WSGI server comes in, the office's answer goes out."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nhipcau.settings")

application = get_wsgi_application()
