//! Any bytes as an answer of a timestamp authority, verified against its own imprint and its own certificates, so that
//! every check is reached; as a question; and as certificates.
#![no_main]

use libfuzzer_sys::fuzz_target;
use redress_timestamp::{
    Answer, Asked, Certificate, Digester, Form, Imprints, Outcome, Query, Report, Trust, read, verify,
};

/// The imprint that the token itself states.
struct Own(String);

impl Imprints for Own {
    fn digest(&self, algorithm: Digester) -> Option<Vec<u8>> {
        let pairs = self.0.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
        let digest: Vec<u8> = pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect();
        (digest.len() == algorithm.length()).then_some(digest)
    }
}

fn judged(answer: &Answer) -> Report {
    let token = answer.token.as_ref();
    let imprints = Own(token.map(|token| token.statement().imprint).unwrap_or_default());
    let others: Vec<Certificate> = token.map(|token| token.certificates().to_vec()).unwrap_or_default();
    let roots: Vec<Certificate> = others.iter().filter(|one| one.is_root()).cloned().collect();
    let report =
        verify(answer, Asked { imprints: &imprints, query: None }, Trust { roots: &roots, others: &others });
    // One line a check, in their order, and a time only where everything needed holds.
    assert!(report.lines.iter().map(|line| line.check).eq(redress_timestamp::Check::ALL));
    assert_eq!(report.existed_by.is_some(), report.outcome == Outcome::Holds);
    report
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(query) = Query::read(bytes) {
        assert_eq!(Query::read(&query.to_der()).as_ref(), Ok(&query));
    }
    if let Ok(certificates) = Certificate::read_all(bytes) {
        assert!(!certificates.is_empty());
    }
    let Ok(answer) = read(bytes) else { return };
    assert!(answer.form == Form::Response || answer.token.is_some());
    let report = judged(&answer);
    let Some(token) = &answer.token else { return };
    // What we write in DER says the same and proves no more.
    let again = read(token.to_der()).unwrap();
    assert_eq!(again.token.as_ref().unwrap().statement(), token.statement());
    let bare = judged(&again);
    assert!(bare.outcome != Outcome::Holds || report.lines.iter().skip(1).all(|line| line.outcome != Outcome::Fails));
    let response = read(&token.to_response()).unwrap();
    assert_eq!(judged(&response).outcome, bare.outcome);
});
