"""Published data, retyped; each with where it stands."""

import numpy as np

from models.consistency.arrays import Floats

_GAP = np.nan

KRIPPENDORFF: Floats = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, _GAP, _GAP, _GAP],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _GAP, 3],
        [_GAP, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _GAP],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _GAP],
    ]
)
"""Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: 4 observers, 12 units."""

GWET: Floats = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, _GAP, _GAP, _GAP],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _GAP, _GAP],
        [_GAP, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _GAP],
    ]
)
"""cac.raw4raters (kgwet/irrCAC, README): 12 subjects, 4 raters."""

ABSTRACTORS = ((13, 0, 0), (0, 20, 7), (0, 4, 56))
"""cont3x3abstractors (kgwet/irrCAC, README)."""

NIPS = ((22, 22), (21, 101))
"""The NIPS 2014 experiment: 166 papers, two committees, accept and reject (Lawrence and Cortes)."""

FLEISS = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
""".split()
"""Fleiss, Psychol Bull 76 (1971), table 1: 30 patients, 6 psychiatrists, 5 diagnoses; how many chose each."""

SHROUT_FLEISS: Floats = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], dtype=float
)
"""Shrout and Fleiss, Psychol Bull 86 (1979), table 2: 6 targets, 4 judges."""

BRISTOL = (
    ("Bristol", 143, 102), ("Leicester", 187, 162), ("Leeds", 323, 299), ("Oxford", 122, 99), ("Guys", 164, 139),
    ("Liverpool", 405, 363), ("Southampton", 239, 215), ("Great Ormond St", 482, 429), ("Newcastle", 195, 169),
    ("Harefield", 177, 152), ("Birmingham", 581, 523), ("Brompton", 301, 270),
)  # fmt: skip
"""Child heart surgery 1991-95: operations, survivors (dspiegel29/ArtofStatistics, 02-5)."""

LATER_HEARTS = (
    (418, 413), (607, 593), (668, 653), (760, 733), (829, 815), (835, 821), (983, 960), (1038, 1016), (1094, 1075),
    (1132, 1112), (1220, 1185), (1457, 1421), (1892, 1873),
)  # fmt: skip
"""The same, 2012-15."""

SHIPMAN = (
    (2, 2.04), (9, 3.9), (14, 4.44), (7, 4.02), (8, 3.93), (5, 2.9), (2, 3.83), (13, 4.47), (13, 2.92), (7, 2.92), (8, 1.84),
    (11, 2.52), (8, 1.61), (3, 1.63), (4, 0.69), (0, 1.58), (13, 0.99), (8, 1.3), (19, 1.33), (23, 1.29), (31, 0.58), (16, 0.54),
)  # fmt: skip
"""Deaths of women over 64 certified by Shipman and expected, 1977-1998 (dspiegel29/ArtofStatistics, 10-3-4)."""

FUNNEL_REFERENCE = ((100, 108), (150, 112), (180, 165), (80, 95), (120, 100), (225, 220))
"""Observed and expected in the tests of nhs-r-community/FunnelPlotR."""

CBPP = """
1,2,14,1 1,3,12,2 1,4,9,3 1,0,5,4 2,3,22,1 2,1,18,2 2,1,21,3 3,8,22,1 3,2,16,2 3,0,16,3 3,2,20,4 4,2,10,1 4,0,10,2 4,2,9,3
4,0,6,4 5,5,18,1 5,0,25,2 5,0,24,3 5,1,4,4 6,3,17,1 6,0,17,2 6,0,18,3 6,1,20,4 7,8,16,1 7,1,10,2 7,3,9,3 7,0,5,4 8,12,34,1
9,2,9,1 9,0,6,2 9,0,8,3 9,0,6,4 10,1,22,1 10,1,22,2 10,0,18,3 10,2,22,4 11,0,25,1 11,5,27,2 11,3,22,3 11,1,22,4 12,2,10,1
12,1,8,2 12,0,6,3 12,0,5,4 13,1,21,1 13,2,24,2 13,0,19,3 13,0,23,4 14,11,19,1 14,0,2,2 14,0,3,3 14,0,2,4 15,1,19,1 15,1,15,2
15,1,15,3 15,0,15,4
""".split()
"""Contagious bovine pleuropneumonia: herd, incidence, size, period (lme4 ``cbpp``; vincentarelbundock/Rdatasets)."""


def from_table(table: tuple[tuple[int, ...], ...]) -> Floats:
    """A table of two raters as a 2 x units matrix."""
    pairs = [(row, column) for row, line in enumerate(table) for column, times in enumerate(line) for _ in range(times)]
    return np.array(pairs, dtype=float).T


def from_distribution(rows: list[str]) -> Floats:
    """A table of how many raters chose each category as a raters x units matrix (which rater is arbitrary)."""
    units = [[category for category, times in enumerate(row) for _ in range(int(times))] for row in rows]
    return np.array(units, dtype=float).T
