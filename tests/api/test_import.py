"""``import strategikort`` loads nothing until something is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import strategikort


def loaded_after(code: str) -> set[str]:
    script = f"import sys; before = set(sys.modules); {code}; print(*(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    return set(done.stdout.split())


def test_the_import_loads_the_package_alone() -> None:
    assert loaded_after("import strategikort") == {"strategikort"}


def test_what_is_asked_for_is_loaded_and_no_more() -> None:
    loaded = loaded_after("from strategikort import Collection")
    assert "strategikort.library" in loaded
    heavy = {"typer", "rich", "yaml", "pdfminer", "rapidfuzz", "strategikort.links.network"}
    assert not loaded & heavy


def test_a_search_loads_nothing_that_only_absences_need() -> None:
    opened = "from strategikort import Collection; c = Collection.open()"
    absences = {
        *("strategikort.index.absence.absence", "strategikort.index.absence.presence"),
        *("strategikort.language.directions", "strategikort.language.initials"),
    }
    assert not loaded_after(f"{opened}; c.search('kvante')") & absences
    assert absences <= loaded_after(f"{opened}; c.absence('kvante')")


def test_what_is_shown_by_its_name_needs_no_dictionary() -> None:
    opened = "from strategikort import Collection; c = Collection.open()"
    named = loaded_after(
        f"{opened}; c.resolve('rk 6'); c.section('rk/6'); c.cite(c.section('rk/6'))"
    )
    assert "strategikort.index.storage.store" in named
    assert "strategikort.language.lexicon" not in named


def test_every_name_is_there() -> None:
    for name in strategikort.__all__:
        assert getattr(strategikort, name) is getattr(strategikort, name)
    assert dir(strategikort) == sorted(strategikort.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        strategikort.nothing  # noqa: B018


def test_errors_know_what_a_program_needs(collection: strategikort.Collection) -> None:
    with pytest.raises(strategikort.UnknownReferenceError) as caught:
        collection.section("rk/99")
    error: strategikort.StrategikortError = caught.value
    assert (error.code, error.exit_status) == ("unknown_reference", 1)
    assert error.message == str(error) == "Afsnittet »rk/99« findes ikke."
    assert error.hint
