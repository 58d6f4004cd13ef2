"""The text in a terminal: figures marked, refused numbers greyed with the reason (extra `ingest`)."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from etl.proposals.intake import Intake
from etl.proposals.proposing import Proposal, as_rows, span

_FIGURE, _REFUSED = "bold black on yellow", "dim"


def show(console: Console, intake: Intake, proposal: Proposal, *, explain: bool = False) -> None:
    """Print the annotated text and a table of its figures; with `explain`, the rules that fired for each number."""
    console.rule(escape(intake.name))
    console.print(_annotated(proposal))
    console.print(_table(proposal))
    if explain:
        page = proposal.page
        for place, figure in enumerate(proposal.figures):
            console.print(Text(f"[{place}] {page.shown(figure.place, figure.place + 1)}: {', '.join(figure.trail)}"))
        for one in proposal.refused:
            number = visible(page.shown(one.place, one.place + 1))
            console.print(Text(f"    {number}: {', '.join(one.trail)}: {one.reason}", style=_REFUSED))


def _annotated(proposal: Proposal) -> Text:
    page = proposal.page
    marks = [(*span(figure), f" [{place}]", _FIGURE) for place, figure in enumerate(proposal.figures)]
    marks += [(page.starts[one.place], page.ends[one.place], f" ({one.reason})", _REFUSED) for one in proposal.refused]
    shown = Text()
    done = 0
    for start, end, note, style in sorted(marks):
        if start < done:
            continue
        shown.append(visible(page.text[done:start]))
        shown.append(visible(page.text[start:end]), style=style)
        shown.append(note, style="bold" if style == _FIGURE else "dim italic")
        done = end
    shown.append(visible(page.text[done:]))
    return shown


def visible(text: str) -> str:
    """A text safe to print: control and format characters, right-to-left marks among them, as their code."""
    return "".join(letter if letter.isprintable() or letter == "\n" else f"<U+{ord(letter):04X}>" for letter in text)


def _table(proposal: Proposal) -> Table:
    table = Table("", "figure", "value", "qualifier", "agency", "status", "as of", "part of")
    for place, row in enumerate(as_rows(proposal)):
        high = f" to {row['value_high']:,}" if row["value_high"] is not None else ""
        table.add_row(
            str(place),
            escape(visible(row["match"])),
            f"{row['value']:,}{high}",
            row["qualifier"],
            row["agency"],
            row["status"],
            row["as_of"] or "",
            "" if row["part_of"] is None else str(row["part_of"]),
        )
    return table
