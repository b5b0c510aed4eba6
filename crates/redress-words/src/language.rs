//! The two languages.

/// A language of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Chinese in simplified characters.
    ZhHans,
    /// English.
    En,
}

impl Language {
    /// Reads a tag such as `zh-Hans`, `zh_CN.UTF-8` or `en_GB`; everything that is not Chinese is English.
    pub fn from_tag(tag: &str) -> Language {
        let first = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        if first.eq_ignore_ascii_case("zh") { Language::ZhHans } else { Language::En }
    }

    /// The tag used in files and in HTML: `"zh-Hans"`, `"en"`.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::ZhHans => "zh-Hans",
            Language::En => "en",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn system_locales_are_understood() {
        for tag in ["zh", "zh-Hans", "zh_CN.UTF-8", "ZH-TW"] {
            assert_eq!(Language::from_tag(tag), Language::ZhHans, "{tag}");
        }
        for tag in ["", "C", "en", "en_GB.UTF-8", "de_DE"] {
            assert_eq!(Language::from_tag(tag), Language::En, "{tag}");
        }
    }
}
