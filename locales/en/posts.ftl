### Sentences of the posts room: what a reader of files noticed.
### $row counts from 1 and includes the header; $byte counts from 0; $where is the place in the item.

## Assumptions

posts-assumed = Taken for granted ({ $name }): { $because }
posts-assumed-beijing-time = Times without a zone are read as Beijing time. The tool that wrote this file uses it without saying so.
posts-assumed-author-from-file-name = The account is taken from the file's name, as the tool names its files. The rows do not name it.
posts-assumed-written-out-counts = This tool writes out 万 and 万+. A round number may have been rounded or may be a floor, and is read so.

## The file as a whole

posts-empty = The file is empty.
    .advice = Look whether the export finished, and add the file again. An empty file proves nothing.
posts-no-rows = The file has a header and no rows.
    .advice = The export found nothing, or was stopped. The file is kept; nothing could be read from it.
posts-not-a-table = This is no table ({ $media }). It is kept as it is.
    .advice = Nothing needs to be done. Pictures, documents and archives are evidence without being read.
posts-unknown-format = No format known here has these columns: { $columns }
    .advice = Write a mapping file that says what the columns mean (docs/mapping.md) and add the file with it.
posts-no-database-here = This part of the program cannot open databases.
    .advice = Add the file with the command “redress add”, which can.
    .web-advice = Export the posts as a table (CSV) or as JSON lines, and bring that file.
posts-table-not-read = The table { $table } is not one that is read. It stays in the file.
posts-too-many = The case would hold more posts, rows or columns than this program can count.
    .advice = Open a second case for a part of the material.
posts-read-as-gb18030 = The file is read as GB 18030. If words look wrong, it was saved in another charset.

## Bytes

posts-utf-16 = The file is written in UTF-16, which is not read.
    .advice = Keep this file. Open it in a text editor, save a copy as UTF-8, and add the copy too.
posts-nul-byte = Byte { $byte } is a NUL: this is no text, or it was damaged.
    .advice = Export the file again, or copy it again from where it came. Keep this one.
posts-broken-utf-8 = The file is UTF-8, but byte { $byte } is damaged.
    .advice = Copy the file again from where it came, or export it again. Saving it in another charset does not help.
posts-cut-in-character = The file stops at byte { $byte }, in the middle of a character: it was cut off.
    .advice = Copy or export it again, to the end; nothing of it was read. To keep it as it is, seal it only.
posts-unknown-charset = The characters from byte { $byte } on are neither UTF-8 nor GB 18030.
    .advice = Export the file again and choose UTF-8. Keep this one.
posts-cell-too-long = One cell is longer than { $limit } bytes.
    .advice = A closing quote is probably missing before this place. Export the file again.

## Tables

posts-quote-left-open = A quote opens in row { $row }, at byte { $byte }, and never closes.
    .advice = The file was cut off, or the quote is a damaged one. Export it again; nothing of it was read.
posts-header-twice = The column { $name } stands { $count } times in the header.
    .advice = It is not clear which one is meant. Write a mapping file with other columns, or export again.
posts-column-absent = The mapping speaks of a column { $name }, which this file does not have.
    .advice = Compare the mapping with the header of the file.
posts-header-again = Row { $row } repeats the header. It is not a post.
posts-header-changed = From row { $row } on the file has other columns. They are read under the new header.
    .advice = The tool was probably updated between two runs. Nothing needs to be done.
posts-columns-shifted = Row { $row } has { $cells } cells under { $columns } headers, as another version of the tool writes them. It is read in that order.
    .advice = Compare one of these rows with the page, or export the later rows into a file of their own.
posts-ragged-row = Row { $row } has { $cells } cells under { $columns } headers. It is read as far as it goes.
posts-long-row = Row { $row } has { $cells } cells under { $columns } headers. It is not read, because its cells may be shifted.
    .advice = A comma inside a text without quotes causes this. Export the file again.
posts-last-row-cut = The last row, { $row }, is cut off. It is not read.
    .advice = The export was probably stopped. Export again if the post matters.
posts-stray-quote = Row { $row } has quotes inside a cell. The cell is read as table programs do.

## JSON

posts-json-cut = The file ends in the middle of object { $row }, at byte { $byte }.
    .advice = The export was stopped or the copy is incomplete. Export or copy it again; nothing of it was read.
posts-json-wrong = Byte { $byte }, in object { $row }, cannot stand there.
    .advice = The file was changed by hand or damaged. Export it again; nothing of it was read.
posts-json-deep = The values at byte { $byte } are nested too deep.
    .advice = No tool that is known writes such files. Export it again.
posts-last-line-cut = The last line, { $row }, is cut off. It is not read.
    .advice = The tool was probably stopped while writing. Export again if the post matters.
posts-not-an-object = Entry { $row } is not an object. It is not read.
posts-object-of-another-kind = Object { $row } has other keys than this format. It is not read.
    .advice = Put objects of another kind into a file of their own and add it with a mapping.
posts-format-changed = From object { $row } on the file holds objects of another known format. They are read as such.
posts-key-twice = A key stands twice in object { $row }. It is not read, because it is not clear which value counts.
posts-broken-escape = A character in row { $row } is broken and shown as �.
posts-nested-value = A value in row { $row } is a list or an object where text was expected. It is not used.

## Rows

posts-row-without-id = Row { $row } names no post id. It is not read.
posts-row-without-platform = Row { $row } names no platform. It is not read.
posts-id-trimmed = Ids in this file stand beside blanks or tabs. They are compared without them.
posts-id-damaged = The id in row { $row } was shortened by a spreadsheet program ({ $shown }). The row is not read.
    .advice = Use the file as the tool wrote it, before any spreadsheet program saved it.
posts-text-differs = A post was seen again with other words. The first stay; both places are kept.
posts-time-differs = A post was seen again with another publishing time. The platform's own time stays, or else the first; both places are kept.
    .advice = Look at both places. A platform may show a changed time after an edit.

## Times and counters

posts-odd-time = “{ $shown }” in row { $row } is no time that can be read. The post stays without a date.
    .advice = If you know what it means, say so in a mapping file.
posts-time-without-year = “{ $shown }” in row { $row } names no year. The post stays without a date.
    .advice = If the year is certain from elsewhere, state the date as a fact, with its source.
posts-no-base-time = The time is counted from another post whose own time is not known. The post stays without a date.
    .advice = Add the file with the first posts before this one.
posts-odd-counter = “{ $shown }” in row { $row } is no number that can be read. It is not used.

## Mapping files

posts-mapping-unreadable = The mapping file cannot be read at line { $line }: { $reason }
    .advice = Compare that line with docs/mapping.md.
posts-mapping-newer = The mapping file is of the schema { $schema }, which this version does not know.
    .advice = Use a newer version of this program, or write the first line as schema = "redress/mapping/1".
posts-mapping-wrong = The mapping file cannot work at [{ $place }]. Wanted: { $wanted }
    .advice = Compare that part with docs/mapping.md.
posts-mapping-unnamed-assumption = Something at [{ $place }] is taken for granted without a named reason ({ $name }).
    .advice = Add assume = "a-name" to the rule, and the same name with its reason under [assumptions].
posts-columns-missing = { $what ->
        [platform] It is not said on which platform the rows stood.
       *[other] No column is chosen as the number (id) of the post.
    }
    .advice = { $what ->
        [platform] Name the platform, or choose the column that names it.
       *[other] Choose the column that tells one post from another.
    }
posts-columns-twice = Two columns are chosen as “{ $what }”, and only one can be.
    .advice = Keep the one that fits, and choose “not needed” for the other.
