"""Lines that are no part of the news: advertisements, links, credits, bylines. All patterns are of whole lines."""

from __future__ import annotations

import re

_MAX_LINE = 300  # longer is text, whatever it begins with

_ADVERTISING = r"""
    adverti[sz]e?ments?\W*(?:(?:scroll|continue)\b.*)?
    |(?:sponsored(?:\ content)?|paid\ content|promoted)
    |(?:story\ |article\ |content\ |report\ )?continues\ (?:below|after)\b.{0,60}
    |continue\ reading\b.{0,60}
    |skip\ (?:to\ (?:main\ )?content|advert?isement|past\ .{1,60})
    |(?:sign\ up|subscribe|register)(?:\ now|\ today|\ here|\ free)?(?:$|[.!:]|\ (?:for|to|here|now|today)\b).{0,200}
    |(?:get|receive)\ (?:the|our)\ .{0,60}(?:newsletter|inbox|app|alerts?)\b.{0,100}
    |(?:follow|like|join|find|connect\ with)\ us\ (?:on|at|via)\b.{0,120}
    |(?:click|tap|press)\ here\b.{0,150}
    |download\ (?:the|our)\ .{0,60}app\b.{0,60}
    |support\ (?:our|independent|quality)\ journalism\b.{0,100}
    |(?:already|not)\ (?:yet\ )?a\ subscriber\?.{0,100}
    |you\ have\ (?:\d+|no|reached\ your)\ (?:free\ |remaining\ |limit\ of\ ){1,3}articles?\b.{0,100}
    |follow\ .{1,80}\bon\ (?:facebook|twitter|instagram)\b.{0,60}
"""
_LINKS = r"""
    (?:read|see|watch|listen|hear|learn|more)(?:\ (?:also|more|next|now|on|here|too))*\s*(?:[:|>»→].{0,200})?
    |read\ (?:more|also|the\ full)\b(?:\ (?:about|on|at|here|from|story|article|text)\b.{0,150})?[.:>»]*
    |(?:also|see\ also|also\ read|also\ see|related|related\ (?:articles?|stories|content|topics?|coverage|news)
        |recommended(?:\ stories|\ reading)?|more\ (?:on\ this(?:\ story)?|stories|news|from\ .{1,40})
        |most\ (?:read|popular|viewed)|don.t\ miss|editor.?s.?\ picks?|trending(?:\ now)?|you\ may\ also\ like
        |what\ to\ read\ next|in\ case\ you\ missed\ it|top\ stories|latest\ news|up\ next|now\ playing
        )\s*(?:[:|>»].{0,200})?
    |(?:share|print|save|e-?mail|tweet|bookmark|copy\ link|comments?|leave\ a\ comment|\d+\ comments?|view\ comments?)
    |(?:share|print|save|e-?mail|tweet)\ (?:this|it|on|via|with|to)
        (?:[\s|,:/]+(?:article|story|page|post|link|this|on|via
        |with|by|to|a|friends?|facebook|twitter|x|whatsapp|e-?mail|linkedin|telegram|reddit|and|or)\b){0,12}
    |(?:tags?|topics?|keywords?|filed\ under|categor(?:y|ies)|posted\ in|section)\s*(?::.{0,200})?
    |(?:listen\ to|play|hear)\ this\ (?:article|story)\b.{0,60}
    |(?:estimated\ )?reading\ time\b.{0,30}
    |\d+[ -]min(?:ute)?s?\.?\ (?:read|listen)
"""
_CREDITS = r"""
    (?:photos?|photographs?|pictures?|images?|videos?|graphics?|illustrations?|caption|file\ photo
        |(?:media|image)\ caption|(?:photo|image)\ (?:credit|source|copyright|illustration))\s*(?:[:/|].{0,250})?
    |(?:photo|photograph|picture|image|video|illustration|graphic)s?\ (?:by|courtesy|from|via|copyright|©)\b.{0,120}
    |(?:AP|AFP|EPA|Reuters|Getty(?:\ Images)?|Xinhua|TASS|Sputnik|Kyodo|Yonhap)(?:\ (?:photo|images?|file))?\s*/.{0,80}
    |getty\ images
    |(?:file|archive|stock)\ (?:photo|picture|image)\b.{0,120}
    |(?:source|sources|via)\s*:.{0,80}
"""
_NOTICES = r"""
    copyright\b.{0,290}
    |(?:©|\(c\)\s*\d{4}).{0,290}
    |.{0,150}\ball\ rights\ reserved\b.{0,150}
    |this\ (?:material|content|article|story|copy)\ (?:may\ not\ be|is\ (?:protected|copyright)
        |was\ (?:produced|originally))\b.{0,250}
    |our\ standards\b.{0,120}
    |the\ post\ .{1,200}\ (?:appeared\ first\ on|first\ appeared\ on)\ .{1,80}
    |a\ version\ of\ this\ (?:article|story|review)\ (?:appear(?:s|ed)\ in|was\ first\ published)\b.{0,250}
    |this\ (?:article|story)\ (?:was\ )?(?:first|originally)\ (?:appeared|published)\b.{0,150}
    |(?:terms\ (?:of\ (?:use|service)|and\ conditions)|privacy\ policy)\b.{0,60}
    |(?:for\ immediate\ release|press\ release|embargo(?:ed)?\b.{0,80})
    |(?:got|have)\ a\ (?:news\ |confidential\ )?tip\b.{0,150}
    |(?:(?:media\ |press\ )?contact|for\ (?:more|further)\ information|e-?mail|phone|tel|fax)\s*:.{0,200}
    |for\ (?:more|further)\ information,?\ (?:please\ )?(?:visit|contact|call|see|go\ to)\b.{0,200}
    |(?:https?://|www\.)\S+
    |\S+@\S+\.\w+
    |(?:secure\ \.gov|official\ websites?\ use|an\ official\ website)\b.{0,200}
    |(?:loading|please\ wait|javascript|cookies?)\b.{0,20}
    |ends|-?30-
    |[-–—/\#*(\[]+\s*(?:ends?|more|30|0)\s*[-–—/\#*)\]]+
"""
_NOISE = re.compile(
    rf"[^\w©\#(\[/-]*[(\[]?(?:{_ADVERTISING}|{_LINKS}|{_CREDITS}|{_NOTICES})[^\w]*",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[^\W_]")

_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: (?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|de|da|del|van|von|der|al|bin|el)){0,4}"
_NAMES = rf"{_NAME}(?:(?:, | and | & |, and ){_NAME}){{0,4}}"
_BYLINE = re.compile(
    rf"(?:(?:[Bb]y|BY|[Ww]ritten by|[Ss]tory by):? {_NAMES}(?:(?:,| \||\s[-–—]| in| at| for) .{{0,60}})?"
    rf"|[(\[]?(?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Ee]dited)"
    rf" by:? .{{1,250}}"
    rf"|.{{0,40}}contributed (?:reporting|to this (?:report|story|article))\b.{{0,120}})\s*"
)
_AUTHOR = re.compile(rf"(?:[Bb]y|BY):? {_NAMES}")
LABEL = re.compile(
    r"""(?:
    (?:BREAKING(?:\ NEWS)?|JUST\ IN|(?:\d+(?:ST|ND|RD|TH)\ )?(?:UPDATED?|WRAP-?UP|LEAD)(?:[ -]\d+)?|EXCLUSIVE
        |CORRECT(?:ED|ION)|REFILE|FACTBOX|ANALYSIS|NEWS\ ANALYSIS|EXPLAINER|TIMELINE|INTERVIEW|OPINION|COMMENT(?:ARY)?
        |EDITORIAL|VIDEO|PHOTOS?|PICTURES|WATCH|LIVE(?:\ UPDATES?)?|NEWSMAKER|FEATURE|PREVIEW|SPECIAL\ REPORT|INSIGHT
        |URGENT|ALERT|FLASH|ROUNDUP)\s*(?:[:|–—]|-{1,2})\s*
    |(?:Breaking(?:\ [Nn]ews)?|Just\ [Ii]n|Update|Exclusive|Correction|Factbox|Analysis|Explainer|Opinion
        |Live(?:\ [Uu]pdates?)?|Watch|Video|Interview|Editorial|Commentary|Timeline)\s*[:|]\s*
    ){1,3}(?=\S)""",
    re.VERBOSE,
)


def is_noise(line: str) -> bool:
    """Whether a whole line, without white space around it, is no part of the news.

    Examples
    --------
    >>> is_noise("Advertisement"), is_noise("* * *"), is_noise("Read more: Pope lands in Bangui")
    (True, True, True)
    >>> is_noise("Read more closely, the pact says less."), is_noise("Share this burden, Merkel told the summit.")
    (False, False)
    """
    if not _WORD.search(line):
        return True
    return len(line) <= _MAX_LINE and _NOISE.fullmatch(line) is not None


def is_byline(line: str) -> bool:
    """Whether a whole line says who wrote the article.

    Examples
    --------
    >>> is_byline("By Amina Diallo and Jean Petit in Dakar"), is_byline("By Monday the talks had failed.")
    (True, False)
    """
    if len(line) > _MAX_LINE:
        return False
    match = _BYLINE.fullmatch(line)
    if match is None:
        return False
    # "By Friday Mr Moi was gone." begins like a byline and ends like a sentence.
    return not (line.endswith(".") and _AUTHOR.match(line) is not None)
