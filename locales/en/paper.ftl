paper-form-unreadable = The words of a form cannot be read: { $error }
    .advice = Mend forms/<id>/form.toml at the place named.
