"""A site behind a server, as it is published."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from tests.browser.driving.visit import Door
from tests.site.build import Site


class _Silent(SimpleHTTPRequestHandler):
    policy = ""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """A server's log helps nobody here."""


def served(site: Site, policy: str = "") -> Iterator[Door]:
    """The site under `/repo/`, as a project page is."""
    kind = type("_Guarded", (_Silent,), {"policy": policy})
    handler = partial(kind, directory=str(site.folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Door(site, f"http://127.0.0.1:{server.server_port}/repo/")
        server.shutdown()
