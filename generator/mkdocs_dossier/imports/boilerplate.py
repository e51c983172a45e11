"""Lines of a web page that are not its text, told by their shape: share buttons, ages, prices, counts, menus.

A line that reads as a sentence stays, whatever stands in it; only rules with `sentences` (a label with a colon before
it, a notice that speaks to the reader and begins as only such notices do) may take one. `sorting.py` looks at lines
together.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_dossier.imports.shapes import Test, is_menu, made_of, one_of, shape
from mkdocs_dossier.imports.words import is_sentence, one_line

LONGEST = 400
"""Code points; what is longer is text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """why: what such a line is. sentences: it holds for lines that read as a sentence too."""

    name: str
    why: str
    holds: Test
    sentences: bool = False


def rule_of(line: str) -> Rule | None:
    """Return the rule by which `line` is boilerplate, None where it is not."""
    line = one_line(line)
    if not line or len(line) > LONGEST:
        return None
    closed = is_sentence(line)
    return next((rule for rule in RULES if (rule.sentences or not closed) and rule.holds(line)), None)


_NUMBER = r"\d[\d.,]*\s?[kmb]?\+?"
_UNIT = "(?:second|sec|minute|min|hour|hr|day|week|month|year|yr)s?"
_AGE = rf"(?:\d+|an?|a few) ?{_UNIT} ago(?: \(edited\))?"
_COIN = r"[A-Z]{2,6}\s*:?\s*[$€£]?\d[\d,]*\.\d+(?:\s*[-+−▲▼(]\s?[-+−]?\d+(?:\.\d+)?\s*%?\)?)?"
_MAIL = r"\b(?:newsletters?|mailing list|e-?mails?|updates|alerts|briefing|bulletin|channel|digest|inbox)\b"
_COMMENTS = "(?:comments?|kommentare?|commentaires?|comentarios|комментари[ийев]+)"
_THINGS = one_of("""
    (?:view|share|comment|like|vote|read|retweet|follower|reaction|response|upvote|page ?view|point|note)s?
    repl(?:y|ies)
""")

_SHARE = """
    share tweet retweet print email mail facebook twitter linkedin whatsapp telegram pinterest reddit tumblr pocket
    flipboard messenger weibo wechat instagram youtube imprimer drucken teilen partager compartir condividi
"""
_BESIDE_SHARE = """
    on via this article story page post with by to a friend link copy save like follow us send in opens new window
    click e and app x me all or
"""
_MENU = "home menu search login register subscribe account sitemap newsletter navigation cookies cookie advertise"
_BESIDE_MENU = """
    news world politics business opinion sport sports culture tech technology science health travel video videos
    photos pictures podcasts podcast live latest trending topics about us contact privacy policy terms of use conditions
    and the my site map in sign log up out europe asia africa americas middle east economy life style lifestyle weather
    shop jobs more help faq rss accessibility settings toggle skip main with your all
"""

_SHARE_ELSEWHERE = one_of(r"""
    分享.{0,12}
    打印(?:本页)?
    收藏
    поделиться.{0,30}
    распечатать
    مشاركة.{0,20}
    طباعة
""")

_COMMENT_HEADS = one_of(rf"""
    {_COMMENTS}
    no comments(?: yet)?
    leave a (?:comment|reply)
    (?:post|add|write) a comment
    join the (?:conversation|discussion)
    (?:show|view)(?: all)? comments
    be the first to comment
    (?:cancel )?reply
    sort(?: by)?\s?:.{{0,40}}
    report(?: comment)?
""")
_POINTERS = one_of(r"""
    read (?:more|also|next|now)
    also read
    see also
    more on this(?: story)?
    must read
    related(?: \w+)?
    watch(?: now)?
    listen
    recommended
    don['’]t miss
    lire aussi
    voir aussi
    mehr zum thema
    lesen sie auch
    le[ai]a? también
    leia também
    leggi anche
    читайте также
    lees ook
    ayrıca bakınız
""")
_STORIES = "(?:articles?|stories|posts?|news|topics|content|links|videos?|reading|coverage)"
_LIST_HEADS = one_of(rf"""
    (?:read more|related|trending(?: now)?|recommended(?: for you)?|what to read next)
    (?:related|more|latest|top|popular|recent|other|similar|recommended|trending|featured) {_STORIES}
    you (?:may|might) also (?:like|be interested in)
    most (?:read|popular|viewed|shared|commented)
    more (?:on this story|from .{{1,60}})
    from (?:around )?the web
    also on .{{1,40}}
    ähnliche artikel
    à lire aussi
    artículos relacionados
""")
_BUTTONS = one_of(r"""
    (?:continue|keep) reading
    (?:show|load|see|view|learn|find out) (?:more|all|less)
    click here(?: .{1,60})?
    (?:next|previous|prev|older|newer) (?:article|story|post|page)s?
    read (?:the )?full (?:article|story)
    (?:back to|return to)(?: the)? top
    expand
    collapse
    loading
""")
_ADVERTISEMENT = one_of(r"""
    advertisements?
    ads?
    adverts?
    sponsored(?: content| by .{1,60})?
    promoted(?: content)?
    paid content
    (?:story|article) continues (?:below|after)(?: (?:this )?advertisement)?
    skip ad(?:vertisement)?
    ad feedback
    anzeige
    werbung
    publicité
    publicidad
    pubblicità
    advertentie
    реклама
    reklam
    إعلان
    广告
    廣告
""")
_COOKIES = one_of(r"""
    we(?: and our partners)? use cookies
    (?:this|our) (?:web ?)?site uses cookies
    by (?:continuing|using|browsing|clicking|closing)[^.]{0,80}(?:you (?:agree|accept|consent)|cookies)
    accept(?: all)? cookies
    cookie (?:settings|policy|preferences|notice)
    manage (?:cookies|preferences|consent)
    wir verwenden cookies
    nous utilisons des cookies
    utilizamos cookies
""")
_NEWSLETTER = one_of(rf"""
    (?:sign up|subscribe|register|join)(?: now| today)?(?: for| to)? (?:our|the|your|free)\b.{{0,80}}{_MAIL}.{{0,120}}
    (?:enter|type) your e-?mail.{{0,80}}
    get (?:our|the) .{{0,40}}newsletter.{{0,80}}
    subscribe(?: now| today)?!?
    (?:sign up|subscribe) (?:for|to) .{{0,40}}newsletters?[.!]?
""")
_FOLLOW = one_of(r"""
    (?:follow|like|find|join) us (?:on|at)\b.{0,120}
    follow @?[\w .]{1,40} on (?:twitter|facebook|instagram|x|telegram|youtube)[.!]?
    support (?:us|our work|independent journalism)\b.{0,80}
    donate(?: now)?!?
""")
_SCRIPTS = one_of(r"""
    (?:please )?(?:enable|turn on|activate) javascript\b.{0,120}
    javascript (?:is|must be) (?:disabled|enabled|required).{0,120}
    (?:please )?(?:disable|turn off|whitelist).{0,40}ad ?blocker.{0,80}
    your browser does(?: not|n['’]t) support.{0,120}
""")
_RIGHTS = one_of(r"""
    (?:©|\(c\)|copyright\b ?(?:©|\(c\))?) ?.{0,20}\d{4}.{0,160}
    .{0,80}\ball rights reserved\.?
""")
_WAYS = one_of(r"""
    skip to (?:main )?(?:content|navigation)
    toggle (?:navigation|menu)
    (?:sign|log) (?:in|out|up)
    my account
    about us
    contact(?: us)?
    privacy(?: policy)?
    terms (?:of use|of service|and conditions)
    close
    next
    previous
    search
""")
_PLAYER = one_of(r"""
    [\d:]{3,8}\s?/\s?[\d:]{3,8}
    play(?: video| audio)?
    (?:un)?mute
    (?:exit )?full ?screen
""")
_PAGE = r"(?:page|seite|página|стр\.)\s?\d+(?:\s?(?:of|/|von|de|из)\s?\d+)?|[-–—]\s?\d+\s?[-–—]"
_TAGGED = r"(?:tags?|topics?|keywords|filed under|categor(?:y|ies)|labels|schlagw[oö]rter|mots[- ]clés)\s?:.{1,200}"
_PAYOUT = r"(?:[-–]\s?)?(?:(?:past|pending|total)\s)?(?:payouts?|author|curators?)\s\$[\d.,]+"

RULES: tuple[Rule, ...] = (
    Rule("mark", "a line without a letter or a digit", shape(r"[\W_]+")),
    Rule("share", "buttons for sharing, printing and saving", made_of(_SHARE, _BESIDE_SHARE)),
    Rule("share", "the same in other scripts", shape(_SHARE_ELSEWHERE)),
    Rule("age", "the age of a post, perhaps run together with its tag", shape(rf"(?:.{{0,80}}in #[\w-]+ ?)?{_AGE}\W*")),
    Rule("age", "the age of a post, after a name", shape(rf"\S{{1,40}}(?: \(\d+\))? ?[•·-]? ?{_AGE}\W*")),
    Rule("tags", "a list of tags", shape(r"#[\w-]+(?:[\s,]*#[\w-]+)*")),
    Rule("tags", "a list of tags with its label", shape(_TAGGED)),
    Rule("prices", "prices of coins or shares", shape(rf"{_COIN}(?:[\s,|]*{_COIN})*", case=True)),
    Rule("payout", "what a post earned", shape(_PAYOUT)),
    Rule("payout", "an amount of money alone", shape(r"[$€£]\s?[\d.,]+")),
    Rule("comments", "the head of the comments", shape(rf"{_COMMENT_HEADS}(?:\s?\(\d+\)|\s\d+)?[.!]?|\d+ {_COMMENTS}")),
    Rule("counts", "how often it was seen or shared", shape(rf"(?:{_NUMBER}\s?{_THINGS}[\s,|•·]*)+")),
    Rule("counts", "the same, the number behind", shape(rf"(?:no |total )?{_THINGS}\s?[:(]?\s?\[?{_NUMBER}[)\]]?")),
    Rule(
        "counts",
        "how long it takes to read",
        shape(rf"{_NUMBER}\s?min(?:ute)?s?(?: read)?|read(?:ing)? time\b.{{1,20}}"),
    ),
    Rule("related", "a pointer to another story", shape(rf"{_POINTERS}\s?[:：].{{0,300}}"), sentences=True),
    Rule("related", "the head of a list of stories", shape(rf"{_LIST_HEADS}[.…:]*")),
    Rule("more", "a button that shows or loads more", shape(rf"{_BUTTONS}[ .…»>→]*")),
    Rule("advertisement", "the place of an advertisement", shape(rf"{_ADVERTISEMENT}\W*")),
    Rule(
        "cookies", "a notice on cookies", shape(rf"{_COOKIES}(?![^.]{{0,200}}\b(?:said|says|told)\b).{{0,300}}"), True
    ),
    Rule("newsletter", "a call to subscribe or sign up", shape(_NEWSLETTER), sentences=True),
    Rule("follow", "a call to follow, like or donate", shape(_FOLLOW), sentences=True),
    Rule("script", "a request to allow scripts or advertisements", shape(_SCRIPTS), sentences=True),
    Rule("rights", "a note on rights", shape(_RIGHTS), sentences=True),
    Rule("navigation", "parts of a menu", made_of(_MENU, _BESIDE_MENU)),
    Rule("navigation", "a way to another part of the site", shape(rf"{_WAYS}[ .…»>→]*")),
    Rule("navigation", "a menu or a trail of sections", is_menu),
    Rule("player", "the buttons of a player", shape(_PLAYER)),
    Rule("page", "the number of a page", shape(_PAGE)),
)
"""The first that holds names the line."""
