"""Sentences as they are printed, many to a list: all figures of one are found, and in others none."""

from collections.abc import Callable
from typing import Any

import pytest

Rows = Callable[[str], list[dict[str, Any]]]

SENTENCES = [
    (
        "CBP will stand up a unit of 45 at the Blaine port of entry. Staffing there has been stuck at 310 for years.",
        [45, 310],
    ),
    ("Two companies - 210 soldiers in all - left Fort Hood for the border on Sunday.", [210]),
    ("The appropriations act funds 22,000 Border Patrol agents, a thousand above what the agency has.", [22000]),
    (
        "Ohio is sending 115 National Guard members to the border, Michigan 100, and Kentucky another 85.",
        [115, 100, 85],
    ),
    ("By spring the border force had thinned to fewer than 2,000 soldiers.", [2000]),
    ("The class of 48 graduated from the Border Patrol academy in Artesia on Tuesday.", [48]),
    ("He wants the Border Patrol to grow by 3,000 agents, to 22,500.", [3000, 22500]),
    ("The Marine detachment of 140 will be replaced by 160 soldiers from Fort Riley at the border.", [140, 160]),
    ("TSA volunteers - there are 175 so far - will help at the border for 45 days.", [175]),
    ("The Border Patrol employed 450 men in 1924.", [450]),
    ("The agency says that it has 26,000 CBP officers, agriculture specialists included.", [26000]),
    ("Authorized strength of the sector is 1,120 Border Patrol agents; actual strength, 985.", [1120, 985]),
    ("The governor will keep 75 Guardsmen at the border through June, down from a high of 220.", [75, 220]),
    ("CBP expects to bring aboard 1,800 officers and 2,700 agents in 2024.", [1800, 2700]),
    ("The Army's 1st Armored Division has committed 1,500 of its soldiers to the border.", [1500]),
    ("Officials declined to say how many of the 1,100 soldiers at the border would stay past June.", [1100]),
    ("Arizona's governor sent 205 Guard members to the border, and 138 more were to follow in a week.", [205, 138]),
    ("The Border Patrol swore in its newest agents on Friday, 39 of them, at the Harlingen station.", [39]),
    ("The Guard put 95 mechanics, 60 drivers and 40 clerks on the border mission.", [95, 60, 40]),
    ("Currently 2,200 active component and 1,900 reserve component personnel support CBP on the border.", [2200, 1900]),
    ("That brings to 3,900 the number of troops at the border.", [3900]),
    ("The number of Border Patrol agents assigned to the northern border rose to 2,212 from 340 in 2001.", [2212, 340]),
    ("The Navy assigned a destroyer with 300 sailors to the border mission.", [300]),
    ("There were 17,000 arrests and 3 deaths in the sector, which employs 1,300 agents of the Border Patrol.", [1300]),
    ("About 30 percent of the 19,500 Border Patrol agents are eligible to retire by 2028.", [19500]),
    ("The Tucson sector got 100 of the 300 agents that the Border Patrol sent to the Southwest.", [100, 300]),
    ("The state has kept 2,000 to 2,500 soldiers on the river since spring under Operation Lone Star.", [2000]),
    ("The mission involves 55 airmen, some 120 soldiers, and a handful of civilians at the border.", [55, 120]),
    ("The U.S. has 84,000 troops in Europe and 7,600 on its border with Mexico.", [7600]),
    ("Three sheriffs and 22 deputies from Georgia are at the border for a week.", [22]),
    ("The unit, made up of 85 reservists from Puerto Rico, will spend a year at the border.", [85]),
    ("Roughly 3 in 4 of the sector's 430 agents of the Border Patrol have less than five years on the job.", [430]),
]


@pytest.mark.parametrize(("text", "values"), SENTENCES)
def test_figures_of_a_sentence(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(text)] == values


BEFORE = "The Border Patrol and the Guard share the work on the border in Texas. "
FOLLOWING = [
    ("Each of the 9 camera towers costs $1 million and is watched by 2 soldiers; 140 soldiers do this work.", [140]),
    ("The hotel has 120 rooms, and 90 Guard members sleep in them.", [90]),
    ("Some 40,000 U.S. troops serve in the Middle East. The border gets 4,000.", [4000]),
    ("At Fort Bliss, home to 20,000 soldiers, a headquarters of 180 runs the border mission.", [180]),
    ("Drivers waited 3 hours. Officers from the airports, 85 of them, are to open more lanes in the spring.", [85]),
    ("In 2014, 1,000 Texas Guard troops were ordered to the valley. By 2015 it was 200.", [1000, 200]),
    ("More than 100 Canadian officers work the other side; the sector has 290 Border Patrol agents.", [290]),
    ("Polls show 55 percent of 1,200 adults like it. The general commands 4,700 service members there.", [4700]),
    ("The three-year plan raises the number of officers at ports from 24,000 to 26,500.", [24000, 26500]),
    ("Title 10 forces number 2,800 and Title 32 forces 1,900.", [2800, 1900]),
    ("Room 214 held 30 reporters. They were told that 3,750 more troops would go for 90 days.", [3750]),
    ("Over the past decade 12,400 Guard members have rotated through the mission.", [12400]),
    (
        "The Department of Homeland Security lent 300 employees of FEMA and 120 of its lawyers to the border.",
        [300, 120],
    ),
    ("A budget line of $91 million pays for 500 mission support staff of the Border Patrol.", [500]),
    ("He asked for 2,000 and got half that many. In the end 1,000 came.", [2000, 1000]),
    ("Up to 850 soldiers of the 76th Brigade will deploy in waves of 200.", [850]),
    ("In addition to the 1,500 troops announced Wednesday, 500 Marines from Camp Pendleton will join.", [1500, 500]),
    ("The Army said 710 soldiers of the 41st Engineer Battalion and 40 others would build a road there.", [710, 40]),
]


@pytest.mark.parametrize(("text", "values"), FOLLOWING)
def test_figures_behind_a_sentence_without_any(rows: Rows, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(BEFORE + text)] == values


COUNTED = "The Border Patrol has 640 agents in the sector, and 210 Guard soldiers help at the border. "
OTHERS = [
    "The sector's agents caught 4,312 people last month.",
    "Poland put 5,000 soldiers on its own frontier with Belarus.",
    "The RCMP moved 75 officers to Manitoba.",
    "Israel keeps 12 battalions and about 9,000 reservists in the north.",
    "Some 900 troops remain in Syria.",
    "In Los Angeles 4,000 Guard troops protected federal buildings last June.",
    "Two hundred Texas Guard members went to Chicago.",
    "The Guard has 8,400 members in the state.",
    "The fort is home to 30,000 soldiers.",
    "The Coast Guard has about 42,000 people on active duty.",
    "ICE has 20,000 employees and plans to hire 10,000 more for deportations in the interior.",
    "The county jail has 60 guards.",
    "A group of 12 ranchers meets each month.",
    "A contractor supplied 220 guards for the tents.",
    "The shelter slept 430 on Tuesday.",
    "The dormitory has 480 beds.",
    "There are 96 vacancies.",
    "It lost 1,040 agents in 2022.",
    "Last year 70 agents resigned.",
    "It hires 90 agents a month on average.",
    "More than 16,000 people applied.",
    "The union has 3,100 members in the sector.",
    "Three agents were hurt in the crash.",
    "Two Guard members drowned in 2022.",
    "Eight agents worked the night shift.",
    "Agents work 10-hour shifts in groups of three.",
    "Imagine 100,000 soldiers along the river, he wrote.",
    "A couple of hundred reservists may follow.",
    "A boat with 22 people capsized.",
    "Crossings fell to 310 a day from 2,200.",
    "Mexico's National Guard posted 1,500 members along the tracks.",
    "A poll of 1,004 voters found that 52 percent approve.",
    "The school lost 45 pupils.",
    "Nearly 1,000 people marched to the bridge.",
    "She is 34 and has served 12 years.",
    "Interstate 8 and Route 94 meet 6 miles north.",
    "They flew 3,100 hours and seized 41 boats.",
    "Each soldier carries 60 pounds; each truck carries 9 soldiers.",
    "The bill passed 215-208 and the Senate needs 60 votes.",
    "Some 400 Guard members helped at hospitals during the pandemic.",
    "At the peak 7,000 migrants slept under the bridge.",
    "The mission cost $1.2 million per 100 soldiers.",
    "Of those stopped, 400 had tried before.",
    "About 1,300 teachers and nurses live in base housing.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_numbers_of_others_behind_figures(rows: Rows, text: str) -> None:
    assert [row["value"] for row in rows(COUNTED + text)] == [640, 210]


TOPICS = {
    "G": "The Kansas National Guard has been on the border in Arizona since May. ",
    "B": "The Border Patrol opened a new station on the border near Sasabe. ",
    "C": "Customs and Border Protection runs the port of entry at Nogales. ",
    "A": "The Army took over a stretch of the border near Columbus in spring. ",
}
SPOKEN_OF = [
    ("G", "The first group was 62 strong; the second numbers 48.", [62, 48]),
    ("G", "It began with 210 people and is down to 160.", [210, 160]),
    ("G", "A crew of 35 from Topeka came home on Friday.", [35]),
    ("G", "Today 74 remain.", [74]),
    ("G", '"There are a hundred and ten of us," said a sergeant.', [110]),
    ("G", "The governor promised 150 and has so far sent 96.", [150, 96]),
    ("G", "Half a dozen cooks and 24 mechanics are among them.", [24]),
    ("G", "Another company, about 115 troops, will follow in the fall.", [115]),
    ("G", "Not one of the 85 volunteers has asked to leave.", [85]),
    ("B", "It has room for 200 agents but only 140 work there.", [140]),
    ("B", "The chief has 310 on the books and wants 400.", [310, 400]),
    ("B", "Forty more are promised by year's end.", [40]),
    ("B", "Headquarters has approved 220 positions for it, of which 171 are filled.", [220, 171]),
    ("B", "The sector as a whole counts about 1,900.", [1900]),
    ("B", "Since October 610 new hires have joined, and the yearly goal is 1,200.", [610, 1200]),
    ("C", "It is manned by 640 officers, 70 fewer than in 2019.", [640]),
    ("C", "The port director said she has 390 and needs 450.", [390, 450]),
    ("C", "Some 55 officers on loan from Florida's airports will go home on May 1.", [55]),
    ("C", "The bill provides for 350 officers at ports in the north.", [350]),
    ("A", "The brigade brought 2,300 of its people.", [2300]),
    ("A", "Engineers make up 700 of the total.", [700]),
    ("A", "The Marines, with 350 there, string wire.", [350]),
    ("A", "An aviation task force of 190 flies for it.", [190]),
    ("A", "By summer's end the figure had slipped below 5,000.", [5000]),
    ("A", "A second wave, 600 to 700 soldiers, waits for orders.", [600]),
    ("A", "The last 150 packed up on Nov. 30, 2021.", [150]),
    ("A", "Air Force personnel, 85 in all, maintain radios.", [85]),
]


@pytest.mark.parametrize(("topic", "text", "values"), SPOKEN_OF)
def test_people_whom_only_the_sentence_before_names(rows: Rows, topic: str, text: str, values: list[int]) -> None:
    assert [row["value"] for row in rows(TOPICS[topic] + text)] == values
