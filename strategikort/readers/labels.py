"""What is printed on a page as its number, beside its place in the file."""

from __future__ import annotations

from collections.abc import Sequence


def page_labels(
    printed: Sequence[int | None], stated: Sequence[str | None]
) -> list[tuple[str, str]]:
    """Return for each page its label and how it is known (see ``Page.how``).

    ``printed`` are the numbers read in the running lines, ``stated`` the file's own labels.
    What is printed goes before what is stated: it is what a reader of the page sees.
    """
    count = len(printed)
    offset = next((n - i for i, n in enumerate(printed) if n is not None), None)
    trivial = all(label in (None, "", str(i + 1)) for i, label in enumerate(stated))
    labels: list[tuple[str, str]] = []
    for index in range(count):
        number, label = printed[index], stated[index]
        if number is not None:
            labels.append((str(number), "printed"))
        elif label and not trivial and (offset is None or not label.isdigit()):
            labels.append((label, "labels"))
        elif offset is not None and index + offset >= 1:
            labels.append((str(index + offset), "counted"))
        elif offset is not None:
            # In front of page 1, where nothing is printed: in brackets, as cataloguers do.
            labels.append((f"[{index + 1}]", "index"))
        else:
            labels.append((str(index + 1), "index"))
    return labels
