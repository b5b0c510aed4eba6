### 救济房间的语句：途径、状态、理由、步骤、期限、提醒、职责。
### 理由随 $value 变化：TT 达到，FF 未达到，其余为缺证据或者有争议。

## 途径与状态

remedies-route-private-prosecution = 刑事自诉
remedies-route-public-prosecution = 公诉
remedies-route-administrative-penalty = 治安管理处罚
remedies-route-civil-suit = 民事诉讼
remedies-route-injunction = 人格权侵害禁令
remedies-route-public-interest-suit = 公益诉讼

remedies-state-open = 可走
    .advice = 就本案卷现有材料，条件达到，程序也允许。
remedies-state-waiting = 等材料
    .advice = 还差一项写明的材料，您或者主管机关可以补上。
remedies-state-closed = 目前不通
    .advice = 就本案卷现有材料，有一项条件未达到，或者程序上受阻。
remedies-state-unknown = 未知
    .advice = 取决于有争议的事实、尚待人判断的事项，或者不同的理解。
remedies-no-choice = 程序不替您选。几条路可以并行。
remedies-unverified = 这一条的原文尚未核对，使用前请查对。
remedies-contested = 这里有不同理解，程序都列出，不作决定。
remedies-may-extend = 这是从严算出的日期。遇节假日可能顺延，请不要指望顺延。
remedies-for-authority = 这个期限约束的是主管机关，不是您。
remedies-passed = 这个期限已过。
remedies-kept = 已在期限内完成。
remedies-date-missing = 缺起算日期，期限算不出来。
remedies-irreversible = 这一步不能回头。请先看提醒。

## 由谁做

remedies-who-person = 您
remedies-who-court = 法院
remedies-who-police = 公安机关
remedies-who-procuratorate = 检察院
remedies-who-government = 复议机关（本级人民政府）
remedies-who-platform = 平台
remedies-who-legal-aid = 法律援助机构

## 先看第十条

remedies-article-10-closes = 所依据的说法都受指导意见第十条保护，不能由此走向处罚。
remedies-article-10-report =
    { $value ->
        [TT] 已先查第十条：不属于受保护的检举、揭发。
        [FF] 属于受保护的检举、揭发（第十条），不作诽谤主张。
       *[other] 先看第十条：是否属于受保护的检举、揭发，还没有定论。
    }
remedies-article-10-comment =
    { $value ->
        [TT] 已先查第十条：不属于受保护的评论、批评。
        [FF] 属于受保护的评论、批评（第十条），即使偏颇、偏激，也不作侮辱主张。
       *[other] 先看第十条：是否属于受保护的评论、批评，还没有定论。
    }
remedies-article-10-other-sentence = 这条说法受第十条另一句保护，其余部分能否追究，尚无定论。
remedies-warn-article-10-again = 当事人是公职人员或者单位：请再看一遍第十条。
    .advice = 批评和检举即使尖锐、部分有误，也受保护。走处罚途径之前，请逐条再看一遍。

## 刑事途径的条件

remedies-elements-defamation =
    { $value ->
        [TT] 就本案卷现有材料，诽谤的要件达到。
        [FF] 就本案卷现有材料，诽谤有一项要件未达到。
       *[other] 诽谤有要件证据不足或者有争议。
    }
remedies-elements-insult =
    { $value ->
        [TT] 就本案卷现有材料，侮辱的要件达到。侮辱没有数字门槛。
        [FF] 就本案卷现有材料，侮辱有一项要件未达到。
       *[other] 侮辱有要件证据不足，或者由人认定。侮辱没有数字门槛。
    }
remedies-limitation-criminal =
    { $value ->
        [TT] 五年追诉期限没有过。
        [FF] 五年追诉期限已过。
       *[other] 五年追诉期限是否已过，取决于缺少的日期，或者行为是否连续、继续。
    }
remedies-limitation-penalty =
    { $value ->
        [TT] 六个月没有过，或者公安机关在六个月内已经知道。
        [FF] 公安机关知道时，六个月已过。
       *[other] 是否在六个月内，取决于缺少的日期，或者行为是否连续、继续。
    }
remedies-limitation-complaint-refused =
    { $value ->
        [TT] 您在期限内控告，应当受理而没有受理：不受这个期限限制。
        [FF] 没有在期限内控告而未获受理的情形。
       *[other] 如果您在期限内控告过，应当受理而没有受理，就不受这个期限限制。请找一找回执。
    }
remedies-complainant-natural-person =
    { $value ->
        [TT] 当事人是个人。
        [FF] 当事人是单位。这条路针对的是对个人的网络暴力。
       *[other] 没有写明当事人是个人还是单位。
    }
remedies-defendant-definite =
    { $value ->
        [TT] 有明确的被告人。
        [FF] 还没有明确的被告人。可以在自诉状中请求公安机关协助查明；程序不去寻找。
       *[other] 有没有明确的被告人，材料中还看不出。
    }
remedies-defendant-whereabouts =
    { $value ->
        [TT] 被告人下落明确。
        [FF] 被告人下落不明；在查明之前，法院不受理。
       *[other] 被告人下落是否明确，材料中还看不出。
    }
remedies-no-police-case =
    { $value ->
        [TT] 公安机关没有刑事立案，可以自诉。
       *[other] 公安机关是否已刑事立案，还不知道。
    }
remedies-police-case-may-bar-suit = 公安机关已立案。法院可以请您撤回，也可以裁定不予受理；这是一律不行还是由法院选择，理解不一。
remedies-police-case-ends-accepted-suit = 法院受理之后公安机关已立案。法院应当裁定终止审理，把材料移送公安机关；您可以以被害人身份参加。
remedies-not-withdrawn =
    { $value ->
        [TT] 没有因以前撤诉而不能再告的情形。
        [FF] 同一事实曾因证据不足以外的原因撤诉，再告不予受理。
       *[other] 没有写明同一事实以前是否撤诉过，因为什么。
    }
remedies-not-mediated =
    { $value ->
        [TT] 没有因以前法院调解结案而不能再告的情形。
        [FF] 同一事实已由法院调解结案，再告不予受理。
       *[other] 没有写明同一事实是否已由法院调解结案。
    }
remedies-review-during-police-help = 公安机关协助期间，十五日的审查是否停止计算，没有规定。
remedies-who-may-sue-for-you = 被害人死亡、丧失行为能力或者受强制、威吓的，法定代理人、近亲属可以代为告诉，须附关系和原因的证明。
remedies-no-statement = 还没有选定任何一条说法。
remedies-more-statements = 另有{ $count }条说法没有在这里逐一写出。

## 严重危害社会秩序

remedies-order-grave-consequence =
    { $value ->
        [TT] 被害人或者近亲属精神失常、自杀等，且社会影响恶劣。
        [FF] 未见精神失常、自杀等后果且社会影响恶劣。
       *[other] 待定：被害人或者近亲属精神失常、自杀等，且社会影响恶劣。
    }
remedies-order-random-target =
    { $value ->
        [TT] 随意以普通公众为对象，大范围传播，引发大量低俗、恶意评论，严重破坏网络秩序，且社会影响恶劣。
        [FF] 下列各项没有全部具备：随意以普通公众为对象、大范围传播、大量低俗恶意评论、严重破坏网络秩序、社会影响恶劣。
       *[other] 待定：随意以普通公众为对象、大范围传播、大量低俗恶意评论、严重破坏网络秩序、社会影响恶劣，须全部具备。
    }
remedies-order-many-or-repeated =
    { $value ->
        [TT] 针对多人或者多次散布，且社会影响恶劣。
        [FF] 未见针对多人或者多次散布且社会影响恶劣。
       *[other] 待定：针对多人或者多次散布，且社会影响恶劣。
    }
remedies-order-organised =
    { $value ->
        [TT] 组织、指使人员在多个网络平台大量散布，且社会影响恶劣。
        [FF] 未见组织、指使人员在多个网络平台大量散布且社会影响恶劣。
       *[other] 待定：组织、指使人员在多个网络平台大量散布，且社会影响恶劣。
    }
remedies-order-endangered =
    { $value ->
        [TT] 已认定严重危害社会秩序。
        [FF] 有人或者主管机关认定没有严重危害社会秩序。
       *[other] 是否严重危害社会秩序，由人认定。
    }
remedies-order-factors = 主管机关综合侵害对象、动机目的、行为方式、信息传播范围、危害后果认定，不只看数字。
remedies-opinions-not-yet = 这一天指导意见还没有施行，依刑法第二百四十六条第二款；诽谤另看2013年解释。
remedies-police-case-open = 公安机关已刑事立案。

## 治安管理处罚

remedies-penalty-defamation =
    { $value ->
        [TT] 就本案卷现有材料，治安管理处罚法上诽谤的条件达到。
        [FF] 就本案卷现有材料，治安管理处罚法上诽谤有一项条件未达到。
       *[other] 治安管理处罚法上诽谤的条件，证据不足或者有争议。
    }
remedies-penalty-insult =
    { $value ->
        [TT] 就本案卷现有材料，治安管理处罚法上公然侮辱的条件达到。
        [FF] 就本案卷现有材料，治安管理处罚法上公然侮辱有一项条件未达到。
       *[other] 治安管理处罚法上公然侮辱的条件，证据不足，或者由人认定。
    }
remedies-penalty-privacy =
    { $value ->
        [TT] 散布了他人隐私。
        [FF] 没有散布他人隐私。
       *[other] 是否散布他人隐私，材料中还看不出。
    }
remedies-penalty-messages =
    { $value ->
        [TT] 多次发送信息，干扰正常生活。
        [FF] 未见多次发送信息干扰正常生活。
       *[other] 多次发送信息：有一部分还缺材料，或者由人认定。
    }
remedies-penalty-stalking =
    { $value ->
        [TT] 滋扰、纠缠、跟踪等干扰正常生活，可以责令禁止接触。
        [FF] 未见滋扰、纠缠、跟踪等干扰正常生活。
       *[other] 滋扰、纠缠、跟踪等：有一部分还缺材料，或者由人认定。
    }
remedies-criminal-first = 刑事案件正在办理；不作犯罪处理的，再回到治安管理处罚。
remedies-penalty-decided = 公安机关已作出处罚决定。同一行为不重复处罚；对决定可以提出异议。
remedies-records-sealed = 2026年起治安违法记录封存，只有办案机关可以查询；可以准备向其提出的申请。
remedies-act-straddles-2026 = 行为始于2026年以前、延续到以后，新旧两种条文都列出。

## 民事诉讼

remedies-civil-reputation =
    { $value ->
        [TT] 就本案卷现有材料，侵害名誉权的条件达到，没有成立的抗辩。
        [FF] 就本案卷现有材料，侵害名誉权有一项条件未达到，或者抗辩成立。
       *[other] 侵害名誉权的条件，证据不足或者有争议。
    }
remedies-civil-reputation-unless-defence = 就本案卷现有材料，侵害名誉权须由您证明的条件达到；是否属于为公共利益的报道、监督，由对方证明。
remedies-civil-privacy =
    { $value ->
        [TT] 散布了隐私。
        [FF] 没有散布隐私。
       *[other] 是否散布隐私有争议。
    }
remedies-civil-defendant-known = 有明确的被告，也可以一并起诉平台。
remedies-civil-platform-first = 发布者身份未知。可以先起诉平台，请求法院责令平台向法院提供其身份信息。
remedies-civil-no-limit-to-stop = 停止侵害、消除影响、恢复名誉、赔礼道歉不受时效限制；金钱请求受限制。
remedies-civil-before-the-code = 有一部分发生在民法典施行以前，适用旧法；持续到2021年1月1日以后，或者损害在此后出现的除外。

## 人格权侵害禁令

remedies-injunction-in-force =
    { $value ->
        [TT] 民法典规定了这条路。
       *[other] 这一天民法典还没有施行，没有这条路。
    }
remedies-injunction-ongoing =
    { $value ->
        [TT] 正在实施或者即将实施。
        [FF] 既不是正在实施，也不是即将实施。
       *[other] 是否正在实施或者即将实施，材料中还看不出。
    }
remedies-injunction-unlawful =
    { $value ->
        [TT] 已由人认定为侵害人格权的违法行为。
        [FF] 已由人认定不是侵害人格权的违法行为。
       *[other] 是否侵害人格权的违法行为，由人认定。
    }
remedies-injunction-irreparable =
    { $value ->
        [TT] 不及时制止，将有难以弥补的损害。
        [FF] 预计没有难以弥补的损害。
       *[other] 是否有难以弥补的损害，由人认定。
    }
remedies-injunction-evidence =
    { $value ->
        [TT] 有证据证明上述情形。
        [FF] 没有证据证明上述情形。
       *[other] 证明上述情形的证据，材料中还看不出。
    }
remedies-injunction-respondent-known = 被申请人明确。
remedies-injunction-respondent-account = 被申请人身份未知。可以写平台账号，法院要求可能不同。

## 公益诉讼

remedies-public-interest-harm =
    { $value ->
        [TT] 社会公共利益受到损害。
        [FF] 未见社会公共利益受到损害。
       *[other] 社会公共利益是否受到损害，由人认定。
    }
remedies-public-interest-many =
    { $value ->
        [TT] 众多个人的权益受到侵害。
        [FF] 涉及一个人的权益，不是众多个人。
       *[other] 是否侵害众多个人的权益，材料中还看不出。程序不去寻找其他人。
    }
remedies-public-interest-minor =
    { $value ->
        [TT] 涉及未成年人。
        [FF] 不涉及未成年人。
       *[other] 没有写明是否涉及未成年人。
    }
remedies-public-interest-announced =
    { $value ->
        [TT] 检察机关已公告。
        [FF] 检察机关还没有公告。
       *[other] 检察机关是否已公告，还不知道。
    }
remedies-public-interest-announcement-runs = 三十日公告期还没有过。
remedies-public-interest-not-yours = 由检察机关或者法律规定的组织提起。您可以提供线索。
remedies-own-suit-stays = 您自己的诉讼仍然可以提起。

## 步骤

remedies-step-seal = 封存材料，列出清单。
remedies-step-seal-ongoing = 封存正在发生的内容：位置、账号、时间、内容。
remedies-step-legal-aid = 经济困难、没有代理人的，申请法律援助。未成年人，以及无固定生活来源的老年人、残疾人，免予核查经济状况。
remedies-step-write-complaint = 填写官方格式的自诉状，副本按被告人人数准备。
remedies-step-ask-police-help = 在自诉状中请求公安机关协助取证，写明具体事项和线索。
remedies-step-file-private-suit = 向有管辖权的法院提起。您被侵害时所在地的法院也可以。
remedies-step-acceptance-review = 法院在十五日内审查是否受理。
remedies-step-police-collect = 公安机关按法院要求收集；无法收集的，书面说明。
remedies-step-appeal-refusal = 法院不受理的，收到裁定后五日内上诉；有新证据的，也可以再次提起。
remedies-step-private-hearing = 按时到庭；不能到庭的，理由须获法院认可。
remedies-step-settle-or-withdraw = 判决前可以和解、调解或者撤回。
remedies-step-report-as-accuser = 以控告人身份向公安机关控告，附证据清单。
remedies-step-keep-receipt = 索取回执并保存。
remedies-step-describe-order = 说明对社会秩序的危害：对象、动机、方式、传播范围、后果，逐项附证据。
remedies-step-police-reconsideration = 不予立案的，七日内申请复议；仍不服的，七日内向上一级公安机关申请复核。
remedies-step-filing-oversight = 申请检察院立案监督，由检察院要求公安机关说明理由。
remedies-step-join-as-victim = 以被害人身份参加，可以委托诉讼代理人。
remedies-step-report-violation = 向公安机关报案，您被侵害时所在地也可以。
remedies-step-challenge-decision = 不服处罚决定的，申请复议或者起诉。
remedies-step-reconsideration-first = 公安机关拒绝、不作为或者不答复的，先向其本级人民政府申请行政复议。
remedies-step-reconsideration-decided = 复议机关一般在六十日内决定，不收费。
remedies-step-administrative-suit = 复议之后，十五日内起诉。
remedies-step-notify-platform = 通知平台：您的身份、内容位置、初步证据。只列已封存的链接。
remedies-step-preserve-evidence = 证据可能灭失的，申请法院保全；起诉前也可以。
remedies-step-file-civil-suit = 起诉；您的住所地法院有管辖权。
remedies-step-ask-disclosure = 请求法院责令平台向法院提供发布者信息，再追加为被告。
remedies-step-claim-costs = 主张调查取证的合理开支，保存票据。
remedies-step-apply-injunction = 提出申请，写明要停止的具体行为、账号、链接和期限。
remedies-step-injunction-ruling = 法院作出裁定。
remedies-step-injunction-reconsideration = 对裁定不服的，五日内申请复议（参照适用，请问法院）。
remedies-step-protection-order = 涉及家庭成员、共同生活的人或者前任伴侣的，人身安全保护令更快，也请看一看。
remedies-step-hand-in-leads = 向检察院提供线索，附封存的材料。
remedies-step-announce = 检察院公告三十日。
remedies-step-public-interest-suit = 没有组织起诉的，检察院可以起诉。

## 期限

remedies-deadline-criminal-limitation = 追诉期限：从首次发布起五年。
remedies-deadline-criminal-limitation-last-act = 行为连续、继续的，从最后一次发布起五年。
remedies-deadline-penalty-limitation = 公安机关须在首次发布起六个月内知道。
remedies-deadline-penalty-limitation-last-act = 行为连续、继续的，从最后一次发布起六个月。
remedies-deadline-acceptance-review = 法院审查是否受理：十五日。
remedies-deadline-private-judgment = 自诉案件被告人未被羁押的，受理后六个月内宣判。
remedies-deadline-police-review = 公安机关审查报案：一般三日。
remedies-deadline-police-review-longest = 公安机关审查重大、复杂的报案：最长三十日。
remedies-deadline-police-reconsideration = 不予立案的复议：送达后七日内申请。
remedies-deadline-reconsideration = 行政复议：知道决定后六十日内申请。
remedies-deadline-administrative-suit = 行政诉讼：知道决定后六个月内；经复议的，十五日内。
remedies-deadline-police-inaction = 公安机关履行职责：提出后两个月；期满未履行即为不作为。
remedies-deadline-civil-limitation = 金钱请求：知道损害和义务人之日起三年，或者从最近一次中断起。
remedies-deadline-civil-cap = 金钱请求：自受到损害起最长二十年。
remedies-deadline-announcement = 检察机关公告：三十日。

## 提醒

remedies-warn-some-only = 明知还有他人，只告其中几人，等于放弃对其他人的告诉。
    .advice = 把您知道的都列上；要不列谁，请先问律师。
remedies-warn-two-absences = 两次无正当理由不到庭，或者未经许可退庭，按撤诉处理。
    .advice = 不能到庭的，请提前书面告诉法院。
remedies-warn-withdrawal = 除因证据不足撤回外，撤回后同一事实不能再告。
    .advice = 要撤回的，请把理由写进笔录。
remedies-warn-mediation = 法院调解结案后，同一事实不能再告。
remedies-warn-mental-damages = 走过刑事途径之后，精神损害赔偿一般不予受理，单独起诉也一样。
    .advice = 想要这一项，请先问律师各条路的先后。
remedies-warn-ask-for-ruling = 因公安机关已立案而被请撤回时，由法院裁定比撤回稳妥。
    .advice = 请求法院作出裁定，或者把法院的要求写进笔录。
remedies-warn-report-as-accuser = 只有控告人会收到不予立案的理由，也只有控告人可以申请复议。
    .advice = 请在回执上写明“控告”。
remedies-warn-no-administrative-suit = 刑事不予立案不能提起行政诉讼。
    .advice = 可以复议、申请检察院监督，或者自诉。
remedies-warn-reconsideration-first = 公安机关不作为的，直接起诉不予受理：先复议，后起诉。
remedies-warn-not-both-at-once = 复议和诉讼不能同时进行。
remedies-warn-police-mediation = 因民间纠纷引起且情节较轻的，公安机关可能提出调解。您可以不同意。
remedies-warn-wrong-notice = 错误通知平台造成损失的，由通知人承担责任。
    .advice = 通知中只列已封存、并且对照第十条看过的内容。
remedies-warn-abusive-words = 起诉状中有谩骂、人身攻击之辞的，要改写。
remedies-warn-how-evidence-was-got = 严重侵害他人权益或者用法律禁止的方法取得的证据，不能使用。
    .advice = 不要登录他人账号，不要买数据，不要搜寻身份。
remedies-warn-which-court = 北京、杭州、广州的隐私和个人信息案件归互联网法院，单纯名誉权案件不归。两者都有的，请问法院。
remedies-warn-no-mental-damages-for-organisations = 单位不能主张精神损害赔偿。
remedies-warn-no-national-procedure = 这个程序没有全国统一规定，请问受理法院的做法。
remedies-warn-security = 法院可以要求担保；起诉前申请的，参照适用，须提供担保。

## 主管机关的职责

remedies-duty-tell-rights = 及时告诉您：有权委托诉讼代理人，有权申请法律援助。
remedies-duty-accept-when-met = 达到受理条件的，应当立案。
remedies-duty-police-help = 根据法院要求查明行为主体，收集传播扩散情况和影响的证据；无法收集的，书面说明。
remedies-duty-platform-support = 依法提供技术支持。
remedies-duty-notify-co-victims = 通知同一事实的其他被侵害人。
remedies-duty-police-accept = 接受控告，出具回执。
remedies-duty-refusal-served = 三日内把不予立案通知书送达控告人。
remedies-duty-tell-private-suit = 不符合公诉条件的，公安机关可以告知您自诉。
remedies-duty-court-transfer = 法院认为严重危害社会秩序的，移送公安机关。
remedies-duty-progress = 及时发布案件进展。
remedies-duty-register-at-once = 立即登记立案；不立案的，说明理由。
remedies-duty-penalty-time = 三十日内决定，可以延长。
remedies-duty-serve-victim = 把处罚决定书副本送达您。
remedies-duty-keep-looking = 行为人不明的，继续调查并告诉您。
remedies-duty-register-seven-days = 七日内立案登记。
remedies-duty-platform-notice = 收到合格通知后及时转送，并采取必要措施。
remedies-duty-legal-aid = 七日内决定是否给予法律援助。
remedies-duty-urgent-ruling = 情况紧急的，参照适用，四十八小时内裁定。
remedies-duty-announce = 起诉前公告。
remedies-duty-platform-public = 履行网络信息内容管理职责；不履行而损害公共利益的，可以被提起公益诉讼。
