"""Headers that every answer carries: what a browser may do with it."""

from flask import Flask, Response, request

# Dash's renderer puts one style element into the page, and a Plotly chart one that is empty at
# first (its rules come by insertRule, which the policy does not judge). The browser tests measure
# that these hashes are needed and enough.
STYLE_HASHES = (
    "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",  # nothing at all: Plotly's
    "sha256-Do5Z9ZqsPvCQTUBQS9BnDm/2+on7omuzuLYk5sbA+2s=",  # undo and redo buttons: the renderer's
)

_POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    " ".join(["style-src 'self'", *(f"'{value}'" for value in STYLE_HASHES)]),
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def policy(frame_ancestors: str) -> str:
    """The Content-Security-Policy of an answer that these ancestors may show in a frame."""
    return "; ".join([*_POLICY, f"frame-ancestors {frame_ancestors}"])


_UNUSED_FEATURES = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
_ALWAYS = {
    "Content-Security-Policy": policy("'none'"),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED_FEATURES),
}
_ONE_YEAR = 31536000


def install_headers(server: Flask) -> None:
    """Add the headers to every answer; a view that has set one of them keeps its own value."""
    server.after_request(_add)


def _add(response: Response) -> Response:
    # A 304 leaves the headers of the stored answer as they are (RFC 9111, section 4.3.4), so
    # repeating them would only make the second visit heavier.
    if response.status_code == 304:  # noqa: PLR2004
        return response
    for name, value in _ALWAYS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", f"max-age={_ONE_YEAR}")
    return response
