from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="site")
class SiteIdentity(BaseSiteSetting):
    """Name, organiser and record numbers that rules for Chinese public bodies want in the footer."""

    site_name = models.CharField("网站名称", max_length=40, default="柳州市基层妇联改革示范点")
    tagline = models.CharField("副标题", max_length=40, blank=True, default="市妇女联合会 · 风采展示")
    organiser = models.CharField("主办单位", max_length=60, default="柳州市妇女联合会")
    undertaker = models.CharField("承办单位", max_length=60, blank=True, default="组联部")
    icp_number = models.CharField("ICP 备案号", max_length=40, blank=True)
    police_number = models.CharField("公安备案号", max_length=40, blank=True)
    site_identifier = models.CharField("网站标识码", max_length=20, blank=True)
    phone = models.CharField("联系电话", max_length=30, blank=True)
    address = models.CharField("联系地址", max_length=100, blank=True)
    email = models.EmailField("电子邮箱", blank=True, help_text="单位的公开邮箱，不填个人邮箱。")
    feed_note = models.CharField(
        "订阅说明",
        max_length=120,
        blank=True,
        default="柳州市各县区基层妇联改革示范点新发布的内容。",
        help_text="显示在订阅（Atom）的标题下面。",
    )
    is_demonstration = models.BooleanField("演示站", default=False, editable=False)

    panels = [
        MultiFieldPanel([FieldPanel("site_name"), FieldPanel("tagline")], heading="名称"),
        MultiFieldPanel([FieldPanel("organiser"), FieldPanel("undertaker")], heading="单位"),
        MultiFieldPanel(
            [FieldPanel("icp_number"), FieldPanel("police_number"), FieldPanel("site_identifier")],
            heading="备案",
        ),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("address"), FieldPanel("email")], heading="联系方式"
        ),
        FieldPanel("feed_note"),
    ]

    class Meta:
        verbose_name = "网站信息"

    @property
    def police_code(self) -> str:
        """The digits of the public-security record, by which its register finds the site."""
        return "".join(filter(str.isdigit, self.police_number))
