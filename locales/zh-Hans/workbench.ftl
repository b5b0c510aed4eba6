# 走廊（用例）的句子。
workbench-stage-reading = 读取帖子
workbench-stage-assessing = 计量、对照法律
workbench-stage-leaks = 检查有没有会暴露身份的内容
workbench-stage-sealing = 封存
workbench-stage-checking = 核对封存的材料
workbench-stage-writing = 写案卷包
workbench-stage-verifying = 核对
workbench-case-exists = 这里已经有一个案卷。
    .advice = 换一个文件夹。
workbench-stopped = 已停止。案卷和执行这条命令之前一样。
    .advice = 想继续时，再执行同一条命令。
workbench-source-unknown = { $item } 不是这个案卷的材料。
    .advice = 先放进文件，再写它的编号。
workbench-judgement-needs-person = “{ $term }”须由人认定，写明由谁认定。
    .advice = 不写 --standing，或者写 --standing judged。
workbench-no-such-claim = 第 { $entry } 条不是主张，或者已经撤回。
    .advice = redress fact CASE list 会列出主张和编号。
workbench-item-unreadable = { $item } 读不出来：{ $problem }
    .advice = 请检查磁盘，或者打开案卷的备份。
workbench-item-differs = { $item } 与封存时不一致。
    .advice = 请勿改动；换一份案卷或者案卷包的副本。
workbench-mapping-lost = 缺少映射文件 { $item }。
    .advice = 请打开案卷的备份。
workbench-mapping-not-text = 映射文件不是 UTF-8 文字；第一个不对的字节在 { $byte }。
    .advice = 请另存为 UTF-8。
workbench-not-read = { $file } 不是认识的格式；已原样封存，没有从中读取帖子。它的列：{ $columns }
    .advice = 如果里面有帖子，请用 --mapping 说明各列的含义；见 docs/mapping.md。
workbench-too-long-to-read = { $file } 太长，没有从中查找帖子；已原样封存。
    .advice = 需要读取时，请把导出文件分成几份。
workbench-result-unwritable = 结果写不出来：{ $problem }
    .advice = 这是程序的错误，请告诉我们。
workbench-result-unreadable = 这个案卷包里的结果读不出来：{ $problem }
    .advice = 请换一份副本。
workbench-result-newer = 结果的格式是 { $schema }；这个程序认识的是 { $known }。
    .advice = 请用写它的版本或者更新的版本。
workbench-ledger-differs = 这个案卷包里的台账，不是结果所依据的那一份。
    .advice = 请换一份副本。
workbench-bundle-unreadable = 案卷包里的 { $path } 读不出来：{ $problem }
    .advice = 请换一份副本。
workbench-other-software = 由 { $sealed } 写成；由 { $here } 重新计算。
workbench-other-law = 这个程序的法律书与 { $path } 不同；答案可能因此不同。
workbench-law-absent = 案卷包里没有法律书 { $path }。
workbench-how-to-verify =
    怎样核对这个案卷包（不需要专门的程序）：
      sha256sum -c manifest-sha256.txt      每个封存的文件与清单一致
      sha256sum -c tagmanifest-sha256.txt   清单本身没有改动
    用 redress 核对更严（SM3、日志、证明、签名），并重新得出每个数字：
      redress verify 文件夹 --key "{ $key }"
      redress recompute 文件夹
    证明不了的：所封存的内容是否真实、由谁所写。封存证明不了封存之前的真假。
workbench-not-a-bundle = 这不是 redress 写的案卷包。
    .advice = 请写 redress pack 写出的文件夹。
workbench-stage-receiving = 核对收到的材料
workbench-party-unknown = 本案没有 { $party }。
    .advice = redress party 案卷 list 列出当事人。
workbench-party-capacity = 没有写以什么身份参加。
    .advice = 写明：victim、relative、guardian、agent、respondent、platform 或者 witness。
workbench-party-without-details = 案卷里没有 { $party } 的身份资料。
    .advice = 用 redress party 案卷 set { $party } --details 文件 录入。
workbench-details-missing = 这份案卷里没有该当事人的身份资料，或者被改动过。
    .advice = 对方移送时可能没有附身份资料；请向对方索取，或者打开备份。
workbench-clock-unreadable = 本机时钟给不出可用的日期。
    .advice = 调好时钟后再执行同一条命令。
workbench-duty-unknown = 法律手册里没有“{ $duty }”这一告知义务。
    .advice = redress record 案卷 duties 列出全部。
workbench-day-ahead = { $day } 还没有到；今天是 { $today }。
    .advice = 发生当天再记；已经定下的开庭日期写在 --for-day。
workbench-entered-before = 同样的内容已经记在第{ $entry }条。
    .advice = 不用再记。若那一条有误，先划去。
workbench-mark-stands = { $mark } 标记现在就是这样。
    .advice = redress log 案卷 --kind marked 可查何时标注。
workbench-struck-before = 第{ $entry }条已经划去。
    .advice = 不用再做。
workbench-cannot-strike = 第{ $entry }条不能划去：没有这一条，或者它记的是已经封存、看过、发出的事。
    .advice = 主张用 redress fact 案卷 withdraw 撤回；其他的，另记正确的内容。
workbench-text-unfit = { $field } 为空、超过{ $most }字，或者含有控制字符。
    .advice = 用普通文字书写。
workbench-handed-over = 案卷已在第{ $entry }条移送，由接收方继续；在这里再记就分成两条路了。
    .advice = 收回退回的文件（redress receive）后再继续。
workbench-file-manifest = 案卷文件里的记录与它自己写明的不符。
    .advice = 请对方重新给一份。
workbench-file-foreign = 那是另一个案件：这里是 { $this }，文件里是 { $other }。
    .advice = 导入到另一个文件夹。
workbench-file-apart =
    两份案卷在第{ $common }条之后各走各的。从第{ $first }条起，本份多出{ $this_more }条
    （第一条：{ $this_kind }，{ $this_by }，{ $this_day }），文件多出{ $other_more }条（第一条：{ $other_kind }，{ $other_by }，{ $other_day }）。没有改动任何内容。
    .advice = 先决定用哪一份，再把另一份独有的内容补记进去；redress log 可查看两份。
workbench-file-object = 文件里的 { $digest } 与记录所指的不一样。
    .advice = 请对方重新给一份。
workbench-file-object-missing = 文件缺少记录所指的封存材料 { $digest }。
    .advice = 请对方重新给一份。
workbench-sheet-differs = 移送清单与第{ $entry }条之前的记录不符。
    .advice = 请对方重新给一份。
workbench-not-handed-over = 案件没有移送过，或者已经退回。
    .advice = 先移送：redress transfer 案卷 文件 --way …
workbench-limit-unknown = 法律手册里没有“{ $limit }”这一期限。
    .advice = redress due 案卷 --all --json 可见名称。
workbench-due-disputed = 各来源的日期不同，且影响结果。
workbench-due-unproven = 已办理，但案卷里没有材料说明办过或者按时办理。
workbench-due-may-not-run = 按现有事实还不能确定是否适用。
workbench-due-promptly = 法律只写“及时”，没有定日期。
workbench-due-unverified = 依据的条文有未核对原文的部分。
workbench-due-lost = 错过的后果：
workbench-links-platform = 有关内容在几个平台上：{ $known }。
    .advice = 写明发给哪一个：--with-links 名称。
