import gzip
import random
from pathlib import Path

import brotli
import pytest
from flask import Flask, Response

from dashboard import delivery
from dashboard.asset_book import AssetBook, AssetError
from dashboard.delivery import Encoded, Encoder

TEXT = b"all the figures, each with its source " * 200


@pytest.fixture
def encoder(tmp_path: Path) -> Encoder:
    return Encoder(tmp_path / "cache")


def answer(encoded: Encoded, **headers: str) -> Response:
    server = Flask("test", static_folder=None)
    server.add_url_rule("/", view_func=lambda: delivery.answer(encoded, "no-cache"), endpoint="file")
    return server.test_client().get("/", headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("br, gzip", "br"), ("gzip, deflate, br;q=0.9", "gzip"), ("gzip", "gzip"), ("", None), ("identity", None),
        ("br;q=0, gzip;q=0", None), ("*", "br"), ("br;q=0.5, *;q=0.1", "br"), ("zstd", None),
    ],
)  # fmt: skip
def test_the_best_accepted_coding_is_sent(encoder: Encoder, accepted: str, coding: str | None) -> None:
    encoded = encoder.encode(TEXT, "text/plain")
    response = answer(encoded, Accept_Encoding=accepted)
    assert response.headers.get("Content-Encoding") == coding
    decode = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    assert decode(response.data) == TEXT
    assert response.headers["Vary"] == "Accept-Encoding"


def test_validators_differ_by_coding_and_answer_304(encoder: Encoder) -> None:
    encoded = encoder.encode(TEXT, "text/plain")
    tags = {str(answer(encoded, Accept_Encoding=coding).headers["ETag"]) for coding in ("br", "gzip", "identity")}
    assert len(tags) == 3
    for tag in tags:
        again = [answer(encoded, Accept_Encoding=c, If_None_Match=tag).status_code for c in ("br", "gzip", "identity")]
        assert sorted(again) == [200, 200, 304]
    assert answer(encoded, If_None_Match=f"W/{encoded.etag('identity')!r}".replace("'", '"')).status_code == 304
    assert answer(encoded, If_None_Match="*").status_code == 304


def test_a_second_start_compresses_nothing(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    first = encoder.encode(TEXT, "text/plain")
    monkeypatch.setattr(delivery.brotli, "compress", lambda *_, **__: pytest.fail("compressed again"))
    assert encoder.encode(TEXT, "text/plain") == first


def test_a_damaged_copy_on_disk_is_not_served(encoder: Encoder, tmp_path: Path) -> None:
    first = encoder.encode(TEXT, "text/plain")
    for path in (tmp_path / "cache/encoded").iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    assert encoder.encode(TEXT, "text/plain") == first


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    encoded = Encoder(tmp_path / "cache").encode(TEXT, "text/plain")
    assert brotli.decompress(encoded.body("br")) == TEXT


def test_what_compression_does_not_shrink_is_sent_plain(encoder: Encoder) -> None:
    noise = random.Random(1).randbytes(500)
    assert encoder.encode(noise, "text/plain").brotli is None
    assert encoder.encode(TEXT, "image/png").brotli is None
    with pytest.raises(LookupError, match="br"):
        encoder.encode(noise, "text/plain").body("br")


def book(folder: Path, encoder: Encoder, files: dict[str, str]) -> AssetBook:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return AssetBook.read(folder, encoder)


def test_styles_and_scripts_are_joined_in_their_order(tmp_path: Path, encoder: Encoder) -> None:
    files = {f"{name}.css": f"{name} {{ top: 0; }}" for name in ("zebra", "print", "base", "tokens")}
    found = book(tmp_path / "a", encoder, files | {"start.js": "s()", "bundle.js": "b()", "x.js": "x() // why"})
    styles, scripts = found.find(found.url("app.css")), found.find(found.url("app.js"))
    assert styles is not None
    assert scripts is not None
    assert styles.raw == b"tokens{top:0}base{top:0}zebra{top:0}print{top:0}"
    assert scripts.raw == b"b();x();s()"


def test_a_style_sheet_leads_to_the_address_of_the_font_that_it_names(tmp_path: Path, encoder: Encoder) -> None:
    folder = tmp_path / "a"
    (folder / "fonts").mkdir(parents=True)
    (folder / "fonts" / "some.woff2").write_bytes(b"a font")
    found = book(folder, encoder, {"base.css": '@font-face { src: url("fonts/some.woff2"); }'})
    styles, font = found.find(found.url("app.css")), found.find(found.url("fonts/some.woff2"))
    assert styles is not None
    assert font is not None
    assert found.url("fonts/some.woff2") in styles.raw.decode()
    assert (font.raw, font.content_type) == (b"a font", "font/woff2")


def test_a_style_sheet_that_names_a_missing_file_is_refused(tmp_path: Path, encoder: Encoder) -> None:
    with pytest.raises(AssetError, match=r"named 'fonts/lost\.woff2'; the nearest name is 'icon\.svg'"):
        book(tmp_path / "a", encoder, {"base.css": 'a { src: url("fonts/lost.woff2"); }', "icon.svg": "<svg/>"})


def test_addresses_change_with_the_content_and_only_then(tmp_path: Path, encoder: Encoder) -> None:
    first = book(tmp_path / "a", encoder, {"vendor/x.js": "one"}).url("vendor/x.js")
    assert book(tmp_path / "b", encoder, {"vendor/x.js": "one"}).url("vendor/x.js") == first
    assert book(tmp_path / "a", encoder, {"vendor/x.js": "two"}).url("vendor/x.js") != first
    assert first.startswith("/assets/vendor/x.")


def test_files_of_unknown_types_and_hidden_ones_are_not_served(tmp_path: Path, encoder: Encoder) -> None:
    found = book(tmp_path / "a", encoder, {"secret.py": "x", "icon.svg": "<svg/>"})
    (tmp_path / "a/.hidden.svg").write_text("<svg/>")
    with pytest.raises(AssetError, match=r"nearest name is '.*'"):
        found.url("secret.py")
    assert found.find("/assets/secret.py") is None
    assert found.find("/assets/icon.svg") is None, "only under its fingerprint"
    with pytest.raises(AssetError):
        AssetBook.read(tmp_path / "a", encoder).url(".hidden.svg")
