"""What a reviewer fills in with a decision."""

from django import forms


class ApproveForm(forms.Form):
    comment = forms.CharField(
        label="审核意见（可不填）", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReturnForm(forms.Form):
    comment = forms.CharField(
        label="退回理由",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="写清楚哪里要改、怎样改，县区编辑会看到。",
        error_messages={"required": "请写明退回理由。"},
    )
