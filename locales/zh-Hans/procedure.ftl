# 程序：事件、先后次序，以及 /procedure 里的文件。
procedure-unknown = 没有“{ $written }”这个程序。可选：{ $known }。
    .advice = { $near ->
        [none] 请从中选择。
       *[other] 是不是 { $near }？
    }
procedure-event-unknown = “{ $procedure }”没有“{ $written }”这一事件。可选：{ $known }。
    .advice = { $near ->
        [none] 请从中选择。
       *[other] 是不是 { $near }？
    }
procedure-track-name = “{ $written }”不能作为轨道名。
    .advice = 用小写字母和数字，事项后面至多一个点：1、2、1.2。
procedure-track-unknown = { $procedure }，轨道 { $track }：还没有记录，不能从“{ $event }”（{ $on }）开始。{ $order }（{ $cites }）
    .advice = 先记录之前的步骤，或者写明发生在哪条轨道。
procedure-order = { $procedure }，轨道 { $track }：现在是“{ $state }”，不能接着发生“{ $event }”（{ $on }）。{ $order }（{ $cites }）
    .advice = 先记录中间的步骤，或者核对日期和轨道。
procedure-closed = { $procedure }，轨道 { $track }：法律不允许“{ $event }”（{ $on }）。{ $why }（{ $cites }）
    .advice = 核对日期和原因；该轨道的列表里有可以走的步骤。
procedure-needs-other = { $procedure }，轨道 { $track }：“{ $event }”（{ $on }）要求“{ $other }”处于或者经过：{ $needed }（{ $cites }）。
    .advice = 先在同一事项的轨道里记录那一步。
procedure-out-of-order = { $on }的“{ $event }”放不进去：{ $later-on }的“{ $later }”（第 { $entry } 条）就不能接在它后面了（{ $cites }）。
    .advice = 核对两者的日期；后面那条有误的，先更正那一条。
procedure-in-future = “{ $event }”的日期是{ $on }，今天是{ $today }。
    .advice = 发生之后再记录。为以后确定的日期（例如开庭），写在确定它的那一步里。
procedure-duplicate = 轨道 { $track } 已有{ $on }的“{ $event }”（第 { $entry } 条{ $number ->
        [none] { "" }
       *[other] ，{ $number }
    }）。
    .advice = 没有增加。如果是另一份文书，请写它自己的文号。
procedure-entry-twice = 第 { $entry } 条出现了两次（{ $procedure }，轨道 { $track }）。
    .advice = 流水的每一条有自己的编号。
procedure-number-not-carried = “{ $event }”没有带文号的文书，却给了文号“{ $number }”。
    .advice = 不要填文号。
procedure-number-wrong = “{ $number }”不能作为“{ $event }”的文号：应为{ $kind ->
        [court-case] 法院案号
        [official] 公文文号
       *[receipt] 1 至 60 个字的回执号
    }。
    .advice = 例如 { $example }。
procedure-number-year = 文号“{ $number }”是{ $year }年的，而“{ $event }”的日期是{ $on }。
    .advice = 核对文书上的文号和日期。
procedure-reason-missing = “{ $event }”需要写明原因，因为法律区别对待：{ $known }。
    .advice = 从中选一个。
procedure-reason-unknown = “{ $written }”不是“{ $event }”的原因。可选：{ $known }。
    .advice = 从中选一个。
procedure-reason-not-asked = “{ $event }”不分原因，却给了“{ $written }”。
    .advice = 不要填原因。
procedure-day-not-fixed = “{ $event }”不确定别的日期，却给了{ $written }。
    .advice = 不要填这个日期。
procedure-time-not-appointed = “{ $event }”没有指定到场的日期，时间{ $written }无处可写。
    .advice = 只有开庭等指定日期可以写时间；期限的最后一天没有时间。
procedure-day-before = { $on }的“{ $event }”确定的日期{ $written }在它之前。
    .advice = 核对两个日期。
procedure-persons-not-counted = “{ $event }”不能写涉及 { $written } 人。
    .advice = 只有批准逮捕和起诉写人数，至少 1 人。
procedure-body-name = “{ $event }”的办理机关名称不能是“{ $written }”。
    .advice = 按文书填写，1 至 100 个字。
procedure-body-wrong = “{ $event }”（{ $on }）{ $does ->
        [receives] 应向以下机关、单位提出
       *[acts] 应由以下机关、单位作出
    }：{ $by ->
        [court] 人民法院
        [police] 公安机关
        [procuratorate] 人民检察院
        [government] 人民政府或者其他行政机关
        [platform] 网络服务提供者
        [legal-aid] 法律援助机构
       *[other] 个人
    }；这里写的是{ $written ->
        [court] 人民法院
        [police] 公安机关
        [procuratorate] 人民检察院
        [government] 人民政府
        [platform] 网络服务提供者
        [legal-aid] 法律援助机构
       *[other] 个人
    }（{ $cites }）。
    .advice = 按文书上的机关填写；这一步可以写：{ $known }。如果机关没有写错，请选它实际所做的那一步。
procedure-body-on-file = 第 { $entry } 条记录：“{ $event }”（{ $on }）写的是{ $written ->
        [court] 人民法院
        [police] 公安机关
        [procuratorate] 人民检察院
        [government] 人民政府
        [platform] 网络服务提供者
        [legal-aid] 法律援助机构
       *[other] 个人
    }，依{ $cites }，这一步不由它办理。
    .advice = 记入时还没有这项核对，这一步照旧算数。这一步可以写：{ $known }。请把这条记录划去，再重新记入。
procedure-body-missing = “{ $event }”可以由不止一个机关办理（{ $cites }），请写明是哪一个：{ $known }
    .advice = 加上 --body（从中选一个）和 --body-name（文书上的机关名称）。
    .web-advice = 请在“由谁作出”里选一个，并填写文书上的机关名称。
procedure-statement-name = “{ $event }”：没有“{ $written }”这条言论。
    .advice = 言论编号是 st- 加八位，见 measure 的输出；也可写 post: 加其中一条帖子的键。
procedure-data-unreadable = { $file } 读不出来：{ $message }
    .advice = 改正文件；格式见 docs/procedures。
procedure-data-twice = { $file }：{ $name } 出现了两次。
    .advice = 各用自己的名字。
procedure-data-label-missing = { $file }：{ $name } 缺一种语言的名称。
    .advice = 写上 zh 和 en。
procedure-data-uncited = { $file }：{ $name } 没有引用条文。
    .advice = 写明依据的条文。
procedure-data-state-unknown = { $file }：没有状态 { $name }。
    .advice = 定义它，或者改正名字。
procedure-data-event-unknown = { $file }：没有事件 { $name }。
    .advice = 定义它，或者改正名字。
procedure-data-event-unused = { $file }：没有一步用到事件 { $name }。
    .advice = 画出一步，或者删去。
procedure-data-reason-unknown = { $file }：没有原因 { $name }。
    .advice = 在事件里定义它，或者改正名字。
procedure-data-procedure-unknown = { $file }：没有程序 { $name }。
    .advice = 改正名字。
procedure-data-condition-empty = { $file }：对 { $name } 的条件既没有状态也没有事件。
    .advice = 至少写一个。
procedure-data-state-unreachable = { $file }：没有一步到达状态 { $name }。
    .advice = 画出到它的一步，或者删去。
procedure-data-state-dead = { $file }：状态 { $name } 没有出路，又不是终点。
    .advice = 画出一步，或者写 end = true。
procedure-data-ambiguous = { $file }：同一状态下有两步都回应 { $name }。
    .advice = 用原因或者所需条件区分。
procedure-data-call-undrawn = { $file }：要求 { $name } 的状态里没有这一步。
    .advice = 画出这一步，或者从要求里去掉该状态。
procedure-data-term-unknown = { $file }：事件 { $event } 确立的 { $term } 不在事实词汇里。
    .advice = redress law facts 列出事实项。
procedure-data-value-unfit = { $file }：事件 { $event } 不能把 { $term } 设为 { $value }。
    .advice = 由人认定的事项不由步骤确立；选择项只取其列表里的词。
procedure-data-day-wrong = { $file }：{ $closing } 的 since 不是日期。
    .advice = 写成 2024-01-01。
procedure-article-later = { $on }的“{ $event }”早于为它引用的条文（{ $cites }）；当时的规定不在本手册中。
    .advice = 请查当时适用的规定。
procedure-data-contradiction = { $file }：{ $name } 总是关闭一个已画出的步骤。
    .advice = 去掉其中之一，或者写明何时关闭。
