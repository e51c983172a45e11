"""The records that users write: actors, events, countries, articles. One model each, and nothing else says
what a field is: the JSON Schemas, the manual's field tables and the checks all come from here.

Every record also carries what its file says of it: `id`, and `origin`, the place of that file. Users do not write
these. Nothing in a record tells on which line of its file it stands: one that only moved is the same record.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_dossier.diagnostics import Place
from mkdocs_dossier.model.fields import (
    CodeField,
    DayField,
    EdtfField,
    FormerArticleIdField,
    FormerIdField,
    LanguageField,
    MomentField,
    TextField,
    TextOr,
    UrlField,
)
from mkdocs_dossier.model.references import Refers

ActorType = Literal[
    "person", "organization", "government", "military", "armed-group", "party", "media", "company", "other"
]
ACTOR_TYPES: dict[str, str] = {
    "person": "A human being.",
    "organization": "A body that is none of the others: the United Nations, an aid group.",
    "government": "A state's government, a ministry, an embassy.",
    "military": "A state's armed forces, or a part of them.",
    "armed-group": "Armed, and no state's: rebels, militias.",
    "party": "A political party or movement.",
    "media": "A newspaper, agency, broadcaster or site; the outlet of articles.",
    "company": "A business.",
    "other": "Anything else that acts.",
}
"""What each type of actor is."""

Status = Literal["published", "draft", "withheld"]
STATUSES: dict[str, str] = {
    "published": "Part of the site (the default).",
    "draft": "Not ready: nothing of it is published.",
    "withheld": "Kept back on purpose: nothing of it is published.",
}
"""What each status means."""

EVENT_TYPES = {
    "meeting": "People or delegations meet: a visit, talks, a summit.",
    "statement": "Somebody declares something.",
    "agreement": "Parties agree: a treaty, a contract, a deal.",
    "appointment": "Somebody takes or leaves an office.",
    "deployment": "Forces or equipment are moved.",
    "attack": "One side uses force against another.",
    "clash": "Two sides fight.",
    "ceasefire": "Fighting stops, or is to stop.",
    "aid": "Help is sent or delivered.",
    "protest": "People demonstrate.",
    "vote": "A vote is taken: an election, a resolution, a veto.",
    "other": "Anything else that happened.",
}
"""The documented core set, and what each is; any other text may be used."""

RELATION_INVERSES = {
    "member-of": "has-member",
    "subsidiary-of": "has-subsidiary",
    "commands": "commanded-by",
    "supplies": "supplied-by",
    "ally-of": "ally-of",
    "opposes": "opposed-by",
    "family-of": "family-of",
}
"""The documented core set and what each is called from the other side; any other text may be used."""

# Not `IdField`: whoever writes a name here is told the id that belongs to it.
ActorId = Annotated[TextField, Refers("actor")]
OtherActor = Annotated[TextField, Refers("actor", whole=True)]
EventId = Annotated[TextField, Refers("event")]
CountryCode = Annotated[CodeField, Refers("country")]

_FORMERLY = "Ids that it had before: their addresses lead to its page. `dossier rename` writes them."

_LINKS: dict[str, Any] = {
    "wikidata": {"type": "string", "description": "Its item at Wikidata, such as Q30."},
    "website": {"type": "string", "format": "uri", "description": "The address of its own website."},
}
"""What editors propose; any other name may be used."""

RESERVED = ("id", "origin")
"""Fields that the reader fills in, never the user."""


class Part(BaseModel):
    """A mapping inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Part):
    """What a claim rests on: an article of the collection (with an optional quote), or an external reference."""

    article: Annotated[TextField, Refers("article", whole=True)] | None = Field(
        None, description="Id of an article of the collection."
    )
    quote: TextField | None = Field(None, description="Words that stand in that article's text.")
    title: TextField | None = Field(None, description="Title of an external reference.")
    outlet: TextField | None = Field(None, description="Who published the external reference.")
    date: EdtfField | None = Field(None, description="When the external reference was published (EDTF).")
    url: UrlField | None = Field(None, description="Address of the external reference.")
    archived: UrlField | None = Field(None, description="Address of an archived copy.")
    says: TextField | None = Field(None, description="What this source says, where sources differ.")

    @model_validator(mode="after")
    def _either_article_or_title(self) -> Source:
        if (self.article is None) == (self.title is None):
            raise PydanticCustomError("bad-value", "a source has either 'article' or 'title'")
        if self.quote is not None and self.article is None:
            raise PydanticCustomError("bad-value", "a quote needs the 'article' that it stands in")
        return self


SourceField = Annotated[Source, TextOr("article", "Id of an article.")]


class ExternalReference(Part):
    """A text outside the collection that an article is based on."""

    title: TextField = Field(description="Title of the text.")
    outlet: TextField | None = Field(None, description="Who published it.")
    date: EdtfField | None = Field(None, description="When it was published (EDTF).")
    url: UrlField | None = Field(None, description="Its address.")
    archived: UrlField | None = Field(None, description="Address of an archived copy.")


class Alias(Part):
    """Another name of an actor. A lone text stands for `{name: text}`."""

    name: TextField = Field(description="The name.")
    lang: LanguageField | None = Field(None, description="Its language (BCP 47).")
    weak: bool = Field(False, description="Counts only after the same actor was named in full earlier in that article.")
    case: Literal["any"] | None = Field(None, description="`any`: upper and lower case are the same.")
    since: EdtfField | None = Field(None, alias="from", description="In use since (EDTF).")
    until: EdtfField | None = Field(None, description="In use until (EDTF).")


AliasField = Annotated[Alias, TextOr("name", "The name.")]


class Role(Part):
    """An office or position of an actor."""

    title: TextField = Field(
        description="What the office is called: free text.",
        examples=["President", "Prime Minister", "Minister of Defence", "Spokesperson", "Ambassador", "Commander"],
    )
    organization: Annotated[TextField, Refers("actor", soft=True)] | None = Field(
        None, description="Where it is held: an actor's id, or text."
    )
    country: CountryCode | None = Field(None, description="The country it is held for.")
    since: EdtfField | None = Field(None, alias="from", description="Held since (EDTF).")
    until: EdtfField | None = Field(None, description="Held until (EDTF).")
    sources: tuple[SourceField, ...] = Field((), description="What it rests on.")


class Relation(Part):
    """How an actor stands to another one; shown on both pages."""

    type: TextField = Field(
        description="Free text; the core set is " + ", ".join(f"`{name}`" for name in RELATION_INVERSES) + ".",
        examples=list(RELATION_INVERSES),
    )
    actor: OtherActor = Field(description="Id of the other actor.")
    since: EdtfField | None = Field(None, alias="from", description="Since (EDTF).")
    until: EdtfField | None = Field(None, description="Until (EDTF).")
    summary: TextField | None = Field(None, description="A sentence on it (inline Markdown).")
    sources: tuple[SourceField, ...] = Field((), description="What it rests on.")


class EventActor(Part):
    """An actor who took part. A lone id stands for `{actor: id}`."""

    actor: OtherActor = Field(description="Id of the actor.")
    role: TextField | None = Field(
        None,
        description="What the actor did there: free text.",
        examples=["host", "guest", "mediator", "signatory", "speaker", "attacker", "target", "observer"],
    )


EventActorField = Annotated[EventActor, TextOr("actor", "Id of the actor.")]


class EventPlace(Part):
    """Where an event happened. A lone text stands for `{name: text}`."""

    name: TextField = Field(description="Name of the place.")
    country: CountryCode | None = Field(None, description="Country it lies in.")
    lat: float | None = Field(None, ge=-90, le=90, description="Latitude in degrees, north positive.")
    lon: float | None = Field(None, ge=-180, le=180, description="Longitude in degrees, east positive.")
    precision: TextField | None = Field(
        None,
        description="What the coordinates stand for: `site`, `city`, `region`.",
        examples=["site", "city", "region"],
    )


PlaceField = Annotated[EventPlace, TextOr("name", "Name of the place.")]


class Record(Part):
    """What every record may have."""

    id: str = Field("", description="From the file.")
    origin: Place = Field(Place(""), description="From the file.")

    status: Status = Field("published", description="`draft` and `withheld` records are never published.")
    embargo: DayField | None = Field(None, description="Withheld until this day (UTC) begins.")
    notes: Any = Field(
        None,
        description="For the editors; never published.",
        json_schema_extra={"type": ["string", "number", "boolean", "array", "object"]},
    )
    sources: tuple[SourceField, ...] = Field((), description="What the record rests on.")


class Actor(Record):
    """A person, organization, government body, armed group, party, company or media outlet."""

    name: TextField = Field(description="The name it is best known by.")
    type: ActorType = Field(description="What kind of actor it is.")
    aliases: tuple[AliasField, ...] = Field((), description="Other names: texts, or mappings.")
    hidden: tuple[TextField, ...] = Field((), alias="not", description="Phrases that hide a match inside them.")
    surname: TextField | None = Field(
        None, description="For persons: the surname, where it is not what the rules make of the name."
    )
    countries: tuple[CountryCode, ...] = Field((), description="Country codes (ISO 3166-1 alpha-2).")
    summary: TextField | None = Field(None, description="One or two sentences (inline Markdown).")
    born: EdtfField | None = Field(None, description="Date of birth (EDTF).")
    died: EdtfField | None = Field(None, description="Date of death (EDTF).")
    founded: EdtfField | None = Field(None, description="Founded on (EDTF).")
    dissolved: EdtfField | None = Field(None, description="Dissolved on (EDTF).")
    roles: tuple[Role, ...] = Field((), description="Offices and positions.")
    relations: tuple[Relation, ...] = Field((), description="How it stands to other actors.")
    links: dict[str, TextField] = Field(
        {},
        description="`wikidata: Q…`, `website: https://…`, or any name with a web address.",
        json_schema_extra={"properties": _LINKS},
    )
    formerly: tuple[FormerIdField, ...] = Field((), description=_FORMERLY)


class Event(Record):
    """Something that happened, on a date, somewhere, with actors."""

    title: TextField = Field(description="What happened, in a few words.")
    date: EdtfField = Field(description="When (EDTF): a day, a month, an interval, perhaps uncertain.")
    type: TextField = Field(
        "other",
        description="Free text; the core set is " + ", ".join(f"`{name}`" for name in EVENT_TYPES) + ".",
        examples=list(EVENT_TYPES),
    )
    place: PlaceField | None = Field(None, description="A text, or a mapping.")
    countries: tuple[CountryCode, ...] = Field((), description="Countries concerned (ISO 3166-1 alpha-2).")
    actors: tuple[EventActorField, ...] = Field((), description="Who took part: ids, or mappings.")
    summary: TextField | None = Field(None, description="One or two sentences (inline Markdown).")
    part_of: EventId | None = Field(None, description="Id of a wider event.")
    known_by_date: bool = Field(
        False, description="Texts call it by its day: `the October 7 attack` is that day, and of its year."
    )
    formerly: tuple[FormerIdField, ...] = Field((), description=_FORMERLY)

    @property
    def all_countries(self) -> tuple[str, ...]:
        """The country of its place, then the others it concerns."""
        own = (self.place.country,) if self.place and self.place.country else ()
        return tuple(dict.fromkeys((*own, *self.countries)))


class Country(Record):
    """What `countries.yml` adds to the built-in table, or a territory of one's own."""

    name: TextField | None = Field(None, description="The name to show; a new code needs it.")
    aliases: tuple[AliasField, ...] = Field((), description="More names that count as this country.")
    hidden: tuple[TextField, ...] = Field((), alias="not", description="Phrases that hide a match inside them.")
    summary: TextField | None = Field(None, description="One or two sentences (inline Markdown).")


class Article(Record):
    """The front matter of an article: a text with a date."""

    title: TextField = Field(description="Its headline.")
    date: MomentField = Field(description="When it was published: a day, or a time with zone.")
    outlet: Annotated[TextField, Refers("actor", soft=True)] | None = Field(
        None, description="Who published it: an actor's id, or text."
    )
    authors: tuple[TextField, ...] = Field((), description="Names of the authors.")
    url: UrlField | None = Field(None, description="Address of the original.")
    archived: UrlField | None = Field(None, description="Address of an archived copy.")
    lang: LanguageField = Field("en", description="Its language (BCP 47).")
    summary: TextField | None = Field(None, description="An abstract (inline Markdown).")
    based_on: tuple[ExternalReference, ...] = Field((), description="The texts that it is a digest of.")
    temporal_coverage: EdtfField | None = Field(
        None, description="The time that the text tells of (EDTF), where that is not the time of publication."
    )
    actors: tuple[ActorId, ...] = Field((), description="Actors to attach beyond those the text names.")
    countries: tuple[CountryCode, ...] = Field((), description="Countries to attach beyond those the text names.")
    events: tuple[EventId, ...] = Field((), description="Events that it is about.")
    tags: tuple[TextField, ...] = Field((), description="Free words under which it is filed.")
    mentions: dict[str, Annotated[TextField, WithJsonSchema({"type": ["string", "boolean"]})]] = Field(
        {}, description="Overrules: a phrase of the text, and the actor, country code or date it names, or `false`."
    )
    formerly: tuple[FormerArticleIdField, ...] = Field((), description=_FORMERLY)

    @property
    def day(self) -> dt.date:
        """The day of publication, as it was where it was published."""
        return self.date.date() if isinstance(self.date, dt.datetime) else self.date


def says_the_same(one: Record, other: Record) -> bool:
    """Tell whether two records say the same in all of their fields. Equal ones may tell one moment in two time
    zones.
    """
    return one is other or repr(one) == repr(other)
