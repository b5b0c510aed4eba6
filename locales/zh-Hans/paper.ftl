paper-form-unreadable = 文书的固定文字读不出来：{ $error }
    .advice = 请在所指位置改正 forms/<id>/form.toml。
paper-form-key = 文书 { $form } 要求的文字“{ $key }”不存在。
    .advice = 请补进 forms/{ $form }/form.toml。
