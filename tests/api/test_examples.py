"""The examples in the docstrings of the public names are what really happens."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Iterator

import pytest

import strategikort
from strategikort import Collection
from strategikort.catalog.builtin import profile_paths


def examples() -> Iterator[doctest.DocTest]:
    finder = doctest.DocTestFinder(exclude_empty=True, recurse=True)
    parser = doctest.DocTestParser()
    yield parser.get_doctest(strategikort.__doc__ or "", {}, "strategikort", None, 0)
    for name in strategikort.__all__:
        found = getattr(strategikort, name)
        if inspect.isclass(found):
            # A doctest knows an object by its module, so that what is only imported is left out.
            for part in found.__mro__[:-1]:
                module = inspect.getmodule(part)
                if module and module.__name__.startswith("strategikort"):
                    yield from (test for test in finder.find(part, name, module) if test.examples)


@pytest.mark.parametrize("test", list(examples()), ids=lambda test: test.name)
def test_examples(test: doctest.DocTest, collection: Collection) -> None:
    test.globs = {"collection": collection}
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF)
    runner.run(test, out=said.append)
    assert not said, "".join(said)


def test_every_task_has_an_example() -> None:
    shown = {test.name.partition(".")[2] for test in examples()}
    assert shown >= {
        *("document", "section", "get", "resolve", "named", "search", "absence", "cite"),
        *("verify", "verify_text", "links", "compare", "compare_sections"),
    }
    assert len(profile_paths()) == 5
