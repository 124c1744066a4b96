"""One program an office: a later start is heard, and nobody else is."""

import subprocess
import sys
import threading
from pathlib import Path

from desktop.at_home import single
from desktop.window import Window
from tests import builders
from tests.desktop import desk as driver
from tests.house import tree


def woken(office: str, login: str = "") -> bool:
    """Whether a start elsewhere (here: another thread) finds the program of this office."""
    answer: list[bool] = []
    thread = threading.Thread(target=lambda: answer.append(single.wake(office, login)))
    thread.start()
    driver.wait_for(lambda: not thread.is_alive())
    thread.join()
    return answer[0]


def test_a_later_start_is_heard(tmp_path: Path) -> None:
    office = str(tmp_path / "office.akashi")
    first, heard = single.Single(), []
    first.asked.connect(lambda: heard.append(1))
    first.listen(office)
    assert woken(office)
    driver.wait_for(lambda: heard)
    first.stop()
    assert not woken(office)


def test_another_office_is_another_program(tmp_path: Path) -> None:
    first = single.Single()
    first.listen(str(tmp_path / "one.akashi"))
    assert not woken(str(tmp_path / "two.akashi"))
    assert not woken("")
    first.stop()


def test_two_ways_to_name_a_file_are_one_office(tmp_path: Path) -> None:
    there = tmp_path / "folder"
    there.mkdir()
    assert single.address(str(there / ".." / "o.akashi")) == single.address(str(tmp_path / "o.akashi"))
    assert single.address("postgresql://a/x") != single.address("postgresql://b/x")


def test_two_people_may_share_an_account_of_the_computer(tmp_path: Path) -> None:
    """A start without a login finds the first; each finds only itself when signing in."""
    office = str(tmp_path / "office.akashi")
    first, second, heard = single.Single(), single.Single(), []
    first.asked.connect(lambda: heard.append("first"))
    second.asked.connect(lambda: heard.append("second"))
    first.listen(office, "examiner1")
    assert not woken(office, "supervisor1")
    second.listen(office, "supervisor1")
    assert heard == []
    for login, who in (("", "first"), ("examiner1", "first"), ("supervisor1", "second")):
        heard.clear()
        assert woken(office, login)
        driver.wait_for(lambda: heard)
        assert heard == [who]
    first.stop()
    second.stop()


def test_an_address_that_a_killed_program_left_behind_is_taken(tmp_path: Path) -> None:
    office = str(tmp_path / "office.akashi")
    code = "from desktop.at_home.single import Single; import os; s = Single(); s.listen(os.sys.argv[1]); os._exit(0)"
    subprocess.run([sys.executable, "-c", code, office], check=True, cwd=tree.ROOT)
    assert not woken(office)
    second = single.Single()
    second.listen(office)
    assert woken(office)
    second.stop()


def test_the_desk_comes_to_the_front_and_saves_at_the_end_of_the_session(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        builders.ready_case(office, "A-001")
    where = str(tmp_path / "office.akashi")
    desk = driver.start()
    try:
        window = driver.sign_in(desk, where, builders.EXAMINER.login, builders.PASSWORD, builders.PASSPHRASE)
        assert isinstance(window, Window)
        window.showMinimized()
        assert woken(where)
        driver.wait_for(lambda: not window.isMinimized())
        saved: list[str] = []
        window.save_all = lambda: saved.append("saved")  # type: ignore[method-assign]  # counts instead of saving
        desk.session_ends()
        assert saved == ["saved"]
        del window.save_all
        window.close()
        driver.quiet(desk)
        assert not woken(where)
    finally:
        desk.end()
