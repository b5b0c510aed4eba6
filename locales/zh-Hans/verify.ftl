# 核验程序的句子。

verify-help =
    用法：redress-verify [--key VKEY]... [--earlier FILE]... [--tsa-root FILE]... [--json] [--lang en|zh-Hans] BUNDLE

    核验 redress 的证据包：文件夹或它的 zip。不用网络，不用数据库，不改动任何内容。
    别的程序制作的 BagIt 包，按 BagIt（RFC 8493）的规则判断。

    选项：
      --key VKEY       另行取得的公钥：制作人的或会签人的；不要取自包内
      --earlier FILE   以前留存的同一日志的签名检查点
      --tsa-root FILE  您信任的时间戳服务机构的根证书；包内没有依它成立的令牌，则不予通过
                       （--tsa-issuer FILE：通向根证书的中间证书）
      --block-header HEX   您查得的比特币区块头（160 位），用于 .ots 证明
      --json           一份 JSON（redress/verification/2）
      --lang LANG      en 或 zh-Hans；不写则随系统
      -h, --help  -V, --version

    退出码：0 一致 · 2 参数有误 · 3 读不了 · 4 不一致 · 7 由较新的程序制作

    各行的意思：完整（每个字节与打包时一样）、在册（每件都在签名的日志里）、只增不改（日志只有增加）、
    存在时间（不晚于何时）、签名人（是您给出的公钥）、旁证（另有他人签名）、来源（取证以前的真实情况，任何证据包都说明不了）。
verify-nothing-named = 没有写明证据包。
    .advice = 请写文件夹或 zip：redress-verify BUNDLE。帮助：redress-verify --help
verify-one-bundle = “{ $value }”是第二个证据包；一次只能核验一个。
    .advice = 请逐个核验。
verify-option-unknown = 没有“{ $value }”这个选项。
    .advice = 见 redress-verify --help。
verify-key-unreadable = “{ $value }”不是验证公钥。
    .advice = 公钥的样子是 名称+8 位数字+base64，写在一行；请加引号。
verify-unreadable = 读不了 { $path }：{ $problem }
    .advice = 请检查名称和权限。
verify-neither = { $path } 既不是文件夹，也不是 zip。
    .advice = 请给出证据包的文件夹，或者收到的 zip。
verify-not-a-bundle = { $path } 不是证据包：里面既没有 bagit.txt，也没有 redress-bundle.json。
    .advice = 请给出含有这两个文件的文件夹，或者它的 zip。
verify-nobody-signed = { $path } 是一个无人签名的 BagIt 包；您给出的公钥没有在其中签名。
    .advice = 请向制作人索取完整的证据包。只按它自带的清单核对，则不要写公钥。
verify-nothing-to-ask = { $path } 是别的程序制作的 BagIt 包，没有日志，也没有时间戳：{ $options } 所要核对的内容它没有。
    .advice = 请向制作人索取完整的证据包。只按它自带的清单核对，则不要写这个选项。
verify-does-not-hold = { $path } 与封存时不一致，或者不是完整的证据包。
    .advice = 请勿改动，换一份副本再核对；不一致之处列在上面。
verify-bag-invalid = { $path } 不是有效的 BagIt 包。
    .advice = 哪里不对，见上面各行；请向制作人重新索取。
verify-zip-broken = 读不了这个 zip：{ $problem }
    .advice = 请重新取得，或者解开后给出文件夹。
verify-zip-many = 这个 zip 的成员超过 { $most } 个。
    .advice = 请解开后给出文件夹。
verify-zip-twice = 这个 zip 有两个同名的成员。
    .advice = 解出哪一个取决于所用的程序。请向制作人重新索取。
verify-zip-two-names = 这个 zip 在两处给同一成员写了不同的名字：{ $path }
    .advice = 不同的程序会看到不同的文件。请向制作人重新索取。
verify-zip-two-words = 这个 zip 对同一成员有两种说法：{ $problem }
    .advice = 不同的程序会看到不同的文件。请向制作人重新索取。
verify-zip-hidden = 这个 zip 从第 { $byte } 字节起有 { $bytes } 字节不属于任何成员。
    .advice = 其中可能藏有内容，或者前面接有别的数据。请向制作人重新索取。
verify-zip-overlap = 这个 zip 有两个成员从第 { $byte } 字节起重叠。
    .advice = 正常打包不会产生这样的 zip。请向制作人重新索取。
verify-zip-swells = 这个 zip 的全部内容解开后会远大于它本身。
    .advice = 若确信来源可靠，请自行解开，再给出文件夹。
verify-zip-place = 包不在 zip 顶层唯一的文件夹里：解开后会与别的文件混在一起（RFC 8493 §4.2）。
    .advice = 请解到一个空文件夹里。
verify-zip-bomb = zip 中的 { $path } 解开后会远大于它本身。
    .advice = 若确信来源可靠，请自行解开，再给出文件夹。
