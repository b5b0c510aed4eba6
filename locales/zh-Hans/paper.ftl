paper-form-unreadable = 文书的固定文字读不出来：{ $error }
    .advice = 请在所指位置改正 forms/<id>/form.toml。
