import re, pytest, json
from django.db import transaction
from tests.cms.url_table_world import *
from tests.cms.url_table_visits import *
A={"page_id":"page","parent_page_id":"site","page_to_move_id":"page","destination_id":"county","image_id":"image","document_id":"document","doc_id":"document","revision_id":"revision","task_state_id":"task_state","workflow_state_id":"workflow_state","task_id":"task","workflow_pk":"workflow","page_pk":"page","redirect_id":"redirect","session_id":"session","collection_id":"collection"}
PK={"admin/collections":"collection","admin/users":"user","admin/groups":"group","admin/sites":"web_site","admin/workflows/tasks":"task","admin/workflows":"workflow","admin/images":"image","admin/api/main/^images":"image","admin/api/main/^doc":"document","admin/documents":"document","admin/api/main/^pages":"page","admin/pages":"page","admin/settings":"web_site"}
L={"content_type_app_name":"reports","content_type_model_name":"yearendsummarypage","app_label":"wagtailcore","model_name":"page","action_name":"approve","action":"delete","app_name":"pages","filter_spec":"max-100x100","object_id":None,"uidb64":"x","token":"y","page_view_restriction_id":"1","restriction_id":"1"}
def addr(route,v):
    r=route
    if route.startswith("admin/pages/^"): return f"/admin/pages/{v['page']}/revisions/compare/earliest...latest/"
    if "documents/" in route and "\\d+" in route: return f"/documents/{v['document']}/{v['filename']}"
    if route.startswith("^"): return "/"
    if route=="admin/^.*/$": return "/admin/nowhere/"
    def sub(m):
        n=m[1].split(":")[-1]
        if n=="pk":
            for p in sorted(PK,key=len,reverse=True):
                if route.startswith(p): return str(v[PK[p]])
        if n=="object_id": return str(v["page"])
        if n=="model_name" and "settings" in route: return "siteidentity"
        if n=="uploaded_file_id": return str(v["waiting_image" if "image" in route else "waiting_document"])
        if n in A: return str(v[A[n]])
        return L[n]
    r=re.sub(r"<([^>]+)>",sub,r).replace("^","")
    return "/"+r
@pytest.mark.django_db
def test_measure():
    w=build()
    out=[]
    for route in sorted(routes()):
        a=addr(route,w.values)
        for m in ("GET","POST"):
            row=[];det=[]
            for role in ROLES:
                try:
                    r=ask(w.clients[role],m,a)
                    row.append("Y" if r.status_code in ENTERED or (r.status_code in (301,302) and is_allowed(r)) else "-")
                    det.append(f"{r.status_code}{'>'+r.url if r.status_code in(301,302) else ''}")
                    if role in STRANGERS and SECRET in words(r): det.append("LEAK!!")
                except Exception as e:
                    row.append("E"); det.append(repr(e)[:100])
            out.append(f"{''.join(row)} {m} {route} {' '.join(dict.fromkeys(det)) }")
    open("/tmp/iso/measure.txt","w").write("\n".join(out))
