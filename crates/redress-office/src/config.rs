//! The configuration of an office: one TOML file, without a secret in it.

use crate::s3::S3Place;
use crate::secret::SecretPlace;
use redress_base::{Fault, Finding, Private, Refusal};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A configuration file of more bytes is none.
const LONGEST: u64 = 1 << 16;

/// Where the office keeps its cases. Secrets are fetched already; they print as a mask.
#[derive(Debug)]
pub struct OfficeConfig {
    pub(crate) database: DatabasePlace,
    pub(crate) objects: ObjectsPlace,
}

/// The database.
#[derive(Debug)]
pub(crate) struct DatabasePlace {
    pub(crate) url: String,
    pub(crate) password: Option<Private<String>>,
    pub(crate) ca: Option<PathBuf>,
}

/// Where the sealed bytes lie.
#[derive(Debug)]
pub(crate) enum ObjectsPlace {
    Folder(PathBuf),
    S3(S3Place),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    database: Database,
    objects: Objects,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Database {
    url: String,
    password: Option<SecretPlace>,
    ca: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Objects {
    folder: Option<PathBuf>,
    s3: Option<S3>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct S3 {
    endpoint: String,
    region: String,
    bucket: String,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    path_style: bool,
    access_key: SecretPlace,
    secret_key: SecretPlace,
    ca: Option<PathBuf>,
}

impl OfficeConfig {
    /// Reads a configuration file, and the secrets that it points to. Paths in it are relative to its folder.
    ///
    /// # Errors
    /// `Usage`: it cannot be read, says something unknown, or holds a secret itself.
    pub fn read(path: &Path) -> Result<OfficeConfig, Refusal> {
        let shown = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let missing =
            || Finding::error("office-config-missing").with("file", shown.as_str()).refuse(Fault::Usage);
        let known = std::fs::metadata(path).map_err(|_| missing())?;
        if !known.is_file() || known.len() > LONGEST {
            return Err(missing());
        }
        let text = std::fs::read_to_string(path).map_err(|_| missing())?;
        let base = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let base = base.unwrap_or(Path::new(".")).canonicalize().map_err(|_| missing())?;
        OfficeConfig::parse(&text, &base, &shown)
    }

    /// The same for a text whose relative paths begin in `base`.
    pub(crate) fn parse(text: &str, base: &Path, shown: &str) -> Result<OfficeConfig, Refusal> {
        let file: File = toml::from_str(text).map_err(|error| {
            // The parser's own words would quote the line, and with it a password that somebody wrote there.
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count().saturating_add(1);
            let finding = Finding::error("office-config-unreadable").with("file", shown);
            finding.with("line", line).refuse(Fault::Usage)
        })?;
        let wrong = |what: &str| {
            let finding = Finding::error("office-config-wrong").with("file", shown);
            finding.with("key", what).refuse(Fault::Usage)
        };
        let database = DatabasePlace {
            url: file.database.url,
            password: file.database.password.map(|place| place.fetch(base)).transpose()?,
            ca: file.database.ca.map(|path| base.join(path)),
        };
        crate::database::check(&database)?;
        let objects = match (file.objects.folder, file.objects.s3) {
            (Some(folder), None) => ObjectsPlace::Folder(base.join(folder)),
            (None, Some(s3)) => ObjectsPlace::S3(S3Place {
                endpoint: s3.endpoint,
                region: s3.region,
                bucket: s3.bucket,
                prefix: s3.prefix,
                path_style: s3.path_style,
                access_key: s3.access_key.fetch(base)?,
                secret_key: s3.secret_key.fetch(base)?,
                ca: s3.ca.map(|path| base.join(path)),
            }),
            _ => return Err(wrong("objects")),
        };
        if let ObjectsPlace::S3(place) = &objects {
            place.check().map_err(wrong)?;
        }
        Ok(OfficeConfig { database, objects })
    }
}

#[cfg(test)]
mod tests {
    use super::OfficeConfig;
    use std::path::Path;

    fn told(text: &str) -> String {
        OfficeConfig::parse(text, Path::new("/nowhere"), "office.toml").unwrap_err().to_string()
    }

    const S3: &str = "[database]\nurl = 'host=/tmp'\n[objects.s3]\nendpoint = 'ENDPOINT'\nregion = 'r'\n\
                      bucket = 'BUCKET'\nprefix = 'PREFIX'\naccess_key = { env = 'PATH' }\n\
                      secret_key = { env = 'PATH' }\n";

    #[test]
    fn a_secret_that_somebody_wrote_into_the_file_is_not_repeated() {
        for text in [
            "[database]\nurl = 'postgresql://u:hunter2@127.0.0.1/x'\n[objects]\nfolder = 'o'\n",
            "[database]\nurl = 'host=/tmp password=hunter2'\n[objects]\nfolder = 'o'\n",
            "[database]\nurl = 'hunter2 = = hunter2'\n[objects]\nfolder = 'o'\n",
            "[database]\nurl = 'host=/tmp'\npassword = 'hunter2'\n[objects]\nfolder = 'o'\n",
            "[database]\nurl = 'host=/tmp'\nhunter2 = 'hunter2\n",
        ] {
            assert!(!told(text).contains("hunter2"), "{text}");
        }
        let text = "[database]\nurl = 'host=/tmp'\npassword = 'hunter2'\n[objects]\nfolder = 'o'\n";
        assert_eq!(told(text), r#"office-config-unreadable file="office.toml" line=3"#);
        let text = "[database]\nurl = 'postgresql://u:hunter2@127.0.0.1/x'\n[objects]\nfolder = 'o'\n";
        assert_eq!(told(text), "office-secret-in-config");
    }

    #[test]
    fn a_missing_secret_is_named_by_its_place() {
        let text =
            "[database]\nurl = 'host=/tmp'\npassword = { file = 'no-such-file' }\n[objects]\nfolder = 'o'\n";
        assert_eq!(told(text), r#"office-secret-missing name="no-such-file""#);
        let text = text.replace("file = 'no-such-file'", "env = 'REDRESS_NO_SUCH_VARIABLE'");
        assert_eq!(told(&text), r#"office-secret-missing name="REDRESS_NO_SUCH_VARIABLE""#);
    }

    #[test]
    fn a_database_elsewhere_is_never_spoken_to_in_the_clear() {
        let objects = "[objects]\nfolder = 'o'\n";
        for url in
            ["postgresql://db.example/x?sslmode=disable", "host=localhost hostaddr=192.0.2.1 sslmode=disable"]
        {
            assert_eq!(
                told(&format!("[database]\nurl = '{url}'\n{objects}")),
                "office-database-plain",
                "{url}"
            );
        }
    }

    #[test]
    fn an_object_store_elsewhere_is_never_spoken_to_in_the_clear() {
        let text = |endpoint: &str, bucket: &str, prefix: &str| {
            S3.replace("ENDPOINT", endpoint).replace("BUCKET", bucket).replace("PREFIX", prefix)
        };
        let parse = |text: &str| OfficeConfig::parse(text, Path::new("/nowhere"), "office.toml");
        for endpoint in ["https://s3.example", "http://127.0.0.1:8014", "http://[::1]:80", "http://localhost"]
        {
            parse(&text(endpoint, "cases", "a/b")).unwrap();
        }
        for endpoint in [
            "http://s3.example",
            "http://127.0.0.1.example",
            "ftp://x",
            "s3.example",
            "https://",
            "https://a/b?c",
            "https://u:p@s3.example",
        ] {
            let refused = parse(&text(endpoint, "cases", "")).unwrap_err().to_string();
            assert_eq!(refused, r#"office-config-wrong file="office.toml" key="endpoint""#, "{endpoint}");
        }
        for (bucket, prefix) in
            [("Cases", ""), ("a/b", ""), ("", ""), ("cases", "a b"), ("cases", "/a"), ("cases", "a/../b")]
        {
            assert!(parse(&text("https://s3.example", bucket, prefix)).is_err(), "{bucket} {prefix}");
        }
    }
}
