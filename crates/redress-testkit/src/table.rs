//! CSV as the crawlers write it (Python's `csv`: CRLF, quotes only where needed) and JSON pieces.

/// The UTF-8 byte order mark that "utf-8-sig" puts first.
pub(crate) const BOM: &str = "\u{feff}";

/// Adds one row.
pub(crate) fn row<S: AsRef<str>>(out: &mut String, cells: &[S]) {
    for (at, value) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        cell(out, value.as_ref());
    }
    out.push_str("\r\n");
}

/// Adds one cell, quoted only where it must be.
pub(crate) fn cell(out: &mut String, value: &str) {
    if value.contains([',', '"', '\r', '\n']) {
        out.push('"');
        out.push_str(&value.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(value);
    }
}

/// A whole table: header and rows.
pub(crate) fn table<S: AsRef<str>>(header: &[&str], rows: &[Vec<S>]) -> String {
    let mut out = String::new();
    row(&mut out, header);
    for cells in rows {
        row(&mut out, cells);
    }
    out
}

/// Indents JSON by four spaces, as Python's `json.dump(…, indent=4, ensure_ascii=False)` does.
pub(crate) fn json(value: &serde_json::Value) -> Result<Vec<u8>, serde_json::Error> {
    use serde::Serialize;
    let mut out = Vec::new();
    let style = serde_json::ser::PrettyFormatter::with_indent(b"    ");
    let mut writer = serde_json::Serializer::with_formatter(&mut out, style);
    value.serialize(&mut writer)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn only_awkward_cells_are_quoted() {
        let text = table(&["a", "b"], &[vec!["1,2", "say \"hi\""], vec!["行\n行", "plain"]]);
        assert_eq!(text, "a,b\r\n\"1,2\",\"say \"\"hi\"\"\"\r\n\"行\n行\",plain\r\n");
    }
}
