#!/usr/bin/env bash
# Begins the corpora from the vectors: fuzz/seeds.sh [FOLDER], by default fuzz/corpus. What is there stays.
set -euo pipefail
cd "$(dirname "$0")/.."
to=${1:-fuzz/corpus}
# The body of a vector: everything behind its first empty line.
body() { sed '1,/^$/d' "$1"; }
field() { sed -n "s/^$1: //p;/^\$/q" "$2"; }
for target in warc wacz har mhtml media c2pa aigc ots note checkpoint proof token bag; do mkdir -p "$to/$target"; done

for kind in warc wacz har mhtml; do
  for file in vectors/webarchive/*."$kind" vectors/webarchive/*."$kind".gz; do
    if [ -f "$file" ]; then cp "$file" "$to/$kind/$(basename "$file")"; fi
  done
done
for file in vectors/media/*; do
  case $file in
    *.expect) ;;
    *.ots) cp "$file" "$to/ots/" ;;
    *) cp "$file" "$to/media/" ;;
  esac
done
# The manifest store is a chunk of its own in a PNG: four bytes of length, caBX, the store, a check value.
at=$(LC_ALL=C grep -abo caBX vectors/media/c2pa.png | head -1 | cut -d: -f1)
length=$((0x$(od -An -tx1 -j $((at - 4)) -N 4 vectors/media/c2pa.png | tr -d ' ')))
tail -c +$((at + 5)) vectors/media/c2pa.png | head -c "$length" >"$to/c2pa/png-store"
# The text of a label stands in the file as it is.
LC_ALL=C grep -ao '{"Label".*}' vectors/media/label-comment.jpg >"$to/aigc/label"
printf '{"AIGC":%s}' "$(cat "$to/aigc/label")" >"$to/aigc/label-inside"
printf 'AIGC=%s' "$(cat "$to/aigc/label")" >"$to/aigc/label-behind"

for file in vectors/notes/*.txt vectors/cosignatures/*.txt; do
  { field key "$file"; field cosigner "$file"; echo; body "$file"; } >"$to/note/$(basename "$(dirname "$file")")-$(basename "$file" .txt)"
done
for file in vectors/checkpoints/*.txt vectors/requests/*.txt; do
  body "$file" >"$to/checkpoint/$(basename "$(dirname "$file")")-$(basename "$file" .txt)"
done
for path in tile/0/x001/234.p/8 tile/entries/000 tile/7/x001/x002/003; do printf %s "$path" >"$to/checkpoint/${path//\//-}"; done
for file in vectors/evidence/proof-*.txt; do body "$file" >"$to/proof/$(basename "$file" .txt)"; done
for file in vectors/timestamps/*.txt; do body "$file" | base64 -d >"$to/token/$(basename "$file" .txt)"; done
for file in vectors/timestamps/certificates/*.pem; do cp "$file" "$to/token/"; done

for file in vectors/bags/*.txt; do cp "$file" "$to/bag/$(basename "$file" .txt)"; done
printf '@whole\n' >"$to/bag/whole"
for path in bagit.txt bag-info.txt redress-bundle.json redress-seal.note manifest-sha256.txt manifest-sha512.txt \
  manifest-sm3.txt tagmanifest-sha256.txt tagmanifest-sha512.txt data/result.json data/items/000001/original \
  data/log/checkpoint data/log/key.vkey data/log/tile/0/000.p/2 data/log/tile/entries/000.p/2 data/proofs/000002.tlog-proof; do
  printf '@whole\n@edit %s 9 10\nx\n' "$path" >"$to/bag/whole-edit-${path//\//-}"
done
printf '@whole\n@cut data/log/checkpoint\n' >"$to/bag/whole-cut"
printf '@whole\n@link bagit.txt\n' >"$to/bag/whole-link"
printf '@whole\n@text data/log/cosigners.vkey\nx\n@text data/log/earlier/1\nx\n@text data/more.tsr\nx\n' >"$to/bag/whole-more"
