"""Counts clusters of two or more posts that say the same: MinHash LSH, verified with exact Jaccard.

Used by redress-bench. The definition is redress's own: normalised text (NFKC, lower case, without
people called and links), letters and digits only, five or more left, sets of three characters, Jaccard
0.8 or more, connected components.
"""

import csv
import json
import re
import sys
import unicodedata

CALLED = re.compile(r"//@[^:：\s]+[:：]|@[^\s:：]+[:：]?|https?://\S+")


def texts(paths):
    for path in paths:
        with open(path, encoding="utf-8-sig", newline="") as file:
            if path.endswith(".jsonl"):
                for line in file:
                    row = json.loads(line)
                    yield "c" + row["comment_id"] if "comment_id" in row else row["note_id"], row["content"]
            elif path.endswith("articles.csv"):
                for row in csv.DictReader(file):
                    yield row["编号"], row["正文"]
            else:
                for row in csv.DictReader(file):
                    yield row["note_id"], row["content"]


def normalised(text):
    text = CALLED.sub(" ", unicodedata.normalize("NFKC", text).lower())
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN")


def distinct(paths):
    """The distinct sets of three characters, with how many posts have each."""
    seen, sets, counts, where = set(), [], [], {}
    for key, text in texts(paths):
        if key in seen:
            continue
        seen.add(key)
        text = normalised(text)
        if len(text) < 5:
            continue
        grams = frozenset(text[i : i + 3] for i in range(len(text) - 2))
        at = where.setdefault(grams, len(sets))
        if at == len(sets):
            sets.append(grams)
            counts.append(0)
        counts[at] += 1
    return sets, counts


def with_rensa(sets):
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.8, num_perm=128, num_bands=16)
    for at, grams in enumerate(sets):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(list(grams))
        for other in index.query(sketch):
            yield at, other
        index.insert(at, sketch)


def with_datasketch(sets):
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.8, num_perm=128)
    for at, grams in enumerate(sets):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([gram.encode() for gram in grams])
        for other in index.query(sketch):
            yield at, other
        index.insert(at, sketch)


def main():
    peer, paths = sys.argv[1], sys.argv[2:]
    sets, counts = distinct(paths)
    parent = list(range(len(sets)))

    def root(at):
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for a, b in {"rensa": with_rensa, "datasketch": with_datasketch}[peer](sets):
        both = len(sets[a] & sets[b])
        if both * 5 >= (len(sets[a]) + len(sets[b]) - both) * 4:
            parent[root(a)] = root(b)
    sizes = {}
    for at, count in enumerate(counts):
        sizes[root(at)] = sizes.get(root(at), 0) + count
    print(sum(1 for size in sizes.values() if size > 1))


main()
