"""A path of the office's pages comes in, the page that answers it goes out."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path
from django.views.i18n import set_language

from nhipcau.web import accounts, desk, documents, export, help, history, office_accounts, pictures, receive, search
from nhipcau.web.drafts import decisions, overview
from nhipcau.web.drafts import page as draft_page
from nhipcau.web.register import agreements, commitments, organisations, people

app_name = "web"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", desk.desk, name="desk"),
    path("desk/<slug:code>/", desk.section, name="desk-section"),
    path("help/", help.help_page, name="help"),
    path("me/", accounts.account, name="account"),
    path("me/keys/", accounts.add_key, name="add-key"),
    path("me/keys/revoke/", accounts.revoke_key, name="revoke-key"),
    path("accounts/", office_accounts.office_accounts, name="accounts"),
    path("accounts/<str:username>/", office_accounts.change, name="account-change"),
    path("accounts/<str:username>/password/", office_accounts.renew_password, name="account-password"),
    path("language/", set_language, name="language"),
    path("agreements/", agreements.agreements, name="agreements"),
    path("agreements/<slug:agreement_id>/", agreements.agreement, name="agreement"),
    path("agreements/<slug:agreement_id>/edit/", agreements.edit, name="agreement-edit"),
    path("agreements/<slug:agreement_id>/commitments/", agreements.commit, name="commit"),
    path("agreements/<slug:agreement_id>/review/", agreements.review, name="review"),
    path("agreements/<slug:agreement_id>/renewal/", agreements.renew, name="renew"),
    path("agreements/<slug:agreement_id>/texts/", agreements.texts, name="texts"),
    path("commitments/", commitments.commitments, name="commitments"),
    path("commitments/<slug:commitment_id>/", commitments.commitment, name="commitment"),
    path("commitments/<slug:commitment_id>/concretise/", commitments.concretise, name="concretise"),
    path("commitments/<slug:commitment_id>/abandon/", commitments.abandon, name="abandon"),
    path("commitments/<slug:commitment_id>/resume/", commitments.resume, name="resume"),
    path("commitments/<slug:commitment_id>/activities/", commitments.log, name="log"),
    path("commitments/<slug:commitment_id>/activities/<slug:activity_id>/", commitments.rewrite, name="activity-edit"),
    path(
        "commitments/<slug:commitment_id>/activities/<slug:activity_id>/remove/",
        commitments.remove,
        name="activity-remove",
    ),
    path("activities/<slug:activity_id>/files/<slug:key>/", commitments.file, name="activity-file"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<slug:organisation_id>/", organisations.organisation, name="organisation"),
    path("organisations/<slug:organisation_id>/edit/", organisations.edit, name="organisation-edit"),
    path("people/", people.people, name="people"),
    path("people/<slug:person_id>/", people.person, name="person"),
    path("network/", pictures.network, name="network"),
    path("network.<slug:form>", pictures.network, name="network-file"),
    path("timeline/", pictures.timeline, name="timeline"),
    path("timeline.<slug:form>", pictures.timeline, name="timeline-file"),
    path("states/", pictures.states, name="states"),
    path("states.<slug:form>", pictures.states, name="states-file"),
    path("export.<slug:form>", export.export, name="export"),
    path("search/", search.search, name="search"),
    path("history/", history.history, name="history"),
    path("history/<slug:batch>/undo/", history.undo, name="undo"),
    path("documents/", documents.documents, name="documents"),
    path("documents/receive/", receive.receive, name="receive"),
    path("documents/<slug:document_id>/", documents.document, name="document"),
    path("documents/<slug:document_id>/original/", documents.original, name="document-original"),
    path("drafts/", overview.drafts, name="drafts"),
    path("drafts/<slug:draft_id>/", draft_page.draft, name="draft"),
    path("drafts/<slug:draft_id>/values/", decisions.add, name="draft-add"),
    path("drafts/<slug:draft_id>/values/form/", draft_page.addition, name="draft-add-form"),
    path("drafts/<slug:draft_id>/values/<slug:key>/", decisions.value, name="draft-value"),
    path("drafts/<slug:draft_id>/values/<slug:key>/show/", draft_page.value, name="draft-value-show"),
    path("drafts/<slug:draft_id>/accept-all/", decisions.accept_all, name="draft-accept-all"),
    path("drafts/<slug:draft_id>/confirm/", decisions.confirm, name="draft-confirm"),
    path("drafts/<slug:draft_id>/reject/", decisions.reject, name="draft-reject"),
    path("drafts/<slug:draft_id>/reopen/", decisions.reopen, name="draft-reopen"),
    path("drafts/<slug:draft_id>/another/", decisions.another, name="draft-another"),
    path("theme/", accounts.theme, name="theme"),
]
