forms-input-unfit = 这不是文书 { $form } 的填写内容：{ $error }
    .advice = 请对照 `redress forms { $form } --schema`；`redress draft 案卷 { $form } --questions` 会列出可以填写的项目。
    .web-advice = 请从文书页打开这份文书，页面会列出可以填写的项目。
forms-answer-sealed = { $path } 处的填写会改变案卷所载内容。
    .advice = 言论、证据、数字、程序步骤和校验值只来自证据和台账。请删去这一项；如有错误，请在案卷中更正：`redress step`、`redress fact`、`redress add`。
    .web-advice = 言论、证据、数字、程序步骤和校验值只来自证据和台账。这一项留空；如有错误，请在事实页、程序页或者证据页更正。
forms-answer-place = { $path } 处的填写指向列表里没有的位置：列表共有 { $places } 项。
    .advice = 位置从 0 数起；最后一项之后的数表示新增一项。
forms-answer-unfit = 文书 { $form } 的 { $path } 处填写有误：应填{ $expected ->
        [choice] 下列值之一
        [yes-no] true（是）或者 false（否），不加引号
        [number] 整数，不加引号
        [list] 列表，写作 ["甲", "乙"]
        [table] 表，逐项填写
       *[text] 文字，加引号
    }，填的是{ $found ->
        [yes-no] 是或者否
        [number] 数
        [list] 列表
        [table] 表
       *[text] 文字
    } { $value }。
    .advice = { $allowed ->
        [none] 请按所要求的形式改写这一项；`redress draft 案卷 { $form } --questions` 会列出每一项怎样填写。
       *[other] 可以填写：{ $allowed }。
    }
    .web-advice = { $allowed ->
        [none] 请按这一栏的要求改写。
       *[other] 可以填写：{ $allowed }。
    }
forms-answer-unknown = 文书 { $form } 没有 { $path } 这一项。
    .advice = 这里可以填写的项目：{ $known }。`redress draft 案卷 { $form } --questions` 会列出还要填写的项目。
    .web-advice = 请只填写文书页面所问的项目。
forms-basis-unverified = 文书 { $form } 所据条文（{ $source }）的官方文本未经核对。
    .advice = 提交前请查对官方文本。定稿上不印这一提示。
forms-answer-placeholder = 文书 { $form } 有 { $count } 处回答只是占位：{ $places }。
    .advice = 请填写实际内容；还不知道的，去掉这一答，先出草稿。
forms-left-out = 文书 { $form } 未列入：{ $ids }。
forms-unnamed-protected = 文书 { $form } 未列入（受第十条保护）：{ $ids }。
forms-unnamed-open = 文书 { $form } 未列入（第十条是否保护尚未回答或者有争议）：{ $ids }。
    .advice = 先登记第十条所要的事实；可能受保护的言论，不指控任何人。
forms-unnamed-other-offence = 文书 { $form } 未列入（关于它的记录全部属于另一个罪名）：{ $ids }。
    .advice = 它列在另一个罪名的自诉状里。这里也要列入的，在 left_out 里给出不含它的列表。
    .web-advice = 它列在另一个罪名的自诉状里。这里也要列入的，在“列出哪些言论和当事人”里去掉勾。
forms-left-out-accused = 自诉状未列 { $ids }。
    .advice = 自诉人明知有其他共同侵害人，但只对部分侵害人提起自诉的，判决宣告后就同一事实不能再对其他共同侵害人提起自诉（法释〔2021〕1号 323）。请先问律师。
forms-accused-of-nothing = 没有任何言论由这些被告人发布：{ $ids }。
    .advice = 登记其发布的言论：redress party 案卷 set 当事人 --statement 言论编号；不追究的，用 left_out 不列入。
    .web-advice = 在人与账号页打开各人，勾选其发布的说法；不追究的，在“列出哪些言论和当事人”里不列入。
forms-aid-agent-appointed = 案卷记载已委托代理人；申请法律援助须没有委托（法律援助法 29）。
    .advice = 代理关系已结束的，登记结束日：redress party 案卷 set 代理人 --until 日期；仍在代理的，先问法律援助机构。
    .web-advice = 代理关系已结束的，在代理人的页面填结束日；仍在代理的，先问法律援助机构。
forms-answer-not-on-file = 文书 { $form } 的 { $path }：案卷中没有 { $value }。
    .advice = 可填：{ $known }。
forms-same-account = { $ids } 的首发账号就是所列被告人的账号，但未登记由其发布。
    .advice = 核对是否由其发布；是的，登记：redress party 案卷 set 当事人 --statement 言论编号。
    .web-advice = 核对是否由其发布；是的，在该当事人的页面勾选这条说法。
forms-laid-to-nobody = 自诉状所列言论未指明由所列被告人发布：{ $ids }。
    .advice = 被告人只对自己发布的言论负责。登记其发布的言论：redress party 案卷 set 当事人 --statement 言论编号；或者用 left_out 不列入该言论。
    .web-advice = 被告人只对自己发布的言论负责。在该当事人的页面勾选；或者在“列出哪些言论和当事人”里不列入该说法。
forms-exhibit-unknown = 证据目录中没有证据 { $number }：共有 { $listed } 项。
    .advice = 编号见 redress draft 案卷 evidence-list 打印的证据目录；[exhibits.3] 指证据3。
    .web-advice = 编号见证据目录的页面。
forms-exhibit-missed = 文书 { $form } 引用了不提交的证据：{ $numbers }。读者在目录和证据材料中找不到它们。
    .advice = 草稿可以照出；定稿须交这些证据，或者用 left_out 不列引用它们的言论。
forms-left-out-unfit = 文书 { $form } 不能不列 { $id }。
    .advice = left_out 是编号的列表。本文书列出的有：{ $known }。
forms-body-person = 被害人一方
forms-body-court = 人民法院
forms-body-police = 公安机关
forms-body-procuratorate = 人民检察院
forms-body-government = 行政机关
forms-body-platform = 网络平台
forms-body-legal-aid = 法律援助机构
forms-body-actor = 发布者一方
forms-answer-no-day = 文书{ $form }的“{ $path }”要填日期，“{ $typed }”不是日期。
    .advice = 请写成2026-04-20，或者2026年4月20日。
forms-answer-no-phone = 文书{ $form }的“{ $path }”要填电话号码，“{ $typed }”不是电话号码。
    .web = “{ $typed }”不是电话号码。
    .advice = 请填数字，中间可以有 +、-、空格或者括号，每个号码3至15位数字；几个号码用逗号隔开，分机号写在“转”之后，说明写在括号里。草稿可以先这样写，定稿不行。
forms-answer-day-ahead = 文书{ $form }的“{ $path }”填的是已经发生的日期，而{ $typed }还没有到：今天是{ $today }。
    .web = 这里填的是已经发生的日期，而{ $typed }还没有到：今天是{ $today }。
    .advice = 请填实际发生的日期；还没有发生的，先空着。
