"""The kinds of value that a field may have, each with its check, its message and its JSON Schema."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mkdocs_dossier.model.edtf import Edtf, EdtfError, parse_edtf
from mkdocs_dossier.model.ids import ID, is_article_id, is_id

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_MONTH = "(?:0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01]|[0-9X]X|X[0-9])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01]|[0-9X]X|X[0-9])"
_ONE = (
    f"[?~%]?-?(?:Y-?[0-9E]+|[0-9X]{{4}})(?:S[0-9]+)?[?~%]?(?:-[?~%]?{_MONTH}[?~%]?(?:-[?~%]?{_DAY}[?~%]?)?)?"
    "(?:T[0-9:.Z+-]+)?"
)
_LIKE_EDTF = f"^(?=.*[0-9X])\\s*[\\[{{]?(?:{_ONE}|\\.\\.)?(?:\\s*(?:/|\\.\\.|,)\\s*(?:{_ONE}|\\.\\.)?)*[\\]}}]?\\s*$"
"""What editors mark while one types is no EDTF by its looks. What is EDTF always matches."""

_ISO_DAY = "[0-9]{4}-?[0-9]{2}-?[0-9]{2}|[0-9]{4}-?W[0-9]{2}(?:-?[0-9])?"
_DAY_SHAPE = {
    "type": ["string", "integer"],
    "pattern": f"^\\s*(?:{_ISO_DAY})\\s*$",
    "patternErrorMessage": "This is not a day such as 2016-08-18.",
}
_MOMENT_SHAPE = {
    "type": "string",
    "pattern": f"^\\s*(?:{_ISO_DAY}|(?:{_ISO_DAY})[^0-9][0-9:.,]+ ?(?:Z|[+-][0-9:.]+))\\s*$",
    "patternErrorMessage": "This is not a day such as 2016-08-18, or a time with zone as 2016-08-18T11:13:00+01:00.",
}
_EDTF_SHAPE = {
    "type": ["string", "integer"],
    "pattern": _LIKE_EDTF,
    "patternErrorMessage": "This is not a date such as 2016-08-18, 2016-08, 2016 or 2016-08-17/2016-08-18 (EDTF).",
    "examples": ["2016-08-18", "2016-08", "2016", "2016-08-17/2016-08-18", "2016-08-14~"],
}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("bad-value", "expected text, found {found}", {"found": _kind(value)})
    if not value.strip():
        raise PydanticCustomError("bad-value", "expected text, found nothing")
    return " ".join(value.split())


def _kind(value: Any) -> str:
    return {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value), "something else")


def _edtf(value: Any) -> Edtf:
    try:
        return parse_edtf(_text(value))
    except EdtfError as error:
        raise PydanticCustomError("bad-date", "{problem}", {"problem": str(error)}) from error


def _moment(value: Any) -> datetime | date:
    text = _text(value)
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise PydanticCustomError(
            "bad-date", "'{text}' is not a day such as 2016-08-18 or a time with zone", {"text": text[:80]}
        ) from error
    if moment.tzinfo is None:
        raise PydanticCustomError(
            "bad-date", "'{text}' has no time zone, as in 2016-08-18T11:13:00+01:00", {"text": text}
        )
    return moment


def _day(value: Any) -> date:
    text = _text(value)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PydanticCustomError(
            "bad-date", "'{text}' is not a day such as 2016-08-18", {"text": text[:80]}
        ) from error


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or _CONTROL.search(value) or " " in value:
        raise PydanticCustomError("bad-link", "'{url}' is not a web address (http or https)", {"url": value[:80]})
    return value


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise PydanticCustomError("bad-value", "'{tag}' is not a language tag such as en or zh-Hans", {"tag": value})
    return value


def _former_id(value: str) -> str:
    if not is_id(value):
        raise PydanticCustomError("bad-id", "'{id}' is not an id", {"id": value[:80]})
    return value


def _former_article_id(value: str) -> str:
    if not is_article_id(value):
        raise PydanticCustomError("bad-id", "'{id}' is not the id of an article", {"id": value[:80]})
    return value


TextField = Annotated[str, BeforeValidator(_text)]
EdtfField = Annotated[Edtf, PlainValidator(_edtf), WithJsonSchema(_EDTF_SHAPE)]
MomentField = Annotated[date, PlainValidator(_moment), WithJsonSchema(_MOMENT_SHAPE)]
DayField = Annotated[date, PlainValidator(_day), WithJsonSchema(_DAY_SHAPE)]
UrlField = Annotated[TextField, AfterValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]
LanguageField = Annotated[TextField, AfterValidator(_language)]
FormerIdField = Annotated[
    TextField, AfterValidator(_former_id), WithJsonSchema({"type": "string", "pattern": f"^{ID.pattern}$"})
]
FormerArticleIdField = Annotated[TextField, AfterValidator(_former_article_id), WithJsonSchema({"type": "string"})]
CodeField = Annotated[TextField, WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})]
"""Whether there is such a country is asked where the table of countries is known."""


STANDS_FOR = "x-stands-for"
"""In the JSON Schema of a lone text: for which key of a mapping it stands. `export/schema.py` takes it out again."""


@dataclass(frozen=True)
class TextOr:
    """Let a lone text stand for a mapping that has nothing but `key`; in the JSON Schema too."""

    key: str
    description: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._widen, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        alone = {"type": "string", "description": self.description, STANDS_FOR: self.key}
        return {"anyOf": [alone, handler(schema)]}

    def _widen(self, value: Any) -> Any:
        return {self.key: value} if isinstance(value, str) else value
