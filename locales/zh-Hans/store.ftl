### 存储室的句子：案卷文件夹、加入的文件、SQLite 导出文件。
### $file 是相对案卷文件夹的名字，或您给出的文件名。

## 磁盘

store-disk-full = 磁盘空间不够，写不下 { $file }。
    .advice = 请腾出空间，或把案卷文件夹移到更大的磁盘，再做一次。案卷保持原样。
store-read-only = { $file } 不能写入：磁盘或文件夹是只读的。
    .advice = 请把案卷文件夹复制到可以写入的地方再操作。在这里仍可读取。
store-disk-failed = 磁盘在 { $file } 处没有完成：{ $system }
    .advice = 案卷保持原样。请检查磁盘和连接，先复制一份案卷文件夹，再试一次。

## 案卷文件夹

store-not-a-case = 这个文件夹里没有案卷。
    .advice = 请给出“redress new”建立的文件夹，里面有 case.sqlite 文件。
    .web-advice = 请在案卷列表建立案卷。
store-folder-exists = 那里已经有东西：{ $file }
    .advice = 请换一个名字，或用一个空文件夹。没有覆盖任何内容。
store-folder-name = 新文件夹不能用这个名字。
    .advice = 请给一个普通的名字，例如“my-case”。
store-busy = 另一个程序正在使用这份案卷。
    .advice = 请等它完成，或把它关闭后再试。同一时间只能有一个程序写入。
store-case-newer = 这份案卷由更新版本的程序建立（格式 { $found }，本版本最高认得 { $known }）。
    .advice = 请用那个版本打开。没有改动任何内容。
store-database-damaged = 数据库 { $file } 已损坏：{ $problem }
    .advice = 请保持原样，先复制整个文件夹，再打开最近的备份。没有改动任何内容。
store-chain-broken = 记录与写入时不一致：第 { $entry } 条接不上前一条。
    .advice = 请保持文件夹原样，与最近的备份或以前打包的证据包比对。
store-ledger-moved = 案卷在此期间有了新记录，最后一条现在是第 { $entry } 条。
    .advice = 请再做一次。这次没有加入任何内容。
store-append-uncertain = 磁盘在写入的最后一步出错：{ $system } 第 { $entry } 条之后要写的内容可能已保存，也可能没有。
    .advice = 请先查看案卷，再决定是否重做。此前确认过的内容都在。
store-leftovers-swept = 已清除上次中断时没写完的 { $files } 个文件。已确认的内容一件不少。

## 密钥

store-key-missing = 缺少给本案证据日志签名的密钥。
    .advice = 请从案卷文件夹的备份中取回“key”文件。
store-key-damaged = “key”文件已损坏。
    .advice = 请从案卷文件夹的备份中取回。
store-key-exposed = 本机的其他用户可能读到 { $file } 文件。
    .advice = 请把它设为只有您能读，或把案卷放在能区分用户的磁盘上。

## 封存的内容

store-objects-missing = 本案的“objects”文件夹或其中一部分不在，或者不是文件夹。
    .advice = 请从案卷文件夹的备份中取回。
store-object-missing = 案卷里缺少一件封存的内容：{ $file }
    .advice = 请从备份中取回这个文件，或把原件再加入一次，它会回到原位。
store-object-altered = 一件封存的内容与封存时不一致：{ $file }
    .advice = 请从备份中取回这个文件，或把原件再加入一次。改变了的那一份会放在一边，不会删除。
store-object-not-a-file = 封存内容的位置上是链接或别的东西：{ $file }
    .advice = 请把它移走，并从备份中取回文件。程序没有跟随它。
store-bundle-path = 证据包里的文件不能叫 { $file }。
    .advice = 请用不含“..”的普通名字。没有写出任何内容。
store-bag-there = { $path } 那里已经有东西了。
    .advice = 请换一个位置。没有改动任何内容。
store-bag-unconfirmed = 袋 { $path } 已经做好，但磁盘没有确认。
    .advice = 重新启动后请看它还在不在，并先核验再使用。
store-bag-inside = 袋 { $path } 会落在要移进去的文件夹里面。
    .advice = 请写文件夹旁边的位置。没有改动任何内容。
store-bag-elsewhere = { $path } 在另一块磁盘上：文件夹不经过复制移不过去。
    .advice = 请写文件夹所在磁盘上的位置，制成以后再复制整个袋。没有改动任何内容。

## 加入的文件

store-file-vanished = 没有（或不再有）文件 { $file }。
    .advice = 请核对名字。如果别的程序正在移动文件，请等它完成。
store-link-not-followed = { $file } 是链接，没有跟随。
    .advice = 请直接给出它指向的文件或文件夹。
store-not-a-file = { $file } 不是普通文件。
    .advice = 请给出文件，或含有文件的文件夹。
store-file-unreadable = { $file } 不能读取：{ $system }
    .advice = 请取得读取权限，或把它复制到别处。
store-source-unreadable = 读取中断：{ $system }
    .advice = 请检查来源磁盘或优盘，再加入一次。这次没有加入任何内容。
store-name-not-text = { $file } 的文件名不是 UTF-8 编码。文件照常加入，名字中认不出的部分显示为 �。
store-skipped-link = 没有加入：{ $file } 是链接。
    .advice = 请加入它指向的文件。
store-skipped-special = 没有加入：{ $file } 是管道、套接字或设备。
store-skipped-unreadable = 没有加入：{ $file } 不能读取，或层级太深。
    .advice = 请取得读取权限，或单独给出它的名字再加入。

## SQLite 导出文件

store-sqlite-not-one = 这个文件不是 SQLite 数据库，或者已加密。
    .advice = 请不设密码重新导出，或导出为 CSV 或 JSON。
store-sqlite-cut-short = 这个 SQLite 文件不完整：有 { $bytes } 字节，至少应有 { $stated } 字节。
    .advice = 请先关闭写入它的程序，再复制一次。
store-sqlite-damaged = 这个 SQLite 文件已损坏：{ $problem }
    .advice = 请先关闭写入它的程序，再复制一次。没有从中读取任何内容。
store-sqlite-cell-too-long = 这个 SQLite 文件中有一个值超过 { $most } 字节。
    .advice = 请把帖子导出为 CSV 或 JSON。没有从中读取任何内容。
store-sqlite-no-rowid = 表 { $table } 的行没有编号，无法指明其中的位置。
    .advice = 请把这个表导出为 CSV 或 JSON。
store-sqlite-no-such-column = 表 { $table } 没有列 { $column }，或没有这个表。
    .advice = 请核对映射文件中的名字。
store-file-exists = { $file } 已经存在。
    .advice = 换一个名字。
store-no-case-file = { $file } 不是案卷文件，或者读不出来：{ $problem }
    .advice = 指明 redress export 或 redress transfer 写出的文件。
    .web-advice = 请放进对方移送案件或者复制案卷时得到的文件。
    .web = { $file } 不是案卷文件，或者文件损坏、不完整。
store-case-file-damaged = 案卷文件 { $file } 不完整或者被改动过{ $member ->
        [empty] {""}
       *[other] （{ $member }）
    }：{ $problem }
    .advice = 什么都没有收进来。请从来源处重新复制，或者请对方再给一份。
store-writing-stopped = 已停止。文件或证据包没有写出；台账上已经记有这次写出。
    .advice = 其他都没有变。想继续时，再执行同一条命令（移送加上 --again）。
    .web-advice = 其他都没有变。想继续时，在同一页再取一次。
store-case-file-newer = 案卷文件的格式是 { $found }，本程序认识到 { $known }。
    .advice = 请用写出它的版本或者更新的版本。

## 多案登记

store-stage-register = 查看案卷
store-register-rebuilt = 这个文件夹的登记文件已损坏或属于别的版本，正在根据各案卷重新建立。
store-register-in-memory = 这个文件夹不能写入；登记只在本次运行中保留。
store-register-foreign = 这个文件夹里的 { $file } 属于另一个程序。
    .advice = 请把它移到别处，或把案卷放在另一个文件夹。没有改动任何内容。
store-register-damaged = 登记文件 { $file } 已损坏。案卷本身不在其中。
    .advice = 请删除这个文件后再列一次：会根据各案卷重新建立。
store-register-stopped = 已停止。到目前为止读到的案卷内容已保留。
    .advice = 再列一次即可读完其余案卷。
store-register-busy = 另一个程序正在使用 { $case }；这里显示的是上次得知的内容。
store-register-unread = { $case } 无法读取（{ $code }）；若有登记内容，为上次得知的内容。
    .advice = 请单独打开这份案卷，那里会完整说明原因。
store-case-file-long = { $file } 里的 { $member } 超过 { $most } MiB，不予读取。
    .advice = 这样长的案卷不能写成一个文件；请保留案卷文件夹，复制文件夹。
store-case-file-extra = { $file } 里有案卷文件不该有的内容：{ $member }
    .advice = 什么都没有收进来。请对方给一份由本程序写出的文件。
store-case-file-key = { $file } 里的密钥不是它所写明的密钥，或者它不是备份。
    .advice = 什么都没有收进来。请对方另给一份不带密钥的文件。
