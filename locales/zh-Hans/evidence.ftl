# 证据室的句子。

# 核验报告的各行。
evidence-claim-integrity = 完整
evidence-claim-inclusion = 在册
evidence-claim-append-only = 只增不改
evidence-claim-existed-by = 存在时间
evidence-claim-origin = 来源

evidence-origin = 数据包说明不了取证以前的事。内容由谁所写、页面是否这样显示过，是另一个问题。
evidence-key-from-bundle = 签名用包内自带的公钥核对：{ $key }
    .advice = 请另行向制作人索取这把公钥，用它再核验一次。在此之前，只能说明整个包出自同一人之手。
evidence-token-not-checked = 包内有 { $count } 个时间戳凭证，本版本不核对。
    .advice = 请用“openssl ts -verify”和时间戳机构的证书核对。

# 整个数据包。
evidence-not-a-bundle = 这个文件夹不是 redress 的数据包：缺少 { $path }。
    .advice = 请给出含有 bagit.txt 和 redress-bundle.json 的文件夹。
evidence-newer-bundle = 这个数据包是第 { $version } 版，比本程序新。
    .advice = 请用较新的 redress 核验。本次没有作任何核对。
evidence-bagit-form = { $path } 不是 BagIt 1.0 规定的两行。
    .advice = 请向制作人重新索取数据包。
evidence-card-form = { $path } 没有按规定的格式说明这个数据包。
    .advice = 请向制作人重新索取数据包。

# 文件。
evidence-file-differs = { $path } 与清单所记不一致（{ $manifest }）。
    .advice = 文件或清单在打包后被改动。请勿采用，并向制作人重新索取数据包。
evidence-file-missing = 缺少 { $path }。
    .advice = 请向制作人索取完整的数据包。
evidence-file-not-listed = { $path } 在文件夹里，却不在每份清单上。
    .advice = 它是打包后加入的，或者清单被改动。请勿采用。
evidence-file-changing = { $path } 列出时为 { $listed } 字节，实际读到 { $read } 字节。
    .advice = 有程序正在写这个文件夹，或者它已损坏。请把数据包复制到另一块磁盘再核验。
evidence-file-unreadable = 读不了 { $path }。
    .advice = 请检查磁盘和权限，再核验一次。
evidence-file-too-large = { $path } 超过这类文件允许的 { $most } 字节。
    .advice = 它不是 redress 写的。请向制作人重新索取数据包。
evidence-not-text = { $path } 从第 { $byte } 字节起不是 UTF-8 文本。
    .advice = 请向制作人重新索取数据包。
evidence-path-unsafe = “{ $path }”不是数据包里允许的路径。
    .advice = 它是打包后加入的。请不要打开。
evidence-path-link = { $path } 是一个链接。
    .advice = 数据包里没有链接。请不要跟随它，并向制作人重新索取数据包。
evidence-path-not-a-file = { $path } 不是普通文件。
    .advice = 它是打包后加入的。请向制作人重新索取数据包。
evidence-path-twice = { $path } 与另一个路径只有大小写不同。
    .advice = 它是打包后加入的。请向制作人重新索取数据包。
evidence-fetch = { $path } 要求下载文件；完整的数据包从不这样做。
    .advice = 请不要下载它列出的任何东西。
evidence-manifest-missing = 缺少 { $path }。
    .advice = 请向制作人索取完整的数据包。
evidence-manifest-form = { $path } 第 { $row } 行不是 redress 写的格式。
    .advice = 清单在打包后被改动。请向制作人重新索取数据包。
evidence-oxum = bag-info.txt 记为“{ $stated }”，实际内容为 { $found }（字节.文件数）。
    .advice = 有文件被增加、删除或截短。具体见其他各条。
evidence-seal-differs = { $path } 签署的不是这些标签清单。
    .advice = 数据包在签名后被改动。请向制作人重新索取数据包。
evidence-seal-unverified = 没有找到可用的公钥，{ $path } 未能核对。
    .advice = 请给出制作人的公钥，或重新索取数据包。

# 日志。
evidence-item-differs = { $item } 与封存时不同：{ $what } 不一致（{ $path }）。
    .advice = 请勿采用这一件，并重新索取原件。
evidence-item-missing = { $item } 记在日志里，但包内没有它的内容（{ $path }）。
    .advice = 请向制作人索取完整的数据包。
evidence-item-not-logged = { $path } 不属于日志中的任何一条。
    .advice = 它没有在本案卷中封存。请勿采用。
evidence-log-entry = { $path } 第 { $row } 行不是一件材料的规定格式的记录。
    .advice = 日志在签名后被改动。请向制作人重新索取数据包。
evidence-log-order = 日志第 { $row } 行是 { $item }，或者它的上级不在它之前。
    .advice = 日志被改动或制作有误。请向制作人重新索取数据包。
evidence-log-torn = 日志在第 { $row } 行中间断了。
    .advice = 文件被截短。请向制作人重新索取数据包。
evidence-log-size = 签名的日志有 { $signed } 条，包内有 { $found } 条。
    .advice = 签名后有记录被增加或删除。请向制作人重新索取数据包。
evidence-log-root = 日志的 { $size } 条记录算不出签名的根值。
    .advice = 有记录在签名后被改动。请向制作人重新索取数据包。
evidence-log-rewritten = 日志与以前 { $size } 条时的检查点接不上（{ $path }）。
    .advice = 以前封存的记录被改动或删除。请保留两个数据包，并向制作人询问原因。
evidence-proof-fails = { $path } 不能说明它的材料在签名的日志里。
    .advice = 证明文件、材料记录或检查点被改动。请向制作人重新索取数据包。
evidence-proof-form = { $path } 不是 c2sp.org/tlog-proof@v1 格式的证明文件。
    .advice = 请向制作人重新索取这个文件。
evidence-checkpoint-form = { $path } 不是这份日志的检查点。
    .advice = 请向制作人重新索取这个文件。
evidence-note-form = { $path } 不是签名文书。
    .advice = 请向制作人重新索取这个文件。
evidence-note-signature = { $key } 在 { $path } 上的签名不成立。
    .advice = 文字在签名后被改动。请向制作人重新索取。
evidence-note-unknown-key = { $path } 没有用给出的公钥签名。
    .advice = 请向制作人询问用的是哪一把公钥，再用它核验。
evidence-note-text = 这段文字不能签名：必须以换行结尾，并且没有控制字符。
    .advice = 请去掉控制字符，并以换行结尾。
evidence-key-text = { $path } 不是 Ed25519 公钥的文字形式。
    .advice = 公钥写成一行：名称+8位数字+base64。
evidence-key-name = “{ $name }”不能作密钥的名称。
    .advice = 请用不含空格和加号的名称。
evidence-key-not-trusted = 签署数据包的公钥不是您给出的：{ $key }
    .advice = 请另行向制作人核实这是不是正确的公钥。

# 封存与打包。
evidence-entry-too-long = { $item } 的记录有 { $bytes } 字节，日志最多容纳 { $most } 字节。
    .advice = 请缩短文件名或来源说明。
evidence-json = 有一条记录不是规定格式的 JSON（第 { $line } 行第 { $column } 列）。
    .advice = 文件被其他程序改动。请使用以前的副本。
evidence-json-not-canonical = 有一条记录没有写成规定的唯一形式。
    .advice = 文件被其他程序改动。请使用以前的副本。
evidence-json-number = 数字 { $number } 带有小数，封存的记录不能容纳。
    .advice = 请给出整数。
evidence-bundle-empty = 日志里没有材料。
    .advice = 请先封存至少一个文件，再打包。
evidence-bundle-order = 应为第 { $expected } 件的位置是 { $item }。
    .advice = 请按顺序打包案卷的每一件材料。
evidence-bundle-path = “{ $path }”不能作数据包里的路径。
    .advice = 请用英文字母、数字、点、连字符和下划线，并避开已用的路径。
evidence-bundle-line = { $field } 必须是一行，不超过200个字。
    .advice = 请缩短，并去掉换行。
