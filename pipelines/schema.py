"""The one definition of all tables: columns in order, types, vocabularies, keys and descriptions.

Tables, data package, data dictionary and tests are all derived from `TABLES`. Nothing heavy is imported.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from extractor.records import ROW_ZONES, Modifier, Precision, Relation, Resolution, Stage
from extractor.version import __version__

__all__ = ["TABLES", "Column", "Key", "Table", "data_package"]

Type = Literal["string", "integer", "number", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes
    ----------
    name : str
    type : 'string', 'integer', 'number' or 'date'
        'number' is a plain decimal, 'date' an ISO day.
    ko, en : str
        What a cell says, in Korean and in English.
    values : tuple of str
        The closed vocabulary; empty when there is none.
    required : bool
        Whether no cell is empty.
    many : bool
        Whether a cell holds several values joined by ``;`` (lists in records.jsonl).
    """

    name: str
    type: Type
    ko: str
    en: str
    values: tuple[str, ...] = ()
    required: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A foreign key: every filled cell of ``column`` stands in the first column of ``table``."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table; its first column is its primary key unless ``keyed`` is false."""

    name: str
    ko: str
    en: str
    columns: tuple[Column, ...]
    keys: tuple[Key, ...] = ()
    keyed: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(c.name for c in self.columns)

    @property
    def file(self) -> str:
        """The name of its CSV file."""
        return f"{self.name}.csv"


def _words(alias: Any) -> tuple[str, ...]:
    """The non-empty words of a ``Literal``."""
    return tuple(word for word in get_args(alias) if word)


MODIFIERS, STAGES = _words(Modifier), _words(Stage)
RELATIONS = _words(Relation)
KINDS = ("news", "press_release")
SOURCES = ("metadata", "filename", "option", "text", "inferred")
ERRORS = ("unreadable", "not_text", "empty", "too_large", "unsupported", "malformed")
ZONES = ("title", "subtitle", "lead", "body", "bullet", "caption", "contact", "denied")
assert set(ZONES) == ROW_ZONES

ARTICLE = Column("article_id", "string", "기사 식별자", "id of the article", required=True)
PROJECT = Column("project_id", "string", "연결된 사업의 식별자", "id of the project that it belongs to")
COUNTRY = Column("country", "string", "국가 코드(ISO 3166-1 alpha-2)", "country, ISO 3166-1 alpha-2")
FLAGS = Column(
    "flags", "string", "검토가 필요한 점의 코드(;로 구분)", "codes of what to check, joined by ;", many=True
)


def _id(name: str, ko: str, en: str) -> Column:
    return Column(name, "string", ko, en, required=True)


def _place(*, flags: bool = False, after: str = "") -> tuple[Column, ...]:
    """The columns that end every table of mentions."""
    of_ko, of_en = (f"({after})", f" ({after})") if after else ("", "")
    return (
        *((FLAGS,) if flags else ()),
        Column("zone", "string", "지면에서의 위치", "where in the article it stands", ZONES, required=True),
        Column("sentence", "string", "이 표현이 든 문장", "the sentence that holds it"),
        Column(
            "char_start",
            "integer",
            f"본문에서의 시작 위치(코드 포인트){of_ko}",
            f"offset of its first code point in the article's text{of_en}",
            required=True,
        ),
        Column(
            "char_end",
            "integer",
            "끝 위치(해당 문자 미포함)",
            "offset behind its last code point",
            required=True,
        ),
    )


ARTICLES = Table(
    "articles",
    "기사 또는 보도자료 한 건이 한 행",
    "one article or press release",
    (
        _id(
            "article_id",
            "기사 식별자: 매체의 고유 번호 또는 본문 해시",
            "the outlet's own id, else a hash of the text",
        ),
        Column("source_path", "string", "입력 파일 경로", "the file that it was read from", required=True),
        Column("url", "string", "기사 주소", "address of the article"),
        Column("outlet", "string", "매체 또는 기관", "newspaper, agency or ministry that published it"),
        Column(
            "kind",
            "string",
            "종류: 기사(news), 보도자료(press_release)",
            "news or press release",
            KINDS,
            True,
        ),
        Column("title", "string", "제목", "headline"),
        Column("subtitle", "string", "부제", "second headline"),
        Column("dateline", "string", "발신지(세종 …)", "place that the story was filed from"),
        Column(
            "reporters", "string", "기자 이름(;로 구분)", "names of the reporters, joined by ;", many=True
        ),
        Column("reporter_email", "string", "기자 전자우편", "the reporter's e-mail address"),
        Column(
            "published", "string", "발행일 또는 발행 일시(ISO 8601)", "day or time of publication, ISO 8601"
        ),
        Column(
            "published_source", "string", "발행일의 출처", "where the day of publication comes from", SOURCES
        ),
        Column("updated", "string", "최종 수정 일시(ISO 8601)", "last change, ISO 8601"),
        Column(
            "chars",
            "integer",
            "본문 글자 수(코드 포인트)",
            "length of the text in code points",
            required=True,
        ),
        Column("sentences", "integer", "문장 수", "number of sentences", required=True),
        Column("projects", "integer", "사업 수", "number of projects", required=True),
        Column("amounts", "integer", "금액 수", "number of amounts", required=True),
        Column("dates", "integer", "날짜 수", "number of dates", required=True),
        Column("officials", "integer", "인물 수", "number of officials", required=True),
        Column("quotes", "integer", "인용 수", "number of quotations", required=True),
        Column("content_sha256", "string", "본문의 SHA-256", "SHA-256 of the text in UTF-8", required=True),
        Column("extractor_version", "string", "추출기 버전", "version of the extractor", required=True),
    ),
)

PROJECTS = Table(
    "projects",
    "한 기사에 나온 사업·과제·협력 안건 하나가 한 행",
    "one project (undertaking or matter of cooperation) in one article",
    (
        _id("project_id", "사업 식별자", "id of the project in this article"),
        ARTICLE,
        Column(
            "name",
            "string",
            "사업 이름(금액·날짜·행위 제외)",
            "the undertaking, without what is done to it",
            required=True,
        ),
        Column(
            "kind",
            "string",
            "사업(project) 또는 협력(cooperation)",
            "something built, made, bought or run, or a matter of cooperation",
            ("project", "cooperation"),
            True,
        ),
        Column(
            "text", "string", "본문의 표현 전체", "the whole mention as it stands in the text", required=True
        ),
        Column("action", "string", "사업에 하는 일(완공, 착공 지원 …)", "what is done to it"),
        Column("stage", "string", "도달한 단계", "the stage that the text says is reached", STAGES),
        Column(
            "next_stage",
            "string",
            "예정·지원·논의되는 다음 단계",
            "the stage planned, supported or discussed",
            STAGES,
        ),
        Column("sector", "string", "기사에서 묶인 분야", "heading or topic that the article puts it under"),
        Column(
            "country",
            "string",
            "사업이 있는 국가 코드(;로 구분)",
            "where it is: ISO 3166-1 alpha-2, joined by ;",
            many=True,
        ),
        Column("place", "string", "장소", "place"),
        Column("amount_id", "string", "연결된 금액의 식별자", "id of its amount"),
        Column("amount", "number", "금액(통화 단위)", "its amount, in units of the currency"),
        Column("amount_max", "number", "금액 범위의 상한", "upper end when the amount is a range"),
        Column("currency", "string", "통화(ISO 4217)", "currency, ISO 4217"),
        Column(
            "amount_modifier",
            "string",
            "금액의 한정(약, 이상 …)",
            "how the text hedges the amount",
            MODIFIERS,
        ),
        Column("date_id", "string", "연결된 날짜의 식별자", "id of its date"),
        Column("date", "string", "날짜(EDTF)", "its date, EDTF"),
        Column("date_relation", "string", "날짜와의 관계", "how the date relates to it", RELATIONS),
        Column(
            "track_id",
            "string",
            "여러 기사에 걸친 같은 사업의 식별자",
            "the same for the same project in all articles",
        ),
        *_place(flags=True),
    ),
    (
        Key("article_id", "articles"),
        Key("amount_id", "amounts"),
        Key("date_id", "dates"),
        Key("track_id", "tracks"),
    ),
)

AMOUNTS = Table(
    "amounts",
    "금액 표현 하나가 한 행",
    "one mention of money",
    (
        _id("amount_id", "금액 식별자", "id of the amount"),
        ARTICLE,
        Column("text", "string", "본문의 표현", "the mention as it stands in the text", required=True),
        Column(
            "value",
            "number",
            "값(통화 단위); 범위이면 하한",
            "value in units of the currency; lower end of a range",
            required=True,
        ),
        Column("value_max", "number", "범위의 상한", "upper end of a range"),
        Column("currency", "string", "통화(ISO 4217)", "currency, ISO 4217"),
        Column(
            "modifier",
            "string",
            "한정: 정확, 약, 이상, 이하, 초과, 미만",
            "how the text hedges the figure",
            MODIFIERS,
            True,
        ),
        Column("per", "string", "단가의 단위(배럴, 톤, kWh …)", "unit of a unit price"),
        Column(
            "converts",
            "string",
            "환산된 원래 금액의 식별자",
            "id of the amount that it restates in another currency",
        ),
        PROJECT,
        *_place(flags=True),
    ),
    (Key("article_id", "articles"), Key("project_id", "projects"), Key("converts", "amounts")),
)

DATES = Table(
    "dates",
    "날짜·기간 표현 하나가 한 행",
    "one mention of a calendar date or period",
    (
        _id("date_id", "날짜 식별자", "id of the date"),
        ARTICLE,
        Column("text", "string", "본문의 표현", "the mention as it stands in the text", required=True),
        Column(
            "edtf",
            "string",
            "EDTF 표기(모르는 자리는 X)",
            "Extended Date/Time Format; X is unknown",
            required=True,
        ),
        Column("start", "date", "첫날", "first day"),
        Column("end", "date", "마지막 날(포함)", "last day, included"),
        Column("precision", "string", "정밀도", "precision", _words(Precision), True),
        Column(
            "relation",
            "string",
            "당일·부터·까지·예정",
            "on it, from it, until it, or planned for it",
            RELATIONS,
            True,
        ),
        Column(
            "resolution",
            "string",
            "해석 방식",
            "whether the text says it all, it was completed, or partly unknown",
            _words(Resolution),
            True,
        ),
        PROJECT,
        *_place(flags=True),
    ),
    (Key("article_id", "articles"), Key("project_id", "projects")),
)

OFFICIALS = Table(
    "officials",
    "한 기사에 나온 공직자·임원 한 사람이 한 행(모든 언급을 합침)",
    "one person, or unnamed office holder, in one article, all mentions merged",
    (
        _id("official_id", "인물 식별자", "id of the person in this article"),
        ARTICLE,
        Column("name", "string", "이름(없으면 직위만 언급됨)", "name; empty for an unnamed office holder"),
        Column("title", "string", "기사에 나온 가장 온전한 직위", "the fullest title that the article gives"),
        Column("organization", "string", "소속 기관의 정식 이름", "canonical name of the organisation"),
        Column("organization_text", "string", "본문에 쓰인 소속 이름", "the organisation as written"),
        COUNTRY,
        Column("role", "string", "역할(수석대표, 신임, 전 …)", "role in the meeting or story"),
        Column("mentions", "integer", "언급 횟수(모든 꼴)", "number of mentions in all forms", required=True),
        Column("quotes", "integer", "인용된 횟수", "number of quotations", required=True),
        Column(
            "person_id",
            "string",
            "여러 기사에 걸친 같은 인물의 식별자",
            "the same for the same person in all articles",
        ),
        *_place(after="first full mention"),
    ),
    (Key("article_id", "articles"),),
)

QUOTES = Table(
    "quotes",
    "직접 인용 하나가 한 행",
    "one direct quotation",
    (
        _id("quote_id", "인용 식별자", "id of the quotation"),
        ARTICLE,
        Column(
            "speaker", "string", "말한 사람의 이름 또는 기관", "full name, or the organisation that speaks"
        ),
        Column("official_id", "string", "말한 인물의 식별자", "id of the speaker"),
        Column("text", "string", "인용문(따옴표 제외)", "the words, without quotation marks", required=True),
        Column("verb", "string", "인용 동사(밝혔다, 강조했다 …)", "the verb of saying"),
        *_place(),
    ),
    (Key("article_id", "articles"), Key("official_id", "officials")),
)

MEETINGS = Table(
    "meetings",
    "이름이나 차수가 있는 회의·행사 하나가 한 행",
    "one named or numbered meeting or event in one article",
    (
        _id("meeting_id", "회의 식별자", "id of the meeting"),
        ARTICLE,
        Column("name", "string", "회의·행사 이름", "name of the meeting or event", required=True),
        Column("ordinal", "string", "차수", "its number in the series"),
        Column("date", "string", "날짜(EDTF)", "its date, EDTF"),
        Column("place", "string", "장소", "place"),
        COUNTRY,
        Column("host", "string", "주최", "who holds it"),
        *_place(),
    ),
    (Key("article_id", "articles"),),
)

ENTITIES = Table(
    "entities",
    "기관·장소 표현 하나가 한 행",
    "one mention of an organisation or a place",
    (
        _id("entity_id", "개체 식별자", "id of the mention"),
        ARTICLE,
        Column("label", "string", "기관(ORG) 또는 장소(LOC)", "organisation or place", ("ORG", "LOC"), True),
        Column("text", "string", "본문의 표현", "the mention as it stands in the text", required=True),
        Column("canonical", "string", "정식 이름", "canonical name"),
        COUNTRY,
        *_place(),
    ),
    (Key("article_id", "articles"),),
)

TRACKS = Table(
    "tracks",
    "여러 기사에서 추적한 사업 하나가 한 행",
    "one project followed through all articles of the output folder",
    (
        _id("track_id", "추적 식별자", "id of the track"),
        Column("name", "string", "가장 온전한 이름", "the fullest name seen", required=True),
        Column(
            "country",
            "string",
            "국가 코드(;로 구분)",
            "countries, ISO 3166-1 alpha-2, joined by ;",
            many=True,
        ),
        Column("sector", "string", "분야", "sector"),
        Column("first_published", "string", "첫 기사의 발행일", "publication of the first article"),
        Column("last_published", "string", "마지막 기사의 발행일", "publication of the last article"),
        Column("articles", "integer", "기사 수", "number of articles", required=True),
        Column("stage", "string", "최근 단계", "the latest stage", STAGES),
        Column(
            "stages",
            "string",
            "단계 이력(단계@날짜;…)",
            "history of stages, stage@day joined by ;",
            many=True,
        ),
        Column("amount", "number", "최근 금액", "the amount stated last"),
        Column("currency", "string", "최근 금액의 통화(ISO 4217)", "its currency, ISO 4217"),
        Column("amounts", "string", "금액 이력", "history of amounts, like the stages", many=True),
        Column(
            "article_ids",
            "string",
            "기사 식별자(;로 구분)",
            "the articles, joined by ;",
            required=True,
            many=True,
        ),
    ),
)

ERROR_TABLE = Table(
    "errors",
    "읽지 못한 입력 하나가 한 행",
    "one input that could not be read",
    (
        Column("source_path", "string", "입력 파일 경로", "the input", required=True),
        Column("error", "string", "오류 코드", "code of the error", ERRORS, True),
        Column(
            "message",
            "string",
            "무엇을 하면 되는지 알려 주는 한 문장",
            "one sentence that says what to do",
            required=True,
        ),
    ),
    keyed=False,
)

#: All tables by name, in the order of the contract.
TABLES: dict[str, Table] = {
    t.name: t
    for t in (
        ARTICLES, PROJECTS, AMOUNTS, DATES, OFFICIALS, QUOTES, MEETINGS, ENTITIES, TRACKS, ERROR_TABLE,
    )
}  # fmt: skip


def data_package(formats: Iterable[str] = ("csv", "jsonl")) -> dict[str, Any]:
    """Return the Frictionless Data Package of an output folder.

    Parameters
    ----------
    formats : iterable of str
        The formats that the folder was written in; without 'csv' only errors.csv is described.
    """
    written = [t for t in TABLES.values() if "csv" in formats or t is ERROR_TABLE]
    return {
        "name": "gisaro",
        "title": "gisaro: 한국 경제 기사에서 뽑은 사업·금액·날짜·인물 / tables read off Korean economic news",
        "version": __version__,
        "profile": "data-package",
        "resources": [_resource(t, {w.name for w in written}) for t in written],
    }


def _resource(table: Table, written: set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(c) for c in table.columns], "missingValues": [""]}
    if table.keyed:
        schema["primaryKey"] = [table.columns[0].name]
    keys = [k for k in table.keys if k.table in written]
    if keys:
        schema["foreignKeys"] = [
            {
                "fields": [k.column],
                "reference": {
                    "resource": "" if k.table == table.name else k.table,
                    "fields": [TABLES[k.table].columns[0].name],
                },
            }
            for k in keys
        ]
    return {
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "title": table.ko,
        "description": table.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.ko,
        "description": column.en,
    }
    return field | ({"constraints": constraints} if constraints else {})
