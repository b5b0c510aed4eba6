"""Tasks for other people's libraries: what they say of each file in a folder, a line each."""

import json
import pathlib
import sys


def c2pa_state(path):
    import c2pa

    kinds = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".mp4": "video/mp4"}
    try:
        with path.open("rb") as file:
            return json.loads(c2pa.Reader(kinds[path.suffix], file).json())["validation_state"]
    except Exception:
        return "refused"


def attestations(path):
    from opentimestamps.core.notary import (
        BitcoinBlockHeaderAttestation,
        LitecoinBlockHeaderAttestation,
        PendingAttestation,
    )
    from opentimestamps.core.serialize import BytesDeserializationContext
    from opentimestamps.core.timestamp import DetachedTimestampFile

    context = BytesDeserializationContext(path.read_bytes())
    try:
        proof = DetachedTimestampFile.deserialize(context)
        context.assert_eof()
    except Exception:
        return "refused"
    said = []
    for message, one in proof.timestamp.all_attestations():
        if isinstance(one, PendingAttestation):
            said.append(f"pending:{one.uri}:{message.hex()}")
        elif isinstance(one, BitcoinBlockHeaderAttestation):
            said.append(f"bitcoin:{one.height}:{message[::-1].hex()}")
        elif isinstance(one, LitecoinBlockHeaderAttestation):
            said.append(f"litecoin:{one.height}:{message[::-1].hex()}")
        else:
            said.append(f"unknown:{one.TAG.hex()}:{message.hex()}")
    return " ".join(sorted(said))


task = {"c2pa": c2pa_state, "ots": attestations}[sys.argv[1]]
for file in sorted(pathlib.Path(sys.argv[2]).iterdir()):
    print(file.name, task(file))
