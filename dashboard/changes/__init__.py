"""What changed and when: the record of versions, the log of revisions and new sources, the feed, frozen links."""

from dashboard.changes.log import Day, Revision, log
from dashboard.changes.record import Record, Since, Version, record

__all__ = ["Day", "Record", "Revision", "Since", "Version", "log", "record"]
