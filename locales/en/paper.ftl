paper-form-unreadable = The words of a form cannot be read: { $error }
    .advice = Mend forms/<id>/form.toml at the place named.
paper-form-key = Form { $form } requires the text “{ $key }”, which is not there.
    .advice = Add it to forms/{ $form }/form.toml.
