"""The words of a Korean clause come in; the kind of activity that they promise goes out."""

from __future__ import annotations

import re
from typing import Final

# The first pattern that a clause holds tells its kind; what is special stands before what is general.
_KINDS: Final[tuple[tuple[str, str], ...]] = (
    (r"정보\S{0,4}\s?(?:공유|교류|교환)|(?:자료|사례|경험|노하우|데이터)\s?(?:공유|교환)", "info-sharing"),
    (r"(?:원|달러)(?:을|를)?\s?(?:투입|투자)", "investment"),
    (r"(?:설명회|세미나|포럼|워크숍|심포지엄|전시회|대회|축제|행사)\s?(?:공동\s?)?(?:개최|운영|주최)", "events"),
    (r"진료|협진|환자|기술지도|전문가(?:를|를\s)?\s?보내", "technical-assistance"),
    (r"근로자\s?[^,]{0,16}(?:배치|파견|보내|도입)|최저임금|산재보험|농가에\s배치", "labour-mobility"),
    (
        r"복수\s?학위|공동\s?학위|이중\s?학위|2\+2|3\+1|1\+3|공동\s?교육과정|공동\s?인증|학위\s?과정|공동\s?프로그램",
        "joint-programme",
    ),
    (r"어학|한국어|베트남어|언어\s?(?:교육|연수)|세종학당|토픽", "language-training"),
    (
        r"교육과정|커리큘럼|교과목|교과과정|교재|훈련과정\s?개발|교육\s?프로그램\s?(?:개발|공동)|학과\s?(?:개설|신설)",
        "curriculum",
    ),
    (
        (
            r"교환학생|학생\s?(?:\S+\s)?(?:교류|교환|파견)|유학생|유학|학생[^,]{0,24}(?:선발|수학|초청|유치)|장학|"
            r"수업을\s?듣"
        ),
        "student-exchange",
    ),
    (r"계절근로|근로자\s?(?:파견|송출|도입)|인력\s?(?:송출|파견|도입)|해외\s?취업|고용허가|노동자", "labour-mobility"),
    (
        (
            r"취업|채용|일자리|현장\s?실습|인턴|고용|구인|인력\s?(?:공급|수급|채용|매칭|확보)|인재\s?(?:매칭|채용|"
            r"공급|확보)"
        ),
        "human-resources",
    ),
    (
        (
            r"전문가\s?(?:\S+\s)?(?:교류|파견|초청|양성)|자문단|강사[^,]{0,10}(?:보내|파견)|기술자[^,]{0,16}(?:보내|"
            r"파견)|전문\s?인력\s?(?:교류|파견)|"
            r"연구원\s?(?:교류|파견)|연구자\s?교류"
        ),
        "expert-exchange",
    ),
    (
        (
            r"(?:교수|교원|교직원|교수진|직원|공무원|의료진|의료인|인력|인적|인재|임직원|"
            r"연구\s?인력)\S*\s?(?:\S{1,6}\s)?(?:교류|파견|교환)|교류\s?강의"
        ),
        "staff-exchange",
    ),
    (
        (
            r"공동\s?(?:기술)?\s?(?:연구|개발)|연구\s?개발|R&D|공동\s?(?:임상|조사|학술)|연구\s?(?:협력|과제|수행|"
            r"교류)|임상\s?연구|기술\s?개발|타당성|제품\s?개발"
        ),
        "joint-research",
    ),
    (r"실증|시험|인증|테스트|시범|검증|성능\s?평가|시제품|표준화|파일럿|시연", "testing-demo"),
    (
        r"기술\s?(?:\S{1,4}\s)?(?:이전|전수|사업화|거래|도입|협력|교류)|노하우\s?(?:전수|공유)|기술이전|특허|라이선스",
        "tech-transfer",
    ),
    (r"(?:학술|세미나|학회)\s?\S{0,4}(?:교류|대회)|학술|공동\s?학술", "academic-exchange"),
    (
        r"투자\s?(?:유치|촉진|설명회|진흥|환경|홍보)|투자자\s?(?:발굴|연계)|산업단지\s?(?:입주|홍보)|기업\s?유치",
        "investment-promotion",
    ),
    (r"투자|출자|자금\s?(?:지원|조달)|공장\s?(?:설립|건설|건립)|합작|억\s?(?:원|달러)|만\s?달러|투입", "investment"),
    (
        r"수출|판로|수입|무역|통상|교역|시장\s?(?:진출|개척|개방)|해외\s?진출|현지\s?진출|마케팅|바이어|전시회|박람회",
        "trade-promotion",
    ),
    (
        (
            r"비즈니스\s?(?:매칭|상담)|기업\s?(?:간\s)?(?:매칭|연계|교류)|상담회|파트너\s?(?:발굴|매칭)|"
            r"수요\s?(?:매칭|발굴)|매칭"
        ),
        "business-matching",
    ),
    (
        (
            r"공급망|(?:을|를)\s?공급|납품|부품\s?(?:공급|조달)|원료\s?(?:공급|조달)|납품|구매|조달|국산화|밸류체인|"
            r"가치사슬"
        ),
        "supply-chain",
    ),
    (r"창업|스타트업|벤처|액셀러레이|인큐베이|보육", "startup-support"),
    (r"생태계|클러스터", "ecosystem"),
    (r"컨설팅|상담|자문|멘토링|애로|진단|법률\s?지원|인허가", "consulting"),
    (
        (
            r"기술\s?(?:지원|지도|자문|협조)|기술\s?애로|원격\s?(?:협진|진료|지원)|장비\s?(?:지원|활용|제공|구축)|"
            r"시설\s?(?:지원|공동)|협진|설비\s?(?:지원|제공)|"
            r"ODA|공적개발원조"
        ),
        "technical-assistance",
    ),
    (
        (
            r"센터\s?(?:설립|구축|건립|개소|설치)|사무소\s?(?:설치|개설|설립)|거점\s?(?:구축|조성|마련)|"
            r"연구소\s?(?:설립|설치)|(?:단지|캠퍼스|분교|학교)\s?(?:조성|설립|건립)"
        ),
        "centre-establishment",
    ),
    (
        (
            r"중소기업|기업\s?\S{0,6}\s?(?:지원|육성|성장)|입주\s?기업|진출\s?기업|금융\s?지원|무역금융|보증|대출|"
            r"애로\s?해소"
        ),
        "enterprise-support",
    ),
    (
        (
            r"정보\s?\S{0,6}\s?(?:공유|교류|교환|제공)|자료\s?(?:공유|교환)|데이터\S*\s?(?:공유|구축|교환)|"
            r"경험\s?(?:공유|교류)|사례\s?(?:공유|교류)|"
            r"지식\s?공유|공유|출판물"
        ),
        "info-sharing",
    ),
    (
        (
            r"(?:인력|인재|전문가|기술자|기능인|기술인|엔지니어|연수생|근로자|공무원)\s?\S{0,6}\s?(?:양성|교육|육성|"
            r"훈련|연수)|교육\s?훈련|직업\s?훈련|연수|훈련|양성|교육|강의|실습"
        ),
        "training",
    ),
    (r"역량\s?(?:강화|제고)|경쟁력\s?강화|능력\s?(?:향상|개발)", "capacity-building"),
    (r"문화|예술|한류|청소년\s?교류|체육|스포츠|축제|관광", "culture-exchange"),
    (r"자매|우호\s?(?:교류|도시|협력)|지방정부|지자체\s?(?:간)?\s?교류|도시\s?간", "local-twinning"),
    (r"대표단|사절단|방문단|상호\s?방문|시찰", "delegation-exchange"),
    (
        r"정책|제도|법령|행정|표준\s?(?:협력|정책)|협의체|협의회|실무\s?(?:협의|위원회|그룹)|공동위원회|워킹그룹",
        "policy-cooperation",
    ),
    (r"네트워크|채널|플랫폼|연계\s?체계|협력\s?체계|협력망", "network"),
    (r"포럼|세미나|콘퍼런스|컨퍼런스|행사|워크숍|심포지엄|설명회|개최", "events"),
    (r"홍보|보급|캠페인|프로모션|알리", "promotion"),
    (r"사업|프로젝트|과제|조성|구축|건설|개발|개최|추진|발굴", "project"),
    (r"교류", "exchange"),
    (r"협력|지원|제공|공동|협업|연계|상생|동반|확대|강화", "cooperation"),
)
_PATTERNS: Final = tuple((re.compile(form), code) for form, code in _KINDS)


def kind_of(words: str) -> tuple[str, str] | None:
    """Return the kind of activity of a clause with the words that tell it, or nothing where none does."""
    for pattern, code in _PATTERNS:
        found = pattern.search(words)
        if found:
            return code, found[0]
    return None
