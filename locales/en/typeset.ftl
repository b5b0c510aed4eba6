# DOCX
typeset-picture-unknown = The paper shows a picture "{ $picture }" that it does not carry.
    .advice = Write the picture and its place with the same id.
typeset-picture-not-handed-in = The picture "{ $picture }" was not handed over.
    .advice = Hand it over as PNG: a chart by the id of the picture, an exhibit by its item.
typeset-picture-no-png = The picture "{ $picture }" is no PNG with a width and a height.
    .advice = Hand it over as PNG; other kinds are converted before.
typeset-table-uneven = Table { $table }, row { $row }: its cells cover { $covers } columns, and the table has { $columns }.
    .advice = Every cell covers at least one column, and the cells of a row together cover all of them.
typeset-day-unreadable = The day on the paper is no day: { $day }
    .advice = Write the day as year-month-day, such as 2026-02-10.
typeset-docx-unwritable = The Word file cannot be written: { $error }
    .advice = Keep the input and report this; the paper can still be made as PDF.
