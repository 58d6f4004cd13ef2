"""Every rule on its own: a sentence or two in which it, and no other, decides about a number."""

from collections.abc import Callable
from typing import Any

import pytest

from etl.proposals import ellipsis, refusals, statuses

Numbers = Callable[[str], dict[int, Any]]

REFUSED = [
    ("whole-service", 42000, "The border is near the Marines of Camp Pendleton, 42,000 of them counting families."),
    ("applicants", 270, "A study of 270 Border Patrol agents came out."),
    ("what-if", 1000, "If a thousand Border Patrol agents each save ten minutes, the line moves."),
    ("not-people", 22, "The Army has 310 soldiers on the border. They asked for fifty mules. It got 22."),
    ("no-count", 210, "The Border Patrol has 310 agents at the border. The picnic is at Ramada 210."),
    ("no-noun", 175, "The Border Patrol has 310 agents at the border. A wedding for 175 follows."),
    ("elsewhere", 250, "NEW ORLEANS - Border Patrol teams totaling 250 agents have been in the suburbs."),
    ("no-count", 0, "The mission costs $94 million and the Border Patrol is in its second year."),
    ("age", 38, "A sergeant of the Army, Luis Ortega, 38, left for the border."),
    ("age", 29, "The agents, ages 29 and 34, work at the border."),
    ("ratio", 3, "The agency says that 1 in 3 agents works at the border."),
    ("ratio", 105, "For every 105 agents the Border Patrol has a clerk."),
    ("rate", 1200, "The academy graduates 1,200 agents a year for the Border Patrol."),
    ("rate", 640, "The Border Patrol hired an average of 640 agents."),
    ("change", 177, "The number of Border Patrol agents fell by 177."),
    ("not-people", 71000, "Customs officers look inside 71,000 containers."),
    ("not-people", 1050, "The Border Patrol has 1,050 vacancies."),
    ("shortfall", 2900, "The ports are short 2,900 officers."),
    ("shortfall", 240, "The sector has 240 agents below its goal."),
    ("departed", 1023, "In that year 1,023 Border Patrol agents left the agency."),
    ("room", 1800, "A camp at the border will sleep 1,800 soldiers."),
    ("room", 960, "The academy can house 960 agents."),
    ("harmed", 12, "12 Border Patrol agents were hurt when a bus rolled over."),
    ("applicants", 8400, "8,400 people applied to the Border Patrol."),
    ("applicants", 16000, "The union represents 16,000 Border Patrol agents."),
    ("applicants", 410, "The Border Patrol also pays 410 contract guards and officers."),
    ("crowd", 4410, "Border Patrol agents stopped 4,410 people."),
    ("what-if", 100000, "Suppose we sent 100,000 soldiers to the border."),
    ("what-if", 50000, "Put 50,000 soldiers on the border, he said."),
    ("asked", 21000, "Were there really 21,000 Border Patrol agents?"),
    ("corrected", 600, "Our article gave the number of Marines at the border as 600."),
    ("few", 4, "At the border 4 agents watched the river."),
    ("no-noun", 742, "It rained, and then 742."),
    ("no-agency", 900, "Some 900 people work in the hall."),
    ("foreign", 8000, "Mexico said it would post 8,000 soldiers at its northern border."),
    ("foreign", 60, "At the border Canada's customs service added 60 officers."),
    ("elsewhere", 3400, "The Army has 3,400 soldiers in Europe."),
    ("elsewhere", 310, "In Chicago, 310 Border Patrol agents made arrests."),
    ("whole-service", 44500, "The Coast Guard has 44,500 members in all."),
    ("whole-service", 31, "Our sheriff polices the county with 31 deputies."),
    ("elsewhere", 6200, "The ship spent a year in the Red Sea with 6,200 sailors from its group."),
    ("whole-service", 6500, "The Coast Guard has 44,500 members in all, and 6,500 reservists."),
    (
        "whole-service",
        60000,
        "The border got help from the Transportation Security Administration, whose workforce tops 60,000.",
    ),
    ("foreign", 1000, "DETROIT - With Ottawa vowing to add 1,000 border officers, CBP has its own plans."),
    ("room", 1000, "The camp is staffed by 90 Border Patrol agents. Its capacity is 1,000."),
    ("whole-service", 430000, "Nationwide, about 430,000 people serve in the National Guard."),
    ("whole-service", 10000, "The order calls for 10,000 more immigration officers and 5,000 Border Patrol agents."),
    ("same-as-before", 600, "The Border Patrol's rooms held 3,300 on Sunday. Another 600 slept in a school."),
    ("bystanders", 300, "The Border Patrol mourns. Three hundred agents were in the procession."),
    ("harmed", 175, "CBP said that 175 agents and officers would be honored for the rescue."),
    ("departed", 1200, "Attrition at the Border Patrol is assumed to be about 1,200 agents."),
    ("no-agency", 75, "The Border Patrol is near. The tribe's police force has 75 officers."),
    ("not-people", 236, "The air branch has 900 agents for the border. The fleet has 236."),
    ("whole-service", 3200, "The Guard is on the border. The governor said: We have 3,200 soldiers in this state."),
    ("whole-service", 19100, "Texas Guard soldiers are on the border. The Guard's end strength is 19,100."),
    ("same-as-before", 260, "In Chicago, 260 Border Patrol agents made arrests. The 260 will be back."),
    ("not-people", 12, "The Border Patrol hired 12 helicopters for its sector."),
    ("left-out", 17, "The Border Patrol's numbers leave out 17 agents on leave."),
    ("departed", 52, "The Border Patrol has 900 agents and not the 52 agents who left."),
    ("age", 27, "At the border Tyler Omsted is 27, and his Army soldiers know it."),
    ("whole-service", 272000, "The border is far. The Homeland Security Department, with a staff of 272,000, waits."),
    ("whole-service", 260000, "CBP has 64,000 employees at the border. The department above it has 260,000."),
    ("not-people", 1480, "CBP has 900 officers. What about the dogs? There are 1,480."),
    ("bystanders", 200, "The Guard soldiers came home from the border. A band played in front of 200 people."),
    ("bystanders", 220, "A Border Patrol station stands near. A club claims 220 employees who watch the line."),
    ("bystanders", 11, "At the border, eleven Border Patrol agents handed out water."),
    ("age", 44, "At the border a customs officer, 44, was bitten by a dog."),
    ("age", 88, "The former Border Patrol chief is ill. He was 88 in June."),
    ("what-if", 40000, "Your columnist wants 40,000 Border Patrol agents."),
    ("what-if", 2000, "The 500 Marines at the border stay. A spokesman was asked about a report of 2,000."),
    ("shortfall", 1900, "At the Border Patrol 1,900 jobs stand empty."),
    ("departed", 11, "The Border Patrol class had started with 58 trainees; 11 dropped out."),
    ("same-as-before", 6000, "Crossings at the border could reach 13,000 a day, compared with about 6,000 now."),
    ("same-as-before", 1100, "Customs officers looked inside 6,900 trucks, against 1,100 a year ago."),
]


@pytest.mark.parametrize(("rule", "value", "text"), REFUSED)
def test_refusal(numbers: Numbers, rule: str, value: int, text: str) -> None:
    candidate = numbers(text)[value]
    assert candidate.refused_by == rule, candidate.reason
    assert rule in candidate.trail
    assert candidate.reason


def test_a_fact_told_twice_is_proposed_once(rows: Callable[[str], list[dict[str, Any]]]) -> None:
    text = "CBP sends 240 officers\n\nCBP sent 240 officers to the border. Nobody asked the 240 officers why."
    assert [row["start"] for row in rows(text)] == [text.index("240 officers to")]


def test_counts_of_things_are_refused_by_their_subject(numbers: Numbers) -> None:
    assert numbers("Arrests at the border reached 6,900.")[6900].refused_by == "not-people"


@pytest.mark.parametrize(
    "number",
    [
        "1500\u200b",
        "1,5\u200b00",
        "\u202e1,500\u202c",
        "1,50",
        "1.500",
        "\u0661\u066c\u0665\u0660\u0660",
        "1\u2063500",
        "154/",
        "#15",
    ],
)
def test_numbers_that_can_be_misread_are_refused(rows: Callable[[str], list[dict[str, Any]]], number: str) -> None:
    assert rows(f"The Army sent {number} soldiers to the border.") == []


NOUNS = [
    ("of-them", 400, "The Army sent 700 soldiers to the border, 400 of them to Texas."),
    ("of-those", 300, "The Army sent 700 soldiers to the border. Of those, 300 are in Texas."),
    ("copula", 640, "The Border Patrol has 1,760 agents at the border, of whom 640 are pilots."),
    ("of-whom", 1210, "The Border Patrol sector had 1,520 agents, of which 1,210 rode the line."),
    ("row", 560, "National Guard on duty at the border\n\nArizona: 560\nTexas: 1,400"),
    ("shared", 45, "Florida has lent 45 and 30 troopers to the border."),
    ("inverted", 3900, "The new order brings to 3,900 the number of Army soldiers at the border."),
    ("compared", 405, "The Border Patrol raised its strength to 480 agents from 405 a year ago."),
    ("body", 1760, "Air and Marine Operations has a staff of 1,760."),
    ("body", 290, "The mission had 1,150 Guard members. The number had fallen to 290."),
    ("apposed", 7600, "The deployment of soldiers to the border - 7,600 at last count - goes on."),
    (
        "listed",
        1830,
        "Field Operations has 33,900 employees, the Border Patrol 19,000 and Air and Marine Operations 1,830.",
    ),
    ("listed", 35, "At the border Arizona's 560 Guard troops, along with 35 from Nevada, keep watch."),
    ("of-them", 16900, "Every Border Patrol agent there, about 16,900 of them, is tired."),
    ("having", 1500, "The Pentagon says 1,600 soldiers leave the border and will be replaced by 1,500 from home."),
    ("having", 3000, "The border has 7,200 troops. That includes 700 Marines. A further 3,000 are under orders."),
    ("row", 1050, "Military personnel on border\n\nArmy 5,120\nMarine Corps 1,050\nTotal 6,170"),
    ("row", 25836, "CBP staffing\nBorder Patrol agents | 19,359\nCBP officers | 25,836"),
    ("answer", 7300, "Q. How big is the force on the border now?\nA. About 7,300."),
    ("answer", 2180, "And the National Guard?\nThere are 2,180 on the border."),
    ("apposed", 1150, "Stations release a tenth of their agents, 1,150 in all, to the border."),
    ("having", 42, "The Border Patrol station has 310 agents, though 42 are on loan."),
    ("having", 245, "CBP has 900 officers at its ports. Field offices in the north gave up 245."),
    ("having", 5800, "More than half of us want troops on the border. In 2018 there were 5,800."),
    ("compared", 3600, "Of the 1,500 troops on the border, 500 are Marines. By May the force had doubled, to 3,600."),
    ("apposed", 210, "Army engineers, 210 strong, came to the border."),
    ("others", 4700, "In Texas 23,000 people work for CBP: 9,400 agents, 8,900 officers and 4,700 others."),
    (
        "having",
        2000,
        "CBP said it was moving 730 officers to the border, and that 2,000 could follow.",
    ),
    ("labelled", 19357, "Border Patrol (USBP): 19,357; Field Operations: 33,490; total CBP: 64,900."),
    ("having", 50, "Louisiana's 225 soldiers on the border replaced 50 from Tennessee."),
    ("having", 74, "The border town was told to expect 200 soldiers. The city has seen 74."),
    ("apposed", 900, "At the border the 4,200 Army troops are split between Texas (900) and Arizona (1,000)."),
    ("listed", 1500, "On the border 350 of the 2,800 soldiers in Texas will go, and most of the 1,500 in Arizona."),
    ("compared", 2800, "Agents in the Swanton sector number 330. That compares with 2,800 in the Rio Grande Valley."),
    ("listed", 900, "On the border the Guard counted 2,340, the Army 3,100 and the Marines 900."),
    ("others", 260, "At the border are 220 Marines. They will be relieved by 260 others."),
    ("answer", 1780, "How many agents did the Border Patrol hire? The secretary says 1,780."),
    ("correction", 58, "A report gave the wrong size for the Oregon Guard on the border. It is 58, not 85."),
    ("of-them", 3720, "When I took the oath there were 3,720 of us in the Border Patrol."),
    ("having", 49, "The port is supposed to have 75 customs officers and gets by with 49."),
    ("having", 2150, "We have 16,400 Border Patrol agents. The National Guard lends us 2,150."),
    ("body", 3900, "The Pentagon will shrink its border force to 3,900."),
    ("row", 288, "Border Patrol agents by sector\n\nBlaine: 288\nGrand Forks: 179"),
    ("included", 90, "CBP sent 240 officers to the border, among them 90 from Seattle."),
    ("listed", 1520, "At the border are 2,810 soldiers in Texas and 1,520 in Arizona."),
    ("listed", 61, "For the border, Ohio has sent 14 troopers, Nebraska 61 and Iowa 30."),
    ("having", 742, "This port is supposed to have 910 customs officers. On paper it has 742."),
    ("having", 120, "CBP sent 240 officers to the border. Only 120 volunteered."),
    ("carried", 1207, "Positions of the border's customs officers that are filled came to 1,207."),
    ("carried", 2400, "Guard soldiers stood at the border. For them the plan foresaw 2,400."),
]


@pytest.mark.parametrize(("rule", "value", "text"), NOUNS)
def test_noun_of_a_bare_number(numbers: Numbers, rule: str, value: int, text: str) -> None:
    candidate = numbers(text)[value]
    assert candidate.accepted, candidate.reason
    assert f"noun-{rule}" in candidate.trail


COMPOUNDS = [
    (300, "soldiers", "army", "A 300-member force of soldiers arrived at the border."),
    (2500, "members", "national-guard", "The 2,500-strong Guard mission at the border will end in May."),
    (600, "soldiers", "army", "A 600-soldier engineer battalion left for the border."),
    (1100, "troops", "all-military", "The 1,100-strong contingent at the border includes 250 Marines."),
]


@pytest.mark.parametrize(("value", "noun", "agency", "text"), COMPOUNDS)
def test_strength_in_a_compound(numbers: Numbers, value: int, noun: str, agency: str, text: str) -> None:
    candidate = numbers(text)[value]
    assert (candidate.noun, candidate.agency, candidate.reason) == (noun, agency, None)
    assert "noun-compound" in candidate.trail


def test_compounds_about_other_things_count_those(numbers: Numbers) -> None:
    candidate = numbers("A 12-member family waited at the border for CBP.")[12]
    assert candidate.reason == "counts family"


def test_a_number_behind_a_comparison_is_read_alone(numbers: Numbers) -> None:
    found = numbers("The Border Patrol has 19,536 agents, fewer than the 21,370 agents that Congress paid for.")
    assert (found[21370].status, found[21370].qualifier) == ("authorized", "exact")


STATUSES = [
    ("authorized", "authorized", 2900, "The order lets the Pentagon use up to 2,900 Army reservists at the border."),
    ("authorized", "authorized", 410, "Congress gave CBP money in the last spending law for 410 officers."),
    ("planned", "planned", 85, "The director of the port of Nogales, a CBP crossing, put in for 85 officers."),
    ("ordered", "ordered", 350, "The White House said Sunday it would send 350 CBP officers to the border."),
    (
        "total-after",
        "total-after",
        710,
        "The Border Patrol chief has asked for 90 agents; counting them, he'll have 710.",
    ),
    ("authorized", "authorized", 8800, "The force at the border is authorized to grow to 8,800 troops."),
    ("mandated-floor", "mandated-floor", 24100, "The bill bars CBP from letting its corps dip below 24,100 officers."),
    ("authorized", "authorized", 640, "The Border Patrol's Yuma station ought to have 640 agents."),
    ("cumulative", "cumulative", 700, "By the spring 700 Iowa Guard members will have served at the border."),
    ("keeping", "deployed", 44, "Utah will leave its 44 Guard soldiers at the border."),
    ("there", "deployed", 66, "Reservists recalled under Title 14 supplied 66 sailors for the border."),
    ("hired", "hired", 515, "Since the spring CBP has brought 515 agents onto its rolls."),
    ("hired", "hired", 930, "The Border Patrol has made 930 hires since January."),
    ("present", "deployed", 3100, "The state says it would go from 3,100 Guard soldiers at the border to 900."),
    ("ordered", "ordered", 77, "At the border, 77 more Guard members already hold orders and report in May."),
    ("ordered", "ordered", 380, "The Pentagon said it would send 380 troops to the border."),
    ("ordered", "ordered", 260, "On Friday, 260 Army soldiers and 90 Marines will be headed for the border."),
    ("ordered", "ordered", 970, "Parts of the division, totaling 970 soldiers, will take over the border sector."),
    ("cumulative", "cumulative", 30000, "From 2006 through 2008, some 30,000 Guard members served on the border."),
    ("cumulative", "cumulative", 1120, "Kentucky has rotated 1,120 Guard members through the border mission."),
    ("ordered", "ordered", 1500, "The secretary approved a request for 1,500 active-duty troops for the border."),
    ("withdrawn", "withdrawn", 70, "About 70 Guard soldiers returned from the border last week."),
    ("keeping", "deployed", 150, "The governor extended the deployment of 150 Guard members on the border."),
    ("withdrawn", "withdrawn", 29, "Vermont will bring its remaining 29 soldiers back from the border."),
    ("ordered", "ordered", 4600, "The Pentagon will shrink its border force by a third, to 4,600 troops."),
    ("authorized", "authorized", 230, "The border station is set up for 230 Border Patrol agents."),
    ("at-work", "deployed", 108, "Under the plan, 108 members of the Guard are building fence at the border."),
    ("at-work", "deployed", 204, "The Border Patrol plans a new post; 204 agents are on loan from Texas."),
    ("authorized", "authorized", 900, "The law signed in July pays for 900 new Border Patrol agents."),
    ("authorized", "authorized", 300, "At the border the Guard's orders top out at 300 soldiers."),
    ("planned", "planned", 900, "The request also pays for 900 new Border Patrol agents."),
    ("planned", "planned", 60, "CBP has agreed to post 60 officers at the crossings."),
    ("hired", "hired", 1017, "Hires by year\n\nBorder Patrol agents\n- fiscal year 2019: 1,017"),
    ("mandated-floor", "mandated-floor", 21370, "By law the Border Patrol can not drop below 21,370 agents."),
    ("withdrawn", "withdrawn", 28, "Iowa's 28 troopers spent some weeks at the border and have gone home."),
    ("withdrawn", "withdrawn", 900, "The first to pack up at the border are 900 soldiers of the Army."),
    ("cumulative", "cumulative", 950, "At least 950 Guard soldiers have done a turn at the border."),
    ("total-after", "total-after", 8950, "Once both are at the border, the number of troops will be 8,950."),
    ("total-after", "total-after", 1030, "A bill adds 310 Border Patrol agents to these 720, for 1,030 agents in all."),
    ("present", "onboard", 46, "The Border Patrol's Ramey Sector adds 14 agents to the 46 it has."),
    ("planned", "planned", 26370, "The Border Patrol had hoped to have 26,370 agents in place by 2021."),
    (
        "planned",
        "planned",
        5000,
        "The order calls for hiring 10,000 deportation officers and 5,000 Border Patrol agents.",
    ),
    ("withdrawn", "withdrawn", 1000, "Some 4,000 soldiers are on the border. He said 1,000 would leave by March."),
    ("withdrawn", "withdrawn", 400, "At the border, 400 soldiers who are due to leave are from Illinois."),
    ("present", "deployed", 2500, "He wants the border force cut to 1,500 from 2,500."),
    ("moved", "deployed", 730, "CBP is moving 730 customs officers to the border."),
    ("mandated-floor", "mandated-floor", 22500, "The bill would put the floor at 22,500 Border Patrol agents."),
    ("authorized", "authorized", 2500, "On the border\n\nNational Guard: 2,391\nCeiling of the National Guard: 2,500"),
    ("hired", "hired", 300, "Border Patrol agents\n\nAgents hired: 300\nAgents aboard: 900"),
    ("moved", "deployed", 20, "The ports sent CBP 20 officers for a month."),
    ("withdrawn", "withdrawn", 1600, "On the border 1,600 soldiers will rotate out this month."),
    ("ordered", "ordered", 1500, "The 1,600 soldiers on the border go home and will be replaced by 1,500 soldiers."),
    ("mandated-floor", "mandated-floor", 26370, "It would require the Border Patrol to keep at least 26,370 agents."),
    ("authorized", "authorized", 980, "The San Ysidro crossing is staffed for 980 officers."),
    ("hired", "hired", 40, "The Border Patrol station got 40 new agents."),
    ("present", "onboard", 19900, "The bill would add 1,300 Border Patrol agents to the current level of 19,900."),
    ("total-after", "total-after", 3500, "That takes the Army force at the border from 2,400 to just over 3,500."),
    ("withdrawn", "withdrawn", 90, "Ninety Army reservists at the border, who ran the yard, will go home."),
    ("ordered", "ordered", 2640, "The Pentagon will quietly put 2,640 soldiers along the border."),
    ("ordered", "ordered", 1500, "1,500 Army troops, 1,100 of them cooks, will be at the border by May."),
    ("hired", "hired", 61, "Sixty-one new customs officers raised their right hands on Tuesday."),
    ("having", "onboard", 121, "The port that wants 160 customs officers has 121."),
    ("keeping", "deployed", 900, "At the border 900 active-duty soldiers are to stay."),
    ("withdrawn", "withdrawn", 61, "Sixty-one Guard soldiers flew home after ten months on the border."),
    ("withdrawn", "withdrawn", 1000, "The Pentagon will pull out 1,000 of the 2,500 Guard troops on the border."),
    (
        "planned",
        "planned",
        250,
        "The governor would double the troopers at the border and post 250 Guard members there.",
    ),
    ("planned", "planned", 50, "The governor has offered 50 state troopers for the border."),
    ("authorized", "authorized", 4200, "You may keep up to 4,200 National Guard members on the border."),
    ("authorized", "authorized", 4600, "The money covers up to 4,600 Texas Guard soldiers on the border."),
    ("hired", "hired", 870, "In that year CBP brought 870 people on board."),
    ("hired", "hired", 1904, "The Border Patrol took in 1,904 recruits."),
    ("hired", "hired", 1780, "How many agents did the Border Patrol hire? The secretary says 1,780."),
    ("total-after", "total-after", 230, "CBP will add 25 officers to the ports, which would make 230."),
    ("total-after", "total-after", 66900, "Customs and Border Protection will end that year with 66,900 employees."),
    ("cumulative", "cumulative", 29000, "More than 29,000 Guard members served on the border in total."),
    ("ordered", "ordered", 200, "About 200 Marines are being sent to the border."),
    ("moved", "deployed", 40, "Forty customs officers from Seattle arrived at this port."),
    ("total-after", "total-after", 4100, "The Army sends 1,800 soldiers, bringing the total at the border to 4,100."),
    ("mandated-floor", "mandated-floor", 21000, "The law sets a minimum of 21,000 Border Patrol agents."),
    ("all-but", "deployed", 150, "All but 150 of the 580 Marines at the border have returned to base."),
    ("joining", "deployed", 2300, "They join 2,300 National Guard members at the border."),
    ("keeping", "deployed", 550, "Nevada promised to keep its 550 Guard members at the border."),
    ("present", "deployed", 150, "The Army sent 400 soldiers to the border, 150 already in place."),
    ("withdrawn", "withdrawn", 124, "At the border, 124 Guard soldiers will come home by June."),
    ("cumulative", "cumulative", 30500, "At the border, 30,500 Guard members rotated through."),
    ("hired", "hired", 1066, "The Border Patrol hired 1,066 agents."),
    ("authorized", "authorized", 20610, "The Border Patrol has 20,610 authorized positions."),
    ("planned", "planned", 450, "The Texas Guard plans to add 450 soldiers at the border."),
    ("ordered", "ordered", 1850, "The Pentagon will send 1,850 troops to the border."),
    ("there", "deployed", 1480, "We have 1,480 soldiers on the ground at the border."),
    ("moved", "deployed", 240, "CBP pulled 240 officers out of its airports."),
]


@pytest.mark.parametrize(("rule", "status", "value", "text"), STATUSES)
def test_status(numbers: Numbers, rule: str, status: str, value: int, text: str) -> None:
    candidate = numbers(text)[value]
    assert (candidate.status, candidate.reason) == (status, None)
    assert f"status-{rule}" in candidate.trail


def test_status_without_words_for_it(numbers: Numbers) -> None:
    found = numbers("The sector has 900 Border Patrol agents. Another 60 Border Patrol positions follow.")
    assert "status-default-onboard" in found[900].trail
    joined = numbers("The Pentagon will send 700 Marines and 300 soldiers to the border.")
    assert joined[300].trail[-1] == "status-conjoined"
    assert joined[300].status == "ordered"


DATES = [
    ("date-before", "FY2015", 870, "CBP sifted 41,000 files in fiscal year 2015 and brought 870 people on board."),
    ("date-behind", "2023-05-10", 1500, "The border gets 1,500 Army troops, 1,100 of them cooks, by May 10, 2023."),
    ("date-before", "2025-06-02", 7980, "The Pentagon's count, dated June 2, 2025, lists 7,980 troops at the border."),
    ("date-of-paragraph", "2021-03-06", 500, "March 6, 2021. The governor sends 500 Guard soldiers to the border."),
    (
        "date-of-list",
        "FY2023",
        2610,
        "The ports had 900 officers in fiscal year 2023, along with 2,610 agriculture specialists.",
    ),
    (
        "date-told-next",
        "2022-09-30",
        900,
        "The Border Patrol has 900 agents. The figures are as of September 30, 2022.",
    ),
    (
        "date-of-pair",
        "FY2017",
        283,
        "The North had 959 agents in FY 2016 and 948 in FY 2017. One went from 291 to 283 over the same two years.",
    ),
    ("date-of-question", "FY2024", 1780, "How many agents did the Border Patrol hire in fiscal 2024? He says 1,780."),
    (
        "date-of-addition",
        "2022-07-15",
        230,
        "CBP will add 25 officers to the ports by July 15, 2022, which would make 230.",
    ),
    ("date-before", "2017", 3120, "Between 2017 and 2020 the Border Patrol hired 3,120 agents."),
    ("date-behind", "2022-09-30", 900, "At the border the Army had 900 soldiers on 9/30/2022."),
    ("date-behind", "FY2019", 900, "The Border Patrol had 900 agents in the 2019 fiscal year."),
    ("date-before", "2006-06", 6000, "From June 2006 to July 2008 the Guard had 6,000 members at the border."),
    ("date-behind", "2021-12", 9800, "At the border the Guard had 9,800 soldiers in December 2021."),
    ("date-before", "2022-09-30", 18940, "On September 30, 2022, the Border Patrol counted 18,940 agents."),
    ("date-before", "FY2012", 21190, "In fiscal year 2012 the Border Patrol had 21,190 agents."),
    ("date-when", "2010", 1850, "Its best year was 2010, when the Border Patrol hired 1,850 agents."),
    ("date-same-year", "FY2020", 990, "In fiscal 2020 CBP had 900 agents. During that year it hired 990 officers."),
    ("date-of-title", "2019-08-14", 560, "National Guard at the border, August 14, 2019\n\nArizona: 560\nTexas: 1,400"),
    ("date-as-of", "2018-05-01", 140, "The Guard had 140 soldiers on the border and 50 here as of May 1, 2018."),
    ("date-of-whole", "2018-11", 270, "In November 2018 at the border were 575 soldiers. Of those, 270 were in Texas."),
]


@pytest.mark.parametrize(("rule", "as_of", "value", "text"), DATES)
def test_date(numbers: Numbers, rule: str, as_of: str, value: int, text: str) -> None:
    candidate = numbers(text)[value]
    assert (candidate.as_of, candidate.reason) == (as_of, None)
    assert rule in candidate.trail


@pytest.mark.parametrize(
    "text",
    [
        "The Border Patrol has 19,000 agents, the chief said on March 3, 2021.",
        "Since 2021 the Border Patrol has had 19,000 agents.",
        "WASHINGTON, Feb. 11, 2025 - The Border Patrol has 19,000 agents.",
        "In 2011 there were 9,000 Border Patrol agents and today there are 19,000 agents.",
        "It had 20,000 Border Patrol agents as of May 1, 2020, against the 19,000 it had a year earlier.",
        "The chief, who came up from Yuma in 2016, has 19,000 Border Patrol agents.",
        "Before 2007 the Border Patrol never had 19,000 agents.",
        "The new ones, to arrive by May 10, 2023, will join the Border Patrol's 19,000 agents.",
        "The Border Patrol's 19,000 agents were joined in February 2025 by another 140.",
        "In 2011 it had 9,000 Border Patrol agents; two years later it had 19,000 agents.",
    ],
)
def test_dates_that_are_not_the_number_s_own(numbers: Numbers, text: str) -> None:
    assert numbers(text)[19000].as_of is None


def test_a_number_that_can_t_be_exceeded_is_a_ceiling(rows: Callable[[str], list[dict[str, Any]]]) -> None:
    text = "The border mission of the Army has 3,019 soldiers. By statute it can't exceed 4,000."
    assert [(row["value"], row["qualifier"], row["status"]) for row in rows(text)] == [
        (3019, "exact", "deployed"),
        (4000, "at-most", "authorized"),
    ]


def test_as_many_more_is_no_repeat(numbers: Numbers) -> None:
    text = "Fifty Guard members from Tennessee are on the border. The governor pledged 50 more."
    assert numbers(text)[50].status == "planned"


def test_a_number_told_again_is_refused_as_it_was_before(numbers: Numbers) -> None:
    refused = numbers("In Chicago, 260 Border Patrol agents made arrests. The chief says the 260 will be back.")
    assert refused[260].reason == "counts people elsewhere (chicago)"


def test_every_rule_has_a_case() -> None:
    tried = {rule for rule, *_ in REFUSED}
    assert {name for name, _ in refusals.RULES} <= tried
    assert {name for name, _ in ellipsis.RULES} == {rule for rule, *_ in NOUNS}
    assert {name for name, *_ in statuses.RULES} == {rule for rule, *_ in STATUSES}


def test_estimates_and_sums_hedge_by_their_verbs(rows: Callable[[str], list[dict[str, Any]]]) -> None:
    text = "The command has 9,100 soldiers at the border. A research group estimates 8,400. Its lists add up to 9,000."
    assert [row["qualifier"] for row in rows(text)] == ["exact", "estimate", "exact"]


def test_what_takes_in_land_adds_no_people(numbers: Numbers) -> None:
    text = "The Maine sector, which takes in the whole border, was down to 148 Border Patrol agents."
    assert numbers(text)[148].status == "onboard"


def test_a_list_behind_a_colon_stands_as_the_words_before_it_say(numbers: Numbers) -> None:
    found = numbers("Ohio named the units it is ordering to the border: 114 Guard members and, later, 31 soldiers.")
    assert [found[value].status for value in (114, 31)] == ["ordered", "ordered"]
    assert numbers("The act sets a minimum for CBP: 23,000 agents.")[23000].status == "mandated-floor"
    assert numbers("Authorized strength of the port, says CBP: 410 officers.")[410].status == "authorized"
    assert numbers("In those years people were taken on too: 3,140 new CBP agents.")[3140].status == "hired"
