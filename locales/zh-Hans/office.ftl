### 办公室的句子：案卷存放在 PostgreSQL 中，封存内容存放在磁盘或 S3 存储中。
### 密码和密钥从不作为参数。$file 是配置文件的名字。

## 配置

office-config-missing = 没有可以读取的配置文件 { $file }。
    .advice = 请按 docs/office.md 的样子写一个，并用 --config 给出。
office-config-unreadable = 配置文件 { $file } 第 { $line } 行无法理解。
    .advice = 请与 docs/office.md 中的例子比对。密码和密钥要写成 {"{"} env = "名字" {"}"} 或 {"{"} file = "路径" {"}"}，不能直接写出。这里不显示该行，因为其中可能有密码。
office-config-wrong = 配置文件 { $file } 中的“{ $key }”缺少或有误。
    .advice = 请与 docs/office.md 中的例子比对。封存内容放在文件夹或 S3 中，不能两者都写；除本机外，地址须以 https 开头。
office-secret-missing = 应在 { $name } 中找到密码或密钥，但那里没有，或者是空的。
    .advice = 请设置这个环境变量，或写好这个文件，并只让您自己能读。
office-secret-in-config = 数据库地址里写有密码。
    .advice = 请把它去掉，改为指明环境变量或文件：password = {"{"} env = "名字" {"}"}。凡是能读到这个文件的人，都可能知道旧密码，请更换。
office-database-address = 数据库地址无法理解。
    .advice = 请写成 postgresql://用户@主机/数据库，或 host=/套接字所在文件夹 user=… dbname=…。
office-database-plain = 这个数据库在另一台计算机上，而地址关闭了加密。
    .advice = 请去掉 sslmode=disable。只有本机上的数据库可以不加密。
office-no-certificates = 没有可以用来核对服务器的证书。
    .advice = 请用“ca”给出您自己的证书机构文件，或安装系统证书（Debian：ca-certificates）。

## 数据库

office-database-unreachable = 连接不上数据库：{ $problem }
    .advice = 请检查数据库是否在运行，以及配置中的主机、端口和证书。没有改动任何内容。
office-database-login = 数据库不接受这个用户或密码。
    .advice = 请检查配置中的用户，以及存放密码的环境变量或文件。
office-database-none = 数据库服务器上没有这个名字的数据库。
    .advice = 请先建立（createdb），或更正配置中的名字。
office-database-rights = 这个数据库用户没有权限这样做。
    .advice = 请按 docs/office.md 授予权限。没有改动任何内容。
office-database-full = 数据库服务器的磁盘已满。
    .advice = 请在那里腾出空间，再做一次。没有加入任何内容。
office-database-lost = 与数据库的连接断开了。
    .advice = 请再做一次。已确认的内容都在。
office-database-refused = 数据库拒绝了：{ $problem }（{ $state }）
    .advice = 没有改动任何内容。服务器的日志里有更多说明。
office-server-old = 数据库服务器是 PostgreSQL { $found }，需要 15 或更高版本。
    .advice = 请使用更新的服务器。
office-server-unsafe = 这个数据库服务器不能安全地保存案卷：{ $setting } 应为 { $wanted }。
    .advice = 请修改服务器的这项设置，或用 UTF8 编码重新建立数据库。
office-not-set-up = 这个数据库里还没有建立办公室。
    .advice = 请运行“redress office init --config 文件”。
office-schema-older = 这个办公室由较旧版本的本程序建立（结构版本 { $found }，这里需要 { $known }）。
    .advice = 请先备份，再运行“redress office init --config 文件”，它会完成更新。
office-schema-newer = 这个办公室由更新版本的程序建立（结构版本 { $found }，本版本最高认得 { $known }）。
    .advice = 请使用那个版本。没有改动任何内容。
office-resume-long = 尚未提交的填写内容超过{ $most } KiB，没有保存。
    .advice = 请缩短最长的一项，或者制作文书后把长文作为证据附上。
office-guard-missing = 数据库中保护记录的一道防护被关闭或缺失：{ $name }
    .advice = 请查明是谁做的，并把案卷与备份或以前打包的证据包比对。恢复之前不再读写。
office-read-only = 这份案卷只是为读取而打开的。
    .advice = 请以可写入的方式打开。

## 案卷

office-no-such-case = 这里没有案卷 { $case }。
    .advice = “redress office list”列出全部案卷。
    .web-advice = 案卷列表里有全部案卷。
office-case-exists = 已经有案卷 { $case }。
    .advice = 请换一个名字。
office-case-name = { $case } 不能作为案卷的名字。
    .advice = 请用字母、数字、点、连字符和下划线，最多 64 个，以字母或数字开头。
office-append-lost = 加入记录时连接断开。这些记录没有进入案卷。
    .advice = 请再做一次。
office-append-unknown = 加入第 { $entry } 条时连接断开，之后又连接不上数据库，无法得知是否已经加入。
    .advice = 数据库恢复后，请先查看案卷，再决定是否重做。
office-key-missing = 数据库中缺少给本案证据日志签名的密钥。
    .advice = 请从数据库的备份中取回。
office-row-odd = 数据库中有一行不是本程序写入的样子。
    .advice = 请把数据库与备份比对。

## 移动案卷

office-parted = 这里和那里的案卷经历不同：从第 { $entry } 条起分开。
    .advice = 没有改动任何内容。请两份都保留，再决定以哪一份继续；另一份可以保留为文件夹，或打包为证据包。
office-other-key = 这里有同名的案卷，但密钥不同：那是另一份案卷。
    .advice = 没有改动任何内容。请核对名字。
office-stopped = 已停止。到目前为止移来的内容不会显示，下一次从这里继续。
    .advice = 请再运行同一条命令。
office-stage-objects = 封存内容
office-stage-entries = 记录

## 封存的内容

office-object-missing = 存储中缺少一件封存的内容：{ $object }
    .advice = 请从存储的备份中取回，或把原件再加入一次，它会回到原位。
office-object-altered = 一件封存的内容与封存时不一致：{ $object }
    .advice = 请从备份或存储桶的早先版本中取回，或把原件再加入一次。
office-object-not-kept = 存储声称已保存一件内容，实际却没有：{ $object }
    .advice = 请再做一次。如果再次出现，请不要信任这个存储。
office-object-too-long = 文件有 { $bytes } 字节，存储一次最多接受 { $most } 字节。
    .advice = 请使用把封存内容放在文件夹中的办公室，或把文件分开后加入。
office-objects-refused = 存储拒绝了（{ $request }，{ $status }，{ $state }）。
    .advice = 请检查配置中的存储桶、区域和密钥，以及本机的时钟。没有加入任何内容。
office-objects-full = 对象存储没有空间了（{ $request }，{ $status }，{ $state }）。
    .advice = 在那里腾出空间，再做一次。什么都没有加入。
office-objects-busy = 对象存储太忙或者还没有准备好（{ $request }，{ $status }，{ $state }，试了 { $tries } 次）。
    .advice = 过一会儿再做一次。什么都没有加入。
office-objects-unreachable = 存储没有回应（{ $request }，试了 { $tries } 次）。
    .advice = 请检查它是否在运行、本机能否到达。没有加入任何内容。
office-objects-certificate = 存储的证书与它不符。
    .advice = 请检查配置中的地址；如果是您自己的证书机构，请用“ca”给出其文件。
office-scratch-failed = 无法写临时文件：{ $system }
    .advice = 请在存放临时文件的文件夹中腾出空间，或用 TMPDIR 指定另一个。
office-source-unreadable = 读取中断：{ $system }
    .advice = 请检查来源磁盘或优盘，再加入一次。这次没有加入任何内容。

## 人员与权限

office-role-passes-walls = 数据库用户是超级用户，或带有 BYPASSRLS，不受案卷隔离规则约束。
    .advice = 请为本系统建一个普通的数据库用户，见 docs/office.md。
office-wall-missing = 数据库里的案卷隔离规则被关掉了：{ $name }
    .advice = 请查明是谁做的。恢复之前不读也不写。

## 统计计数

office-stage-counting = 已计数的案卷
office-count-stopped = 已停止。计过的不变。
    .advice = 再次运行同一命令，即计其余的。
