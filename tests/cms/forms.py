"""Form data of the summary's edit form, as a browser would send it."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield


def summary_data(page, text: str = "<p>正文。</p>", photos=None, **extra) -> dict:
    """POST data for *page*'s form with *text* as its one paragraph and the given (or its own) photos."""
    rows = photos if photos is not None else list(page.photos.all())
    return nested_form_data(
        {
            "title": page.title,
            "year": page.year or "",
            "body": streamfield([("paragraph", rich_text(text))]),
            "photos": inline_formset(
                [
                    {
                        "id": row.pk or "",
                        "image": row.image_id or "",
                        "caption": row.caption,
                        "description": row.description,
                    }
                    for row in rows
                ],
                initial=sum(1 for row in rows if row.pk),
            ),
            **extra,
        }
    )
