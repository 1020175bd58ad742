"""A real HTTP server on this machine that speaks the chat protocol of OpenAI, well or badly, as a test wants it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

# Gives (status, content type, body) for the request's JSON.
Behaviour = Callable[[dict[str, Any]], tuple[int, str, bytes]]


@dataclass
class ChatServer:
    """Where the server listens, and what it was asked."""

    url: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


def says(text: str) -> Behaviour:
    """A model that writes this."""
    return lambda request: (200, "application/json", json.dumps(completion(text, request.get("model"))).encode())


def completion(text: str, model: str | None = "mẫu") -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": model,
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


def sends(body: bytes, status: int = 200, kind: str = "application/json") -> Behaviour:
    """A server that sends these bytes whatever it is asked."""
    return lambda _: (status, kind, body)


def waits(seconds: float) -> Behaviour:
    """A server that answers too late."""

    def behave(request: dict[str, Any]) -> tuple[int, str, bytes]:
        time.sleep(seconds)
        return says('{"sentences": []}')(request)

    return behave


@contextmanager
def chat_server(behaviour: Behaviour) -> Iterator[ChatServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    seen = ChatServer(f"http://127.0.0.1:{server.server_port}/v1")
    server.RequestHandlerClass = _handler(behaviour, seen)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        server.shutdown()
        server.server_close()


def _handler(behaviour: Behaviour, seen: ChatServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            request = json.loads(self.rfile.read(length))
            seen.requests.append({"path": self.path, **request})
            seen.keys.append(self.headers.get("Authorization", ""))
            status, kind, body = behaviour(request)
            try:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                return  # the asker has given up, which is what a slow server is there for

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing on the test's output."""

    return Handler
