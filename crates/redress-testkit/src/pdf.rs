//! One-page papers for the example case: PDF 1.4 (ISO 32000-1 keeps its syntax) without compression.
//!
//! The Chinese font is named, not embedded: the file stays small and readers bring a Song face.

use std::fmt::Write as _;

/// A page of lines, top to bottom; the first is the heading.
pub(crate) fn page(lines: &[&str]) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        stream(&content(lines)),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H \
         /DescendantFonts [6 0 R] >>"
            .to_owned(),
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo \
         << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 >>"
            .to_owned(),
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] \
         /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
            .to_owned(),
    ];
    assemble(&objects)
}

fn stream(content: &str) -> String {
    format!("<< /Length {} >>\nstream\n{content}endstream", content.len())
}

fn content(lines: &[&str]) -> String {
    let mut out = String::from("BT\n/F1 18 Tf\n72 760 Td\n");
    for (at, line) in lines.iter().enumerate() {
        if at == 1 {
            out.push_str("/F1 12 Tf\n0 -36 Td\n");
        } else if at > 1 {
            out.push_str("0 -24 Td\n");
        }
        out.push('<');
        for unit in line.encode_utf16() {
            // Writing to a String cannot fail.
            let _infallible = write!(out, "{unit:04X}");
        }
        out.push_str("> Tj\n");
    }
    out.push_str("ET\n");
    out
}

fn assemble(objects: &[String]) -> Vec<u8> {
    let mut out = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        let _infallible = write!(out, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let table = out.len();
    let _infallible = write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _infallible = writeln!(out, "{place:010} 00000 n ");
    }
    let size = objects.len() + 1;
    let _infallible = write!(out, "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn the_cross_reference_points_at_each_object() {
        let bytes = page(&["通知", "第二行"]);
        let text = String::from_utf8(bytes).unwrap();
        let table: usize = text.split("startxref\n").nth(1).unwrap().lines().next().unwrap().parse().unwrap();
        let from = |at: usize| text.get(at..).unwrap();
        assert!(from(table).starts_with("xref"));
        for (at, line) in from(table).lines().skip(3).take(7).enumerate() {
            let place: usize = line.split(' ').next().unwrap().parse().unwrap();
            assert!(from(place).starts_with(&format!("{} 0 obj", at + 1)));
        }
    }
}
