"""Who may enter which address: one line decides one pattern of the urlconf for all roles.

A line has the methods, the route as Django joins it, and what stands for its arguments where the defaults of
``url_table_lines`` do not fit: ``name=value of the world``, ``name='literal``, ``?query``, ``form=name``. All
objects belong to 城中区, "the own county", unless their name says ``other``. A route may have several lines.
"""

# Columns: anonymous, editor and lead of the own county, editor and lead of another one, moderator, superuser.
POLICIES = {
    "PUBLIC": "YYYYYYY",
    "NOT_LOGGED_IN": "Y------",  # whoever is logged in is sent on
    "STAFF": "-YYYYYY",  # what is listed there is each user's own
    "OWN_COUNTY": "-YY--YY",
    "OWN_WRITERS": "-YY---Y",  # the organisation department reads a page in the review, when its turn has come
    "OTHER_COUNTY": "---YYYY",  # open to strangers, but without anything of the own county
    "OTHER_WRITERS": "---YY-Y",
    "COUNTY_PEOPLE": "-YY----",
    "UPLOADER": "-Y-----",
    "OWNER": "-Y-----",  # whoever had it made: not her colleague, not even an administrator
    "REVIEWER": "--Y----",  # the page is with the county's lead
    "WITHDRAWERS": "--Y--YY",
    "REVIEWERS": "--Y-YY-",  # each sees what waits for her
    "CITY": "-----YY",
    "ADMIN_ONLY": "------Y",
    "NOBODY": "-------",  # not with this object, or not at all on this site
}

TABLE = {
    "PUBLIC": r"""
        GET      ^((?:[\w\-]+/)*)$
        GET      ^(?!_util/)((?:[\w\-]+/)+)$
        GET      _util/login/
        GET      admin/jsi18n/
        POST     admin/login/
        GET POST admin/password_reset/
        GET      admin/password_reset/complete/
        GET POST admin/password_reset/confirm/<uidb64>/<token>/
        GET      admin/password_reset/done/
        GET      admin/sprite/
        GET      healthz/
        GET      readyz/
        GET      activities/
        GET      calendar.ics
        GET      calendar/
        GET      calendar/<int:code>.ics code='450202
        GET      calendar/<int:year>/<int:month>/ year='2020 month='5
        GET      lectures/
        GET      meetings/
        POST     reading/
        GET      search/ ?q=文昌
        GET      search/suggest/ ?q=文昌
        GET      sites/
        GET      summaries/
        GET      works/
        GET      works/<slug:slug>/ slug='green
        GET      feed.atom
        GET      feed/<int:code>.atom code='450202
        GET      works/<slug:slug>/feed.atom slug='green
        GET      api/v1/
        GET      api/v1/<slug:name>/ name='sites
        GET      api/v1/<slug:name>/ name='stories ?county=450202
        GET      api/v1/<slug:name>/<int:pk>/ name='sites pk=live
        GET      sitemap.xml
        GET      sitemap-<int:number>.xml number='1
        GET      robots.txt
        GET      site.webmanifest
        GET      favicon.ico
        GET      apple-touch-icon.png
        GET POST corrections/<int:page_id>/ page_id=live
        GET      corrections/thanks/ ?n={thanks}
    """,
    "NOT_LOGGED_IN": r"""
        GET      admin/login/
    """,
    "STAFF": r"""
        GET      admin/
        GET POST admin/account/
        GET      admin/api/main/^documents/ ?search=文件
        GET      admin/api/main/^images/ ?search=照片
        GET      admin/api/main/^pages/ ?search=示范点
        GET POST admin/choose-anchor-link/
        GET POST admin/choose-email-link/
        GET      admin/choose-external-link/
        POST     admin/choose-external-link/ form=link
        GET      admin/choose-page/
        GET      admin/choose-page/<int:parent_page_id>/ parent_page_id=live
        GET      admin/choose-page/chosen-multiple/ ?id={live}
        GET      admin/choose-page/search/ ?q=示范点
        GET POST admin/choose-phone-link/
        GET      admin/dismissibles/
        GET      admin/documents/ ?q=文件
        GET POST admin/documents/add/
        GET      admin/documents/chooser/ ?q=文件
        GET      admin/documents/chooser/chosen-multiple/ ?id={document}
        GET POST admin/documents/chooser/create/
        GET      admin/documents/chooser/results/ ?q=文件
        GET POST admin/documents/multiple/add/
        GET      admin/documents/results/ ?q=文件
        POST     admin/editing-sessions/release/<int:session_id>/
        GET      admin/images/ ?q=照片
        GET POST admin/images/add/
        GET      admin/images/chooser/ ?q=照片
        GET      admin/images/chooser/chosen-multiple/ ?id={image}
        GET POST admin/images/chooser/create/
        GET      admin/images/chooser/results/ ?q=照片
        GET POST admin/images/multiple/add/
        GET      admin/images/results/ ?q=照片
        POST     admin/logout/
        GET      admin/pages/
        GET      admin/pages/search/ ?q=示范点
        GET      admin/pages/search/results/ ?q=示范点
        GET      admin/content/
        GET      admin/content/ ?county=450202&q=示范点&export=csv
        GET      admin/content/results/ ?ordering=title&_w_filter_fragment=1
        GET      admin/ledger/
        GET      admin/ledger/ ?year=2020&county=450202&q=示范点
        GET      admin/ledger/export/ ?year=2020
        GET      admin/ledger/<int:year>/plans.<slug:kind> year='2020 kind='xlsx
        GET      admin/papers/
        GET      admin/papers/ ?year=2020&county=450202
        GET      admin/papers/state/ ?id={export}&id={ready_export}
        POST     admin/papers/make/
        GET      admin/forwarded/
        GET      admin/guidance/
        GET      admin/guidance/ ?county=450202&site={site}
        GET      admin/guide/
        GET      admin/guide/<slug:slug>/ slug='editor
        GET      admin/test404/
    """,
    "OWN_COUNTY": r"""
        GET      admin/guidance/<int:visit_id>/
        GET      admin/sheets/<int:page_id>/ page_id=live
        GET      admin/sheets/<int:page_id>/pdf/ page_id=live
        POST     admin/papers/make/ form=paper
        POST     admin/photos/upload/ form=photo
        POST     admin/checks/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/ form=summary
        GET      admin/sites/<int:page_id>/ page_id=site
        GET      admin/pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/ page_to_move_id=draft
        GET POST admin/bulk/<str:app_label>/<str:model_name>/<str:action>/ ?id={draft}
        GET      admin/api/main/^documents/<int:pk>/
        GET      admin/api/main/^documents/find/ ?id={document}
        GET      admin/api/main/^images/<int:pk>/
        GET      admin/api/main/^images/find/ ?id={image}
        GET      admin/api/main/^pages/<int:pk>/
        GET      admin/api/main/^pages/find/ ?id={page}
        GET      admin/bulk/<str:app_label>/<str:model_name>/<str:action>/ action='publish ?id={page}
        GET      admin/choose-page/<int:parent_page_id>/
        GET      admin/choose-page/chosen-multiple/ ?id={page}
        GET      admin/documents/chooser/chosen/<str:pk>/
        GET      admin/images/<int:image_id>/original/
        GET      admin/images/chooser/<int:image_id>/select_format/
        GET      admin/images/chooser/chosen/<str:pk>/
        GET      admin/pages/<int:page_id>/revisions/
        GET      admin/pages/<int:parent_page_id>/
        GET      admin/pages/<int:parent_page_id>/add_subpage/
        GET      admin/pages/<int:parent_page_id>/results/
        GET POST admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/ form=summary
        GET POST admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/preview/ form=summary
        GET      admin/pages/workflow/confirm_cancellation/<int:page_id>/
        GET      ^documents/(\d+)/(.*)$
        GET      documents/^(\d+)/(.*)$
    """,  # noqa: E501
    "OWN_WRITERS": r"""
        POST     admin/works/<int:page_id>/copy/ page_id=work form=year
        POST     admin/pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/ page_to_move_id=draft
        GET POST admin/pages/<int:page_to_move_id>/move/ page_to_move_id=draft form=move
        GET POST admin/pages/<int:page_id>/delete/ page_id=draft
        GET      admin/bulk/<str:app_label>/<str:model_name>/<str:action>/ app_label='media model_name='customdocument ?id={document}
        GET POST admin/bulk/<str:app_label>/<str:model_name>/<str:action>/ app_label='media model_name='customimage ?id={spare_image}
        GET POST admin/quick/<int:site_id>/<slug:kind>/ site_id=site kind='lecture
        GET POST admin/quick/<int:site_id>/<slug:kind>/ site_id=site kind='activity
        GET POST admin/quick/<int:site_id>/<slug:kind>/ site_id=county kind='lecture
        GET      admin/quick/saved/<int:page_id>/ page_id=lecture
        GET POST admin/word/<int:page_id>/ page_id=site
        GET POST admin/word/<int:page_id>/ page_id=county
        GET POST admin/word/fill/<int:page_id>/ page_id=lecture
        GET POST admin/documents/delete/<int:document_id>/
        GET POST admin/documents/edit/<int:document_id>/
        POST     admin/documents/multiple/<int:doc_id>/
        POST     admin/documents/multiple/<int:doc_id>/delete/
        GET      admin/documents/usage/<int:document_id>/
        POST     admin/editing-sessions/ping/<str:app_label>/<str:model_name>/<str:object_id>/<int:session_id>/
        GET POST admin/images/<int:image_id>/
        GET POST admin/images/<int:image_id>/delete/ image_id=spare_image
        GET      admin/images/<int:image_id>/preview/<str:filter_spec>/
        POST     admin/images/multiple/<int:image_id>/
        POST     admin/images/multiple/<int:image_id>/delete/ image_id=spare_image
        GET      admin/images/usage/<int:image_id>/
        GET      admin/pages/^(?P<pk>\d+)/revisions/compare/(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)/$
        GET POST admin/pages/<int:page_id>/copy/ page_id=draft form=copy
        GET POST admin/pages/<int:page_id>/edit/ form=summary
        POST     admin/checks/<int:page_id>/ form=summary
        GET POST admin/pages/<int:page_id>/edit/preview/ form=summary
        GET      admin/pages/<int:page_id>/history/
        GET      admin/pages/<int:page_id>/history/results/
        GET POST admin/pages/<int:page_id>/revisions/<int:revision_id>/revert/ form=summary
        GET      admin/pages/<int:page_id>/revisions/<int:revision_id>/view/
        GET      admin/pages/<int:page_id>/usage/
        GET      admin/pages/<int:page_id>/view_draft/
        GET      admin/pages/<int:page_id>/workflow_history/
        GET      admin/pages/<int:page_id>/workflow_history/detail/<int:workflow_state_id>/
    """,  # noqa: E501
    "OTHER_COUNTY": r"""
        GET      admin/choose-page/<int:parent_page_id>/ parent_page_id=other_page
        GET      admin/pages/<int:parent_page_id>/ parent_page_id=other_county
        GET      admin/pages/<int:parent_page_id>/results/ parent_page_id=other_county ?q=示范点&search_all=1
    """,
    "OTHER_WRITERS": r"""
        GET      admin/pages/<int:page_to_move_id>/move/ page_to_move_id=other_page
        GET      admin/pages/<int:page_id>/copy/ page_id=other_page
        GET      admin/pages/<int:page_id>/edit/ page_id=other_page
        GET      admin/quick/<int:site_id>/<slug:kind>/ site_id=other_page kind='lecture
        GET      admin/word/<int:page_id>/ page_id=other_page
        GET      admin/pages/<int:page_id>/history/ page_id=other_page
    """,
    "COUNTY_PEOPLE": r"""
        POST     admin/guidance/<int:visit_id>/
        POST     admin/guidance/<int:visit_id>/ form=answer
    """,
    "UPLOADER": r"""
        POST     admin/documents/multiple/create_from_uploaded_document/<int:uploaded_file_id>/
        POST     admin/documents/multiple/delete_upload/<int:uploaded_file_id>/
        POST     admin/images/multiple/create_from_uploaded_image/<int:uploaded_file_id>/
        POST     admin/images/multiple/delete_upload/<int:uploaded_file_id>/
    """,
    "OWNER": r"""
        GET      admin/papers/<int:export_id>/file/
        GET      admin/papers/<int:export_id>/file/ export_id=ready_export
        POST     admin/papers/<int:export_id>/again/
        POST     admin/papers/<int:export_id>/cancel/
        POST     admin/papers/<int:export_id>/delete/
        POST     admin/papers/<int:export_id>/delete/ export_id=ready_export
    """,
    "REVIEWER": r"""
        GET POST admin/pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/
        GET POST admin/pages/workflow/collect_action_data/<int:page_id>/<slug:action_name>/<int:task_state_id>/
        GET      admin/pages/workflow/preview/<int:page_id>/<int:task_id>/
        GET POST admin/review/<int:page_id>/
    """,
    "REVIEWERS": r"""
        GET POST admin/queue/
    """,
    "WITHDRAWERS": r"""
        GET POST admin/withdraw/<int:page_id>/ page_id=live
    """,
    "CITY": r"""
        GET      admin/audit/
        GET      admin/audit/ ?kind=return&county=450202
        GET      admin/audit/export.<slug:kind> kind='csv
        GET      admin/audit/export.<slug:kind> kind='xlsx
        POST     admin/ledger/open/
        GET POST admin/ledger/<int:year>/sites/ year='2020
        GET      admin/guidance/<int:visit_id>/ visit_id=draft_visit
        GET POST admin/guidance/<int:visit_id>/edit/
        GET POST admin/guidance/<int:visit_id>/edit/ visit_id=draft_visit
        POST     admin/guidance/<int:visit_id>/close/
        POST     admin/guidance/<int:visit_id>/reopen/
        GET POST admin/guidance/new/
        GET      admin/pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/ page_to_move_id=other_page destination_id=site
        GET POST admin/pages/create/<slug:app_label>/<slug:model_name>
        GET      admin/pages/usage/<slug:content_type_app_name>/<slug:content_type_model_name>/
        GET      admin/pages/usage/<slug:content_type_app_name>/<slug:content_type_model_name>/results/
        GET      admin/featured_stories/
        GET POST admin/featured_stories/delete/<int:pk>/
        GET POST admin/featured_stories/edit/<int:pk>/
        GET      admin/featured_stories/history-results/<int:pk>/
        GET      admin/featured_stories/history/<int:pk>/
        GET POST admin/featured_stories/new/
        GET      admin/featured_stories/results/
        GET      admin/featured_stories/usage/<int:pk>/
        GET      admin/terms/
        GET POST admin/terms/edit/<int:pk>/
        GET      admin/terms/history-results/<int:pk>/
        GET      admin/terms/history/<int:pk>/
        GET POST admin/terms/new/
        GET      admin/terms/results/
        GET      admin/terms/usage/<int:pk>/
        GET      admin/adoptions/
        GET      admin/adoptions/ ?export=csv
        GET POST admin/adoptions/create/
        GET      admin/years/
        GET      admin/years/ ?export=xlsx
        GET POST admin/years/create/
        GET POST admin/years/edit/<int:instance_pk>/
        GET      admin/years/history/<int:instance_pk>/
        GET      admin/years/inspect/<int:instance_pk>/
        GET POST admin/adoptions/delete/<int:instance_pk>/
        GET POST admin/adoptions/edit/<int:instance_pk>/
        GET      admin/adoptions/history/<int:instance_pk>/
        GET      admin/adoptions/inspect/<int:instance_pk>/
        GET      admin/adoptions/ranking/
        GET      admin/adoptions/ranking/ ?export=xlsx
        GET      admin/adoption-channels/
        GET POST admin/adoption-channels/create/
        GET POST admin/adoption-channels/edit/<int:instance_pk>/
        GET      admin/adoption-channels/history/<int:instance_pk>/
        GET      admin/adoption-channels/inspect/<int:instance_pk>/
        GET      admin/corrections/
        GET      admin/corrections/ ?state=forwarded
        GET POST admin/corrections/edit/<int:instance_pk>/
        GET      admin/corrections/history/<int:instance_pk>/
        GET      admin/corrections/inspect/<int:instance_pk>/
        GET      admin/words/
        GET      admin/words/ ?export=xlsx
        GET POST admin/words/create/
        GET POST admin/words/delete/<int:instance_pk>/
        GET POST admin/words/edit/<int:instance_pk>/
        GET      admin/words/history/<int:instance_pk>/
        GET      admin/words/inspect/<int:instance_pk>/
        GET      admin/equivalents/
        GET      admin/equivalents/ ?export=xlsx
        GET POST admin/equivalents/create/
        GET POST admin/equivalents/delete/<int:instance_pk>/
        GET POST admin/equivalents/edit/<int:instance_pk>/
        GET      admin/equivalents/history/<int:instance_pk>/
        GET      admin/equivalents/inspect/<int:instance_pk>/
        GET      admin/reports/aging-pages/
        GET      admin/reports/aging-pages/results/
        GET      admin/reports/page-types-usage/
        GET      admin/reports/page-types-usage/results/
        GET      admin/reports/workflow/
        GET      admin/reports/workflow/results/
        GET      admin/reports/workflow_tasks/
        GET      admin/reports/workflow_tasks/results/
        GET      admin/people/
        GET      admin/people/<slug:code>/
        GET POST admin/people/<slug:code>/open/<slug:role>/
        GET POST admin/people/<slug:code>/open/<slug:role>/ role='deputy
        GET      admin/people/account/<int:user_id>/
        GET POST admin/people/account/<int:user_id>/close/
        GET POST admin/people/account/<int:user_id>/deputy/
        GET POST admin/people/account/<int:user_id>/deputy/end/
        GET POST admin/people/account/<int:user_id>/edit/
        GET POST admin/people/account/<int:user_id>/move/
        POST     admin/people/account/<int:user_id>/link/
        POST     admin/people/account/<int:user_id>/reopen/
        GET POST admin/settings/<slug:app_name>/<slug:model_name>/ app_name='cms model_name='officecontact
        GET POST admin/settings/<slug:app_name>/<slug:model_name>/
        GET POST admin/settings/<slug:app_name>/<slug:model_name>/<int:pk>/
    """,  # noqa: E501
    "ADMIN_ONLY": r"""
        GET      admin/people/<slug:code>/ code='department
        GET POST admin/people/<slug:code>/open/<slug:role>/ code='department role='moderator
        GET      admin/people/account/<int:user_id>/ user_id=colleague
        GET POST admin/people/account/<int:user_id>/close/ user_id=colleague
        GET POST admin/people/account/<int:user_id>/edit/ user_id=colleague
        GET POST admin/people/account/<int:user_id>/move/ user_id=colleague
        POST     admin/people/account/<int:user_id>/link/ user_id=colleague
        POST     admin/people/account/<int:user_id>/reopen/ user_id=colleague
        GET POST admin/years/delete/<int:instance_pk>/
        GET POST admin/adoption-channels/delete/<int:instance_pk>/
        GET      admin/modeladmin/jsi18n/
        GET      admin/bulk/<str:app_label>/<str:model_name>/<str:action>/ app_label='auth model_name='user ?id={user}
        GET      admin/collections/
        GET POST admin/collections/<int:collection_id>/privacy/
        GET POST admin/collections/<int:pk>/
        GET POST admin/collections/<int:pk>/delete/ pk=spare_collection
        GET POST admin/collections/add/
        GET POST admin/embeds/chooser/
        GET POST admin/embeds/chooser/upload/
        GET POST admin/failwhale/ crashes=yes
        GET      admin/groups/
        GET POST admin/groups/delete/<int:pk>/ pk=spare_group
        GET POST admin/groups/edit/<int:pk>/
        GET      admin/groups/history-results/<int:pk>/
        GET      admin/groups/history/<int:pk>/
        GET POST admin/background/
        GET POST admin/groups/new/
        GET      admin/groups/results/
        GET      admin/groups/usage/<int:pk>/
        POST     admin/pages/<int:page_id>/lock/
        GET POST admin/pages/<int:page_id>/revisions/<int:revision_id>/unschedule/
        POST     admin/pages/<int:page_id>/unlock/
        POST     admin/pages/<int:page_to_move_id>/set_position/
        GET      admin/redirects/
        GET POST admin/redirects/<int:redirect_id>/
        GET POST admin/redirects/<int:redirect_id>/delete/
        GET POST admin/redirects/add/
        GET POST admin/redirects/import/
        POST     admin/redirects/import/process/ crashes=yes
        GET      admin/redirects/results/
        GET      admin/reports/locked/
        GET      admin/reports/locked/results/
        GET      admin/reports/site-history/
        GET      admin/reports/site-history/results/
        GET      admin/sites/
        GET POST admin/sites/copy/<int:pk>/
        GET POST admin/sites/delete/<int:pk>/
        GET POST admin/sites/edit/<int:pk>/
        GET      admin/sites/history-results/<int:pk>/
        GET      admin/sites/history/<int:pk>/
        GET POST admin/sites/new/
        GET      admin/sites/results/
        GET      admin/sites/usage/<int:pk>/
        GET      admin/tag-autocomplete/
        GET      admin/tag-autocomplete/<slug:app_name>/<slug:model_name>/ app_name='taggit model_name='tag
        GET      admin/users/
        GET POST admin/users/copy/<int:pk>/
        GET POST admin/users/delete/<int:pk>/ pk=spare_user
        GET POST admin/users/edit/<int:pk>/
        GET      admin/users/history-results/<int:pk>/
        GET      admin/users/history/<int:pk>/
        GET POST admin/users/new/
        GET      admin/users/results/
        GET      admin/users/usage/<int:pk>/
        GET POST admin/workflows/add/
        GET POST admin/workflows/disable/<int:pk>/
        GET POST admin/workflows/edit/<int:pk>/
        POST     admin/workflows/enable/<int:pk>/
        GET      admin/workflows/list/
        GET      admin/workflows/list/results/
        POST     admin/workflows/remove/<int:page_pk>/
        POST     admin/workflows/remove/<int:page_pk>/<int:workflow_pk>/
        GET      admin/workflows/task_chooser/
        GET      admin/workflows/task_chooser/<int:task_id>/
        GET POST admin/workflows/task_chooser/create/
        GET      admin/workflows/task_chooser/results/
        GET      admin/workflows/tasks/add/<str:app_label>/<str:model_name>/ app_label='cms model_name='countyreviewtask
        GET POST admin/workflows/tasks/disable/<int:pk>/
        GET POST admin/workflows/tasks/edit/<int:pk>/
        POST     admin/workflows/tasks/enable/<int:pk>/
        GET      admin/workflows/tasks/index/
        GET      admin/workflows/tasks/index/results/
        GET      admin/workflows/tasks/select_type/
        GET      admin/workflows/usage/<int:pk>/
        GET      admin/workflows/usage/<int:pk>/results/
    """,
    "NOBODY": r"""
        GET POST admin/pages/<int:page_id>/unpublish/ page_id=live
        GET      admin/people/account/<int:user_id>/ user_id=administrator
        GET POST admin/people/account/<int:user_id>/close/ user_id=administrator
        GET POST admin/people/account/<int:user_id>/edit/ user_id=administrator
        GET POST admin/people/account/<int:user_id>/move/ user_id=administrator
        POST     admin/people/account/<int:user_id>/link/ user_id=administrator
        GET POST admin/people/account/<int:user_id>/deputy/ user_id=colleague
        GET      admin/people/<slug:code>/open/<slug:role>/ role='moderator
        POST     admin/guidance/<int:visit_id>/ visit_id=draft_visit form=answer
        POST     admin/api/main/^pages/<int:pk>/action/<str:action_name>/
        GET      _util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/
        GET      admin/^.*/$
        GET      ^api/v1/.+$
        GET      api/v1/<slug:name>/<int:pk>/ name='sites pk=site
        GET POST corrections/<int:page_id>/
        GET      corrections/thanks/
        GET POST admin/corrections/create/
        GET POST admin/corrections/delete/<int:instance_pk>/
        GET      admin/block-preview/
        GET POST admin/terms/delete/<int:pk>/
        POST     admin/audit/
        POST     admin/sheets/<int:page_id>/ page_id=live
        GET      admin/sheets/<int:page_id>/
        GET      admin/sheets/<int:page_id>/pdf/
        GET      admin/quick/saved/<int:page_id>/
        GET      admin/word/done/<int:page_id>/
        GET      admin/images/<int:image_id>/generate_url/
        GET      admin/images/<int:image_id>/generate_url/output/
        GET POST admin/pages/<int:page_id>/convert_alias/
        GET POST admin/pages/<int:page_id>/privacy/
        POST     admin/pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/ page_to_move_id=other_page destination_id=site
        GET POST admin/settings/<slug:app_name>/<slug:model_name>/<int:pk>/preview/
        GET      documents/authenticate_with_password/<int:restriction_id>/
    """,  # noqa: E501
}
