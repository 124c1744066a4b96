"""Lines: no closing mark begins one, no opening mark ends one, a figure keeps its unit, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from reports import fonts
from reports.linebreak import clusters, wrap

TEXT = (
    "許可の割合は、同じ内容の申請にそろえて比べると、審査官の間で標準偏差3.1ポイントの差があります"
    "（95%の幅0.66–0.76）。2026年4月1日から「年金」を見ました。"
)
STARTS = "、。，．）」』】ぁぃぅぇぉっゃゅょァィゥェォッャュョー々"
SIGNS = st.text("あいうっょ漢字カタカナー（）「」、。 abcXYZ0123456789%,.ポイント年月日件人", max_size=60)


def measure(text: str) -> float:
    return fonts.width(text, 10)


def test_no_line_begins_or_ends_with_the_wrong_mark() -> None:
    for room in range(90, 400, 7):
        lines = wrap(TEXT, room, measure)
        assert not [line for line in lines[1:] if line[0] in STARTS], room
        assert not [line for line in lines if line[-1] in "（「『"], room


def test_a_figure_keeps_its_unit_and_a_date_stays_whole() -> None:
    for room in range(80, 300, 5):
        lines = wrap(TEXT, room, measure)
        for whole in ("3.1ポイント", "2026年4月1日", "95%"):
            assert any(whole in line for line in lines), (room, whole, lines)


def test_latin_words_stay_whole() -> None:
    assert wrap("Are like cases decided alike?", 60, measure) == ["Are like", "cases", "decided", "alike?"]


def test_an_endless_word_is_cut() -> None:
    lines = wrap("x" * 200, 50, measure)
    assert all(measure(line) <= 50 for line in lines)
    assert "".join(lines) == "x" * 200


@given(SIGNS, st.integers(20, 200))
def test_nothing_but_blanks_is_lost(text: str, room: int) -> None:
    lines = wrap(text, room, measure)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(SIGNS)
def test_clusters_put_together_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_a_sign_that_no_font_has_shows_as_missing() -> None:
    assert fonts.MISSING in "".join(piece for _, piece in fonts.runs("a\U0001f9ff"))
    assert fonts.MISSING not in "".join(piece for _, piece in fonts.runs("漢字 Nguyễn Thị"))
