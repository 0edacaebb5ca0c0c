"""Headless Chromium, driven over its debugging pipe: real clicks, keys and layout."""

import base64
import contextlib
import fcntl
import json
import os
import shutil
import subprocess
from itertools import count

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27}


class Page:
    """One page of a running browser."""

    def __init__(self, reader, writer):
        """Attach to a new empty page."""
        self.reader, self.writer = reader, writer
        self.numbers = count(1)
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        self.call("Page.enable")

    def call(self, method, **parameters):
        """Return the result of one command; what the browser tells meanwhile is left."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.writer.write(json.dumps(message).encode() + b"\0")
        self.writer.flush()
        while True:
            answer = self.read()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]

    def read(self):
        """Return the next message of the browser."""
        found = bytearray()
        while (byte := self.reader.read(1)) != b"\0":
            assert byte, "the browser has ended"
            found += byte
        return json.loads(found)

    def open(self, path, width, height=900):
        """Load a file in a window of a width in CSS pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self.call("Page.navigate", url=path.as_uri())
        while self.read().get("method") != "Page.loadEventFired":
            pass

    def value(self, expression):
        """Return what a script expression gives."""
        found = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return found["result"].get("value")

    def printed(self):
        """Return the page as a PDF on A4, as the browser's own dialogue prints it."""
        found = self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)
        return base64.b64decode(found["data"])

    def press(self, key):
        """Press a key as a keyboard does."""
        text = {"text": "\r"} if key == "Enter" else {}
        code = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key]}
        self.call("Input.dispatchKeyEvent", type="keyDown", **code, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", **code)

    def click(self, selector):
        """Click in the middle of an element, scrolled into view."""
        box = self.value(
            f"(e => (e.scrollIntoView({{block: 'center', behavior: 'instant'}}),"
            f" e.getBoundingClientRect().toJSON()))(document.querySelector({selector!r}))"
        )
        place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    def accessible(self):
        """Return role and name of each node that a screen reader meets."""
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if not node.get("ignored")
        ]


def _join(commands, answers):
    """Make the two ends of the pipes the descriptors 3 and 4."""
    commands, answers = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (commands, answers))
    os.dup2(commands, 3)
    os.dup2(answers, 4)


@contextlib.contextmanager
def browser(folder):
    """Give a page of a Chromium that ends with the block; its profile is in ``folder``."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "this test needs chromium (or google-chrome) on the machine"
    commands, to_browser = os.pipe()
    from_browser, answers = os.pipe()
    process = subprocess.Popen(
        [program, *ARGUMENTS, f"--user-data-dir={folder}"],
        pass_fds=(3, 4),  # where Chromium looks for its commands and writes its answers
        preexec_fn=lambda: _join(commands, answers),  # noqa: PLW1509  no other thread runs
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(commands)
    os.close(answers)
    with os.fdopen(from_browser, "rb") as reader, os.fdopen(to_browser, "wb") as writer:
        try:
            yield Page(reader, writer)
        finally:
            process.terminate()
            process.wait()
