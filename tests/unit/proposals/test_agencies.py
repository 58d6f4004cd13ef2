"""Whose people a number counts: a sentence or two for each rule."""

from collections.abc import Callable
from typing import Any

import pytest

from etl.proposals import groups

Numbers = Callable[[str], dict[int, Any]]

AGENCIES = [
    (
        "civilians",
        "other",
        143,
        "The border has 900 troops. A planning cell has 143 people, soldiers and civilians both.",
    ),
    ("share", "marines", 1130, "At the border, Marines make up 1,130 of the active-duty troops."),
    ("predicate", "marines", 130, "At the border are 900 troops. Some 130 of the troops are Marines."),
    ("around", "ofo", 165, "Under this announcement CBP will fill 165 officer positions at the border."),
    ("around", "cbp", 23800, "Customs and Border Protection keeps 23,800 of its agents and officers at the border."),
    ("before", "usbp", 400, "The Border Patrol has 900 agents. The secretary of homeland security lends 400 of them."),
    (
        "mixed",
        "all-military",
        10100,
        "A report lists 5,380 soldiers on the border. Add 4,700 of the Texas Guard and the total is about 10,100.",
    ),
    (
        "default",
        "national-guard",
        40,
        "The Guard, far off, waits.\n\nA.\n\nB.\n\nC.\n\nD.\n\nBorder. It has 40 soldiers.",
    ),
    (
        "ruling",
        "usbp",
        150,
        "At the border is the Border Patrol.\n\nIt rains.\n\nIt snows.\n\nA memo speaks of 150 detailees.",
    ),
    ("ruling", "ofo", 165, "At the border a new bridge was promised 165 inspectors."),
    ("inside", "usbp", 1066, "The border agency hired 1,066 Border Patrol agents."),
    ("inside", "guard-and-reserve", 2500, "At the border are 2,500 National Guard members and reservists."),
    ("inside", "marines", 500, "The Pentagon sent 500 Marines and sailors to the border."),
    ("inside", "other", 900, "Texas has 900 soldiers and state troopers on its border operation."),
    ("behind", "ofo", 25310, "There are 25,310 officers at ports of entry."),
    ("behind", "national-guard", 38, "For the border, 38 members of the Wyoming National Guard left home."),
    ("mixed", "other", 6400, "The state has 6,400 people at the border, a mix of Guard soldiers and state troopers."),
    ("joined", "all-military", 2500, "The Pentagon sent 500 Marines to the border, who join 2,500 troops there."),
    ("sent", "army", 900, "Guard members watch the border. The Pentagon will send 900 soldiers as well."),
    ("lent", "state-police", 45, "CBP officers were glad that Iowa has sent 45 officers to the border."),
    ("inside", "active-duty", 6170, "Military on the border\n\nArmy 5,120\nMarine Corps 1,050\nTotal 6,170"),
    ("inside", "ice", 10000, "At the border ICE has 10,000 deportation officers."),
    (
        "behind",
        "ofo",
        1500,
        "Of the 9,000 CBP agents and officers, 7,400 work for the Border Patrol and 1,500 for Field Operations.",
    ),
    ("default", "ofo", 300, "In Laredo the bridge has 300 officers. CBP wants more."),
    (
        "mixed",
        "all-military",
        8000,
        "At the border were 5,900 active-duty troops and 2,100 Guard members, 8,000 in all.",
    ),
    ("behind", "air-force", 400, "The border has 7,600 soldiers, 1,900 Marines and 400 from the Air Force."),
    ("around", "coast-guard", 140, "Coast Guard Sector Corpus Christi moved 140 of its people to the border."),
    ("before", "national-guard", 97, "The Guard is on the border. Its program lends 97 analysts to the Border Patrol."),
    ("governor", "national-guard", 400, "The governor said 400 more soldiers had gone to the border."),
    ("before", "coast-guard", 120, "The Coast Guard works the border. The service has lent 120 members to CBP."),
    ("before", "dhs", 1236, "The Department opened a force. It sent 1,236 employees to the border."),
    ("inside", "cbp", 400, "At the border are 400 CBP officers and agents."),
    ("inside", "army", 1100, "At the border are 1,500 active-duty troops, 1,100 of them soldiers."),
    ("behind", "ice", 310, "At the border are 310 officers lent by ICE."),
    ("later", "national-guard", 220, "The town has 220 soldiers. The soldiers, from Guard units, watch the border."),
    ("topic", "usbp", 90, "The Border Patrol academy opened.\n\nMuch later a class came.\n\nIt has 90 trainees."),
    ("sent", "all-military", 5000, "275 Army engineers wait. The Pentagon's cap on the border is 5,000 troops."),
    ("default", "ofo", 84, "The new crossing starts with 84 officers."),
    (
        "mixed",
        "other",
        1140,
        "For the border, states pledge 1,140 people, 780 of them Guard members and the rest police.",
    ),
    ("around", "ofo", 33000, "Field Operations, the largest part of CBP with 33,000 employees, runs the ports."),
    ("around", "usbp", 18940, "As of June the Border Patrol had 18,940 agents."),
    ("around", "coast-guard", 310, "The Coast Guard has placed 310 of its members at the border."),
    ("before", "national-guard", 46, "The Ohio National Guard goes to the border. It will send 46 soldiers."),
    ("ahead", "cbp", 900, "There are 900 employees - agents of the Border Patrol, CBP officers and others."),
    ("default", "army", 900, "The border will see 900 soldiers."),
    (
        "states",
        "national-guard",
        1120,
        "The Guard is on the border.\n\nA.\n\nB.\n\nKentucky rotated 1,120 people there.",
    ),
    ("default", "all-military", 900, "The border will see 900 troops."),
]


@pytest.mark.parametrize(("rule", "agency", "value", "text"), AGENCIES)
def test_agency(numbers: Numbers, rule: str, agency: str, value: int, text: str) -> None:
    candidate = numbers(text)[value]
    assert (candidate.agency, candidate.reason) == (agency, None)
    assert f"agency-{rule}" in candidate.trail


def test_texas_guard_is_told_from_the_guard_of_other_states(numbers: Numbers) -> None:
    found = numbers(
        "The Texas National Guard works on the border for the governor. Texas has 3,300 Guard soldiers there. "
        "Tennessee sent 60 Guard members to the border."
    )
    assert (found[3300].agency, found[60].agency) == ("texas-guard", "national-guard")


def test_every_rule_has_a_case() -> None:
    assert {name for name, _ in groups.RULES} == {rule for rule, *_ in AGENCIES}


def test_soldiers_for_the_governor_of_texas_are_its_guard(numbers: Numbers) -> None:
    found = numbers("At the border work 4,700 soldiers for the governor of Texas.")
    assert found[4700].agency == "texas-guard"


@pytest.mark.parametrize(
    ("agency", "value", "text"),
    [
        (
            "national-guard",
            3900,
            "The Guard sent 900 members to the border. The defense secretary caps the force at 3,900.",
        ),
        ("army", 380, "The Army left 410 soldiers at the border. A Pentagon spokesman put the number at 380."),
        ("all-military", 5380, "Homeland Security waits. A Pentagon report lists 5,380 personnel on the border."),
        (
            "national-guard",
            300,
            "At the border are 900 agents. A bill puts Guard troops there. Fewer than 300 are there now.",
        ),
        ("ofo", 25900, "The border has 900 agents.\n\nA man.\n\nYou know an officer of CBP. There are 25,900 of them."),
        ("amo", 20, "At the border is Air and Marine Operations, an arm of CBP. Tucson gets 20 of its people."),
        ("all-military", 900, "At the border are 900 active, Reserve and Guard personnel."),
        ("amo", 41, "The Border Patrol grows. For Air and Marine Operations the bill funds 41 pilots at the border."),
        ("amo", 60, "At the border are 700 officers in Field Operations and 60 in Air and Marine."),
        ("coast-guard", 70, "The Coast Guard sent 30 reservists to the border. The one in Brownsville has 70 members."),
        ("active-duty", 600, "At the border are 600 regulars."),
        ("coast-guard", 320, "CBP shares the border with the Coast Guard, which had 320 members there."),
        ("all-military", 8650, "The task force at Fort Bliss counted 8,650 personnel on the border."),
        (
            "national-guard",
            8,
            "At the border are 8 analysts of the state's National Guard who are helping the Border Patrol.",
        ),
        ("guard-and-reserve", 450, "At the border are 450 members of the Guard and the reserves."),
        ("texas-guard", 950, "Texas is sending the Guard to the border.\n\nThe governor ordered 950 soldiers there."),
        ("usbp", 70, "At the border, 2007\n\nBorder Patrol agents entered on duty: 800\nMilitary veterans: 70"),
        (
            "national-guard",
            138,
            "Joint Task Force, by location\n\nSan Diego: 138\nYuma: 61\nTotal Ohio National Guard: 199",
        ),
        ("national-guard", 2905, "The border had 3,700 troops. It stood at 2,905, all of them National Guard, in May."),
        ("reserve", 12, "The border has 900 soldiers. It sent 12, all reservists, this week."),
        ("marines", 475, "Marines and sailors from Camp Pendleton, roughly 475 in all, are at the border."),
        ("cbp", 975, "At the border are 975 civilian support jobs spread through CBP."),
        ("national-guard", 815, "At the border are 4,640 troops. The Guard is in my number. It's 815 of the 4,640."),
        ("all-military", 5420, "The Pentagon is at the border. At its height the force numbered 5,420."),
        ("state-police", 208, "At the border is the Department of Public Safety. The Department posted 208."),
        ("other", 144, "At the border are 144 law enforcement rangers of the Interior Department."),
        ("cbp", 59730, "At the border CBP had 900 officers. The agency as a whole employed 59,730."),
        (
            "national-guard",
            31,
            "The Ohio National Guard leaves for the border: a military police company with 31 members.",
        ),
        ("national-guard", 236, "The battalion goes to the border with 236 soldiers. The armory stays open."),
        ("army", 236, "The battalion goes to the border with 236 soldiers."),
        ("army", 340, "At the border CBP has a fence to guard. It asked that 340 military police stay."),
        ("texas-guard", 265, "Texas moved fast. It had 265 Guardsmen on the border."),
        ("texas-guard", 900, "AUSTIN - The governor will call up 900 National Guard troops for the border."),
        ("texas-guard", 1900, "The State of Texas kept 1,900 National Guard soldiers at the border."),
        ("cbp", 380, "At the border are 380 Border Patrol agents and customs officers."),
        ("ofo", 96, "At the border CBP filled 18 officer jobs, which brought the port to a strength of 96."),
        ("usbp", 1460, "On the border the Border Patrol was young. The outfit had 1,460 officers."),
        ("reserve", 28, "At the border are 28 Marine Corps reservists."),
        ("all-military", 9650, "The Marines are at the border. In all 9,650 members of the armed forces serve there."),
        ("navy", 90, "The border has 90 people from a Navy mobile construction battalion."),
        ("air-force", 90, "The border has 90 people from an Air Force fighter wing."),
        ("state-police", 90, "Ohio sent 90 people from its Division of Criminal Investigation to the border."),
        ("ice", 90, "At the border are 90 people from Enforcement and Removal Operations."),
        (
            "national-guard",
            1050,
            "The Guard is on the border. Its governor would not send troops. He offers 1,050 of his own to Arizona.",
        ),
        (
            "all-military",
            2750,
            "The Army is at the border.\n\nA Guard unit left.\n\nOh.\n\nThe personnel on this mission number 2,750.",
        ),
    ],
)
def test_whose_people_are_meant(numbers: Numbers, agency: str, value: int, text: str) -> None:
    assert numbers(text)[value].agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "The Border Patrol is short. Immigration and Customs Enforcement contributed 325 officers.",
        "ICE kept a ledger. It showed 325 officers at Border Patrol stations.",
        "The disaster agency has 325 employees in McAllen and Nogales.",
    ],
)
def test_officers_who_work_inland_are_counted_where_they_are_at_the_border(numbers: Numbers, text: str) -> None:
    assert numbers(text)[325].accepted
