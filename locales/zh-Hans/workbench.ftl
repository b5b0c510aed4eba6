# 走廊（用例）的句子。
workbench-stage-reading = 读取帖子
workbench-stage-assessing = 计量、对照法律
workbench-stage-leaks = 检查有没有会暴露身份的内容
workbench-stage-sealing = 封存
workbench-stage-checking = 核对封存的材料
workbench-stage-writing = 写证据包
workbench-stage-verifying = 核对
workbench-case-exists = 这里已经有一个案卷。
    .advice = 换一个文件夹。
workbench-stopped = 已停止。案卷和执行这条命令之前一样。
    .advice = 想继续时，再执行同一条命令。
workbench-pack-stopped = 已停止。没有写出证据包；已经封存的台账末尾和已作的评估保留在台账上。
    .advice = 想继续时，再执行同一条命令。
workbench-office-name-personal = 机关名称里有像是个人号码或者邮箱的内容。
    .advice = 这个名称会写进台账，并随台账流转。请按文书写机关名称；联系人写在文书上。
workbench-term-of-statement = { $term } 是就某条说法而言的，不能写在全案上。
    .advice = 把 case 换成具体的说法（st-… 或 post:…）；redress measure 会列出各条说法。
    .web-advice = 请在“关于”里选择一条说法。
workbench-source-unknown = { $item } 不是这个案卷的材料。
    .advice = 先放进文件，再写它的编号。
workbench-judgement-needs-person = “{ $term }”须由人认定，写明由谁认定。
    .advice = 不写 --standing，或者写 --standing judged。
    .web-advice = 依据请选“由人认定”。
workbench-no-such-claim = 第 { $entry } 条不是主张，或者已经撤回。
    .advice = redress fact CASE list 会列出主张和编号。
    .web-advice = 事实页列出全部条目。
workbench-item-unreadable = { $item } 读不出来：{ $problem }
    .advice = 请检查磁盘，或者打开案卷的备份。
workbench-item-differs = { $item } 与封存时不一致。
    .advice = 请勿改动；换一份案卷或者证据包的副本。
workbench-mapping-lost = 缺少映射文件 { $item }。
    .advice = 请打开案卷的备份。
workbench-mapping-not-text = 映射文件不是 UTF-8 文字；第一个不对的字节在 { $byte }。
    .advice = 请另存为 UTF-8。
workbench-not-read = { $file } 不是认识的格式；已原样封存，没有从中读取帖子。它的列：{ $columns }
    .advice = 如果里面有帖子，请用 --mapping 说明各列的含义；见 docs/mapping.md。
    .web-advice = 如果里面有帖子，请在“证据”页选“说明各列是什么”。帮您导出的人也可以写映射文件：写法见本程序的 docs/mapping.md。
workbench-not-read-nameless = { $file } 不是认识的格式；已原样封存，没有从中读取帖子。它有 { $count } 列；第一行不像列名，这里不显示。
    .advice = 如果里面有帖子，请用 --mapping 说明各列的含义；见 docs/mapping.md。
    .web-advice = 如果里面有帖子，请在“证据”页选“说明各列是什么”。帮您导出的人也可以写映射文件：写法见本程序的 docs/mapping.md。
workbench-too-long-to-read = { $file } 太长，没有从中查找帖子；已原样封存。
    .advice = 需要读取时，请把导出文件分成几份。
workbench-same-bytes-aside = { $file }与已放在一边的{ $same }（{ $name }）内容完全相同。两份都已保存：{ $same }仍放在一边，{ $item }是内容相同的另一件证据，没有放在一边。
workbench-same-bytes = { $file }与{ $same }（{ $name }）内容完全相同。两份都已保存：{ $item }是内容相同的另一件证据。
    .advice = 只需要一份时，可以不提交这一份：在证据说明页上选定，或者在答案文件中写 left_out。
    .web-advice = 只需要一份时，可以在证据页上说明这一份不提交。
workbench-archive-warc = WARC
workbench-archive-wacz = WACZ
workbench-archive-har = HAR
workbench-archive-mhtml = MHTML
workbench-archive-saved-page = 另存的网页
workbench-archive-is = 网页存档（{ $kind }）：收到的内容 { $answers } 项，网页 { $pages } 个
workbench-archive-by = 自称由 { $tool } 制作
workbench-archive-at = 自称采集于 { $time }（制作工具的时钟）
workbench-archive-undated = 没有说明采集时间
workbench-archive-of = 网址：{ $url }
workbench-archive-states = 自带的完整性声明：{ $held } 项相符，{ $failed } 项不符，{ $unchecked } 项未核对
workbench-archive-silent = 没有自带的完整性声明
workbench-archive-broken-off = 未到结尾就中断；已原样封存
workbench-media-jpeg = JPEG
workbench-media-png = PNG
workbench-media-webp = WebP
workbench-media-bmff = MP4/MOV/HEIC
workbench-media-pdf = PDF
workbench-stated-is = 文件对自身的说明（{ $kind }）：{ $what }
workbench-stated-unread = 文件对自身的说明（{ $kind }）未能全部读出
workbench-stated-label = AI 标识
workbench-stated-manifest = C2PA 清单
workbench-stated-camera = 拍摄信息
workbench-stated-limit = 以上都是文件里写的，谁都可以写入；没有写的，什么也说明不了
workbench-label-generated = AI 标识：自称属于人工智能生成合成内容（GB 45438-2025）
workbench-label-possible = AI 标识：自称可能是人工智能生成合成内容（GB 45438-2025）
workbench-label-suspected = AI 标识：自称疑似人工智能生成合成内容（GB 45438-2025）
workbench-label-other = AI 标识：写着“{ $value }”，不是标准规定的值
workbench-label-producer = 标识所写的生成服务：{ $who }，编号 { $number }
workbench-label-propagator = 标识所写的传播平台：{ $who }，编号 { $number }
workbench-manifest-is = C2PA 清单，自称由 { $generator } 制作
workbench-manifest-holds = 清单的签名、声明和与文件内容的绑定都相符：签名以后内容没有改动
workbench-manifest-holds-but = 清单的签名、声明和与文件内容的绑定都相符；除清单外，绑定还跳过 { $bytes } 字节，这些字节改了也看不出来：其余内容签名以后没有改动
workbench-manifest-fails = 清单中有不相符之处：不能说明文件与签名时一样
workbench-manifest-open = 清单没有全部核对：不能说明文件与签名时一样
workbench-manifest-signer = 签名证书写的是 { $subject }，由 { $issuer } 签发；是否可信，未作判断
workbench-manifest-action = 清单所写的操作：{ $action }
workbench-manifest-ingredients = 清单所写的素材 { $count } 件，素材自带的清单未核对
workbench-camera-device = 拍摄设备：{ $device }
workbench-camera-software = 写入文件的软件：{ $software }
workbench-camera-taken = 拍摄时间：{ $time }（设备的时钟）
workbench-camera-position = 文件里记有位置；这里不读取，也不显示
workbench-ots-is = OpenTimestamps 证明（.ots）
workbench-ots-of = 证明的对象：{ $item }（SHA-256 相同）
workbench-ots-of-none = 证明的对象不在本案证据中（摘要 { $digest }）
workbench-ots-of-other = 证明以 SHA-256 以外的摘要（{ $digest }）指明文件：是否在本案证据中，未作比对
workbench-ots-pending = { $uri } 已承诺写入区块；写入之前，什么时间都说明不了
workbench-ots-bitcoin = 比特币区块 { $height }：取得该区块的区块头，默克尔根为 { $root }，才能说明时间
workbench-ots-other = 另有这里不核对的见证
workbench-ots-broken = OpenTimestamps 证明（.ots），无法读取
workbench-inside-found = { $archive } 的第 { $record } 部分（{ $url }）是帖文导出文件，已作为单独的材料封存并读取。
workbench-inside-unread = { $file } 不能按帖文读取，只留在存档中。
workbench-inside-more = { $file } 中另有 { $more } 个部分打不开，没有从中查找帖文。
workbench-inside-too-much = { $file } 中的帖文导出文件超过一个存档可取出的限度，其余只留在存档中，未读取。
    .advice = 请把帖文另行导出成文件再放进。
workbench-wacz-too-long = { $file } 超过 { $limit } 字节，已原样封存；它自带的声明没有核对。
workbench-long-unreadable = { $file } 存下后读不回来：{ $problem }
    .advice = 请检查磁盘，再放进一次。
workbench-result-unwritable = 结果写不出来：{ $problem }
    .advice = 这是程序的错误，请告诉我们。
workbench-result-unreadable = 这个证据包里的结果读不出来：{ $problem }
    .advice = 请换一份副本。
workbench-result-newer = 结果的格式是 { $schema }；这个程序认识的是 { $known }。
    .advice = 请用写它的版本或者更新的版本。
workbench-ledger-differs = 这个证据包里的台账，不是结果所依据的那一份。
    .advice = 请换一份副本。
workbench-bundle-unreadable = 证据包里的 { $path } 读不出来：{ $problem }
    .advice = 请换一份副本。
workbench-other-software = 由 { $sealed } 写成；由 { $here } 重新计算。
workbench-other-law = 这个程序的法律书与 { $path } 不同；答案可能因此不同。
workbench-law-absent = 证据包里没有法律书 { $path }。
workbench-how-to-verify =
    怎样核对这个证据包（不需要专门的程序）：
      sha256sum -c manifest-sha256.txt      每个封存的文件与清单一致
      sha256sum -c tagmanifest-sha256.txt   清单本身没有改动
    用 redress 核对更严（SM3、日志、证明、签名），并重新得出每个数字：
      redress verify 文件夹 --key "{ $key }"
      redress recompute 文件夹
    证明不了的：所封存的内容是否真实、由谁所写。封存证明不了封存之前的真假。
workbench-not-a-bundle = 这不是本程序写的证据包。
    .advice = 请写 redress pack 写出的文件夹。
    .web-advice = 请放进“证据包”页做出的文件夹或压缩文件。

## 账户与成员

workbench-sign-in-wrong = 账户名或者密码不对。
    .advice = 请核对账户名和键盘状态，再试一次。
workbench-account-locked = 这个账户已停用。
    .advice = 请联系管理员。
workbench-office-has-accounts = 这里已经有账户，不能再建第一个管理员。
    .advice = 请由管理员登录后发放账户。
workbench-account-without-role = 账户至少要有一种身份。
    .advice = 请用 --role 写明身份。
    .web-advice = 请至少勾选一种已确认的身份。
workbench-account-exists = 已经有叫 { $account } 的账户。
    .advice = 请换一个名字。
workbench-account-own = 不能对自己的账户这样做。
    .advice = 请由另一位管理员办理。
workbench-no-such-account = 没有叫 { $account } 的账户。
    .advice = 请核对名字；管理员可以列出账户。
workbench-member-role = 您在本案的身份不能邀请这种身份的人。
    .advice = docs/rights.md 的第二张表写明谁可以邀请谁。
    .web-advice = 本页的身份列表就是您可以邀请的；其他身份由本案的其他成员邀请。
workbench-member-scope = 只有协助的近亲属可以只看一部分。
    .advice = 请去掉 --scope。
    .web-advice = 请不要勾选部分内容，或者选“协助的近亲属”。
workbench-member-until = 结束时间已经过去。
    .advice = 请写一个以后的日子。
workbench-member-already = { $account } 已经是本案成员。
    .advice = 需要换身份的，先结束原来的成员资格。
workbench-no-such-member = 本案没有这样的成员。
    .advice = 请先列出成员。
workbench-member-stays = 您不能结束这个人的成员资格。
    .advice = 谁邀请的谁可以结束；每个人可以自行退出；审计员由管理员指派。
workbench-brought-author = 第{ $entry }条记录的署名是{ $author }，未予导入。
    .advice = 记录由作出的人自己导入。没有作任何改动。
workbench-brought-entry = 第{ $entry }条记录（{ $kind }）不是您在本案中可以作出的，未予导入。
    .advice = 谁可以作出哪种记录，见 docs/rights.md。没有作任何改动。
workbench-last-member = 这样一来就没有人能再邀请别人，案卷将无人可以打开。
    .advice = 请先邀请另一位成员。
workbench-no-such-mark = 没有这个审计号。
    .advice = 请核对操作日志里的审计号。
workbench-no-account-for-role = 没有可以担任这一身份的账户，或者账户已停用。
    .advice = 请核对账户名；身份由管理员确认。
workbench-stage-receiving = 核对收到的材料
workbench-party-unknown = 本案没有 { $party }。
    .advice = redress party 案卷 list 列出当事人。
    .web-advice = 人与账号页列出当事人。
workbench-party-capacity = 没有写以什么身份参加。
    .advice = 写明：victim、relative、guardian、agent、respondent、platform 或者 witness。
workbench-party-without-details = 案卷里没有 { $party } 的身份资料。
    .advice = 用 redress party 案卷 set { $party } --details 文件 录入。
    .web-advice = 请在该当事人的页面录入。
workbench-details-missing = 这份案卷里没有该当事人的身份资料，或者被改动过。
    .advice = 对方移送时可能没有附身份资料；请向对方索取，或者打开备份。
workbench-clock-unreadable = 本机时钟给不出可用的日期。
    .advice = 调好时钟后再执行同一条命令。
workbench-duty-unknown = 法律手册里没有“{ $duty }”这一告知义务。
    .advice = redress record 案卷 duties 列出全部。
    .web-advice = 请从表单的列表里选一项。
workbench-day-ahead = { $day } 还没有到；今天是 { $today }。
    .advice = 发生当天再记。已经定下的开庭日期是一个步骤：redress step 案卷 add 程序 hearing-fixed --on 日期 --for-day 日期。
    .web-advice = 发生当天再记。已经定下的开庭日期是程序页的一个步骤：日期写定下的那天，开庭日写在“定于哪天”里。
workbench-moment-ahead = { $moment }（北京时间）还没有到：这台电脑的时钟现在是{ $now }。
    .advice = 请看日期、钟点和时区：没写时区的按北京时间，晚上8点写20:00。如果这台电脑的时钟不准，请先校准。
workbench-entered-before = 同样的内容已经记在第{ $entry }条。
    .advice = 不用再记。若那一条有误，先划去。
workbench-not-cosigned = 检查点上没有 { $name } 的签名。
    .advice = 请重新索取该文件，或者给出实际签名人的公钥。
workbench-cosigned-other = 这份日志从未有过会签的那个样子（{ $size } 条记录）。
    .advice = 它属于另一个案卷，或者日志被改动。请保留该文件，并核对公钥。
workbench-cosigned-before = 这份会签已经收入过。
    .advice = 不用再收：每个证据包都会带上它。
workbench-cosigner-key = “{ $value }”不是会签人的公钥。
    .advice = 它的样子是 名称+8 位数字+base64；“redress cosign key”会显示它。
    .web-advice = 形如 名称+8位数字+base64，写在一行里。请再向会签人要一次。
workbench-mark-stands = { $mark } 标记现在就是这样。
    .advice = redress log 案卷 --kind marked 可查何时标注。
    .web-advice = 记录页可以查看何时标注。
workbench-struck-before = 第{ $entry }条已经划去。
    .advice = 不用再做。
workbench-not-aside = { $item } 没有放在一边：没有这份材料，或者从未读取，或者已经计入。
    .advice = 不用再做。哪些放在一边：redress log 案卷 --kind struck。
    .web-advice = 不用再做。哪些放在一边，见“证据”页。
workbench-cannot-strike = 第{ $entry }条不能划去：没有这一条，或者它记的是已经封存、看过、发出的事。
    .advice = 主张用 redress fact 案卷 withdraw 条号 --reason 理由 撤回；封存的文件可以划去对它的读取（redress log 案卷 --kind read 可查条号）；其他的，另记正确的内容。
    .web-advice = 事实在事实页撤回；封存的文件可以划去对它的读取，条号见记录页；其他的，另记正确的内容。
workbench-text-unfit = { $field } 为空、超过{ $most }字，或者含有控制字符。
    .advice = 用普通文字书写。
workbench-handed-over = 案卷已在第{ $entry }条移送，由接收方继续；在这里再记就分成两条路了。
    .web = 案卷已经移送，由接收方继续办理；退回之前，这里不能再记入内容。
    .advice = 收回退回的文件（redress receive）后再继续。
    .web-advice = 在“接收案卷”页收回退回的文件，再继续。
workbench-file-manifest = 案卷文件里的记录与它自己写明的不符。
    .advice = 请对方重新给一份。
workbench-file-foreign = 那是另一个案件：这里是 { $this }，文件里是 { $other }。
    .advice = 导入到另一个文件夹。
workbench-file-apart =
    两份案卷在第{ $common }条之后各走各的。从第{ $first }条起，本份多出{ $this_more }条
    （第一条：{ $this_kind }，{ $this_by }，{ $this_day }），文件多出{ $other_more }条（第一条：{ $other_kind }，{ $other_by }，{ $other_day }）。没有改动任何内容。
    .advice = 先决定用哪一份，再把另一份独有的内容补记进去；redress log 可查看两份。
    .web-advice = 先决定用哪一份，再把另一份独有的内容补记进去；记录页可查看各条。
workbench-file-object = 文件里的 { $digest } 与记录所指的不一样。
    .advice = 请对方重新给一份。
workbench-file-object-missing = 文件缺少记录所指的封存材料 { $digest }。
    .advice = 请对方重新给一份。
workbench-sheet-differs = 移送清单与第{ $entry }条之前的记录不符。
    .advice = 请对方重新给一份。
workbench-not-handed-over = 案件没有移送过，或者已经退回。
    .advice = 先移送：redress transfer 案卷 文件 --way …
    .web-advice = 请先在“移送”页移送。
workbench-limit-unknown = 法律手册里没有“{ $limit }”这一期限。最接近的名称：{ $near }。
    .advice = 请写下列名称之一：{ $known }。redress due 案卷 会在每个期限旁写明名称。
    .web-advice = 请从表单的列表里选一项。
workbench-due-disputed = 各来源的日期不同，且影响结果。
workbench-due-unproven = 已办理，但案卷里没有材料说明办过或者按时办理。
workbench-due-may-not-run = 按现有事实还不能确定是否适用。
workbench-due-promptly = 法律只写“及时”，没有定日期。
workbench-due-unverified = 依据的条文有未核对原文的部分。
workbench-due-some-unverified = 所列条文中有一条未核对原文。
workbench-due-lost = 错过的后果：
workbench-file-extra = 案卷文件里有台账没有写到的内容：{ $member }
    .advice = 什么都没有收进来。请对方给一份由本程序写出的文件。
workbench-transfer-nowhere = 移送的双方是同一个机关。
    .advice = 写明移送给谁：--to-body、--to-name。
    .web-advice = 请写明移送给谁。
workbench-received-before = 这个文件这里已经接收过；什么都没有改动。
    .advice = 不用再做什么。redress log 案卷 --kind received 显示接收的时间。
    .web-advice = 不用再做什么。记录页显示接收的时间。
workbench-received-by-other = 第 { $entry } 条写明案卷移送给另一个机关（{ $kind }）。
    .advice = 只有那个机关可以接收。只是阅读副本，用 redress import 收进来。
    .web-advice = 只有那个机关可以接收。
workbench-received-early = 接收日期是 { $day }，而移送日期是 { $sent }。
    .advice = 请核对日期。
workbench-number-unfit = “{ $number }”不是公文文号。
    .advice = 照公文上的样子写：{ $example }
workbench-strike-first = 第 { $entry } 条写到这个当事人，而且仍然有效。
    .advice = 请先划去那一条。
workbench-details-left-out = { $party } 的身份信息没有随案移送，这里没有。
    .advice = 请移送方另给一份带身份信息的文件，用 redress import 收进来。
    .web-advice = 请移送方另给一份带身份信息的文件。
workbench-obstacle-backwards = 自 { $from } 起的障碍，消除之日早于发生之日。
    .advice = 请核对这两个日期。
workbench-links-platform = 有关内容在几个平台上：{ $known }。
    .advice = 写明发给哪一个：--with-links 名称。
    .web-advice = 请写明发给哪一个平台。
workbench-notice-by-whom = { $duty } 这一告知义务属于 { $owes }；{ $by } 不能代为履行。
    .advice = 写明送达的机关以及该机关的义务：redress record 案卷 duties
    .web-advice = 请选择送达的机关，以及该机关的义务。
workbench-transfer-not-holder = 案件现在 { $holder } 手里，{ $from } 不能移送。
    .advice = 用 --from-body 写明最后接收的机关；redress log 案卷 --kind received 可查。
    .web-advice = 请选择最后接收的机关；记录页可查。
workbench-transfer-never-came = 本案没有从别处接收过，谈不上退回。
    .advice = 换一种 --way；redress transfer --help 列出全部。
    .web-advice = 请换一种移送方式。
workbench-stage-papers = 制作文书
workbench-picture-unprinted = { $item } 无法印出（{ $reason ->
        [unsupported] 不是可以印出的格式
        [too-large] 像素过多或者文件过大
        [too-long] 图片过长
        [too-many] 本册图片总量已满
        [encrypted] PDF文件已加密
        [too-many-pages] PDF文件超过一百页
        [faces] PDF文件未嵌入字体，印出会缺字
        [annotated] PDF页面上叠有印章、批注或者表单域，印出会缺失
       *[broken] 文件不完整或者已损坏
    }）；证据材料中已注明，以电子件为准。
workbench-paper-incomplete = { $form } 还不完整：有 { $count } 处没有填写：{ $missing }
    .advice = 请补齐（`redress draft 案卷 { $form } --questions` 会印出可填写的文件），或者去掉 --final 先出草稿。
    .web-advice = 请补齐页面还在问的项目，或者先出草稿。
workbench-paper-purposeless = { $form }有{ $count }项证据没有写证明目的：{ $exhibits }。
    .advice = 请在答案文件的 [exhibits.N] 里写明每项证明什么，或者不提交该项证据，再重新制作。
    .web-advice = 请在证据说明页写明每项证明什么，或者不提交该项证据，再重新制作。
workbench-paper-unknown = 第 { $entry } 条记录没有做成文书。
    .advice = 请从定稿列表里选。
workbench-paper-set-otherwise = 文字与第 { $entry } 条记录所制的相同；但文件由另一版本的程序排版，与当时的文件不是逐字节相同。
    .advice = 需要确认签的是哪一份时，请把文件的SHA-256与记录核对。
workbench-paper-input-missing = 第 { $entry } 条记录所制文书的填写内容缺失或被改动。
    .advice = 请从备份恢复 objects/；文书本身可以重新制作。
workbench-strike-steps = 第{ $entry }条现在不能划去：后面的步骤以它为前提（第{ $later }条，共{ $count }条）。
    .advice = 请先按这个顺序划去：{ $later }；再划去第{ $entry }条，然后按实际情况重新记录这些步骤。
workbench-mostly-skipped = { $file }：{ $rows }行中有{ $count }行无法读成帖子。
    .advice = 如果文件内容并非如此，说明映射或者格式用错了：用 redress record CASE strike ENTRY 撤回这次读取（redress log CASE --kind read 可查条号），再用另一个 --mapping 重新加入该文件。--dry-run 可以事先看到会读出什么。
    .web-advice = 如果文件内容并非如此，说明各列读错了：请在记录页划去这次读取，再用另一个映射文件放进一次。先试读、不封存，可以看到会读出什么。
workbench-mostly-repeats = { $file }：{ $rows }行中有{ $count }行被当作重复的帖子。
    .advice = 如果它们是不同的帖子，说明映射把别的列当成了编号：用 redress record CASE strike ENTRY 撤回这次读取（redress log CASE --kind read 可查条号），再用另一个 --mapping 重新加入该文件。--dry-run 可以事先看到会读出什么。
    .web-advice = 如果文件内容并非如此，说明各列读错了：请在记录页划去这次读取，再用另一个映射文件放进一次。先试读、不封存，可以看到会读出什么。
workbench-recommend-for = 只有{ $body ->
        [court] 人民法院
        [procuratorate] 人民检察院
        [police] 公安机关
        [government] 行政机关
        [platform] 平台
        [legal-aid] 法律援助机构
       *[other] 其他人
    }可以发出；案卷里没有材料表明本案已在那里。
    .advice = 这是供该机关审核、填写和签发的草稿，请不要直接发给平台。
workbench-recommend-body = 这一种（{ $kind }）由{ $body ->
        [court] 人民法院
        [procuratorate] 人民检察院
        [police] 公安机关
        [government] 行政机关
        [platform] 平台
        [legal-aid] 法律援助机构
       *[other] 其他人
    }发出，而案卷现在的持有者是{ $holder ->
        [court] 人民法院
        [procuratorate] 人民检察院
        [police] 公安机关
        [government] 行政机关
        [platform] 平台
        [legal-aid] 法律援助机构
       *[other] 其他人
    }。
    .advice = 请按机关选择 --kind：judicial（法院）、procuratorial（检察院）、police（公安）。
    .web-advice = 请选择这一机关发出的种类。
workbench-links-unknown = 材料里没有“{ $platform }”这个平台。有的是：{ $known }
    .advice = 请在 --with-links 后写其中一个。没有写出任何内容。
    .web-advice = 请选其中一个。没有写出任何内容。
workbench-links-none = 没有列出任何帖子和账号：已认定的{ $statements }条说法中，没有一条既在这个平台上、又已排除第十条的保护。其中{ $open }条是否受保护尚未确定。
    .advice = 可能受保护的言论，不点任何人的名。请用 redress fact 记入由人作出的判断（is_report_of_wrongdoing、is_comment_or_criticism），或者去掉 --with-links。
    .web-advice = 可能受保护的言论，不点任何人的名。请先由人在事实页认定它是否属于举报、是否属于评论批评。
workbench-links-open = 有{ $open }条说法是否受第十条保护尚未确定，没有列出其帖子和账号。
    .advice = 可能受保护的言论，不点任何人的名。请用 redress fact 记入由人作出的判断。
    .web-advice = 可能受保护的言论，不点任何人的名。请由人在事实页认定。
workbench-links-most = 说法{ $statement }只列出了{ $most }条帖子。
    .advice = 其余的在证据原件中；机关需要全部时，请另附清单。
workbench-platform-leak = --platform 写的名称会暴露本案中的人（{ $kinds }），没有写出任何内容。
    .advice = 请写公众所知的平台名称，不要带有本案的人名、号码、账号或者文字。查看身份信息一事已记入流水。
    .web = 所写的平台名称会暴露本案中的人（{ $kinds }），没有写出任何内容。

# --- 办公室统计的发布件
workbench-threshold-low = 办公室的发布件至少不公布小于 { $least } 的非零数目。
    .advice = 不写 --threshold，或者写 { $least } 以上。手里有案卷文件夹的人可以另定。
    .web-advice = 最小数目留空，或者写 { $least } 以上。
workbench-as-of-ahead = { $day } 还没有到；今天是 { $today }。
    .advice = 不写 --as-of 即为今天，或者写一个已经到了的日期。
    .web-advice = 留空即为今天，或者选一个已经到了的日期。
workbench-release-early = { $from } 至 { $to } 今天或者截至所写的那天还没有过完。
    .advice = 每个期间只发布一次：等期间过完，或者用 --to 写一个更早的末日。
    .web-advice = 每个期间只发布一次：等期间过完，或者选一个更早的末日。
workbench-no-release = { $from } 至 { $to } 还没有发布件。
    .advice = --by、--scope 等选项都按要公布的样子写好以后，加 --release 制作；同一期间只有一份，不再重做。
    .web-advice = 各项都按要公布的样子填好以后再制作；同一期间只有一份，不再重做。
workbench-release-other = { $from } 至 { $to } 已有另一份发布件：截至 { $as_of }，--by { $by }，--threshold { $threshold }，--scope “{ $scope }”，{ $made } 制作。同一批案件的第二份可以与它相减，从而露出各自不公布的数目。
    .advice = 不写这些选项，即得那一份；或者为 { $to } 以后的日期另作一份。
    .web = { $from } 至 { $to } 已有另一份发布件：截至 { $as_of }，期间 { $by }，最小数目 { $threshold }，范围“{ $scope }”，{ $made } 制作。同一批案件的第二份可以与它相减，从而露出各自不公布的数目。
workbench-release-overlaps = 已有期间重叠的发布件：{ $from } 至 { $to }，截至 { $as_of }，--by { $by }，--threshold { $threshold }，--scope “{ $scope }”，{ $made } 制作。两份合看会露出各自不公布的数目。
    .advice = 写同样的起止日期，即得那一份；或者为 { $to } 以后、{ $from } 以前的日期另作一份。
    .web = 已有期间重叠的发布件：{ $from } 至 { $to }，截至 { $as_of }，期间 { $by }，最小数目 { $threshold }，范围“{ $scope }”，{ $made } 制作。两份合看会露出各自不公布的数目。
workbench-counts-lag = 办公室有 { $count } 份案卷没有计到最后一条记录。不制作漏掉它们的发布件。
    .advice = 成员可以重计自己参加的案卷，管理员可以重计全部：redress office recount。换用新版本后需要做一次。
    .web-advice = 成员可以重计自己参加的案卷，管理员可以重计全部；请告诉办公室管理员。换用新版本后需要做一次。
workbench-counts-lag-few = 办公室有少量案卷（不到 { $most } 份）没有计到最后一条记录。不制作漏掉它们的发布件。
    .advice = 成员可以重计自己参加的案卷，管理员可以重计全部：redress office recount。换用新版本后需要做一次。
    .web-advice = 成员可以重计自己参加的案卷，管理员可以重计全部；请告诉办公室管理员。换用新版本后需要做一次。
workbench-cover-stands = 案卷现在就叫“{ $cover }”。
    .advice = 请另取一个。
workbench-cover-personal = 案卷的名字里不要写电话号码、证件号码或邮箱：它会出现在列表、日历和每一个导出的文件里。
    .advice = 请用一个中性的词，例如“春天”。
workbench-cover-names-party = 案卷的名字里不要写案中人的姓名：它会出现在列表、日历和每一个导出的文件里。案卷名没有改动；核对过当事人信息，已记录在案卷中。
    .advice = 请用一个中性的词，例如“春天”。
workbench-cover-shows-party = 案卷现在叫“{ $cover }”，里面有刚才填写的姓名。它会出现在列表、日历和每一个导出的文件里。
    .web = 案卷现在叫“{ $cover }”，里面有您填写的这个姓名。它会出现在列表、日历和每一个导出的文件里。
    .advice = 请用 redress record 案卷 name 新名字 给案卷改名。
    .web-advice = 请给案卷改名：概览页最下面可以改。
workbench-summary-post = 本案没有帖子{ $post }。
    .advice = 请用帖子清单里的键。
workbench-summary-stands = 对{ $post }已经是这样概述的。
    .advice = 不需要做什么。
workbench-summary-quotes = 对{ $post }的概述里有连续{ $most }字以上是帖子的原文。
    .advice = 请用您自己的话写：看它的人正是不想看到原文的人。
workbench-summary-unfit = 概述只有一行，至多{ $most }字，没有电话号码和邮箱地址。
    .advice = 简要写明帖子说了什么、说的是谁，不写别的。
workbench-party-not-laid = { $post }没有归到该当事人名下。
    .advice = 当事人页面和“redress party CASE list”列出已归到名下的说法。可能已有人取下。
    .web-advice = 当事人页面列出已归到名下的说法。可能已有人取下。
workbench-label-post = 本案没有帖子{ $post }。
    .advice = 请从帖子列表里取它的键。
workbench-label-stands = 这些帖子在“{ $label }”下本来就是这样。
    .advice = 不用再做什么。
workbench-label-many = 一条记录里超过{ $most }条帖子。
    .advice = 请分几次加标签。
workbench-label-unfit = “{ $label }”不能作标签：标签只有一行，至多{ $most }字，没有电话号码和邮箱地址。
    .advice = 写一两个词，例如“给律师看”。
workbench-corroborates-itself = { $item } 不能是自己的第二次取证。
    .advice = 写明先取得的是哪一件。
workbench-ended-before = { $item } 的取证结束早于开始。
    .advice = 核对两个时间，连同时区一起写，如 2026-03-01T10:00:00+08:00。
    .web-advice = 请看一下两个时间。
workbench-steps-many = 一次取证最多写{ $most }个步骤。
    .advice = 把相连的步骤并成一条，或者把操作记录作为文件封存。
workbench-proof-of-itself = { $item } 没有写明证明什么，或者证明的是它自己。
    .advice = 用 --of 写明它证明的是哪几件。
    .web-advice = 请选择它证明的是哪几件。
workbench-check-value = { $value } 不是校验值。
    .advice = SHA-256和SM3是64位十六进制，MD5是32位，SHA-1是40位，SHA-512是128位；请整串抄写，或者不填。
workbench-sheet-title = 移送清单
workbench-sheet-case = 案件编号
workbench-sheet-way = 移送方式
workbench-sheet-from = 移送单位
workbench-sheet-to = 接收单位
workbench-sheet-on = 日期
workbench-sheet-number = 文号
workbench-sheet-entries = 此前的记录条数
workbench-sheet-entries-now = 目前的记录条数
workbench-sheet-head = 最后一条的 SHA-256
workbench-sheet-details = 身份资料
workbench-sheet-with = 随案移送
workbench-sheet-without = 未附
workbench-sheet-tracks = 各程序所处阶段
workbench-sheet-parties = 当事人
workbench-sheet-items = 封存材料
workbench-sheet-columns = | 编号 | 名称 | 用途 | 格式 | 字节 | SHA-256 | SM3 |
workbench-sheet-signed = 移送人（签字、日期）：____________________    接收人（签字、日期）：____________________
workbench-token-unreadable = 这不是时间戳签发机构的回执：{ $reason }
    .advice = 请使用签发机构发来的原始回执（.tsr）；读不出来之前，不会保存任何内容。
workbench-token-refused = 签发机构没有签发。
    .advice = 换一家机构，或者用 --algorithm sha256 再问一次：并非每家机构都接受SM3。
    .web-advice = 请换一家机构，或者改用SHA-256再申请：并非每家都接受SM3。
workbench-token-fails = 令牌不成立：{ $check }。没有保存任何内容。
    .advice = 这一项检查什么，见docs/timestamps.md。请再问一次，或者换一家机构。
    .web-advice = 请再申请一次，或者换一家机构。
workbench-token-of-nothing = 令牌所对应的不是本案卷的检查点。
    .advice = 先用 --question 写出请求文件，拿该文件去签发，再收下它的回执。
    .web-advice = 请在这里下载申请文件，拿它去申请，再带回答复。
workbench-form-unknown = 没有文书样式“{ $form }”。
    .advice = 用“redress forms”列出全部样式。
    .web-advice = 案卷的“文书”页列有全部样式。
workbench-bundle-long = { $path } 超过{ $most }MB，这里最多只能放这么多进内存。
    .advice = 请在自己的电脑上用本程序重新推算。
workbench-sealing-clock = 经核对，封存所用电脑的时钟快{ $seconds }秒（负数为慢）
