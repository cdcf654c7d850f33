"""An address comes in; the office is served there until somebody stops it."""

from __future__ import annotations

import errno
import signal
from typing import Annotated, Any

import typer

from nhipcau.cli.office import start
from nhipcau.cli.voice import tell, warn
from nhipcau.facts.errors import BadInput, Unavailable

_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


def serve(
    address: Annotated[str, typer.Option(metavar="HOST:PORT", help="Where to listen.")] = "127.0.0.1:8000",
    threads: Annotated[int, typer.Option(min=1, max=128, help="How many requests are answered at a time.")] = 8,
) -> None:
    """Serve the office in a browser and to programs until it is stopped with Ctrl+C."""
    host, port = _parts(address)
    start()
    _look_around(host)
    signal.signal(signal.SIGTERM, _stop)
    # Said before listening: whoever started this waits for the line.
    tell("cli.serving", address=f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}/")  # noqa: S104 -- compared
    _listen(host, port, threads)


def _parts(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise BadInput("error.address-malformed", address=address)
    return host.strip("[]") or "127.0.0.1", int(port)


def _look_around(host: str) -> None:
    """Put in order what a power cut left, and warn of what keeps people out."""
    from django.conf import settings  # noqa: PLC0415 -- Django has to be started first

    from nhipcau.store.upkeep import pending_migrations, sweep_files  # noqa: PLC0415 -- as above
    from nhipcau.wiring import in_background, office  # noqa: PLC0415 -- as above

    sweep_files()
    if pending_migrations():
        warn("cli.serve-not-prepared")
    elif (finder := office().finder) is not None:
        # Compiling the search and laying out the words takes seconds that nobody should wait for.
        in_background(finder.catch_up)
    if host not in _LOCAL and set(settings.ALLOWED_HOSTS) <= _LOCAL | {"[::1]"}:
        warn("cli.serve-hosts")


def _stop(number: int, frame: object) -> None:
    """Let the server end its requests."""
    del number, frame
    raise SystemExit(0)


def _listen(host: str, port: int, threads: int) -> None:
    import waitress  # noqa: PLC0415 -- only this command serves
    from django.conf import settings  # noqa: PLC0415 -- Django has to be started first
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 -- as above

    from nhipcau.cli.front_door import with_front_door  # noqa: PLC0415 -- only this command serves

    behind: dict[str, Any] = {}
    sockets: dict[int, Any] = {}
    if settings.SECURE_PROXY_SSL_HEADER:
        behind = {"trusted_proxy": "*", "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"}}
    try:
        server = waitress.create_server(
            get_wsgi_application(),
            map=sockets,
            host=host,
            port=port,
            threads=threads,
            ident=None,
            max_request_body_size=settings.NHIPCAU_MAX_REQUEST_BYTES,
            **behind,
        )
        with_front_door(server, sockets, settings.LANGUAGE_CODE).run()
    except OSError as failed:
        code = "error.address-in-use" if failed.errno == errno.EADDRINUSE else "error.address-unusable"
        raise Unavailable(code, address=f"{host}:{port}") from failed
