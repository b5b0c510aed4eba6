#!/usr/bin/env bash
# Makes the faces of this folder anew, out of their published sources. Needs Debian (apt-get download, dpkg), npm,
# python3 with venv, and git; about 20 minutes, most of them for FangSong, which is compiled from its glyph sources.
#
#   fonts/make.sh <a folder for what is downloaded>
#
# Sources, each with the version that the faces here were made from:
#   fonts-noto-cjk  1:20220127+repack1-1 (Debian 12)   Noto Serif CJK SC Regular, Bold; Noto Sans CJK SC Bold    OFL 1.1
#   fonts-noto-core 20201225-1           (Debian 12)   Noto Sans/Serif/Naskh of the other scripts, symbols, math OFL 1.1
#   fonts-noto-mono 20201225-1           (Debian 12)   Noto Sans Mono Regular                                    OFL 1.1
#   unicode-data    15.0.0-1             (Debian 12)   Unihan: which characters the table of 2013 (8,105) lists
#   @expo-google-fonts/noto-emoji 0.4.7  (npm)         Noto Emoji Regular, one colour, with its sequences        OFL 1.1
#   github.com/TrionesType/zhuque, v0.211-6 (227319a1) Zhuque Fangsong, compiled with fontmake                   OFL 1.1
#   fonttools, fontmake (PyPI)                         cut the faces down, compile FangSong
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=${1:?a folder for what is downloaded}
mkdir -p "$work" && cd "$work"

[ -d venv ] || { python3 -m venv venv && venv/bin/pip install --quiet 'fonttools==4.68.0' 'fontmake==3.12.2'; }

for package in fonts-noto-cjk=1:20220127+repack1-1 fonts-noto-core=20201225-1 fonts-noto-mono=20201225-1 unicode-data=15.0.0-1; do
  name=${package%%=*}
  [ -d "$name" ] || { apt-get download "$package" && dpkg -x "$name"_*.deb "$name"; }
done
[ -d emoji ] || { npm pack --silent @expo-google-fonts/noto-emoji@0.4.7 && mkdir emoji &&
  tar xzf expo-google-fonts-noto-emoji-0.4.7.tgz -C emoji --strip-components=1; }
[ -d zhuque ] || { git clone --quiet https://github.com/TrionesType/zhuque && git -C zhuque checkout --quiet 227319a1; }
# Overlapping outlines stay: they fill the same, and taking them out takes an hour.
[ -f zhuque.otf ] || venv/bin/fontmake -g zhuque/src/ZhuqueFangsong.glyphspackage -o otf --keep-overlaps \
  --optimize-cff 0 --output-path zhuque.otf

venv/bin/python "$here/make.py" "$work" "$here"
