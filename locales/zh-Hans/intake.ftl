### 收件室的句子：进门的文件和压缩包。
### $name 是压缩包 $archive 里的成员。

intake-archive-damaged = 压缩包 { $archive } 打不开：{ $reason }
    .advice = 已按原样保留。请从原处重新复制，或自行解压后加入文件。
intake-archive-overlaps = { $archive } 的成员互相重叠，像是专门用来撑满磁盘的文件，一个也没有解压。
    .advice = 压缩包已按原样保留。只有信得过来源时，才自行解压。
intake-archive-inside = { $archive } 里的 { $name } 也是压缩包，按原样保留，没有解压。
    .advice = 如果需要读取其中的文件，请解压后加入。
intake-document-kept-whole = { $archive } 是文档，内部是压缩包格式，整个保留。
intake-litter-left-out = { $archive } 里的 { $name } 是操作系统加进去的，只留在压缩包里。
intake-member-damaged = { $archive } 里的 { $name } 已损坏：{ $reason }
    .advice = 压缩包已按原样保留。请从原处重新复制。
intake-member-encrypted = { $archive } 里的 { $name } 有密码，只留在压缩包里。
    .advice = 请用密码解压后加入文件。
intake-member-is-link = { $archive } 里的 { $name } 是指向别处的链接，没有跟随。
intake-member-too-large = { $archive } 里的 { $name } 解压后超过 { $limit } 字节，只留在压缩包里。
    .advice = 如果信得过来源，请自行解压后加入文件。
intake-member-twice = { $archive } 里有两个成员同名，只取了后一个。
    .advice = 压缩包已按原样保留。两个都需要时，请自行解压。
intake-member-unsupported = { $archive } 里的 { $name } 的压缩方式不能读取：{ $reason }
    .advice = 请自行解压后加入文件。
intake-name-climbs = { $archive } 里有一个成员的名称要跳出所在文件夹，显示为 { $name }，只留在压缩包里。
    .advice = 正常的压缩包不会有这样的名称。请问清它的来源。
intake-name-read-as-gb18030 = { $archive } 里的文件名 { $name } 按 GB 18030 读取。
intake-too-many-members = { $archive } 有 { $members } 个成员，取了前 { $limit } 个。
    .advice = 请自行解压，分批加入其余的文件。
