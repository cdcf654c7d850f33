"""No input; the closed lists of English words that the grammar rests on."""

# ruff: noqa: SIM905 -- a list of words is read as words

from __future__ import annotations

import re
from typing import Final

from nhipcau.facts.codes import AgreementType, PartyKind

UPPER: Final = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
CAPITAL: Final = rf"[{UPPER}][\w’'&.-]*|\d+[A-Z][\w-]*"

PAPER: Final = re.compile(
    r"\b(?:memorand(?:um|ums|a)(?:\s+of\s+(?:understanding|agreement|co-?operation|intent))?|MoUs?|MOUs?|"
    r"M\.O\.U\.?|MOAs?|LOIs?|LoIs?|"
    r"letters?\s+of\s+intent|agreements?|accords?|pacts?|deals?|contracts?|protocols?|tie-?ups?|partnerships?|"
    r"cooperation\s+documents?|statements?\s+of\s+intent|minutes\s+of\s+agreement|"
    r"cooperation\s+program(?:me)?s?|notes?\s+of\s+cooperation|joint\s+statements?|arrangements?|documents?|"
    r"records?\s+of\s+discussions?|extension)\b",
    re.IGNORECASE,
)
TYPES: Final[tuple[tuple[str, AgreementType], ...]] = (
    (r"(?i:memorand)|\bMoUs?\b|\bMOUs?\b|M\.O\.U", AgreementType.MOU),
    (r"(?i:letters?\s+of\s+intent)|\bLO[Ii]s?\b|\bLoIs?\b", AgreementType.LOI),
    (r"\bcontracts?\b", AgreementType.CONTRACT),
)
# A head noun that makes a capitalised run the name of a body, and its kind. The first that fits wins.
HEADS: Final[tuple[tuple[str, PartyKind | None], ...]] = (
    (r"Ministr(?:y|ies)", PartyKind.MINISTRY),
    (
        (
            r"People[’']s\s+(?:Committee|Council)|Provincial\s+Government|(?:Metropolitan\s+)?City\s+Government|"
            r"City\s+Hall|Provincial\s+Office"
        ),
        PartyKind.LOCAL_GOVERNMENT,
    ),
    (
        (
            r"Techno\s?[Pp]arks?|Technoparks?|Hi-?[Tt]ech(?:nology)?\s+Parks?|Technology\s+Parks?|Science\s+Parks?|"
            r"Software\s+Parks?|Industrial\s+Parks?|Parks?"
        ),
        PartyKind.TECHNOPARK,
    ),
    (r"Hospitals?|Medical\s+Center|Medical\s+Centre|Clinic", PartyKind.PUBLIC_CENTRE),
    (r"Universit(?:y|ies)|Polytechnics?", PartyKind.UNIVERSITY),
    (r"Colleges?|High\s+School|Vocational\s+School|Training\s+School", PartyKind.COLLEGE),
    (r"Bank", PartyKind.BANK),
    (
        r"Institutes?|Laborator(?:y|ies)|Research\s+Cent(?:er|re)|Academ(?:y|ies)|Academia|Observatory",
        PartyKind.RESEARCH_INSTITUTE,
    ),
    (
        (
            r"Associations?|Federation|Union|Chamber(?:\s+of\s+\w+)?|Alliance|Society|Club|Council|Confederation|"
            r"League|Consortium|Cooperatives?|Forum|Network"
        ),
        PartyKind.ASSOCIATION,
    ),
    (r"Department", PartyKind.GOVERNMENT_AGENCY),
    (
        (
            r"Agenc(?:y|ies)|Authority|Administration|Bureau|Directorate|Committee|Commission|Corps|Secretariat|"
            r"Embassy|Consulate|Board|Office|Government|Service|Inspectorate"
        ),
        PartyKind.GOVERNMENT_AGENCY,
    ),
    (r"Cent(?:er|re)s?|Foundation|Fund|School|Faculty|Museum|Theatre|Hub", PartyKind.PUBLIC_CENTRE),
    (
        (
            r"Co\.?,?\s*Ltd\.?|Ltd\.?|JSC|Inc\.?|Corp\.?|Corporation|Company|Compan(?:y|ies)|Group|Holdings?|"
            r"Enterprises?|Electronics|Motors?|Industries|Technolog(?:y|ies)|Tech|Systems?|"
            r"Solutions?|Energy|Engineering|Construction|Chemicals?|Pharma(?:ceuticals?)?|Logistics|Semiconductors?|"
            r"Robotics|Software|Cells|House|Labs?|Heavy\s+Industries|Steel|Firm|LLC|LLP|Power|Hydrogen|Minerals|Metals|"
            r"Shipbuilding|Shipyard|Resources|Garments?|Dyetech|"
            r"Foods?|Bio|Vina|Vietnam\s+Co|Partners|Ventures|Capital|Securities|Insurance|Telecom|Airlines|Farm|"
            r"Textile|Mobility|Batter(?:y|ies)|Materials|E&C|C&T"
        ),
        PartyKind.COMPANY,
    ),
    (r"Province|City|County|District|Prefecture|Gun|Metropolitan\s+City|Town|Municipality", PartyKind.LOCAL_GOVERNMENT),
)
HEAD: Final = re.compile(r"\b(?:" + "|".join(f"(?:{forms})" for forms, _ in HEADS) + r")(?![\w])")
STRONG: Final = re.compile(
    r"\b(?:Ministry|Department|University|Institute|College|Hospital|Association|Agency|Authority|Federation|"
    r"Council|Committee|Commission|Academy|Foundation|Center|Centre|Bank|Chamber|"
    r"Technopark|Techno Park|Corporation|Company|Board|Embassy|Bureau|Directorate|Administration|School|Union|"
    r"Society|Alliance|Consortium|Faculty|Office|Organi[sz]ation|Service|Group|Club|Cooperative|Forum|Government|"
    r"Polytechnic|Museum|Fund)\b"
)
# Nouns of a field: X Trade and Y Promotion Agency is one name, Samsung and Y Agency are two.
TOPICS: Final = frozenset(
    "Oil Gas Coal Power Electricity Rubber Steel Textile Garment Die Mold Mould Supporting Machine Petroleum "
    "Chemical Minerals Cement Post "
    "Trade Investment Science Sciences Technology Education Training Industry Industries Industrial Commerce "
    "Culture Cultural Tourism Agriculture Agricultural Engineering Energy Environment "
    "Environmental Research Development Standards Quality Business Entrepreneurs Finance Financial Economic "
    "Economics Economy Small Medium Health Medical Food Forestry Fisheries Information "
    "Communication Communications Employment Labour Labor Transport Transportation Construction Innovation "
    "Vocational Management Planning Law Social Humanities Foreign Machinery Materials "
    "Electric Electrical Mechanical Plant Animal Rural Urban Housing Land Water Marine Oceans Maritime Metrology "
    "Testing Safety Sports Arts Language Languages Technical Applied Natural "
    "Resources Home Internal Public Policy Art Design Media Family Justice Interior Security Welfare Veterans "
    "Start Startup Startups SMEs Ceramic Chemistry Physics Civil Building Enterprise "
    "Enterprises Technological Scientific Intelligence Digital Data Electronics Mining Geology Planning "
    "Statistics Infrastructure Enterprise Friendship Exports Import Export Standards Heritage".split()
)
ROLE: Final = (
    r"(?:(?:[Ee]xecutive|[Ss]enior|[Dd]eputy|[Vv]ice|[Aa]cting|[Mm]anaging|[Pp]ermanent|[Ss]tanding|[Gg]eneral|"
    r"[Aa]ssistant|[Aa]ssociate|[Cc]o-?|[Ff]ounding|[Ff]irst|[Ss]econd|[Hh]onorary|[Cc]hief|"
    r"[Pp]rovincial|[Mm]unicipal|[Dd]epartment|[Cc]ouncil|[Cc]entre|[Cc]enter|[Ff]oundation|[Ii]nstitute|"
    r"[Uu]niversity|[Cc]ollege|[Aa]ssociation|[Cc]ompany|[Pp]arty|[Dd]eputy)[\s-]+){0,4}"
    r"(?:[Cc]hair(?:man|woman|person)?|[Pp]resident|[Dd]irector(?:[\s-][Gg]eneral)?|[Mm]inister|[Rr]ector|"
    r"[Pp]rincipal|[Dd]ean|CEO|CTO|CFO|COO|[Cc]hief\s[Ee]xecutive(?:\s[Oo]fficer)?|[Gg]overnor|[Mm]ayor|"
    r"[Hh]ead|[Ss]ecretary(?:[\s-][Gg]eneral)?|[Aa]mbassador|[Cc]onsul(?:[\s-][Gg]eneral)?|[Rr]epresentative|"
    r"[Mm]anager|[Cc]ounsell?or|[Aa]ttach[eé]|[Pp]rofessor|[Rr]esearcher|[Oo]fficer|[Cc]ommissioner|"
    r"[Ll]eader|[Ff]ounder|[Oo]wner|[Ss]uperintendent|[Ee]ngineer|[Ss]pecialist|[Ss]cientist|[Ee]xpert|"
    r"[Cc]oordinator|[Aa]dviser|[Aa]dvisor|[Cc]hancellor|[Pp]rovost|[Ss]peaker|[Mm]ember|[Dd]elegate|[Pp]artner|"
    r"[Cc]ounterpart)"
)
NATIONS: Final = {
    **dict.fromkeys(("Vietnam", "Viet Nam", "Việt Nam", "Vietnamese"), "VN"),
    **dict.fromkeys(("Korea", "South Korea", "the Republic of Korea", "Republic of Korea", "Korean"), "KR"),
    **dict.fromkeys(("the RoK", "RoK", "ROK", "the ROK", "South Korean"), "KR"),
    "Japan": "JP",
    "China": "CN",
    "Thailand": "TH",
    "Indonesia": "ID",
    "Laos": "LA",
    "Cambodia": "KH",
    "Germany": "DE",
    "the United States": "US",
}
