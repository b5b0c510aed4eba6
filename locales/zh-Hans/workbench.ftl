# 走廊（用例）的句子。
workbench-stage-reading = 读取帖子
workbench-stage-assessing = 计量、对照法律
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

## 账户与成员

workbench-sign-in-wrong = 账户名或者密码不对。
    .advice = 请核对账户名和键盘状态，再试一次。
workbench-account-locked = 这个账户已停用。
    .advice = 请联系管理员。
workbench-office-has-accounts = 这里已经有账户，不能再建第一个管理员。
    .advice = 请由管理员登录后发放账户。
workbench-account-without-role = 账户至少要有一种身份。
    .advice = 请用 --role 写明身份。
workbench-account-exists = 已经有叫 { $account } 的账户。
    .advice = 请换一个名字。
workbench-account-own = 不能对自己的账户这样做。
    .advice = 请由另一位管理员办理。
workbench-no-such-account = 没有叫 { $account } 的账户。
    .advice = 请核对名字；管理员可以列出账户。
workbench-member-role = 您在本案的身份不能邀请这种身份的人。
    .advice = docs/rights.md 的第二张表写明谁可以邀请谁。
workbench-member-scope = 只有协助的近亲属可以只看一部分。
    .advice = 请去掉 --scope。
workbench-member-until = 结束时间已经过去。
    .advice = 请写一个以后的日子。
workbench-member-already = { $account } 已经是本案成员。
    .advice = 需要换身份的，先结束原来的成员资格。
workbench-no-such-member = 本案没有这样的成员。
    .advice = 请先列出成员。
workbench-member-stays = 您不能结束这个人的成员资格。
    .advice = 谁邀请的谁可以结束；每个人可以自行退出；审计员由管理员指派。
workbench-last-member = 这样一来就没有人能再邀请别人，案卷将无人可以打开。
    .advice = 请先邀请另一位成员。
workbench-no-such-mark = 没有这个审计号。
    .advice = 请核对操作日志里的审计号。
workbench-no-account-for-role = 没有可以担任这一身份的账户，或者账户已停用。
    .advice = 请核对账户名；身份由管理员确认。
