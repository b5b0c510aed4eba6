"""A second reader of RFC 3161 (rfc3161-client) over a list of answers: `holds` or `refused`, a line each, in their order.

rfc3161.py LIST: each line of the file names an answer, its content, its roots and its further certificates (or -).
"""

import sys

from cryptography.x509 import BasicConstraints, ExtensionNotFound, load_pem_x509_certificates
from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response


def whole(path):
    with open(path, "rb") as file:
        return file.read()


def verdict(answer, content, roots, more):
    try:
        response = decode_timestamp_response(whole(answer))
    except ValueError:
        return "refused"
    builder = VerifierBuilder()
    for root in load_pem_x509_certificates(whole(roots)):
        builder = builder.add_root_certificate(root)
    if more != "-":
        # One among them may be the signer's own: they ask for that apart from the issuers.
        for one in load_pem_x509_certificates(whole(more)):
            try:
                issuer = one.extensions.get_extension_for_class(BasicConstraints).value.ca
            except ExtensionNotFound:
                issuer = False
            builder = builder.add_intermediate_certificate(one) if issuer else builder.tsa_certificate(one)
    try:
        builder.build().verify_message(response, whole(content))
    except (VerificationError, ValueError):
        return "refused"
    return "holds"


with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        print(verdict(*line.rstrip("\n").split("\t")))
