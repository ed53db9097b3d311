"""Labels of the page types of this room, for ``subpage_types``."""

EVENT_TYPES = [
    "pages.LecturePage",
    "pages.VolunteerActivityPage",
    "pages.OnSiteMeetingPage",
    "pages.StoryPage",
]
