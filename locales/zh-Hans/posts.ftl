### 帖文室的句子：读取文件时注意到的情况。
### $row 从 1 起数，含表头；$byte 从 0 起数；$where 是在证据中的位置。

## 假定

posts-assumed = 读取时有一项假定（{ $name }）：{ $because }
posts-assumed-beijing-time = 没有写时区的时间按北京时间读取。写出这个文件的工具就是这样写的，但没有注明。
posts-assumed-author-from-file-name = 账号取自文件名，这个工具就是这样给文件起名的；各行里没有写账号。
posts-assumed-written-out-counts = 这个工具把“万”“万+”写成了整数。整数可能是约数，也可能只是下限，按此读取。

## 整个文件

posts-empty = 文件是空的。
    .advice = 请看导出是否完成，再加入一次。空文件说明不了什么。
posts-no-rows = 文件只有表头，没有数据行。
    .advice = 可能没有搜到内容，也可能导出中断。文件已保留，没有可读的内容。
posts-not-a-table = 这不是表格（{ $media }），按原样保留。
    .advice = 不需要做什么。图片、文书和压缩包不用读取也是证据。
posts-unknown-format = 没有已知的格式是这些列：{ $columns }
    .advice = 请写一个映射文件说明各列的含义（docs/mapping.md），再连同它一起加入。
posts-no-database-here = 程序的这一部分不能打开数据库。
    .advice = 请用 redress add 命令加入这个文件。
    .web-advice = 请把帖子导出为表格（CSV）或者逐行 JSON，再放进那个文件。
posts-table-not-read = 数据表 { $table } 不在读取之列，留在文件里。
posts-too-many = 帖文、行或列的数量超过了程序能数的上限。
    .advice = 请把一部分材料放进另一个案卷。
posts-read-as-gb18030 = 文件按 GB 18030 读取。如果文字不对，说明它是用别的编码保存的。

## 字节

posts-utf-16 = 文件是 UTF-16 编码，不能读取。
    .advice = 请保留这个文件；用文本编辑器打开，另存一份 UTF-8，把那一份也加入。
posts-nul-byte = 第 { $byte } 字节是 NUL：这不是文本，或者已经损坏。
    .advice = 请重新导出，或从原处重新复制。这一份也请保留。
posts-broken-utf-8 = 文件是 UTF-8 编码，但第 { $byte } 字节损坏。
    .advice = 请从原处重新复制，或重新导出。另存为别的编码没有用。
posts-cut-in-character = 文件在第 { $byte } 字节处断开，停在一个字的中间：没有传完整。
    .advice = 请重新完整复制或导出；这个文件一行也没有读入。要原样保存，就只封存。
posts-unknown-charset = 从第 { $byte } 字节起，文字既不是 UTF-8 也不是 GB 18030。
    .advice = 请重新导出并选择 UTF-8。这一份也请保留。
posts-cell-too-long = 有一格超过 { $limit } 字节。
    .advice = 多半是前面少了一个收尾的引号。请重新导出。

## 表格

posts-quote-left-open = 第 { $row } 行有一个引号在第 { $byte } 字节打开，一直没有收尾。
    .advice = 文件被截断，或引号损坏。请重新导出；这个文件一行也没有读入。
posts-header-twice = 表头里 { $name } 一列出现了 { $count } 次。
    .advice = 无法确定用哪一列。请用映射文件指定别的列，或重新导出。
posts-column-absent = 映射文件提到 { $name } 一列，这个文件没有。
    .advice = 请把映射文件与文件的表头对照一下。
posts-header-again = 第 { $row } 行是重复的表头，不是帖文。
posts-header-changed = 从第 { $row } 行起，文件换了列，按新的表头读取。
    .advice = 多半是工具在两次运行之间升级了。不需要做什么。
posts-columns-shifted = 第 { $row } 行有 { $cells } 格，表头有 { $columns } 列，是这个工具另一个版本的写法，按那个顺序读取。
    .advice = 请拿其中一行与页面对照，或把后来的行单独导出成一个文件。
posts-ragged-row = 第 { $row } 行有 { $cells } 格，表头有 { $columns } 列。有几格读几格。
posts-long-row = 第 { $row } 行有 { $cells } 格，表头有 { $columns } 列。各格可能错位，没有读入。
    .advice = 正文里有逗号而没有加引号会造成这种情况。请重新导出。
posts-last-row-cut = 最后一行（第 { $row } 行）被截断，没有读入。
    .advice = 多半是导出中断。如果这一条重要，请重新导出。
posts-stray-quote = 第 { $row } 行有一格中间带引号，按表格软件的办法读取。

## JSON

posts-json-cut = 文件在第 { $row } 个对象中间、第 { $byte } 字节处断了。
    .advice = 导出中断，或复制不完整。请重新导出或复制；这个文件没有读入。
posts-json-wrong = 第 { $row } 个对象的第 { $byte } 字节不该出现在那里。
    .advice = 文件被改动过或已损坏。请重新导出；这个文件没有读入。
posts-json-deep = 第 { $byte } 字节处嵌套太深。
    .advice = 已知的工具都不会写出这样的文件。请重新导出。
posts-last-line-cut = 最后一行（第 { $row } 行）被截断，没有读入。
    .advice = 多半是工具在写入时中断。如果这一条重要，请重新导出。
posts-not-an-object = 第 { $row } 项不是对象，没有读入。
posts-object-of-another-kind = 第 { $row } 个对象的键与这种格式不同，没有读入。
    .advice = 请把别的对象放进单独的文件，连同映射文件一起加入。
posts-format-changed = 从第 { $row } 个对象起是另一种已知格式，按那种格式读取。
posts-key-twice = 第 { $row } 个对象里有一个键出现两次，无法确定用哪个值，没有读入。
posts-broken-escape = 第 { $row } 行有一个字损坏，显示为 �。
posts-nested-value = 第 { $row } 行有一个值是列表或对象，本应是文字，没有使用。

## 各行

posts-row-without-id = 第 { $row } 行没有帖文编号，没有读入。
posts-row-without-platform = 第 { $row } 行没有写平台，没有读入。
posts-id-trimmed = 这个文件的编号旁边带有空格或制表符，比较时不计。
posts-id-damaged = 第 { $row } 行的编号被表格软件缩写成了“{ $shown }”，没有读入。
    .advice = 请用工具原来写出的文件，不要用表格软件保存过的。
posts-text-differs = 同一条帖文再次出现时文字不同。以先读到的为准，两处都保留。
posts-time-differs = 同一条帖文再次出现时发布时间不同。以平台给出的时间为准，都不是时以先读到的为准，两处都保留。
    .advice = 请看一下两处。帖文编辑后，平台可能显示另一个时间。

## 时间和计数

posts-odd-time = 第 { $row } 行的“{ $shown }”读不出时间，这一条没有日期。
    .advice = 如果您知道它的含义，请写进映射文件。
posts-time-without-year = 第 { $row } 行的“{ $shown }”没有年份，这一条没有日期。
    .advice = 如果从别处可以确定年份，请把日期作为事实填写，并注明来源。
posts-no-base-time = 时间是从另一条帖文起算的，而那一条的时间未知，这一条没有日期。
    .advice = 请先加入含有原帖的文件，再加入这一个。
posts-odd-counter = 第 { $row } 行的“{ $shown }”读不出数字，没有使用。

## 映射文件

posts-mapping-unreadable = 映射文件第 { $line } 行读不出来：{ $reason }
    .advice = 请把那一行与 docs/mapping.md 对照。
posts-mapping-newer = 映射文件的格式是 { $schema }，这个版本不认识。
    .advice = 请使用新版本，或把第一行写成 schema = "redress/mapping/1"。
posts-mapping-wrong = 映射文件的 [{ $place }] 部分行不通。应写：{ $wanted }
    .advice = 请把那一部分与 docs/mapping.md 对照。
posts-mapping-unnamed-assumption = [{ $place }] 里有一项假定没有写明理由（{ $name }）。
    .advice = 请在规则里加上 assume = "名称"，并在 [assumptions] 里写出同一名称的理由。
posts-columns-missing = { $what ->
        [platform] 没有写明这些帖子在哪个平台。
       *[other] 没有选哪一列是帖子编号。
    }
    .advice = { $what ->
        [platform] 请写平台名称，或者选择写明平台的那一列。
       *[other] 请选择能区分每条帖子的那一列。
    }
posts-columns-twice = 有两列都选作“{ $what }”，只能有一列。
    .advice = 请保留合适的一列，另一列选“用不到”。
