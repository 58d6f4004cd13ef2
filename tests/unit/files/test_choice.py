import pytest

from dashboard.exhibits.deployment import Deployment
from dashboard.files.choice import choose
from dashboard.library import Library, library
from dashboard.selection import Selection, parse
from dashboard.store import Store


@pytest.fixture(scope="module")
def known(ledger_store: Store) -> Library:
    return library(ledger_store)


@pytest.fixture(scope="module")
def published(ledger_store: Store) -> list[str]:
    return ledger_store.figures["figure_id"].tolist()


def selection(known: Library, **query: str) -> Selection:
    return parse({name: [value] for name, value in query.items()}, known.vocabulary)


def test_nothing_chosen_is_the_package_in_its_own_order(known: Library, published: list[str]) -> None:
    everything = choose(known, published, Selection(), None)
    assert list(everything.ids) == published
    assert (everything.query, everything.words) == ("", "No filter: all figures.")
    assert (everything.page, everything.name) == ("/data/figures.csv", "border-figures")


def test_a_filter_is_told_in_words_and_as_a_query(known: Library, published: list[str]) -> None:
    query = {"agency": "usbp", "basis": "onboard", "from": "2020", "source": "seed-article-2025-01"}
    few = choose(known, published, selection(known, **query), None)
    assert few.ids == ("seed-usbp-fy2023",)
    assert few.query == "agency=usbp&basis=onboard&from=2020&source=seed-article-2025-01"
    assert few.page == f"/data/figures.csv?{few.query}"
    title = known.sources["seed-article-2025-01"]["title"]
    assert few.words == f"Filter: agency: Border Patrol; counted as: on board; 2020 or later; source: {title}."


def test_a_view_gives_its_figures_in_its_order(known: Library, published: list[str]) -> None:
    view = Deployment(known, "seed-article-2025-01")
    whole = choose(known, published, Selection(), view)
    assert list(whole.ids) == [figure.id for figure in view.explorer.figures]
    assert (whole.query, whole.page, whole.name) == ("view=deployment", "/", "border-figures-deployment")
    some = choose(known, published, selection(known, agency="cbp"), view)
    assert some.ids == ("seed-cbp-employees", "seed-usbp-fy2023")
    assert (some.query, some.page) == ("view=deployment&agency=cbp", "/?agency=cbp")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"agency": "usbp,marines"}, "border-figures-marines-usbp"),
        ({"agency": "usbp", "qualifier": "exact"}, "border-figures-usbp-selection"),
        ({"qualifier": "exact"}, "border-figures-selection"),
        ({"agency": "army,marines,usbp,ofo,amo"}, "border-figures-selection"),
    ],
)
def test_files_are_named_after_the_few_agencies_chosen(
    known: Library, published: list[str], query: dict[str, str], name: str
) -> None:
    assert choose(known, published, selection(known, **query), None).name == name
