"""What other people's programs write and read of web archives. Usage: peers.py TASK [FILE …]; answers in JSON."""

import hashlib
import io
import json
import sys


def warcio_writes(path, gzip, version):
    """Every type of record, with and without chunks."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with open(path, "wb") as out:
        writer = WARCWriter(out, gzip=gzip == "gzip", warc_version=version)
        date = {"WARC-Date": "2026-03-01T01:30:00Z"}

        def http(kind, uri, body, fields, status="200 OK", first="HTTP/1.1"):
            head = StatusAndHeaders(status, fields, protocol=first)
            writer.write_record(writer.create_warc_record(
                uri, kind, payload=io.BytesIO(body), http_headers=head, warc_headers_dict=dict(date)))

        writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "warcio", "format": "WARC"}))
        page = "<html><title>谣言</title></html>".encode()
        http("response", "https://weibo.example/1", page, [("Content-Type", "text/html; charset=utf-8")])
        http("response", "https://weibo.example/2", b"5\r\nHello\r\n0\r\n\r\n",
             [("Content-Type", "text/plain"), ("Transfer-Encoding", "chunked")], "404 Not Found")
        http("request", "https://weibo.example/1", b"", [("Host", "weibo.example")], "GET /1 HTTP/1.1", "")
        for kind in ("resource", "metadata", "conversion"):
            writer.write_record(writer.create_warc_record(
                f"urn:{kind}:1", kind, payload=io.BytesIO(kind.encode() * 20000), warc_content_type="text/plain",
                warc_headers_dict=dict(date)))
        writer.write_record(writer.create_revisit_record(
            "https://weibo.example/1", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5",
            "https://weibo.example/1", "2026-03-01T01:30:00Z", StatusAndHeaders("200 OK", [], protocol="HTTP/1.1"),
            warc_headers_dict=dict(date)))
    warcio_reads(path)


def warcio_reads(path):
    """Type, address, place, length and payload of each record; the payload without chunks."""
    from warcio.archiveiterator import ArchiveIterator

    found = []
    with open(path, "rb") as source:
        records = ArchiveIterator(source)
        for record in records:
            # The content is taken first: the length of a member is known only behind it.
            payload = record.content_stream().read() if record.rec_type != "request" else b""
            offset = records.get_record_offset()
            found.append([record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), offset,
                          records.get_record_length(), hashlib.sha256(payload).hexdigest()])
    print(json.dumps(found))


def cdxj(path):
    """The index of cdxj-indexer."""
    from cdxj_indexer.main import CDXJIndexer

    out = io.StringIO()
    CDXJIndexer(out, [path], sort=True).process_all()
    print(out.getvalue(), end="")


def email_reads(path):
    """Type, location and decoded body of each part, by the email package of Python."""
    import email
    import email.policy

    with open(path, "rb") as source:
        # From a file it would change the line endings.
        message = email.message_from_bytes(source.read(), policy=email.policy.default)
    parts = [[part.get_content_type(), part["Content-Location"], hashlib.sha256(part.get_payload(decode=True)).hexdigest()]
             for part in message.iter_parts()]
    print(json.dumps([message["Snapshot-Content-Location"], message["Subject"], parts]))


def chromium_saves(chromium, page, mhtml, har):
    """A page with a picture and a style sheet, saved by Chromium as MHTML and recorded as HAR."""
    import http.server
    import pathlib
    import threading
    from playwright.sync_api import sync_playwright

    folder = pathlib.Path(page).parent
    handler = lambda *args: http.server.SimpleHTTPRequestHandler(*args, directory=str(folder))
    http.server.SimpleHTTPRequestHandler.log_message = lambda *args: None
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/{pathlib.Path(page).name}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(record_har_path=har, record_har_content="embed")
        tab = context.new_page()
        tab.goto(url, wait_until="networkidle")
        snapshot = context.new_cdp_session(tab).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
        pathlib.Path(mhtml).write_bytes(snapshot.encode())
        context.close()
        browser.close()
    print(json.dumps(url))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
