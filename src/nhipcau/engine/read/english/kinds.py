"""The words of an English clause come in; the kind of activity that they promise goes out."""

from __future__ import annotations

import re
from typing import Final

# The first pattern that a clause holds tells its kind; what is special stands before what is general.
_KINDS: Final[tuple[tuple[str, str], ...]] = (
    (
        (
            r"(?:joint|dual|double|shared|2\+2)\s(?:\w+\s)?(?:degree|diploma|certific\w+|training\sprogram\w*|"
            r"programme|program|master)|(?:dual|double)-degree"
        ),
        "joint-programme",
    ),
    (
        (
            r"(?:Korean|Vietnamese)[\s-](?:language|lessons?|classes|courses?|training\scent(?:er|re))|"
            r"language\s(?:training|courses?|centre|center|education)|King\sSejong"
        ),
        "language-training",
    ),
    (
        (
            r"curricul|syllab|textbooks?|(?:engineering|training)\strack|teaching\smaterials?|(?:develop|design|"
            r"revis|rewrit)\w*\s[^,]{0,24}(?:courses?|modules?|programmes?\sof\sstudy)"
        ),
        "curriculum",
    ),
    (
        (
            r"student\s(?:exchange|mobility)|exchang\w+\s(?:of\s)?(?:\w+\s(?:and|,)\s)?students?|swap\sstudents|"
            r"scholarships?|students?\s[^,]{0,30}(?:to\s(?:study|spend)|study\sin|abroad)|(?:host|receiv|admit|"
            r"accept)\w*\s[^,]{0,20}students"
        ),
        "student-exchange",
    ),
    (
        (
            r"(?:seasonal|migrant|guest)\sworkers?|(?:send|dispatch|recruit|receiv)\w*\s[^,]{0,20}(?:workers|"
            r"labourers|laborers)|labou?r\s(?:export|supply|mobility|cooperation)|EPS\b"
        ),
        "labour-mobility",
    ),
    (
        (
            r"internships?|job\s(?:placement|matching|opportunit\w+|fair)|employ|recruit|jobs?\sfor|hir(?:e|ing)|"
            r"placements?|workforce|human\sresources?|manpower|careers?"
        ),
        "human-resources",
    ),
    (
        (
            r"(?:exchang\w+|send|dispatch|invit\w+|second\w*)\s(?:of\s)?[^,]{0,24}(?:experts?|specialists?|engineers|"
            r"advisers|advisors|lecturers\sto\steach)|experts?\sexchange|support\w*\sexperts"
        ),
        "expert-exchange",
    ),
    (
        (
            r"exchang\w+\s(?:of\s)?[^,]{0,24}(?:staff|lecturers?|faculty|researchers?|officials|personnel|professors|"
            r"teachers|nurses|doctors)|(?:staff|faculty|personnel|lecturer)s?\sexchanges?|people-to-people"
        ),
        "staff-exchange",
    ),
    (
        (
            r"joint(?:ly)?\s(?:\w+\s)?(?:research|stud(?:y|ies)|clinical|develop\w*|R&D)|research|R&D|feasibility|"
            r"clinical\sstud|co-develop|scientific\scooperation|laborator(?:y|ies)\sfor"
        ),
        "joint-research",
    ),
    (
        r"\btests?\b|testing|trial|pilot|demonstrat|certif|standardi[sz]|prototype|tried\sout|inspect|verif|metrolog",
        "testing-demo",
    ),
    (
        (
            r"technolog\w+\s(?:and\sknow-how\s)?(?:transfer|exchange|commerciali[sz]ation|cooperation)|"
            r"transfer\w*\s(?:of\s)?[^,]{0,30}(?:technolog|know-how|technique)|know-how|licens"
        ),
        "tech-transfer",
    ),
    (
        r"academic\s(?:exchange|cooperation|activit)|joint\s(?:conferences?|seminars?|publications?)|scholarly",
        "academic-exchange",
    ),
    (
        (
            r"(?:attract|promot|call\w*\sfor|facilitat)\w*\s[^,]{0,30}invest|invest\w*\s(?:promotion|forum|"
            r"attraction|opportunit)|working\sdelegations\sin\sinvestment"
        ),
        "investment-promotion",
    ),
    (
        (
            r"\binvest|build\s[^,]{0,20}(?:plant|factory)|(?:plant|factory)\sin|joint\sventure|capital|financ\w+|"
            r"loan|\$\d|billion|million\s(?:won|dollars|USD)"
        ),
        "investment",
    ),
    (
        r"export|import|\btrade\b|market\s(?:access|entry|development)|overseas\smarket|distribution|sales|buyers?",
        "trade-promotion",
    ),
    (
        (
            r"business[\s-](?:matching|to-business|networking|forum)|match(?:ing|making|es)?\b|B2B|"
            r"connect\w*\s[^,]{0,40}(?:enterprise|business|compan|firm|partner)|(?:cooperation|"
            r"partnerships?)\sbetween\s[^,]{0,30}(?:enterprise|business|compan)"
        ),
        "business-matching",
    ),
    (
        r"supply\s?chain|suppl(?:y|ies)\b|purchas|procure|sourcing|components?\ssuppl|locali[sz]ation|value\schain",
        "supply-chain",
    ),
    (r"start-?ups?|incubat|accelerat\w+\s(?:program|start)|entrepreneur", "startup-support"),
    (r"ecosystem|cluster", "ecosystem"),
    (r"consult|advi[cs]|mentor|counsel|certification\sadvice|help\s(?:obtain|get)|on-site\sguidance", "consulting"),
    (
        (
            r"technical\s(?:assistance|support|guidance|help)|equipment|remote\s(?:consult|examin|diagnos)|"
            r"link\sup\sby\svideo|troubleshoot|trac(?:e|ing)\s|ODA\b"
        ),
        "technical-assistance",
    ),
    (
        (
            r"(?:set\sup|establish|open|build|launch|creat)\w*\s[^,]{0,40}(?:cent(?:er|re)|hub|office|institute|"
            r"campus|school|lab)|cent(?:er|re)\s(?:will|to)\sbe"
        ),
        "centre-establishment",
    ),
    (
        (
            r"(?:support|assist|help|facilitat)\w*\s[^,]{0,40}(?:SMEs?|enterprises?|businesses|companies|firms|"
            r"suppliers)|enterprise\s(?:support|development)|small\sand\smedium"
        ),
        "enterprise-support",
    ),
    (
        (
            r"(?:shar|exchang)\w*\s(?:of\s)?[^,]{0,30}(?:information|data|experience|knowledge|polic|expertise|"
            r"images|practices)|information\s(?:sharing|exchange)|database|data\s"
        ),
        "info-sharing",
    ),
    (r"train|teach|workshops?\sfor|courses?|education|skills?|vocational|instruct|upskill|lectur", "training"),
    (r"capacity|competitiveness|capabilit", "capacity-building"),
    (r"cultur|festival|sports?|\barts?\b|touris|food\sweek|heritage", "culture-exchange"),
    (r"twin|sister|friendship|locality-to-locality|local\s(?:governments?|authorit)", "local-twinning"),
    (r"delegation|visits?\b|study\stours?|reciprocal", "delegation-exchange"),
    (
        r"polic|regulat|working\sgroup|joint\scommittee|steering|dialogue|legal\sframework|administrat",
        "policy-cooperation",
    ),
    (r"network|platform|channel", "network"),
    (r"seminars?|conferences?|forums?|workshops?|events?|exhibitions?|symposi|fairs?\b|ceremon", "events"),
    (
        r"promot\w+\s(?:the|of|in|image|brand|tourism|products)|advertis|publici|marketing|popularis|market\w*",
        "promotion",
    ),
    (r"project|construct|build|develop|implement|launch|carry\sout|deploy|programme|program\b", "project"),
    (r"exchange", "exchange"),
    (
        (
            r"cooperat|co-operat|collaborat|support|provide|strengthen|partner|work\stogether|assist|promot|boost|"
            r"enhanc|expand|donat|facilitat"
        ),
        "cooperation",
    ),
)
_PATTERNS: Final = tuple((re.compile(form, re.IGNORECASE), code) for form, code in _KINDS)


def kind_of(words: str) -> tuple[str, str] | None:
    """Return the kind of activity of a clause with the words that tell it, or nothing where none does."""
    for pattern, code in _PATTERNS:
        found = pattern.search(words)
        if found:
            return code, found[0]
    return None
