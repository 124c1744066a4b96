"""The import's form: files, their stages, the order in which they are taken in."""

from pathlib import Path

from desktop.intake import form as forms
from desktop.intake.form import Form, Item, Stage
from models.intake.gather import gather
from models.intake.look import look
from models.intake.values import ColumnMap, Imported, Refused
from tests.models.intake.tables import case, cases, month, months, put, text


def known(form: Form, path: Path) -> Item:
    """A file that was looked at and read."""
    (item,) = form.add([path])
    form.looked(item, look(path))
    form.learn(item, gather(item.what, path, mapped=item.mapped))
    return item


def test_cases_come_before_what_is_known_of_them(tmp_path: Path) -> None:
    form = Form()
    payments = known(form, put(tmp_path, months(month()), "b.csv"))
    people = known(form, put(tmp_path, cases(case()), "a.csv"))
    assert form.order == [people, payments]
    assert not form.clean


def test_what_is_refused_holds_up_what_stands_behind_it(tmp_path: Path) -> None:
    form = Form()
    payments = known(form, put(tmp_path, months(month()), "b.csv"))
    people = known(form, put(tmp_path, cases(case()), "a.csv"))
    form.tried(form.order, (), Refused("a.csv", ()), kept=False)
    assert (people.stage, payments.stage) == (Stage.BAD, Stage.BEHIND)
    assert form.order == []


def test_a_trial_makes_clean_and_an_import_ends_it(tmp_path: Path) -> None:
    form = Form()
    item = known(form, put(tmp_path, cases(case())))
    done = Imported("cases", "file.csv", 1, 1, 0, 0)
    form.tried(form.order, (done,), None, kept=False)
    assert form.clean
    form.tried(form.order, (done,), None, kept=True)
    assert item.stage is Stage.DONE
    assert not form.clean


def test_another_kind_or_map_makes_it_unread(tmp_path: Path) -> None:
    form = Form()
    item = known(form, put(tmp_path, cases(case())))
    form.use(item, ColumnMap())
    assert form.to_read == [item]
    form.choose(item, "stays")
    assert (item.what, item.guessed, item.stage) == ("stays", False, Stage.CHECKING)


def test_a_file_stands_in_the_list_once(tmp_path: Path) -> None:
    form, path = Form(), put(tmp_path, cases(case()))
    assert len(form.add([path, path])) == 1
    assert form.add([path]) == []
    form.remove(form.items[0])
    assert form.items == []


def test_a_file_of_foreign_columns_must_be_told(tmp_path: Path) -> None:
    form, path = Form(), put(tmp_path, text(("甲", "乙"), [("1", "2")]).encode())
    (item,) = form.add([path])
    form.looked(item, look(path))
    assert item.stage is Stage.CHOOSE
    assert form.to_read == []
    assert forms.Form().order == []
