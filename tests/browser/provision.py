"""Make sure that a Chromium can be started; run by `make test` before the tests.

One on PATH is used as it is. Otherwise Playwright is asked for its own, and where that can't be had,
Debian's package manager. What is installed outside PATH is linked beside the running Python.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def on_path() -> str | None:
    """The first known browser on PATH."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def starts(path: str) -> bool:
    """Whether the program runs here: a browser without its libraries is none."""
    try:
        return subprocess.run([path, "--version"], check=False, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def from_playwright() -> bool:
    """Install Playwright's own Chromium and link it beside Python."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        if subprocess.run(command, check=False, timeout=600).returncode != 0:
            return False
    except subprocess.TimeoutExpired:
        return False
    with sync_playwright() as playwright:
        installed = playwright.chromium.executable_path
    if not starts(installed):
        return False
    link = Path(sys.executable).with_name("chromium")
    link.unlink(missing_ok=True)
    link.symlink_to(installed)
    return True


def from_debian() -> bool:
    """Install Debian's package."""
    manager = shutil.which("apt-get")
    if manager is None:
        return False
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        command = [manager, "-qq", *arguments]
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode != 0:
            return False
    return True


def main() -> int:
    """Find or install a browser and say which; 1 when there is none in the end."""
    found = on_path()
    if not (found and starts(found)) and not from_playwright():
        from_debian()
    found = on_path()
    if found and starts(found):
        print(f"Browser: {found}")
        return 0
    print(f"No browser: none of {', '.join(NAMES)} is on PATH, and none could be installed.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
