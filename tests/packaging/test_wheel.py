"""A wheel, unpacked alone in another folder, finds its documents and works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

from tests.packaging.oldest import oldest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the clone, installed into an empty folder."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    subprocess.run(
        [*pip, "install", "--no-deps", "--target", str(target), str(wheel)],
        check=True,
        capture_output=True,
    )
    return target


def run(installed: Path, cwd: Path, *args: str) -> subprocess.CompletedProcess[str]:
    paths = [str(installed), sysconfig.get_paths()["purelib"]]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "STRATEGIKORT_CACHE": str(cwd / "cache"),
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.run(
        [sys.executable, "-m", "strategikort", *args],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_documents_are_found_without_the_clone(installed: Path, tmp_path: Path) -> None:
    result = run(installed, tmp_path, "dokumenter", "--json")
    assert result.returncode == 0, result.stderr
    assert len(json.loads(result.stdout)["documents"]) == 5
    where = run(installed, tmp_path, "vis", "rk 24")
    assert "San Francisco" in where.stdout
    assert (installed / "strategikort" / "seeds" / "README.md").is_file()


def test_it_holds_the_package_and_nothing_else(installed: Path) -> None:
    (wheel,) = installed.parent.glob("*.whl")
    named = set(zipfile.ZipFile(wheel).namelist())
    folders = [(ROOT / "strategikort", "strategikort"), (ROOT / "seeds", "strategikort/seeds")]
    there = {
        f"{name}/{path.relative_to(folder).as_posix()}"
        for folder, name in folders
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "strategikort/py.typed" in there
    about = {name for name in named if name.startswith("strategikort-")}
    assert named - about == there
    assert {name.split("/")[-1] for name in about if "licenses" not in name} == {
        *("METADATA", "WHEEL", "RECORD", "entry_points.txt", "strategikort.1"),
    }


def test_its_licences_are_named_and_there(installed: Path) -> None:
    (folder,) = installed.glob("strategikort-*.dist-info")
    said = message_from_string((folder / "METADATA").read_text(encoding="utf-8"))
    assert said["License-Expression"] == "MIT AND MPL-1.1"
    texts = [
        (folder / "licenses" / name).read_text(encoding="utf-8")
        for name in said.get_all("License-File", [])
    ]
    assert [text.split("\n")[0].strip() for text in texts] == [
        "MIT License",
        "MOZILLA PUBLIC LICENSE",
    ]


def test_each_package_has_an_oldest_version() -> None:
    assert {"typer", "mcp", "ruff"} < {pin.partition("==")[0] for pin in oldest()}


def test_the_manual_page_is_installed_where_man_looks(installed: Path) -> None:
    page = installed / "share" / "man" / "man1" / "strategikort.1"
    assert page.read_bytes() == (ROOT / "docs" / "strategikort.1").read_bytes()


def test_main_job_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    result = run(installed, tmp_path, "søg", "kvanteteknologi")
    assert result.returncode == 0, result.stderr
    assert "[tech/prioriteter/5]" in result.stdout


def test_cache_is_written_once_and_left_whole(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "vis", "rk 1").returncode == 0
    files = list((tmp_path / "cache").iterdir())
    assert len(files) == 1
    stamp = files[0].stat().st_mtime_ns
    assert run(installed, tmp_path, "vis", "rk 1").returncode == 0
    assert files[0].stat().st_mtime_ns == stamp


def test_damaged_cache_is_built_again(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "vis", "rk 1").returncode == 0
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(b"not a database")
    assert run(installed, tmp_path, "vis", "rk 1").returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_cache_that_cannot_be_written(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    result = run(installed, tmp_path, "vis", "rk 1")
    assert result.returncode == 0, result.stderr
    assert "Digitale teknologier" in result.stdout


def test_closed_pipe_ends_quietly(installed: Path, tmp_path: Path) -> None:
    paths = [str(installed), sysconfig.get_paths()["purelib"]]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    with subprocess.Popen(
        [sys.executable, "-m", "strategikort", "vis", "uss", "tech", "rk", "--json"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "latin-1"])
def test_other_console_encodings(installed: Path, tmp_path: Path, encoding: str) -> None:
    paths = [str(installed), sysconfig.get_paths()["purelib"]]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONIOENCODING": encoding,
        "LC_ALL": "C",
    }
    result = subprocess.run(
        [sys.executable, "-m", "strategikort", "vis", "uss/3.6", "pejlemaerker"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0
    assert result.stdout.decode(encoding)
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("package", ["typer", "rapidfuzz"])
def test_a_package_that_is_missing_is_named(installed: Path, tmp_path: Path, package: str) -> None:
    # »pip install --no-deps«: a traceback, or »Der er en fejl i programmet«.
    (tmp_path / "sitecustomize.py").write_text(f"import sys\nsys.modules[{package!r}] = None\n")
    paths = [str(tmp_path), str(installed), sysconfig.get_paths()["purelib"]]
    result = subprocess.run(
        [sys.executable, "-m", "strategikort", "søg", "ytringsfrihden"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        f"Fejl: Pakken {package}, som programmet bruger, mangler eller er for gammel.\n"
        "Installér strategikort igen med pip, uden --no-deps.\n"
    )


def test_an_archive_that_is_not_unpacked_is_refused(installed: Path, tmp_path: Path) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "strategikort"), "zip", installed))
    result = run(archive, tmp_path, "vis", "rk 6")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        "Fejl: strategikort kan ikke køre inde i et zip-arkiv.\n"
        "Pak arkivet ud, eller installér programmet med pip.\n"
    )
