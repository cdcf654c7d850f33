from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest

from nhipcau import wiring
from nhipcau.cli.exits import Exit
from nhipcau.cli.organisations import lists
from tests.cli.conftest import Run

pytestmark = pytest.mark.django_db(transaction=True)

LIST = "Tên doanh nghiệp;MST;Tỉnh\nCông ty TNHH Cơ khí Minh Anh;0100109106;Hải Phòng\nCông ty Nhựa;0100109107;\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "danh-sach.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_takes_good_rows_in_and_back(run: Run, file: Path, tmp_path: Path) -> None:
    back = tmp_path / "rejected.xlsx"
    ran = run("organisations", "import", file, "--source", "Sở A", "--yes", "--rejected", back)
    assert ran.code == Exit.SOME_REFUSED
    assert "row 3: MST: “0100109107” is no Vietnamese tax code" in ran.out
    assert "New: 1. Linked: 0. To review: 0. Known already: 0. Not taken in: 1." in ran.out
    assert [cell.value for cell in openpyxl.load_workbook(back).worksheets[0][2]][1:3] == [3, "Công ty Nhựa"]
    import_id = ran.out.rsplit("import-undo ", 1)[1].split()[0]
    assert "The import was taken back." in run("organisations", "import-undo", import_id).out


def test_a_dry_run_takes_nothing_in(run: Run, file: Path) -> None:
    ran = run("organisations", "import", file, "--source", "Sở A", "--dry-run")
    assert (ran.code, "Nothing was taken in (--dry-run)." in ran.out) == (Exit.SOME_REFUSED, True)
    assert json.loads(run("organisations", "import", file, "--source", "B", "--json").out)["counts"]["new"] == 1


def test_a_list_without_faults_is_taken_in_with_success(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "good.csv"
    path.write_text("Tên doanh nghiệp;MST\nCông ty TNHH Cơ khí Minh Anh;0100109106\n", encoding="utf-8")
    assert run("organisations", "import", path, "--source", "Sở A", "--dry-run").code == Exit.DONE
    assert run("organisations", "import", path, "--source", "Sở A", "--yes").code == Exit.DONE


def test_a_bar_follows_the_rows(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    followed: list[tuple[int, int]] = []

    @contextmanager
    def measured(code: str) -> Iterator[Callable[[int, int], None]]:
        assert code == "cli.importing"
        yield lambda done, total: followed.append((done, total))

    monkeypatch.setattr(lists, "measured", measured)
    path = tmp_path / "many.csv"
    rows = "".join(f"Công ty Số {number:03d}\n" for number in range(300))
    path.write_text("Tên doanh nghiệp\n" + rows, encoding="utf-8")
    done = json.loads(run("organisations", "import", path, "--source", "Sở A", "--json").out)
    assert followed == [(250, 300), (300, 300)]
    assert wiring.office().progress.of(done["id"]) is None


def test_asks_where_nobody_said_yes(run: Run, file: Path) -> None:
    assert "waits on the pages" in run("organisations", "import", file, "--source", "Sở A").out


def test_columns_are_mapped_by_a_file(run: Run, file: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "map.json"
    mapping.write_text(json.dumps({"MST": ""}), encoding="utf-8")
    done = json.loads(run("organisations", "import", file, "--source", "A", "--map", mapping, "--json").out)
    assert done["counts"] == {"new": 2}
    mapping.write_text("[]", encoding="utf-8")
    assert run("organisations", "import", file, "--source", "A", "--map", mapping).code != 0


@pytest.mark.parametrize("kind", ["xlsx", "csv", "json"])
def test_exports_the_organisations(run: Run, file: Path, tmp_path: Path, kind: str) -> None:
    run("organisations", "import", file, "--source", "Sở A", "--yes")
    to = tmp_path / f"out.{kind}"
    assert run("organisations", "export", "--format", kind, "--to", to).code == 0
    if kind == "xlsx":
        assert "Công ty TNHH Cơ khí Minh Anh" in [cell.value for cell in openpyxl.load_workbook(to).worksheets[0][2]]
    else:
        assert "Công ty TNHH Cơ khí Minh Anh" in to.read_text(encoding="utf-8-sig")
