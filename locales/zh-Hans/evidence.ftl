# 证据室的句子。

# 核验报告的各行。
evidence-claim-integrity = 完整
evidence-claim-inclusion = 在册
evidence-claim-append-only = 只增不改
evidence-claim-existed-by = 存在时间
evidence-claim-signer = 签名人
evidence-claim-corroboration = 旁证
evidence-claim-origin = 来源

# 各行的结论。
evidence-outcome-held = 一致（核对 { $checked } 处）
evidence-outcome-held-part = 对 { $items } 件中的 { $shown } 件成立；其余各件未作证明
evidence-outcome-held-own = 一致（核对 { $checked } 处），依据仅为制作人自己的签名，制作人可以重签
evidence-outcome-failed = 不一致（{ $failed } 处）
evidence-outcome-not-provable = 这个证据包证明不了
evidence-outcome-not-present = 这个证据包里没有可以核对的内容

evidence-origin = 证据包说明不了取证以前的事。内容由谁所写、页面是否这样显示过，是另一个问题。
evidence-key-from-bundle = 签名用包内自带的公钥核对：{ $key }
    .advice = 请另行向制作人索取这把公钥，用它再核验一次。在此之前，只能说明整个包出自同一人之手。

# 整个证据包。
evidence-not-a-bundle = 这个文件夹不是本程序的证据包：缺少 { $path }。
    .advice = 请给出含有 bagit.txt 和 redress-bundle.json 的文件夹。
evidence-newer-bundle = 这个证据包是第 { $version } 版，比本程序新。
    .advice = 请用较新的程序核验。本次没有作任何核对。
evidence-bagit-form = { $path } 不是 BagIt 1.0 规定的两行。
    .advice = 请向制作人重新索取证据包。
evidence-card-form = { $path } 没有按规定的格式说明这个证据包。
    .advice = 请向制作人重新索取证据包。

# 文件。
evidence-file-differs = { $path } 与清单所记不一致（{ $manifest }）。
    .advice = 文件或清单在打包后被改动。请勿采用，并向制作人重新索取证据包。
evidence-file-missing = 缺少 { $path }。
    .advice = 请向制作人索取完整的证据包。
evidence-file-not-listed = { $path } 在文件夹里，却不在每份清单上。
    .advice = 它是打包后加入的，或者清单被改动。请勿采用。
evidence-file-changing = { $path } 列出时为 { $listed } 字节，实际读到 { $read } 字节。
    .advice = 有程序正在写这个文件夹，或者它已损坏。请把证据包复制到另一块磁盘再核验。
evidence-file-unreadable = 读不了 { $path }。
    .advice = 请检查磁盘和权限，再核验一次。
evidence-file-damaged = { $path } 解开后与 zip 所记不符：长度、校验值，或者后面另有字节。
    .advice = 这个 zip 已损坏或被改动。请重新索取一份。
evidence-file-too-large = { $path } 超过这类文件允许的 { $most } 字节。
    .advice = 它不是本程序写的。请向制作人重新索取证据包。
evidence-not-text = { $path } 从第 { $byte } 字节起不是 UTF-8 文本。
    .advice = 请向制作人重新索取证据包。
evidence-path-unsafe = “{ $path }”不是证据包里允许的路径。
    .advice = 它是打包后加入的。请不要打开。
evidence-path-link = { $path } 是一个链接。
    .advice = 证据包里没有链接。请不要跟随它，并向制作人重新索取证据包。
evidence-path-not-a-file = { $path } 不是普通文件。
    .advice = 它是打包后加入的。请向制作人重新索取证据包。
evidence-path-twice = { $path } 与另一个路径只有大小写不同。
    .advice = 它是打包后加入的。请向制作人重新索取证据包。
evidence-fetch = { $path } 要求下载文件；完整的证据包从不这样做。
    .advice = 请不要下载它列出的任何东西。
evidence-manifest-foreign = { $path } 是证据包里不应有的清单：它所列的内容在这里无从核对。
    .advice = 别的程序可能会采信它。请向制作人索取不带它的证据包。
evidence-manifest-missing = 缺少 { $path }。
    .advice = 请向制作人索取完整的证据包。
evidence-manifest-form = { $path } 第 { $row } 行不是本程序写的格式。
    .advice = 清单在打包后被改动。请向制作人重新索取证据包。
evidence-oxum = bag-info.txt 记为“{ $stated }”，实际内容为 { $found }（字节.文件数）。
    .advice = 有文件被增加、删除或截短。具体见其他各条。
evidence-seal-differs = { $path } 签署的不是这些标签清单。
    .advice = 证据包在签名后被改动。请向制作人重新索取证据包。
evidence-seal-unverified = 没有找到可用的公钥，{ $path } 未能核对。
    .advice = 请给出制作人的公钥，或重新索取证据包。

# 日志。
evidence-item-differs = { $item } 与封存时不同：{ $what } 不一致（{ $path }）。
    .advice = 请勿采用这一件，并重新索取原件。
evidence-item-missing = { $item } 记在日志里，但包内没有它的内容（{ $path }）。
    .advice = 请向制作人索取完整的证据包。
evidence-item-not-logged = { $path } 不属于日志中的任何一条。
    .advice = 它没有在本案卷中封存。请勿采用。
evidence-log-entry = { $path } 第 { $row } 行不是一件材料的规定格式的记录。
    .advice = 日志在签名后被改动。请向制作人重新索取证据包。
evidence-log-order = 日志第 { $row } 行是 { $item }，或者它的上级不在它之前。
    .advice = 日志被改动或制作有误。请向制作人重新索取证据包。
evidence-clock-set-back = 按封存时的时钟，{ $item } 封存于 { $time }，早于日志中排在它前面的一条（{ $before }）：时钟被回拨过，或换用了另一台设备。日志的先后顺序不受影响。
    .advice = 请询问制作人哪一个时钟有误。此处的时间只能由时间戳服务机构证明。
evidence-log-torn = 日志在第 { $row } 行中间断了。
    .advice = 文件被截短。请向制作人重新索取证据包。
evidence-log-size = 签名的日志有 { $signed } 条，包内有 { $found } 条。
    .advice = 签名后有记录被增加或删除。请向制作人重新索取证据包。
evidence-log-root = 日志的 { $size } 条记录算不出签名的根值。
    .advice = 有记录在签名后被改动。请向制作人重新索取证据包。
evidence-log-rewritten = 日志与以前 { $size } 条时的检查点接不上（{ $path }）。
    .advice = 以前封存的记录被改动或删除。请保留两个证据包，并向制作人询问原因。
evidence-proof-fails = { $path } 不能说明它的材料在签名的日志里。
    .advice = 证明文件、材料记录或检查点被改动。请向制作人重新索取证据包。
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
evidence-key-not-trusted = 签署证据包的公钥不是您给出的：{ $key }
    .advice = 请另行向制作人核实这是不是正确的公钥。
evidence-entries-form = { $path } 从第 { $byte } 字节起不是日志记录的集合。
    .advice = 日志在签名后被改动。请向制作人重新索取证据包。
evidence-tile-form = { $path } 有 { $bytes } 字节，不是这份日志的哈希块。
    .advice = 日志被改动或截短。请向制作人重新索取。
evidence-tile-differs = { $path } 与日志的记录对不上。
    .advice = 这个哈希块或某条记录在签名后被改动。请向制作人重新索取证据包。
evidence-tile-unknown = { $path } 不是这份日志的文件。
    .advice = 它是打包后加入的。请勿采用。
evidence-request-form = 会签请求的第 { $row } 行不合 C2SP tlog-witness 的格式。
    .advice = 请重新索取该文件，或者直接使用签了名的检查点。
evidence-cosigned = { $name } 按自己的时钟于 { $time } 会签了日志的前 { $size } 条记录。
evidence-cosigner-from-bundle = { $name } 于 { $time } 会签了日志的前 { $size } 条记录；核对用的公钥只见于包内：{ $key }
    .advice = 请另行向 { $name } 索取这把公钥，用它再核验一次。在此之前，它不能佐证什么。
evidence-signature-unknown = { $name } 也在日志的检查点上签了名，手头没有它的公钥，未作核对。
    .advice = 请向 { $name } 索取公钥，再核验一次。
evidence-cosignature-time = 会签的时间不能早于 1970 年。
    .advice = 请校准本机的时钟。
evidence-cosign-shrunk = 日志现有 { $size } 条记录，上次会签时有 { $last } 条。
    .advice = 有记录不见了。请勿会签；请保留该文件，并向制作人问明原因。
evidence-cosign-gap = 证明从第 { $old } 条起，而上次会签到第 { $last } 条；日志现有 { $size } 条。
    .advice = 请索取从第 { $last } 条起的请求。
evidence-cosign-rewritten = 日志的 { $size } 条记录接不上上次会签的 { $last } 条。
    .advice = 原有的记录被改动。请勿会签；请保留该文件，并向制作人问明原因。

# 他人制作的 BagIt 包。
evidence-bag-unsigned = 这不是本程序的证据包：没有日志，也无人签名。文件与它自带的清单相符与否，仅此而已；清单由谁所写无从得知。
evidence-bag-declaration = { $path } 的第 { $row } 行不合 BagIt 的规定。
    .advice = 应当正好两行：“BagIt-Version: 1.0”和“Tag-File-Character-Encoding: UTF-8”。请向制作人重新索取。
evidence-bag-encoding = 这个包声明的编码“{ $encoding }”本程序不识（{ $path }）。
    .advice = 请向制作人索取标签文件为 UTF-8 的包。
evidence-bag-text = { $path } 从第 { $byte } 字节起不是 { $encoding } 文本。
    .advice = 请向制作人重新索取。
evidence-bag-mark = { $path } 以字节顺序标记开头。
    .advice = 别的程序可能读不出它的第一行。
evidence-bag-algorithm = { $path } 所用的算法本程序不计算：其中的校验值未作核对，而有效的包要求全部核对。
    .advice = 请用别的程序核对，或者索取只带 SHA-512 清单的包。
evidence-bag-line = { $path } 的第 { $row } 行无法读取：“{ $name }”。
    .advice = 请向制作人重新索取。
evidence-bag-no-payload = 包里没有 { $path } 文件夹。
    .advice = BagIt 包必须有这个文件夹，可以是空的（RFC 8493 §2.1.2）。请向制作人重新索取。
evidence-bag-blank = { $path } 的第 { $row } 行是空行。
    .advice = 别的程序可能拒收。
evidence-bag-scope = { $path } 的第 { $row } 行列有“{ $name }”，超出这份文件可以列的范围。
    .advice = 请勿打开该路径。请向制作人重新索取。
evidence-bag-twice = { $path } 的第 { $row } 行再次列出“{ $name }”，校验值却不同。
    .advice = 请向制作人问明哪一个为准。
evidence-bag-twice-same = { $path } 的第 { $row } 行再次列出“{ $name }”。
    .advice = 自 BagIt 1.0 起，一个文件只能列一次。
evidence-bag-star = { $path } 的第 { $row } 行在“{ $name }”前有星号，是 md5sum 的写法。
    .advice = 有的程序会把星号当作文件名的一部分。
evidence-bag-dot = { $path } 的第 { $row } 行在“{ $name }”前写有“./”。
    .advice = 有的程序会当作另一个文件。
evidence-bag-same-name = { $path } 与 { $other } 在有的系统上是同一个名字。
    .advice = 复制这个包时，其中一个可能被另一个覆盖。
evidence-bag-system-file = { $path } 是系统自行放进文件夹的文件。
    .advice = 只要打开文件夹，它就可能变动或消失。
evidence-bag-uncovered = { $manifest } 没有列出 { $path }。
    .advice = { $path } 若被改动，凭它发现不了。
evidence-bag-already = 这里已经是一个袋：里面有 { $path }。
    .advice = 请用 redress verify 检验，或者写它外面的文件夹。
evidence-bag-nothing = 文件夹里没有文件。
    .advice = 请写要放进袋里的文件夹。
evidence-bag-unfit = “{ $path }”不能放进袋里：{ $why ->
        [link] 它是链接
        [other] 它不是普通文件
       *[name] 它的名字在别的系统上有别的意思
    }。没有改动任何内容。
    .advice = 请换成文件本身，或者把它移出文件夹，并记下这件事。
evidence-bag-fetch = { $path } 要求下载文件。本次没有下载任何内容。
    .advice = 在弄清来历之前，请勿下载它所列的内容。
evidence-bag-fetch-unlisted = { $path } 的第 { $row } 行列有“{ $name }”，没有一份清单列出它。
    .advice = 它可以是任何东西。请向制作人重新索取。

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
evidence-bundle-path = “{ $path }”不能作证据包里的路径。
    .advice = 请用英文字母、数字、点、连字符和下划线，并避开已用的路径。
evidence-bundle-line = { $field } 必须是一行，不超过200个字。
    .advice = 请缩短，并去掉换行。
# 时间戳令牌。
evidence-existed-by = 依 { $path } 的令牌，下列内容不晚于 { $time } 已经存在：{ $what ->
    [checkpoint] 第1至第{ $size }件
    [item] 第{ $size }件
   *[other] 证据包全部内容
}。信任根：{ $root }
evidence-token-unreadable = { $path } 的名称像时间戳令牌，但不能作为令牌读取。
    .advice = 请向提供者索取签发机构发来的原始令牌（.tsr、.tst）。
evidence-token-of-something-else = { $path } 的令牌所对应的内容不在这个证据包里。
    .advice = 它在这里证明不了什么。请找到当时加盖时间戳的文件，原样封存。
evidence-token-fails = { $path } 的令牌不成立：{ $check }。
    .advice = 这一项检查什么，见docs/timestamps.md。请向制作者索取令牌成立的证据包。
evidence-token-not-checkable = 没有您所信任的签发机构证书，{ $path } 的令牌不能完整核对：{ $check }。
    .advice = 用 --tsa-root 文件 给出证书；证书应从签发机构取得，不从证据包里取。
    .web-advice = 页面不带根证书：请用单独的核验程序，配上从签发机构取得的证书核验。
evidence-token-not-carried = { $path } 的令牌成立，但它所对应的{ $what ->
    [checkpoint] 日志与这里的材料不符
   *[other] 清单与这里的文件不符
}：说明不了它们的时间。
    .advice = 不符之处另有说明。请向制作人索取加盖时间戳时的证据包。
evidence-token-none = 给出了信任根，但这个证据包里没有时间戳令牌。
    .advice = 请向制作人索取附有该机构令牌的证据包。不需要证明时间的，请不要给出信任根。
evidence-token-other-root = 这个证据包里没有一个令牌能依所给出的信任根证明时间。
    .advice = 如果信任签发机构，请给出它的根证书；怎样找到见docs/timestamps.md。
# OpenTimestamps 证明。
evidence-ots-unreadable = { $path } 的名称像 OpenTimestamps 证明，但无法读取。
    .advice = 请向提供人要证明原件（.ots）。
evidence-ots-of-something-else = { $path } 中的 OpenTimestamps 证明说的是证据包以外的文件。
    .advice = 在这里什么也证明不了。请找到被证明的文件，原样封存。
evidence-ots-pending = { $path } 中的 OpenTimestamps 证明与 { $item } 的摘要相符，但还没有写入区块：说明不了时间。
evidence-ots-other = { $path } 中的 OpenTimestamps 证明与 { $item } 的摘要相符；其中 { $count } 项见证不在此核对（比特币以外的链、未知的见证，或者含有不在此计算的运算），在这里说明不了时间。
evidence-ots-digest = { $path } 中的 OpenTimestamps 证明以 SHA-256 以外的摘要（{ $digest }）指明文件。这类摘要不在此计算：该文件是否在证据包内，未作比对。
evidence-ots-block = { $path } 中的 OpenTimestamps 证明把 { $item } 的摘要连到比特币区块 { $height }；默克尔根应为 { $root }。没有该区块的区块头，说明不了时间。
evidence-ots-agrees = 按您给出的区块头，{ $path } 中的 OpenTimestamps 证明相符：{ $item } 在约 { $time }（矿工的时钟，误差可达两小时）以前已经存在。该区块头是否属于比特币主链的第 { $height } 个区块，请按其哈希 { $hash } 另行查对。
evidence-ots-other-header = 您给出的区块头与 { $path } 中的 OpenTimestamps 证明（{ $item }，比特币区块 { $height }）不符；默克尔根应为 { $root }。
    .advice = 请核对区块高度，重新取得该区块的区块头；仍不符的，这个证明说明不了时间。
