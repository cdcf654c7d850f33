from __future__ import annotations

import pytest
from django.http import QueryDict
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.utils import translation

from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.message import Message
from nhipcau.programme.views import Page
from nhipcau.web.forms import Form, version_of
from nhipcau.web.tones import tone_of
from nhipcau.words.label_phrases import LABELS


def rendered(text: str, address: str = "/", **values: object) -> str:
    request = RequestFactory().get(address)
    with translation.override("en"):
        return Template("{% load nhipcau %}" + text).render(RequestContext(request, values))


def test_a_field_says_what_is_wrong_beside_itself() -> None:
    typed = QueryDict("due_on=soon")
    form = Form.again(typed, InvalidFields({"due_on": Message("field.date-malformed", {"value": "soon"})}), "c-")
    body = rendered('{% field form "due_on" "Due date" type="date" hint="By when" required=True %}', form=form)
    assert 'id="c-due_on" name="due_on" type="date" value="soon"' in body
    assert 'aria-invalid="true" aria-describedby="c-due_on-hint c-due_on-error"' in body
    assert "“soon” is not a date" in body


def test_a_field_escapes_what_was_typed() -> None:
    body = rendered('{% field form "note" "Note" type="textarea" %}', form=Form({"note": "</textarea><script>"}))
    assert "&lt;/textarea&gt;&lt;script&gt;" in body


def test_a_select_offers_codes_with_labels() -> None:
    form = Form({"type": "LOI"})
    body = rendered(
        '{% choices "agreement-type" as types %}{% field form "type" "Type" type="select" choices=types empty="All" %}',
        form=form,
    )
    assert '<option value="">All</option>' in body
    assert '<option value="LOI" selected>Letter of intent (LOI)</option>' in body


def test_mistakes_link_to_their_fields() -> None:
    form = Form(errors={"due_on": Message("field.required")})
    body = rendered("{% mistakes form %}", form=form)
    assert '<a href="#due_on">Fill in this field.</a>' in body
    assert "There is 1 thing to correct" in body


@pytest.mark.parametrize("vocabulary", ["commitment-state", "state", "decision", "draft-state"])
def test_states_differ_by_symbol_or_shape_not_by_colour_alone(vocabulary: str) -> None:
    symbols = [tone_of(vocabulary, code)[1] for code in LABELS[vocabulary]]
    assert len(set(symbols)) == len(symbols)


def test_a_badge_carries_its_words() -> None:
    body = rendered("{% badge state %}", state=CommitmentState.LATE)
    assert body.endswith("Late</span>")
    assert 'data-tone="bad"' in body


def test_the_demo_mark_stands_on_demo_things_alone() -> None:
    class Thing:
        def __init__(self, demo: bool) -> None:
            self.demo = demo

    assert "Demo" in rendered("{% demo_mark thing %}", thing=Thing(demo=True))
    assert rendered("{% demo_mark thing %}", thing=Thing(demo=False)) == ""


def test_a_head_sorts_and_sorts_back() -> None:
    once = rendered('{% sort_header "signed" "Signed" default="title" %}', "/?sector=ev&cursor=abc")
    assert "?sector=ev&amp;sort=signed" in once
    again = rendered('{% sort_header "signed" "Signed" %}', "/?sort=signed")
    assert 'aria-sort="ascending"' in again
    assert "?sort=-signed" in again


def test_the_pager_keeps_filters() -> None:
    page: Page[str] = Page(items=("a",), next_cursor="n2", total=1234)
    body = rendered("{% pager page %}", "/?sector=ev&cursor=n1", page=page)
    assert "1,234 entries" in body
    assert "?sector=ev&amp;cursor=n2" in body
    assert 'href="?sector=ev"' in body


def test_an_empty_state_says_what_to_do() -> None:
    body = rendered('{% empty_state "Nothing yet" %}<p>Bring in a document.</p>{% endempty_state %}')
    assert "<h2>Nothing yet</h2>" in body
    assert "<p>Bring in a document.</p>" in body


def test_a_dialog_is_named_by_its_title() -> None:
    body = rendered('{% dialog "edit" title open=True %}<p>x</p>{% enddialog %}', title="<Edit>")
    assert 'id="edit" aria-labelledby="edit-title" data-open' in body
    assert "&lt;Edit&gt;" in body


def test_crumbs_end_where_one_is() -> None:
    body = rendered('{% crumbs "Agreements" "/agreements/" "IDC" %}')
    assert '<a href="/agreements/">Agreements</a>' in body
    assert '<span aria-current="page">IDC</span>' in body


def test_words_stay_words_without_a_request() -> None:
    with translation.override("vi"):
        said = Template("{% load nhipcau %}{{ when|edtf }} · {{ code|country }} · {{ n|number }}").render(
            Context({"when": "2024-06~", "code": "KR", "n": 1586})
        )
    assert said == "giữa tháng 6/2024 · Hàn Quốc · 1.586"


def test_the_version_comes_back_from_the_page() -> None:
    assert version_of(QueryDict("version=4")) == 4
    with pytest.raises(InvalidFields) as wrong:
        version_of(QueryDict("version=x"))
    assert wrong.value.fields == {"version": Message("field.required")}
