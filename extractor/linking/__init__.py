"""Which amount, date, place and people belong to which project: candidates, trust, one decision."""

from __future__ import annotations

from extractor.draft import Draft
from extractor.linking.days import choose_dates
from extractor.linking.lands import choose_lands
from extractor.linking.money import choose_amounts
from extractor.linking.people import choose_people
from extractor.linking.reach import Reach
from extractor.linking.topic import Topic
from extractor.projects.scene import forget
from extractor.records import Project
from extractor.records.changed import changed

__all__ = ["link"]


def link(draft: Draft) -> list[Project]:
    """Link the draft's projects to amounts, dates, places, organisations and officials.

    Candidates are ranked by how the text ties them to the project: the same list item or parenthesis,
    apposition ('5억달러 규모의 …'), the same clause, the same sentence, a sentence that goes on about it.
    Totals and conversions are never linked.

    Parameters
    ----------
    draft : Draft
        With all other components' findings.

    Returns
    -------
    list of Project
        The same projects in the same order; ``amount`` and ``date`` are ``char_start`` of the linked mention,
        ``country`` sorted ISO 3166-1 alpha-2 codes.
    """
    if not draft.projects:
        forget()
        return []
    reach = Reach(draft)
    topic = Topic(reach)
    money = choose_amounts(reach, topic)
    days = choose_dates(reach, topic)
    lands = choose_lands(reach)
    people = choose_people(reach, lands)
    forget()
    linked = []
    for i, project in enumerate(draft.projects):
        why = dict(project.why)
        for chosen in (money[i], days[i], lands[i], people[i]):
            why.update(chosen.why)
        linked.append(
            changed(
                project,
                amount=money[i].start,
                date=days[i].start,
                country=lands[i].country,
                place=lands[i].place,
                partner_country=people[i].partners,
                agreement=people[i].agreement,
                organizations=people[i].organizations,
                officials=people[i].officials,
                why=why,
            )
        )
    return linked
