"""What two people do carries their own signature, which anybody checks; the key opens with the password only."""

import json
from pathlib import Path

import pytest

from desktop.operations import people, records
from models.errors import NotPermitted
from models.people import service
from models.people.values import CONSOLE, Person, Role
from models.records import chain, signatures
from models.records.values import Act
from models.store import keys
from models.store.canonical import canonical
from tests import builders
from tests.builders import PASSWORD, SOFT
from tests.faults import raw


def test_who_signs_in_holds_the_key_that_the_office_knows(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        first = people.sign_in(office, "supervisor1", PASSWORD)
        second = people.sign_in(office, "supervisor1", PASSWORD)
        other = people.sign_in(office, "examiner1", PASSWORD)
        assert first.signer is not None
        assert second.signer is not None
        assert other.signer is not None
        assert first.signer.public == second.signer.public != other.signer.public
        assert signatures.holds(first.signer.public, second.signer.sign(b"x"), b"x")
        assert "Private" not in repr(first.signer)


def test_who_has_no_key_gets_one_at_the_first_sign_in(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        with office.begin() as session:
            person = Person("new", "New", Role.EXAMINER, None)
            service.add(session, CONSOLE, person, service.hash_password(PASSWORD, SOFT))
        signer = people.sign_in(office, "new", PASSWORD).signer
        assert signer is not None
        said = [each.kind for each in records.page(office, builders.AUDITOR, size=2)]
        assert said == ["key_made", "signed_in"]
        assert people.sign_in(office, "new", PASSWORD).signer is not None
        assert records.verify(office).ok


def test_a_key_that_was_touched_opens_no_door(tmp_path: Path) -> None:
    builders.office(tmp_path).close()
    with raw.opened(tmp_path / "office.akashi") as hand:
        hand.execute(
            "UPDATE credential SET sealed_key = (SELECT sealed_key FROM credential WHERE login = 'admin1') "
            "WHERE login = 'examiner1'"
        )
        hand.execute('UPDATE credential SET sealed_key = replace(sealed_key, \'"sealed":"\', \'"sealed":"00\')')
    with builders.opened(tmp_path / "office.akashi") as office:
        with pytest.raises(NotPermitted, match="touched"):
            people.sign_in(office, "examiner1", PASSWORD)
        broken = records.verify(office).first_broken
        assert broken is not None
        assert broken.kind == "state"


def test_acts_of_two_people_are_signed_and_others_are_not(tmp_path: Path) -> None:
    from models.records import service as record

    with builders.office(tmp_path) as office:
        signer = people.sign_in(office, "supervisor1", PASSWORD).signer
        assert signer is not None
        with office.begin(None, signer) as session:
            before = record.standing(session).link
            record.append(session, Act("supervisor1", "viewed", {}))
            plain = record.append(session, Act("supervisor1", "viewed", {}))
            signed = record.append(session, Act("supervisor1", "countersigned", {"round": 1}, "A-1"))
            words = {**json.loads(list(record.spoken(session, "A-1"))[-1]["content"])}
        assert before != plain.link
        assert "signature" not in plain.content
        said = signed.content["signature"]
        assert isinstance(said, dict)
        del words["signature"]
        held = chain.Held(signed.seq, "", "supervisor1", "countersigned", "A-1", canonical(words), "")
        text = chain.statement(held._replace(at=signed.at.isoformat(timespec="microseconds")[:-6] + "Z"), plain.link)
        assert signatures.holds(str(said["key"]), str(said["value"]), text)
        assert not signatures.holds(str(said["key"]), str(said["value"]), text + b" ")
        assert not signatures.holds(str(said["key"]), str(said["value"]).upper(), text)


def test_one_wrapped_key_is_not_passed_off_as_another() -> None:
    wrapped = keys.wrap(bytes(32), "p", SOFT, keys.PERSON)
    assert keys.unwrap(wrapped, "p", keys.PERSON) == bytes(32)
    with pytest.raises(NotPermitted):
        keys.unwrap(wrapped, "p")
