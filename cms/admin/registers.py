"""The menu's group of registers: each shows to whoever may view it, and the group while one of them shows."""

from wagtail_modeladmin.options import ModelAdminGroup

from reports.adoptions.registers import AdoptionRegister, ChannelRegister
from reports.views.year_register import YearRegister

from ..corrections.register import CorrectionRegister
from .equivalents import EquivalentRegister
from .words import WordRegister


class Registers(ModelAdminGroup):
    """登记 in the main menu. A register is reached by nothing else: add a new one to ``items``."""

    menu_label = "登记"
    menu_item_name = "registers"
    menu_icon = "clipboard-list"
    menu_order = 265
    items = (
        CorrectionRegister,
        AdoptionRegister,
        ChannelRegister,
        YearRegister,
        WordRegister,
        EquivalentRegister,
    )
