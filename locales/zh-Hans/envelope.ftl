### 仅限指定收件人打开的文件（房间：envelope）。

envelope-recipient = “{ $value }”不是名称加公钥。
    .advice = 请写名称、“=”和对方给您的公钥，例如 法律援助中心=age1…
envelope-secret = 这是私钥。没有使用，也没有写入任何文件。
    .advice = 请向对方要公钥（以 age1 开头）。把私钥发给您的人应当重新生成一把。
envelope-nobody = 没有指定任何可以打开的人。
    .advice = 至少指定一位收件人。
envelope-key-file = { $path } 第 { $row } 行不是 age 的私钥。
    .advice = 私钥文件中应有一行以 AGE-SECRET-KEY-1 开头。可用“redress envelope key”生成。
    .web-advice = 私钥文件中应有一行以 AGE-SECRET-KEY-1 开头。
envelope-not-age = { $path } 不是用 age 加密的文件。
    .advice = 直接使用即可，不需要密钥。
envelope-other-key = { $path } 是加密给别人的：这把密钥打不开。
    .advice = 请问寄件人加密给了谁，并把您的公钥交给对方。
envelope-newer = { $path } 的加密格式比本程序所知的更新。
    .advice = 请使用新版 redress，或直接使用 age。
envelope-damaged = { $path } 在加密后被截断或改动。没有写入任何文件。
    .advice = 请寄件人重新发送。
envelope-disk = 磁盘未能完成：{ $problem }。
    .advice = 请查看剩余空间后再试。
envelope-stopped = 已停止。没有写入任何文件。
    .advice = 需要时可以重新开始，不必先修正什么。
envelope-closed = { $path } 是加密给特定收件人的文件（age 加密），只有他们的密钥能打开。
    .advice = 由持有密钥的人在存放密钥的电脑上打开：redress envelope open { $path } 密钥文件 --out bundle.zip
    .web = “{ $path }”是加密给特定收件人的文件（age 加密），只有他们的密钥能打开。
    .web-advice = 由持有密钥的人在存放密钥的电脑上打开，再把里面的 zip 拿来。做法见“帮助”。
envelope-zip-cut = { $path } 在第 { $bytes } 字节处中断：zip 末尾的目录不在了。
    .advice = 传输途中丢了一部分。请从原处重新取一份，或者请制作的人再给一份。
    .web = “{ $path }”在第 { $bytes } 字节处中断：zip 末尾的目录不在了，没有收下任何内容。
    .web-advice = 传输途中丢了一部分。请从原处重新取一份，或者请制作的人再给一份，然后再拿来。
