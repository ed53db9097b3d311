"""Kinds of acts, by which the list is filtered, whatever table an act is kept in."""

from django.db import models


class Kind(models.TextChoices):
    SUBMISSION = "submission", "送审和取回"
    APPROVAL = "approval", "通过"
    RETURN = "return", "退回"
    PUBLICATION = "publication", "发布"
    WITHDRAWAL = "withdrawal", "撤下"
    WRITING = "writing", "新建和修改"
    REMOVAL = "removal", "删除和移动"
    OTHER = "other", "账号、文件和设置"
    LOGIN = "login", "登录"
    FAILED_LOGIN = "failed_login", "登录失败"
