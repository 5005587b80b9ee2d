"""Tracks: the same undertaking under other names, years and spellings, and the traps between."""

from __future__ import annotations

import resource
import time
from itertools import combinations
from random import Random

import pytest

from extractor.load import lexicon
from pipelines.tracks import Statement, Tracks
from pipelines.tracks.folding import fold
from pipelines.tracks.identity import Place, identify, plain, split
from pipelines.tracks.places import find_places

KNOWN = {
    "알마티": ("알마티", "KZ", False),
    "타슈켄트": ("타슈켄트", "UZ", False),
    "아스타나": ("아스타나", "KZ", False),
    "누르술탄": ("아스타나", "KZ", False),
    "카자흐스탄": ("카자흐스탄", "KZ", True),
    "카자흐": ("카자흐스탄", "KZ", True),
    "우즈벡": ("우즈베키스탄", "UZ", True),
}


def places(name: str) -> tuple[Place, ...]:
    found, at = [], 0
    while at < len(name):
        word = next((w for w in sorted(KNOWN, key=len, reverse=True) if name.startswith(w, at)), "")
        if word:
            found.append(Place(at, at + len(word), *KNOWN[word]))
        at += len(word) or 1
    return tuple(found)


def tracked(*projects: tuple[str, str] | tuple[str, str, str]) -> list[str]:
    """Track ids of projects, each of an article of its own: (name, country, day)."""
    tracks = Tracks(places)
    tracks.add(
        Statement(f"n{i}#p1", f"n{i}", p[2] if len(p) > 2 else "", p[0], p[1], "", "", "", "")
        for i, p in enumerate(projects)
    )
    tracks.solve()
    return list(tracks.track_ids())


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("쉼켄트", "심켄트"),
        ("쉼켄트", "쉼켄뜨"),
        ("카라간다", "까라간다"),
        ("소하르", "수하르"),
        ("롱타인", "롱탄"),
        ("LNG", "ｌｎｇ"),
    ],
)
def test_spellings_fold_into_one(a, b):
    assert fold(a) == fold(b)


@pytest.mark.parametrize(
    ("a", "b"), [("나망간", "나보이"), ("알마티", "알포"), ("페인트", "판트"), ("리마", "리야드")]
)
def test_different_names_stay_apart(a, b):
    assert fold(a) != fold(b)


@pytest.mark.parametrize("row", lexicon("track_words"), ids=lambda row: row.where)
def test_track_words(row):
    assert plain(row["example"]) == row["answer"]
    assert plain(row["counterexample"]) == row["counterexample"].replace(" ", "")


@pytest.mark.parametrize("row", lexicon("renamed_places"), ids=lambda row: row.where)
def test_renamed_places(row):
    assert [p.canonical for p in find_places(row["example"])] == [row["answer"]]
    assert row["answer"] not in [p.canonical for p in find_places(row["counterexample"])]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("태양광단지", ("", "태양광단지")),
        ("퐁트누프", ("퐁트누프", "")),
        ("양극재", ("", "양극재")),
        ("알포", ("알포", "")),
    ],
)
def test_proper_names_are_told_from_common_nouns(word, parts):
    assert split(word) == parts


ONE = [
    [("알마티 순환도로", "KZ"), ("알마티 순환도로 건설 사업", "KZ"), ("알마티 외곽순환도로", "")],
    [("누르술탄 국립병원 현대화", "KZ"), ("아스타나 국립병원", "KZ")],
    [("자바 9·10호기 석탄화력발전소", "ID"), ("자바 9·10호기", "ID")],
    [("롱타인 신공항", "VN"), ("롱탄 국제공항", "VN")],
    [("알포 신항만", "IQ"), ("알 포(Al Faw) 신항만 사업", "IQ")],
    [("한-카자흐 기술교류센터", "KZ"), ("한-카자흐스탄 기술교류센터 설립", "KZ")],
    [("수빅 LNG발전소", "PH"), ("필리핀 수빅 액화천연가스(LNG) 발전소 사업", "PH")],
]


@pytest.mark.parametrize("names", ONE, ids=lambda names: names[0][0])
def test_one_undertaking_under_several_names(names):
    assert len(set(tracked(*names))) == 1


APART = [
    [("알마티 순환도로", "KZ"), ("타슈켄트 순환도로", "UZ")],
    [("순환도로", ""), ("순환도로", "")],
    [("하노이 도시철도 3호선", "VN"), ("하노이 도시철도 5호선", "VN")],
    [("자바 9·10호기", "ID"), ("자바 7호기", "ID")],
    [("한-카자흐 기술교류센터", "KZ"), ("한-우즈벡 기술교류센터", "UZ")],
    [("바가모요 대교", "TZ"), ("바가모요 항만", "TZ")],
    [("배터리 공장 증설", "PL"), ("배터리 공장", "PL")],
]


@pytest.mark.parametrize("names", APART, ids=lambda names: names[0][0])
def test_undertakings_that_only_look_alike(names):
    ids = tracked(*names)
    assert len(set(ids)) == len(ids)


def test_identity_keeps_places_parties_and_numbers():
    identity = identify(
        "한-카자흐 알마티 메트로 2·3호선 건설 사업", (), places("한-카자흐 알마티 메트로 2·3호선 건설 사업")
    )
    assert identity.places == {fold("알마티")}
    assert identity.parties == {"KZ"}
    assert identity.numbers == {"호선:2", "호선:3"}
    assert identity.core == fold("도시철도")


def test_history_and_contradictions_stand_side_by_side():
    tracks = Tracks(places)
    tracks.add(
        [
            Statement("c#p1", "c", "2023-06-30", "알마티 순환도로", "KZ", "", "operating", "", ""),
            Statement(
                "a#p1", "a", "2019-10-14", "알마티 순환도로", "KZ", "교통", "planned", "730000000", "USD"
            ),
            Statement(
                "b#p2", "b", "2021-06-21", "알마티 순환도로 사업", "KZ", "", "planned", "740000000", "USD"
            ),
        ]
    )
    tracks.solve()
    assert [row[1:] for row in tracks.rows()] == [
        (
            "알마티 순환도로 사업", "KZ", "교통", "2019-10-14", "2023-06-30", 3,
            "operating", "planned@2019-10-14;operating@2023-06-30",
            "740000000", "USD", "730000000 USD@2019-10-14;740000000 USD@2021-06-21", "a;b;c",
        )
    ]  # fmt: skip


def synthetic(count: int, seed: int = 7) -> list[Statement]:
    """Projects of invented towns: four statements each, differently named."""
    rng = Random(seed)
    syllables = "가나다라마바사아자카타파하고노도로모보소오조코토포호기니디리미비시이지키티피히"
    kinds = [
        "정유공장",
        "순환도로",
        "대학병원",
        "태양광 단지",
        "도시철도 2호선",
        "컨테이너항만",
        "담수 플랜트",
        "국제공항",
    ]
    forms = ["{} {}", "{} {} 사업", "{} {} 건설 사업", "{} {} 현대화"]
    made = []
    for number in range(count // 4):
        town = "".join(rng.choices(syllables, k=6)) + "스크"
        kind, country = rng.choice(kinds), rng.choice(["KZ", "UZ", "VN", "PL", "EG"])
        for year, form in enumerate(forms):
            name = form.format(town, kind)
            made.append(
                Statement(
                    f"{number}-{year}#p1",
                    f"{number}-{year}",
                    f"20{20 + year}-01-01",
                    name,
                    country,
                    "",
                    "planned",
                    "",
                    "",
                )
            )
    return made


def groups(statements: list[Statement]) -> set[frozenset[str]]:
    tracks = Tracks(lambda name: ())
    tracks.add(statements)
    tracks.solve()
    found: dict[str, set[str]] = {}
    for statement, track in zip(statements, tracks.track_ids(), strict=True):
        found.setdefault(track, set()).add(statement.project_id)
    return {frozenset(g) for g in found.values()}


def test_the_order_of_articles_does_not_matter():
    statements = synthetic(400)
    shuffled = statements[:]
    Random(3).shuffle(shuffled)
    assert groups(statements) == groups(shuffled)


def pairwise_f1(found: set[frozenset[str]]) -> float:
    pairs = {p for g in found for p in combinations(sorted(g), 2)}
    right = {p for p in pairs if p[0].split("-")[0] == p[1].split("-")[0]}
    gold = 6 * len({i.split("-")[0] for g in found for i in g})
    return 2 * len(right) / (len(pairs) + gold)


def test_many_projects_are_told_apart():
    assert pairwise_f1(groups(synthetic(4_000))) > 0.95


@pytest.mark.slow
def test_a_hundred_thousand_projects(capsys):
    """States time and memory; the time per project must not grow (near-linear)."""
    figures = []
    for count in (25_000, 100_000):
        statements = synthetic(count)
        start = time.perf_counter()
        found = groups(statements)
        figures.append((time.perf_counter() - start) / count)
        assert pairwise_f1(found) > 0.9
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with capsys.disabled():
        print(
            f"\n100,000 projects: {figures[1] * 100_000:.1f} s, per project {figures[1] / figures[0]:.2f} x"
            f" that of 25,000, peak {peak:.0f} MB with Kiwi loaded"
        )
    assert figures[1] < 2 * figures[0]
