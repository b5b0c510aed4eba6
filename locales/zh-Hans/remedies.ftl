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
remedies-route-police-help = 自诉中请公安机关协助取证
remedies-route-filing-supervision = 立案监督
remedies-route-reconsideration = 行政复议
remedies-route-protection-order = 人身安全保护令
remedies-route-platform-notice = 通知平台
remedies-route-legal-aid = 法律援助

## 由谁做

remedies-who-person = 您
remedies-who-court = 法院
remedies-who-police = 公安机关
remedies-who-procuratorate = 检察院
remedies-who-government = 复议机关（本级人民政府）
remedies-who-platform = 平台
remedies-who-legal-aid = 法律援助机构
remedies-who-justice-department = 司法行政部门
remedies-who-actor = 行为人

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
       *[other] 同一事实以前是否撤诉过、因为什么、是不是应法院要求，还没有定论。
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
remedies-police-case-bars-suit = 公安机关已立案，法院没有让自诉继续。您可以在公诉程序中以被害人身份参加。
remedies-filer-entitled =
    { $value ->
        [TT] 由有权告诉的人提起。
        [FF] 提起的人无权告诉：应由被害人提起；被害人不能亲自告诉的，由法定代理人、近亲属附关系和原因的证明提起。
       *[other] 提起的人是否有权告诉，材料中还看不出。
    }
remedies-court-has-jurisdiction =
    { $value ->
        [TT] 受诉法院有管辖权。
        [FF] 这个法院没有管辖权，可以另选；您被侵害时所在地的法院就可以。
       *[other] 受诉法院是否有管辖权，材料中还看不出；您被侵害时所在地的法院就可以。
    }
remedies-claim-specific =
    { $value ->
        [TT] 有具体的诉讼请求。
        [FF] 诉讼请求还不具体，可以写明。
       *[other] 诉讼请求是否具体，没有写明。
    }
remedies-evidence-sufficient =
    { $value ->
        [TT] 已由人认定证据足以受理。
        [FF] 已由人认定证据还不足以受理；有新的足够证据，法院应当受理。
       *[other] 证据是否足以受理，由人认定。
    }
remedies-defendant-alive =
    { $value ->
        [TT] 被告人在世。
        [FF] 被告人已经死亡，不予受理。
       *[other] 被告人是否在世，还不知道。
    }
remedies-standard-of-proof = 自诉案件定罪的证明标准和公诉一样：证据确实、充分，排除合理怀疑。
remedies-two-absences-happened = 材料显示已有两次无正当理由不到庭，或者未经许可退庭：按撤诉处理。
remedies-closed-hearing = 涉及隐私的，不公开审理。
remedies-trial-may-be-suspended = 被告人下落不明的，法院可以中止审理。
remedies-elements-doxing =
    { $value ->
        [TT] 就本案卷现有材料，侵犯公民个人信息（收集并公开他人信息也在内）的要件达到；由公诉追究，不需要严重危害社会秩序。
        [FF] 就本案卷现有材料，侵犯公民个人信息有一项要件未达到。
       *[other] 侵犯公民个人信息有要件证据不足或者有争议。
    }
remedies-elements-doxing-grave =
    { $value ->
        [TT] 侵犯公民个人信息的加重一档达到。
        [FF] 侵犯公民个人信息的加重一档未达到。
       *[other] 侵犯公民个人信息的加重一档未定。
    }
remedies-elements-unlawful-use =
    { $value ->
        [TT] 就本案卷现有材料，非法利用信息网络的要件达到。
        [FF] 就本案卷现有材料，非法利用信息网络有一项要件未达到。
       *[other] 非法利用信息网络有要件证据不足，或者由人认定。
    }
remedies-elements-platform-refusal =
    { $value ->
        [TT] 就本案卷现有材料，平台拒不履行信息网络安全管理义务的要件达到。
        [FF] 就本案卷现有材料，平台拒不履行义务有一项要件未达到；须有书面的责令改正。
       *[other] 平台拒不履行义务有要件证据不足或者有争议；须有书面的责令改正。
    }
remedies-limitation-criminal-heavier =
    { $value ->
        [TT] 加重一档的十年追诉期限没有过。
        [FF] 加重一档的十年追诉期限已过。
       *[other] 加重一档的十年追诉期限是否已过，取决于缺少的日期，或者行为是否连续、继续。
    }

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
remedies-order-defamation-only =
    { $value ->
        [TT] 诽谤的要件达到，也可以看2013年解释。
        [FF] 诽谤的要件未达到；2013年解释只适用于诽谤。
       *[other] 2013年解释只适用于诽谤，而诽谤的要件还没有达到。
    }
remedies-order-seven-cases = 2013年解释第三条（只适用于诽谤）的七种情形，还没有人提到，仍未定。
remedies-order-mass-incident =
    { $value ->
        [TT] 引发群体性事件。
        [FF] 没有引发群体性事件。
       *[other] 待定：是否引发群体性事件。
    }
remedies-order-disorder =
    { $value ->
        [TT] 引发公共秩序混乱。
        [FF] 没有引发公共秩序混乱。
       *[other] 待定：是否引发公共秩序混乱。
    }
remedies-order-conflict =
    { $value ->
        [TT] 引发民族、宗教冲突。
        [FF] 没有引发民族、宗教冲突。
       *[other] 待定：是否引发民族、宗教冲突。
    }
remedies-order-many-defamed =
    { $value ->
        [TT] 诽谤多人，造成恶劣社会影响。
        [FF] 未见诽谤多人且造成恶劣社会影响。
       *[other] 待定：诽谤多人，造成恶劣社会影响。
    }
remedies-order-national-image =
    { $value ->
        [TT] 损害国家形象，严重危害国家利益。
        [FF] 损害国家形象、严重危害国家利益没有同时具备。
       *[other] 待定：损害国家形象，并且严重危害国家利益。
    }
remedies-order-international =
    { $value ->
        [TT] 造成恶劣国际影响。
        [FF] 没有造成恶劣国际影响。
       *[other] 待定：是否造成恶劣国际影响。
    }
remedies-order-other-danger =
    { $value ->
        [TT] 已由人认定有其他严重危害社会秩序和国家利益的情形。
        [FF] 已由人认定没有其他此类情形。
       *[other] 是否有其他此类情形，由人认定。
    }

## 公诉与自诉的衔接

remedies-crossing-police-first = 公安机关已立案，被害人又自诉：法院可以请自诉人撤回，也可以裁定不予受理。
remedies-crossing-accepted-suit-ends = 法院受理后公安机关立案：法院应当裁定终止审理，把材料移送公安机关；原自诉人可以以被害人身份参加。
remedies-crossing-court-transfers = 自诉在先，法院审查认为严重危害社会秩序：移送公安机关。
remedies-crossing-police-may-tell = 公安机关认为涉嫌犯罪但不符合公诉条件：可以告知自诉。
remedies-crossing-dropped = 公诉程序没有追究到底：能否再自诉，看以前的自诉是怎样结束的。
remedies-crossing-not-prosecuted = 检察院决定不起诉：可以七日内申诉，也可以直接起诉。

## 不知道对方是谁

remedies-never-identifies = 本案卷还不知道对方是谁。程序从不查找任何人的身份，只准备申请，由有权的机关查明。
remedies-step-identity-court = 第一条路：在自诉状中写明平台、账号、网址，请求法院要求公安机关查明行为主体。
remedies-step-identity-platform = 第二条路：先起诉平台，请求法院责令平台向法院提供姓名、联系方式、网络地址。信息交给法院，不是交给您。
remedies-step-identity-police = 第三条路：向公安机关控告、报案，由公安机关查找行为人并告诉您进展。

## 协助取证

remedies-help-in-force =
    { $value ->
        [TT] 刑法第二百四十六条第三款规定了这条路。
       *[other] 这一天刑法第二百四十六条第三款还没有施行，没有这条路。
    }
remedies-help-network =
    { $value ->
        [TT] 通过信息网络实施。
        [FF] 不是通过信息网络实施；这种协助只针对网络行为。
       *[other] 是否通过信息网络实施，材料中还看不出。
    }
remedies-help-difficulty =
    { $value ->
        [TT] 提供证据确有困难。
        [FF] 提供证据并没有确实的困难。
       *[other] 提供证据是否确有困难：请写明试过什么、为什么取不到，由法院认定。
    }
remedies-help-suit-filed =
    { $value ->
        [TT] 已提起自诉。
        [FF] 还没有提起自诉；请求随自诉状一并提出。
       *[other] 没有写明是否已提起自诉；请求随自诉状一并提出。
    }
remedies-help-court-may = 法院“可以”要求公安机关协助，不是必须。请给出理由和线索。
remedies-help-collected = 公安机关已提交收集的材料。达到受理条件的，法院应当立案。
remedies-help-cannot-collect = 公安机关答复无法收集。以后有了新的足够证据，可以再次起诉。

## 立案监督

remedies-supervision-not-filed =
    { $value ->
        [TT] 公安机关不予刑事立案，或者逾期没有决定。
        [FF] 公安机关没有拒绝，期限也没有过；这条路等它的决定。
       *[other] 公安机关对刑事立案作了什么决定，还不知道。
    }
remedies-supervision-case-opened = 公安机关已刑事立案，没有需要监督的事项。
remedies-supervision-by-victim =
    { $value ->
        [TT] 由被害人、法定代理人或者近亲属提出。
        [FF] 提出的人不是被害人、法定代理人或者近亲属。
       *[other] 没有写明由谁提出。
    }
remedies-supervision-three-ways = 三条路可以并行：公安机关复议、复核，检察院立案监督，自诉。
remedies-supervision-accuser =
    { $value ->
        [TT] 您是以控告人身份提出的：会收到理由，可以申请复议。
        [FF] 您只是报案。复议权属于控告人：请补交控告。
       *[other] 没有写明您是不是以控告人身份提出，请看回执。
    }

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
        [TT] 就本案卷现有材料，散布他人隐私的条件达到。
        [FF] 就本案卷现有材料，散布他人隐私有一项条件未达到。
       *[other] 散布他人隐私：证据不足或者有争议。
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
remedies-act-straddles-2026 = 行为始于2026年以前、延续到以后，新旧两种条文都列出。
remedies-penalty-threats =
    { $value ->
        [TT] 就本案卷现有材料，威胁他人人身安全的条件达到。
        [FF] 就本案卷现有材料，威胁他人人身安全有一项条件未达到。
       *[other] 威胁他人人身安全：证据不足，或者由人认定。
    }
remedies-penalty-retaliation =
    { $value ->
        [TT] 就本案卷现有材料，报复证人的条件达到。
        [FF] 就本案卷现有材料，报复证人的条件未达到。
       *[other] 报复证人：证据不足或者有争议。
    }
remedies-penalty-personal-information =
    { $value ->
        [TT] 就本案卷现有材料，出售、提供或者非法获取个人信息的条件达到；不看数量。
        [FF] 就本案卷现有材料，侵犯个人信息有一项条件未达到。
       *[other] 侵犯个人信息：证据不足或者有争议；公开发布算不算“提供”，理解不一。
    }

## 行政复议

remedies-reconsider-decision =
    { $value ->
        [TT] 公安机关已作出处罚或者不予处罚的决定，可以申请复议。
        [FF] 公安机关还没有作出这样的决定。
       *[other] 公安机关是否已作出决定，还不知道。
    }
remedies-reconsider-inaction =
    { $value ->
        [TT] 公安机关拒绝、不作为或者不答复：须先复议，再起诉。
        [FF] 公安机关目前没有不作为。
       *[other] 公安机关对您的申请有没有不作为，材料中还看不出。
    }
remedies-reconsider-declined =
    { $value ->
        [TT] 公安机关认为不属于违反治安管理行为。不予处罚的答复可以申请复议，与刑事部分是否立案无关。
        [FF] 公安机关没有拒绝处罚。
       *[other] 公安机关是否拒绝处罚，还不知道。
    }
remedies-reconsider-measure =
    { $value ->
        [TT] 公安机关采取了可以申请复议的措施。
        [FF] 公安机关没有采取这样的措施。
       *[other] 公安机关是否采取了这样的措施，材料中还看不出。
    }
remedies-reconsider-in-time =
    { $value ->
        [TT] 申请期限没有过，或者已在期限内申请。
        [FF] 申请期限已过。
       *[other] 申请期限是否已过，取决于缺少的日期，或者决定有没有告知复议权利。
    }
remedies-reconsider-no-suit =
    { $value ->
        [TT] 法院没有受理有关的行政诉讼。
        [FF] 法院已受理有关的行政诉讼，不能再申请复议。
       *[other] 没有写明法院是否已受理有关的行政诉讼。
    }
remedies-reconsider-first =
    { $value ->
        [TT] 本案必须先复议，再起诉。
        [FF] 本案可以选择复议或者直接起诉。
       *[other] 是否必须先复议，取决于公安机关做了什么。
    }
remedies-reconsider-not-criminal = 刑事立案与否不是行政行为：请看立案监督。

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
        [TT] 就本案卷现有材料，侵害隐私权的条件达到。
        [FF] 就本案卷现有材料，侵害隐私权有一项条件未达到，或者属于允许的情形。
       *[other] 侵害隐私权的条件，证据不足或者有争议。
    }
remedies-civil-defendant-known = 有明确的被告，也可以一并起诉平台。
remedies-civil-platform-first = 发布者身份未知。可以先起诉平台，请求法院责令平台向法院提供其身份信息。
remedies-civil-no-limit-to-stop = 停止侵害、消除影响、恢复名誉、赔礼道歉不受时效限制；金钱请求受限制。
remedies-civil-before-the-code = 有一部分发生在民法典施行以前，适用旧法；持续到2021年1月1日以后，或者损害在此后出现的除外。
remedies-civil-personal-information =
    { $value ->
        [TT] 就本案卷现有材料，侵害个人信息权益的条件达到。
        [FF] 就本案卷现有材料，侵害个人信息权益有一项条件未达到，或者抗辩成立。
       *[other] 侵害个人信息权益的条件，证据不足或者有争议。
    }
remedies-civil-forged-portrait =
    { $value ->
        [TT] 就本案卷现有材料，丑化、污损或者伪造肖像的条件达到。
        [FF] 就本案卷现有材料，这一项有一个条件未达到。
       *[other] 丑化、污损或者伪造肖像：证据不足或者有争议。
    }
remedies-civil-portrait =
    { $value ->
        [TT] 就本案卷现有材料，未经同意使用肖像的条件达到。
        [FF] 就本案卷现有材料，这一项有一个条件未达到，或者使用是允许的。
       *[other] 未经同意使用肖像：证据不足或者有争议。
    }
remedies-civil-harassment =
    { $value ->
        [TT] 就本案卷现有材料，性骚扰的条件达到。
        [FF] 就本案卷现有材料，性骚扰的条件未达到。
       *[other] 性骚扰：证据不足，或者由人认定。
    }
remedies-civil-weighed = 法院综合双方职业、影响范围、过错程度，以及行为的目的、方式、后果判断；责任方式与行为和影响范围相当。

## 民事请求

remedies-claim-stop = 停止侵害、删除：正在进行，或者可能再来。
remedies-claim-apologise = 消除影响、恢复名誉、赔礼道歉，不受时效限制。
remedies-claim-court-publishes = 拒不道歉的，法院可以公布裁判内容，费用由行为人负担。
remedies-claim-mental-damages = 精神损害赔偿：只限个人，并且须有严重精神损害。
remedies-claim-mental-damages-weighed = 数额看过错、方式、后果、获利、承担能力和当地生活水平。
remedies-claim-after-criminal-case = 经过刑事程序，或者在刑事程序中提出的，一般不予受理。
remedies-claim-loss = 财产损失：您的损失，或者对方的获利。
remedies-claim-court-fixes = 损失和获利都难以确定的，由法院酌定数额。
remedies-claim-costs = 调查取证的合理开支。请保存票据。
remedies-claim-lawyer-fees = 符合规定的律师费可以计入，由法院决定。

## 民事被告

remedies-defendant-actor = 行为人。
remedies-defendant-guardian = 监护人：行为人当时未成年，或者没有完全民事行为能力。
remedies-defendant-platform = 平台：对合格通知不及时采取措施，或者知道而不采取措施的，承担自己的责任。
remedies-joint-together = 共同实施的，承担连带责任。
remedies-joint-instigated = 教唆、帮助的，与行为人承担连带责任；教唆、帮助未成年人的，承担全部责任。
remedies-joint-unknown-actor = 数人的行为危及他人，不能确定具体是谁造成损害的，承担连带责任。
remedies-joint-each-enough = 分别实施、每个人的行为都足以造成全部损害的，承担连带责任。
remedies-joint-shares = 分别实施、共同造成同一损害的，各按责任大小承担；难以确定的，平均承担。
remedies-joint-guardian-whole = 行为人和监护人列为共同被告。判决由监护人承担全部责任，先从被监护人的财产中支付。
remedies-joint-guardian-former = 行为时不满十八周岁、被诉时已满十八周岁的，由原监护人承担。
remedies-joint-platform-disclosure = 为请求向法院披露信息，可以先起诉平台，不以平台承担责任为前提。
remedies-joint-platform-enlarged = 收到合格通知而不及时采取措施：对扩大的损害承担连带责任。
remedies-joint-platform-knew = 知道或者应当知道而不采取措施：承担连带责任。

## 向哪个法院

remedies-venue = 被告住所地、侵权设备所在地、您的住所地的法院都可以，由您选择。
remedies-venue-internet-court = 在这个城市，隐私权、个人信息纠纷归互联网法院。
remedies-venue-ordinary-court = 在这个城市，单纯的名誉权纠纷归普通基层法院，不归互联网法院。
remedies-venue-mixed = 在这个城市，两类请求都有的，做法不一，起诉前请问法院。

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
remedies-injunction-likely-enough = 参照适用，事实存在的可能性较大即可。

## 人身安全保护令

remedies-protection-in-force =
    { $value ->
        [TT] 反家庭暴力法规定了这条路。
       *[other] 这一天反家庭暴力法还没有施行，没有这条路。
    }
remedies-protection-individual =
    { $value ->
        [TT] 当事人是个人。
        [FF] 当事人是单位。人身安全保护令针对家庭成员、共同生活的人和妇女。
       *[other] 没有写明当事人是个人还是单位。
    }
remedies-protection-home =
    { $value ->
        [TT] 遭受家庭暴力或者面临现实危险；经常性侮辱、诽谤也算。
        [FF] 就本案卷现有材料，家庭暴力的条件未达到。
       *[other] 是否遭受家庭暴力或者面临现实危险，材料中还看不出；经常性侮辱、诽谤、威胁、骚扰也算。
    }
remedies-protection-woman =
    { $value ->
        [TT] 以恋爱、交友为由或者分手、离婚后，对妇女纠缠、骚扰，或者泄露、传播其隐私、个人信息。
        [FF] 就本案卷现有材料，妇女权益保障法的这种情形未达到。
       *[other] 是否以恋爱、交友为由或者分手、离婚后对妇女纠缠、骚扰，或者泄露、传播其隐私，材料中还看不出。
    }
remedies-protection-respondent =
    { $value ->
        [TT] 有明确的被申请人。
        [FF] 还没有明确的被申请人。
       *[other] 有没有明确的被申请人，材料中还看不出。
    }
remedies-protection-request =
    { $value ->
        [TT] 有具体的请求。
        [FF] 还没有具体的请求，可以写明。
       *[other] 请求禁止什么，没有写明。
    }
remedies-protection-likely =
    { $value ->
        [TT] 已由人认定事实存在较大可能性。
        [FF] 已由人认定事实不具有较大可能性。
       *[other] 事实是否存在较大可能性，由人认定；陈述、信息、记录、证人都可以作为证据。
    }
remedies-protection-no-suit-needed = 不需要另行起诉。
remedies-protection-who-may-apply = 您不能自己申请的，近亲属、公安机关、妇女联合会、居民委员会、村民委员会、救助管理机构可以代为申请。
remedies-protection-venue = 您的居住地、被申请人居住地、行为发生地的基层法院都可以。
remedies-protection-made = 已作出保护令，最长六个月，可以延长。
remedies-protection-breached = 保护令被违反的，请报告：训诫，一千元以下罚款，十五日以下拘留；严重的看刑法第三百一十三条。

## 通知平台

remedies-notice-network =
    { $value ->
        [TT] 发布在网络上。
        [FF] 没有发布在网络上，没有平台可以通知。
       *[other] 是否发布在网络上，材料中还看不出。
    }
remedies-notice-two-things = 合格的通知有两样东西：构成侵权的初步证据，和您的真实身份信息。
remedies-notice-timely = 法律没有规定天数；是否及时，看服务类型、通知的准确程度和侵害的类型。
remedies-notice-sent =
    { $value ->
        [TT] 已发出通知。
        [FF] 没有发出通知。
       *[other] 是否已发出通知，没有定论。
    }
remedies-notice-evidence =
    { $value ->
        [TT] 通知附有初步证据。
        [FF] 通知缺少初步证据，可以重发。
       *[other] 通知是否附有初步证据，没有定论。
    }
remedies-notice-identity =
    { $value ->
        [TT] 通知写明了真实身份。
        [FF] 通知没有写明真实身份，可以重发。
       *[other] 通知是否写明真实身份，没有定论。
    }
remedies-notice-measures =
    { $value ->
        [TT] 平台已采取措施。
        [FF] 平台没有采取措施。
       *[other] 平台是否已采取措施，没有定论。
    }
remedies-notice-countered =
    { $value ->
        [TT] 对方用户已提交不存在侵权行为的声明。
        [FF] 对方用户没有提交声明。
       *[other] 对方用户是否提交声明，没有定论。
    }
remedies-notice-ignored = 就本案卷现有材料，平台收到合格通知没有及时采取措施，损害扩大：对扩大部分承担连带责任。
remedies-notice-knew = 就本案卷现有材料，平台知道或者应当知道而没有采取措施：承担连带责任。
remedies-notice-measures-end = 对声明没有及时投诉或者起诉：平台应当终止措施。

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
remedies-public-interest-announced =
    { $value ->
        [TT] 检察机关已公告。
        [FF] 检察机关还没有公告。
       *[other] 检察机关是否已公告，还不知道。
    }
remedies-public-interest-announcement-runs = 三十日公告期还没有过。
remedies-public-interest-not-yours = 由检察机关或者法律规定的组织提起。您可以提供线索。
remedies-own-suit-stays = 您自己的诉讼仍然可以提起。
remedies-public-interest-ground =
    { $value ->
        [TT] 属于法律规定可以提起公益诉讼的领域。
        [FF] 不属于法律规定可以提起公益诉讼的领域。
       *[other] 是否属于法律规定的领域（众多个人的个人信息、未成年人、妇女），材料中还看不出。
    }
remedies-public-interest-platform =
    { $value ->
        [TT] 平台不履行管理义务，损害公共利益。
        [FF] 未见平台不履行管理义务而损害公共利益。
       *[other] 平台是否不履行管理义务而损害公共利益，没有定论。
    }
remedies-public-interest-nobody-else =
    { $value ->
        [TT] 没有法律规定的机关、组织起诉。
        [FF] 法律规定的机关、组织已经起诉。
       *[other] 法律规定的机关、组织是否已经起诉，还不知道。
    }

## 法律援助

remedies-aid-no-agent =
    { $value ->
        [TT] 您还没有代理人。
        [FF] 您已经有代理人。
       *[other] 没有写明您是否已有代理人。
    }
remedies-aid-criminal =
    { $value ->
        [TT] 公诉案件被害人、自诉人、附带民事诉讼原告人可以申请。
        [FF] 您不是刑事案件的被害人一方。
       *[other] 没有写明您在案件中的身份。
    }
remedies-aid-civil =
    { $value ->
        [TT] 这项民事事项可以申请法律援助。
        [FF] 这项民事事项不能申请法律援助。
       *[other] 名誉权不在全国的清单里，当地规定可能更宽，请问法律援助机构。
    }
remedies-aid-hardship =
    { $value ->
        [TT] 按当地标准经济困难。
        [FF] 按当地标准不属于经济困难。
       *[other] 是否属于当地标准的经济困难，没有写明。
    }
remedies-aid-no-means-test =
    { $value ->
        [TT] 这种情形不看经济状况。
        [FF] 没有不看经济状况的情形。
       *[other] 是否属于不看经济状况的情形，没有写明；受虐待、家庭暴力的属于。
    }
remedies-aid-not-checked =
    { $value ->
        [TT] 免予核查经济状况。
        [FF] 没有免予核查的情形。
       *[other] 是否免予核查，没有写明；无固定生活来源的未成年人、老年人、残疾人等免予核查。
    }
remedies-aid-where = 向办案机关所在地的法律援助机构申请。
remedies-aid-forms-of-help = 包括咨询、代拟文书、诉讼代理等。
remedies-aid-guardian-applies = 未成年人由监护人申请；监护人就是侵害人的，由其他近亲属申请。
remedies-aid-first = 距一个期限不足七日，或者需要立即保全：可以请求先行提供法律援助，再补办手续。

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
remedies-step-appeal-judgment = 对判决不服的，收到后十日内上诉。
remedies-step-say-what-was-tried = 写明为取证做过什么、为什么取不到。
remedies-step-name-items-and-leads = 逐项写明：平台、账号、注册信息、登录日志、浏览转发数据、已删除内容，以及您掌握的线索。
remedies-step-court-asks-police = 法院认为确有困难的，要求公安机关协助。
remedies-step-withdraw-for-lack-of-evidence = 收集不到、证据仍然缺乏的，以证据不足为由撤回，以后有新证据还能再告；其他理由则不一定。
remedies-step-incidental-claim = 刑事立案后，可以提起附带民事诉讼，请求赔偿物质损失。
remedies-step-ask-oversight = 向检察院申请立案监督，附不予立案通知书；公安机关逾期不决定的也可以申请。
remedies-step-police-explain = 公安机关七日内书面说明理由。
remedies-step-notify-to-file = 理由不成立的，检察院通知立案，公安机关应当在十五日内立案。
remedies-step-higher-police = 向上级公安机关反映，由其内部监督。
remedies-step-sue-instead = 与此同时，仍然可以自诉。
remedies-step-ask-reconsideration = 六十日内向公安机关的本级人民政府申请复议，一个行为一份申请。
remedies-step-reconsideration-accepted = 复议机关五个工作日内审查是否受理；逾期不答复视为受理。
remedies-step-suit-at-choice = 对处罚或者不予处罚的决定，也可以在六个月内直接起诉。
remedies-step-ask-court-for-evidence = 自己取不到的证据：在举证期限届满前书面申请法院调取，或者申请责令对方提交。
remedies-step-enforce = 不履行判决的，两年内申请执行。
remedies-step-advance-enforcement = 诉讼中需要立即制止某项行为的，还可以申请先予执行。
remedies-step-protection-evidence = 保存信息、录音、病历、报警回执和求助记录。
remedies-step-apply-protection = 向基层法院申请，写明被申请人和要禁止的行为。
remedies-step-protection-decided = 法院七十二小时内决定；情况紧急的，二十四小时内。
remedies-step-protection-reconsideration = 被驳回的，五日内申请复议。
remedies-step-protection-extend = 期满前申请延长、变更。
remedies-step-protection-report-breach = 被违反的，立即向法院和公安机关报告，附证据。
remedies-step-check-own-notice = 再看一遍通知：只列已封存的链接，只写侵害您权益的内容。
remedies-step-keep-delivery-proof = 保存通知送达的凭证和时间。
remedies-step-platform-acts = 平台及时转送通知，并采取必要措施。
remedies-step-answer-counter-notice = 对方声明不侵权的：在合理期限内投诉或者起诉，并告诉平台；否则措施终止。
remedies-step-sue-platform = 平台不采取措施的，可以单独或者一并起诉平台。
remedies-step-apply-aid = 填申请表，附证件材料，如实说明经济状况。
remedies-step-aid-decided = 法律援助机构七日内决定。
remedies-step-aid-appointed = 决定给予的，三日内指派人员。
remedies-step-aid-object = 不予援助的，向司法行政部门提出异议；仍不服的，可以复议或者起诉。
remedies-step-join-public-interest = 检察院可以在公诉中一并提起。

## 需要的材料

remedies-paper-complaint-insult = 刑事（附带民事）自诉状（侮辱案）
remedies-paper-complaint-defamation = 刑事（附带民事）自诉状（诽谤案）
remedies-paper-evidence-list = 证据目录：名称、来源、证明目的
remedies-paper-evidence-request = 申请调取证据、公安机关协助的申请书：事项、理由、线索
remedies-paper-proxy-proof = 与被害人关系的证明，以及被害人不能亲自告诉的原因的证明
remedies-paper-accusation = 刑事控告书：事实经过、危害社会秩序的情形、请求
remedies-paper-refusal-notice = 不予立案通知书
remedies-paper-receipt = 受案回执
remedies-paper-police-reconsideration = 复议、复核申请书
remedies-paper-oversight-request = 立案监督申请书
remedies-paper-violation-report = 治安报案、控告材料，写明六个月的日期
remedies-paper-record-request = 请法院、公安机关查询封存记录的申请书；您自己不能查询
remedies-paper-suit-penalty = 行政起诉状（行政处罚）
remedies-paper-reconsideration = 行政复议申请书
remedies-paper-suit-reconsideration = 行政起诉状（行政复议）
remedies-paper-suit-inaction = 行政起诉状（不履行法定职责）：复议之后才用
remedies-paper-civil-complaint = 民事起诉状：这类案件没有官方表格，内容按法律规定写
remedies-paper-disclosure-request = 请求责令平台向法院提供用户信息的申请书
remedies-paper-preservation-request = 证据保全申请书
remedies-paper-collection-request = 调查收集证据申请书
remedies-paper-production-request = 责令对方提交电子数据的申请书
remedies-paper-enforcement = 强制执行申请书
remedies-paper-injunction-application = 人格权侵害禁令申请书：行为、账号、链接、期限、为什么不能等
remedies-paper-security = 担保（法院要求时）
remedies-paper-protection-application = 人身安全保护令申请书：被申请人、具体请求、遭受或者面临的情形
remedies-paper-protection-evidence = 证据：陈述、信息、录音录像、病历、警方记录、证人
remedies-paper-platform-notice = 平台侵权通知：身份信息、网址、初步证据、要求的措施
remedies-paper-delivery-proof = 送达凭证
remedies-paper-leads = 提供给检察院的线索，附封存的材料
remedies-paper-aid-application = 法律援助申请表
remedies-paper-aid-means = 经济状况说明，或者免予核查的证明

## 费用

remedies-fee-private-prosecution = 自诉：收费办法没有列收费；附带民事诉讼不收费
remedies-fee-public-prosecution = 附带民事诉讼不收费
remedies-fee-reconsideration = 行政复议不收费
remedies-fee-administrative-suit = 行政诉讼
remedies-fee-personality-suit = 人格权案件受理费
remedies-fee-damages-add = 请求赔偿的：不超过五万元不另收；超过五万元至十万元的部分按百分之一，超过十万元的部分按千分之五。
remedies-fee-damages-counted = 请求赔偿金额应加收的部分已计入。
remedies-fee-halved = 调解、撤诉或者适用简易程序的，减半。
remedies-fee-loser-pays = 由败诉方负担。
remedies-fee-preservation = 不涉及财产数额的保全
remedies-fee-relief = 获得法律援助的，应当准予缓交；无固定生活来源的残疾人、最低生活保障对象等，应当准予免交
remedies-fee-injunction = 人格权侵害禁令：没有收费规定，请问法院
remedies-fee-protection = 人身安全保护令：没有读到收费规定，请问法院
remedies-fee-aid = 法律援助不收费

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
remedies-deadline-private-judgment-detained = 自诉案件被告人被羁押的，受理后至迟三个月宣判，经批准可以更长。
remedies-deadline-private-judgment-extended = 自诉案件被告人被羁押、审理期限已批准延长的，在批准的最后一日前宣判。
remedies-deadline-appeal-ruling = 对裁定上诉：收到后五日。
remedies-deadline-appeal-judgment = 对判决上诉：收到后十日。
remedies-deadline-incidental-decision = 法院决定是否受理附带民事诉讼：七日。
remedies-deadline-police-review-leads = 线索需要查证的，公安机关七日内审查。
remedies-deadline-non-prosecution-petition = 对不起诉决定的申诉：收到后七日内。
remedies-deadline-police-reconsideration-decision = 公安机关作出复议决定：三十日，延长的六十日。
remedies-deadline-police-re-review = 向上一级公安机关申请复核：收到复议决定后七日内。
remedies-deadline-police-re-review-decision = 上一级公安机关作出复核决定：三十日，延长的六十日。
remedies-deadline-reconsideration-not-told = 决定没有告知复议权利的：知道之日起六十日内申请。
remedies-deadline-reconsideration-one-year = 决定没有告知复议权利的：知道决定内容之日起最长一年。
remedies-deadline-reconsideration-inaction = 对不作为申请复议：履行期限届满起六十日内。
remedies-deadline-reconsideration-acceptance = 复议机关审查是否受理：五个工作日；不答复视为受理。
remedies-deadline-reconsideration-decision = 复议机关作出决定：六十日。
remedies-deadline-reconsideration-extended = 复议机关作出决定（已延长）：九十日。
remedies-deadline-reconsideration-simplified = 复议机关作出决定（简易程序）：三十日。
remedies-deadline-suit-after-reconsideration = 经复议后起诉：收到复议决定书后十五日内。
remedies-deadline-suit-after-timeout = 复议逾期不决定的起诉：期满后十五日内。
remedies-deadline-registration = 法院立案：七日。
remedies-deadline-civil-judgment = 一审审结：六个月。
remedies-deadline-civil-judgment-simplified = 简易程序审结：三个月，经批准可延长一个月。
remedies-deadline-civil-judgment-simplified-extended = 简易程序经批准延长后审结：四个月。
remedies-deadline-civil-judgment-extended = 一审经本院院长批准延长后审结：十二个月。
remedies-deadline-civil-appeal = 对民事判决上诉：十五日。
remedies-deadline-civil-appeal-ruling = 对民事裁定上诉：十日。
remedies-deadline-enforcement = 申请执行：二年。
remedies-deadline-injunction-ruling = 情况紧急的禁令裁定（参照适用）：四十八小时。
remedies-deadline-suit-after-injunction = 诉前禁令后起诉（参照适用）：三十日。
remedies-deadline-injunction-reconsideration = 对禁令裁定申请复议（参照适用）：五日。
remedies-deadline-protection = 法院决定保护令：七十二小时。
remedies-deadline-protection-urgent = 法院决定保护令（情况紧急）：二十四小时。
remedies-deadline-protection-reconsideration = 对保护令决定申请复议：五日。
remedies-deadline-protection-extension = 保护令最长六个月，期满前申请延长。
remedies-deadline-aid-decision = 法律援助机构作出决定：七日。
remedies-deadline-aid-appointment = 指派法律援助人员：三日。
remedies-deadline-aid-objection = 司法行政部门处理异议：五日。
remedies-deadline-relief = 有正当理由耽误刑事诉讼期限的：障碍消除后五日内申请继续。
remedies-deadline-civil-relief = 有正当理由耽误民事诉讼期限的：障碍消除后十日内申请顺延。
remedies-deadline-suit-relief = 因特殊情况耽误行政起诉期限的：障碍消除后十日内申请延长。
remedies-deadline-criminal-limitation-heavier = 追诉期限（加重一档）：从首次发布起十年。
remedies-deadline-criminal-limitation-heavier-last-act = 行为连续、继续的（加重一档）：从最后一次发布起十年。

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
remedies-warn-some-only-now = 材料显示知道还有其他人而没有起诉；宣判之后，对他们不能再就同一事实自诉。
remedies-warn-counter-claim = 被告人可以就与本案有关的行为提起反诉。
remedies-warn-form-unchanged = 官方表格的版式和栏目不得更改。
remedies-warn-withdraw-reason = 撤回的，请把“证据不足”写进笔录，或者请法院裁定。
remedies-warn-logs-vanish = 日志只保存一段时间。请尽早申请，并一并申请保全。
remedies-warn-seven-days = 复议、复核、申诉的七日一旦错过，就没有了。
remedies-warn-form-54-second = “不履行法定职责”的起诉状是第二步：没有先复议，法院不受理。
remedies-warn-sixty-days = 六十日，最长自行为作出之日起五年；此后只有非自身原因耽误的时间可以扣除。
remedies-warn-records-sealed = 2026年起治安违法记录封存：以前的处罚您自己查不到，只有办案机关可以查询。
remedies-warn-protection-order-or-injunction = 两种快速命令：家庭成员、共同生活的人，或者对妇女的前任、追求者，用人身安全保护令，七十二小时，不需要担保；其他人用人格权侵害禁令。
remedies-warn-protection-ends = 保护令到期自动失效，请在期满前申请延长。
remedies-warn-seal-before-notice = 平台处理后内容可能就没有了。发通知之前请先封存。
remedies-warn-no-paid-deletion = 不要花钱删帖：这种约定无效，擅自删除本身也侵权。
remedies-warn-counter-notice = 收到对方声明后，合理期限内不投诉也不起诉的，平台会终止措施。
remedies-warn-aid-true = 请如实说明经济状况；不实的，援助会被终止。
remedies-warn-evidence-from-abroad = 当事人提供的境外证据，须在当地公证、认证，或者按条约办理。

## 职责：履行情况

remedies-duty-is-owed = 应当履行，没有固定期限。
remedies-duty-is-running = 应当履行，期限没有过。
remedies-duty-is-kept = 已履行。
remedies-duty-is-late = 已履行，晚于期限。
remedies-duty-is-passed = 期限已过，案卷中没有已履行的记录。
remedies-duty-is-without-proof = 据称已履行，案卷中没有凭证。
remedies-duty-is-unknown = 是否应当履行、何时到期，本案卷还看不出。

## 主管机关的职责

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
remedies-duty-legal-aid = 七日内决定是否给予法律援助。
remedies-duty-urgent-ruling = 情况紧急的，参照适用，四十八小时内裁定。
remedies-duty-announce = 起诉前公告。
remedies-duty-platform-public = 履行网络信息内容管理职责；不履行而损害公共利益的，可以被提起公益诉讼。
remedies-duty-tell-agent = 三日内告诉您或者您的法定代理人、近亲属：有权委托诉讼代理人。
remedies-duty-tell-aid = 及时告诉您或者您的法定代理人、近亲属：有权申请法律援助。
remedies-duty-apology = 认罪认罚、请求从宽的，公开赔礼道歉。
remedies-duty-explain-some-only = 说明只起诉其中一部分人的后果。
remedies-duty-explain-in-writing = 无法收集的，书面说明情况。
remedies-duty-hand-over-material = 按法院要求移交已收集的材料。
remedies-duty-accept-after-help = 协助之后达到受理条件的，应当立案。
remedies-duty-receipt = 交付受案回执。
remedies-duty-transfer-report = 不属于自己管辖的，二十四小时内移送并告诉您。
remedies-duty-demand-reasons = 要求公安机关说明不立案的理由。
remedies-duty-explain-refusal = 七日内向检察院书面说明理由。
remedies-duty-tell-oversight-result = 理由成立的，十日内告诉您。
remedies-duty-file-on-notice = 收到通知立案书后十五日内立案。
remedies-duty-end-investigation = 立案后三个月内侦查终结，否则检察院可以催办。
remedies-duty-hand-over-after-end = 终止审理后，把材料移送公安机关。
remedies-duty-say-why-no-violation = 认为不属于违反治安管理的，告诉您理由。
remedies-duty-act-on-request = 两个月内履行职责。
remedies-duty-reconsideration-acceptance = 五个工作日内决定是否受理。
remedies-duty-reconsideration-decision = 按期作出复议决定：六十日，延长的九十日，简易的三十日。
remedies-duty-disclose-to-court = 按法院责令，向法院提供用户的姓名、联系方式、网络地址。
remedies-duty-defence = 十五日内提出答辩。
remedies-duty-protection-ruling = 七十二小时内决定；情况紧急的，二十四小时内。
remedies-duty-protection-serve = 送达保护令，包括公安机关和居民委员会、村民委员会。
remedies-duty-protection-assist = 协助执行保护令。
remedies-duty-notice-pass-on = 及时把通知转送相关用户。
remedies-duty-notice-measures = 及时采取必要措施。
remedies-duty-counter-notice-pass-on = 把声明转送给您，并告知可以投诉或者起诉。
remedies-duty-aid-appoint = 三日内指派法律援助人员。
remedies-duty-aid-objection = 五日内处理您的异议。

## 您的义务

remedies-duty-person-appear = 按时到庭；不到庭须有正当理由。
remedies-duty-person-complaint = 自诉状写明当事人、事实、请求、证据和证人，并按被告人人数提供副本。
remedies-duty-person-leads = 申请时说明理由，提供线索。
remedies-duty-person-as-accuser = 以控告人身份书面提出，并记下每份文书的日期。
remedies-duty-person-report-in-time = 在六个月内报案。
remedies-duty-person-one-act = 一个行政行为一份申请。
remedies-duty-person-civil-complaint = 起诉状写明当事人、请求、事实和证据，不用谩骂之辞。
remedies-duty-person-sue-after-order = 诉前禁令作出后，三十日内起诉（参照适用）。
remedies-duty-person-name-request = 写明被申请人和具体请求。
remedies-duty-person-true-notice = 如实写明身份和侵权内容。
remedies-duty-person-answer-counter-notice = 收到声明后，在合理期限内投诉或者起诉，并告诉平台。
remedies-duty-person-declare-means = 如实说明经济状况。
