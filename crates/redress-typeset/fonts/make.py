"""Cuts the faces down to what a paper needs. Called by make.sh: make.py <downloads> <this folder> [faces]."""

import bz2
import glob
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

downloads, here, *only = sys.argv[1:]
noto = f"{downloads}/fonts-noto-core/usr/share/fonts/truetype/noto"
cjk = f"{downloads}/fonts-noto-cjk/usr/share/fonts/opentype/noto"
SIMPLIFIED = 2  # which face of the collection


def table_of_2013():
    """通用规范汉字表 (2013): 8,105 characters."""
    path = f"{downloads}/unicode-data/usr/share/unicode/Unihan_OtherMappings.txt.bz2"
    listed = set()
    for line in bz2.open(path, "rt", encoding="utf-8"):
        if "\tkTGH\t" in line:
            listed.add(int(line.split("\t")[0][2:], 16))
    assert len(listed) == 8105, len(listed)
    return listed


def gb2312():
    """Every character of GB 2312-1980."""
    found = set()
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            for char in bytes([row, cell]).decode("gb2312", "ignore"):
                found.add(ord(char))
    return found


def ranges(*spans):
    return {code for first, last in spans for code in range(first, last + 1)}


LETTERS = ranges((0x20, 0x24F), (0x250, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1FFF))
SIGNS = ranges((0x2000, 0x2BFF), (0x2E80, 0x31FF), (0x3200, 0x33FF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF))
PLAIN = ["ccmp", "kern", "mark", "mkmk", "ljmo", "vjmo", "tjmo"]


def cut(source, target, unicodes=None, features=PLAIN, number=-1):
    path = f"{here}/{target}"
    if only and target not in only:
        return set(TTFont(path).getBestCmap())
    options = subset.Options()
    options.layout_features = features
    options.layout_scripts = ["*"]
    options.hinting = False
    options.desubroutinize = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.drop_tables += ["DSIG", "VORG", "vhea", "vmtx", "meta", "BASE"]
    options.font_number = number
    font = subset.load_font(source, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=unicodes if unicodes is not None else set(font.getBestCmap()))
    cutter.subset(font)
    # The day of this run must not get into the file.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(path)
    made = set(TTFont(path).getBestCmap())
    print(f"{target:28} {os.path.getsize(path):>9,} bytes {len(made):>6} characters")
    return made


def main():
    common = table_of_2013() | gb2312()
    near = LETTERS | SIGNS
    regular = cut(f"{cjk}/NotoSerifCJK-Regular.ttc", "song-regular.otf", number=SIMPLIFIED)
    print(f"  Song lacks of U+4E00-9FFF: {[hex(code) for code in sorted(ranges((0x4E00, 0x9FFF)) - regular)]}")
    assert ranges((0x4E00, 0x9FA5), (0x3400, 0x4DB5)) <= regular, "the block as it was first encoded"
    bold = cut(f"{cjk}/NotoSerifCJK-Bold.ttc", "song-bold.otf", common | near, number=SIMPLIFIED)
    hei = cut(f"{cjk}/NotoSansCJK-Bold.ttc", "hei-bold.otf", common | near, number=SIMPLIFIED)
    fang = cut(f"{downloads}/zhuque.otf", "fangsong-regular.otf")
    for name, face in [("bold", bold), ("hei", hei), ("fang", fang)]:
        lacking = common - face
        print(f"  {name} lacks of GB 2312 and the table of 2013: {len(lacking)} {''.join(map(chr, sorted(lacking)[:40]))}")
        assert lacking <= regular, "rare characters fall back on Song"
    cut(f"{downloads}/fonts-noto-mono/usr/share/fonts/truetype/noto/NotoSansMono-Regular.ttf", "mono.ttf", LETTERS)
    shaping = ["*"]
    cut(f"{downloads}/emoji/400Regular/NotoEmoji_400Regular.ttf", "emoji.ttf", features=shaping)
    for source, target in [
        ("NotoSerif-Regular", "latin"),
        ("NotoNaskhArabic-Regular", "arabic"),
        ("NotoSerifHebrew-Regular", "hebrew"),
        ("NotoSerifThai-Regular", "thai"),
        ("NotoSerifDevanagari-Regular", "devanagari"),
        ("NotoSerifTibetan-Regular", "tibetan"),
        ("NotoSansMongolian-Regular", "mongolian"),
        ("NotoSansSymbols-Regular", "symbols"),
        ("NotoSansSymbols2-Regular", "symbols2"),
        ("NotoSansMath-Regular", "math"),
    ]:
        cut(f"{noto}/{source}.ttf", f"{target}.ttf", features=shaping)
    total = sum(os.path.getsize(path) for path in glob.glob(f"{here}/*.[ot]tf"))
    print(f"{total:,} bytes in all")


main()
