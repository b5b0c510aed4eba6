# 结果页的句子。
report-title = { $cover } · 结果
report-skip = 跳到言论保护
report-contents = 本页内容
report-lead = 就本案卷现有材料，截至{ $at }。对任何人不下结论。每个数字都能回到证据。
report-on-the-material = 就本案卷现有材料
report-nav-protected = 第十条
report-nav-kept = 保存
report-nav-measured = 计量
report-nav-established = 认定
report-nav-missing = 缺什么
report-nav-routes = 途径
report-nav-evidence = 证据目录
report-nav-limits = 限度
report-head-protected = 先查：这些话受保护吗（指导意见第十条）
report-head-kept = 保存了什么
report-head-measured = 量出了什么
report-head-established = 达到、未达到、有争议
report-head-missing = 补上什么，结论会变
report-head-routes = 途径
report-head-evidence = 证据目录
report-head-limits = 封存能证明什么，不能证明什么
report-scope-case = 全案
report-gate-lead = 检举揭发违法违纪受保护；评论批评，即使观点偏颇、言论偏激，也受保护。凡是可能导致处罚的结论，都先问这一问。
report-gate-none = 还没有人认定过任何说法，所以没有依据任何一条。
report-gate-aside = 受保护，已放在一边，不作为任何处罚的依据。
report-gate-report = 作为检举揭发：
report-gate-criticism = 作为评论批评：
report-gate-rest = 没有经人认定的内容，一律不作依据。本案卷共有{ $count }条说法。
report-kept-items = 证据（件）
report-kept-rows = 读到的行
report-kept-posts = 不同的帖子
report-kept-accounts = 账号
report-kept-masked = 其中被打码
report-kept-undated = 没有日期的帖子
report-kept-masked-note = { $masked ->
        [0] 没有账号被打码。
       *[other] { $masked }个账号被导出工具打码，只能证明内容。请补封账号主页。
    }
report-reader-reports = 逐个文件读到了什么（{ $count }个文件）
report-measured-lead = 两条帖子的三字组合至少有{ $threshold }相同，就算同一说法。浏览与转发从不相加。
report-statement = { $members }条帖子这样说，其中{ $exact }条与首条逐字相同，来自{ $accounts }个账号。
report-other-statements = 另有{ $count }条说法还没有人认定（共{ $all }条）
report-case-figures = 全案
report-bar-reached = 即使取最低值，也达到{ $threshold }。
report-bar-below = 即使取最高值，也不到{ $threshold }。
report-bar-open = 是否达到{ $threshold }，还不能确定。
report-floor-source = 这个数来自{ $article }，自{ $day }起施行，只适用于诽谤。
report-topic-reads = 话题阅读不是同一条信息的浏览，没有列入。
report-parts = 每一次看到的数字（{ $count }）
report-part-place = 位置
report-part-shown = 页面显示
report-part-count = 含义
report-part-seen = 看到时间
report-not-recorded = 未记录
report-no-source = 没有来源
report-more-places = 还有{ $count }处
report-no-dates = 没有帖子带日期，不画图。
report-timeline-caption = { $posts }条帖子，按{ $step ->
        [hour] 小时
        [week] 周
        [four-weeks] 四周
        [year] 五十二周
       *[day] 天
    }计，北京时间。{ $undated ->
        [0] 都有日期。
       *[other] { $undated }条没有日期，没有画出。
    }
report-table-behind = 同样的数字，列成表
report-time = 时间
report-stages = 传播的阶段：{ $count }个
report-stages-note = 按发布快慢的变化划分，横轴下以序号标出（方法：对每{ $step ->
        [hour] 小时
        [week] 周
        [four-weeks] 四周
        [year] 五十二周
       *[day] 天
    }的条数开方后作最优分段）。除第一个外，每个阶段的起点就是快慢变化的时点。阶段只说明快慢，不说明原因。
report-stages-one = 发布的快慢没有可以分出阶段的变化。
report-stage = 阶段
report-stage-from = 自（北京时间）
report-stage-to = 至下一阶段开始
report-stage-pace = 每格平均条数
report-posts = 帖子
report-words-left-out = 本页没有写出帖子原文。
report-hidden = 原文已遮住
report-show = 显示原文
report-account = 账号{ $number }
report-no-date = 没有日期
report-nothing-taken-up = 还没有向法律提问：先由人说明一条说法。
report-law-used = 实体按行为日的法律，期限按{ $day }计算。法律书{ $digest }，{ $rules }条规则。
report-enumerated = 不算兜底项：{ $value }。
report-presumptive = 对方不提出抗辩时：{ $value }。
report-versions-differ = 行为期间法律有修改，两个版本答案不同，两个都列出。
report-joint-all = 须全部达到
report-joint-any = 任一达到即可
report-only-a-person = 只由人认定
report-unverified = 未核实
report-facts = 所依据的事实（{ $count }）
report-fact-fact = 事实
report-fact-value = 值
report-fact-standing = 怎样确立
report-fact-sources = 证据
report-opposing = 对方的说法
report-missing-ours = 还能证明什么
report-missing-theirs = 对方最有力的说法：对方要证明什么
report-missing-none = 没有：缺少的或者有争议的事实都不会改变答案。
report-more-sets = 其他{ $count }组
report-perishable = 随时可能被删
report-route-conditions = 查过的条件（{ $count }）
report-route-needs = 会改变它的事实
report-route-steps = 步骤（{ $count }）
report-route-duties = 有关机关应当做的（{ $count }）
report-route-own-duties = 您应当做的（{ $count }）
report-route-claims = 可以请求什么（{ $count }）
report-route-defendants = 向谁请求（{ $count }）
report-route-crossings = 公诉与自诉的衔接（{ $count }）
report-branch-needs = 取决于：{ $facts }
report-route-papers = 需要的材料（{ $count }）
report-route-fee = 费用
report-paper-form = 官方表格{ $form }（法〔2025〕82号）
report-yuan-to = 最多{ $sum }
report-duty-from = 自{ $day }起
report-duty-due = 到{ $day }
report-duty-done = 履行于{ $day }
report-duty-proof = 凭证在卷
report-duty-no-proof = 案卷中没有凭证
report-route-warnings = 行动之前（{ $count }）
report-deadline = 到{ $due }
report-deadline-passed = 已于{ $due }届满
report-deadline-from = 自{ $from }起算（{ $term }）
report-deadline-unknown = 算不出来：缺{ $term }
report-list-item = 证据
report-list-name = 名称、格式
report-list-exhibit = 证{ $number }
report-list-role = 类型
report-list-source = 来源
report-list-sealed = 封存（北京时间）
report-list-proves = 证明的事实
report-list-check = 校验值
report-list-each = 各件证据，一行一件
report-list-more = 另有{ $count }件
report-role-material = 网上材料
report-role-paper = 文书
report-role-mapping = 映射文件
report-role-checkpoint = 案卷记录封存
report-role-timestamp = 时间戳回执
report-limit-integrity = 完整性
report-limit-integrity-why = 证据包的每个字节都能与清单、签名比对。
report-limit-inclusion = 列入日志
report-limit-inclusion-why = 每件证据都有列入已签名日志的证明。
report-limit-append-only = 只增不改
report-limit-append-only-why = 同一案卷的前后证据包表明，日志只增加、没有改动。
report-limit-existed-by = 不晚于某时存在
report-limit-existed-by-why = 这里的时间是封存那台电脑的时间。要证明某时之前已经存在，只能靠时间戳机构的凭证，或者核对人认识的他人当时对日志的签名。
report-limit-signer = 签名人
report-limit-signer-why = 日志由哪把密钥签名，要核对人从别的途径（当面、电话、信件）拿到这把密钥，才看得出来。
report-limit-corroboration = 旁证
report-limit-corroboration-why = 核对人认识的他人也对当时的日志签了名，就不只凭一方的说法。
report-limit-origin = 来源
report-limit-origin-why = 封存证明不了封存之前的真假：帖子是否这样写、由谁所写。这要靠别的证据。
report-verify = 任何人都能用下面的命令核对证据包；最后一条不需要专门的程序：
report-verify-words = 任何人都能核对证据包：用“核验证据包”页，或者用与本程序无关的公开工具。
report-made-by = 由{ $software }根据{ $entries }条台账写成；最后一条的校验值是
report-statement-name = 说法{ $sign }
report-nav-law = 法律
report-head-law = 用的是哪一版法律
report-law-article = 条文
report-law-force = 施行
report-law-clock = 按什么日期选
report-law-checked = 原文
report-law-open = { $from }起，未见失效
report-law-repealed = { $from }起，{ $on }起失效
report-law-not-researched = { $from }起；是否已失效没有查
report-law-by-act = 行为日
report-law-by-filing = 提交日
report-law-verified = 已与来源核对
report-days-left = { $days ->
        [0] 今天
       *[other] 还有{ $days }天
    }
report-more-dates = 其余{ $count }个，按说法分列
report-deadline-kept = { $due }届满；{ $kept }已在期限内完成
report-reader-file = 文件
report-reader-rows = 行
report-reader-distinct = 去重后
report-reader-repeats = 重复
report-reader-ragged = 列数不齐
report-reader-skipped = 跳过
report-reader-undated = 没有日期
report-reader-masked = 打码账号
report-reader-floors = 只有下限
report-reader-rounded = 取整
report-list-rows = { $count }行
report-list-out-of = 出自
report-list-proves-nothing = 还没有事实以它为据
report-more-facts = 另有{ $count }项
report-place-row = { $item }第{ $row }行
report-place-bytes = { $item }第{ $start }字节
report-place-record = { $item } { $table }表记录{ $rowid }
report-the-figure = { $id }怎么数的
report-bar-label = { $count }，与{ $threshold }相比，刻度从0起
report-one-time = { $posts }条有日期的帖子，都在同一{ $step ->
        [hour] 小时
        [week] 周
        [four-weeks] 四周
        [year] 五十二周
       *[day] 天
    }{ $undated ->
        [0] {""}
       *[other] ；{ $undated }条没有日期
    }。不画图。
report-timeline-label = { $posts }条帖子，{ $from }至{ $to }，一格最多{ $most }条
report-bar-exact-reached = 只数逐字相同的，为{ $count }，仍然达到。
report-bar-exact-below = 只数逐字相同的，为{ $count }，未达到。
report-bar-exact-open = 只数逐字相同的，为{ $count }，还不能确定。
report-key-solid = 已数到
report-key-contested = 近似转写，对方可能争议
report-key-rounded = 平台约数的余地
report-key-open = 之后没有记录
report-more-remarks = 另有{ $count }条同类说明
report-parts-left-out = 较小的{ $count }项没有列在这里，都在封存的文件里。
report-from-to = { $first }至{ $last }。
report-rule = 条文
report-glyphs = 左半圆是对当事人最不利的读法，右半圆是最有利的读法。实心为已证明，虚线为缺证据，空心为未证明。
report-answers-matrix = 每条说法的每个结论
report-readings = 最不利的读法：{ $worst }。最有利的读法：{ $best }。
report-joint-at-least = 至少{ $count }项
report-missing-lead = 按项数最少、最易消失、最省事排列；任何一组单独补上，结论就会变。对受保护的言论，不推算任何不利的补法。
report-family-dispute = 取决于争议
report-sets-left-out = 还有更多组合，没有逐一算出。
report-figure-posts = 帖子
report-figure-accounts = 账号
report-figure-accounts-masked = 被打码的账号
report-figure-views = 浏览
report-figure-plays = 播放
report-figure-reposts = 转发
report-figure-reposts-displayed = 转发，页面显示
report-figure-reposts-captured = 转发，逐条封存
report-figure-comments-displayed = 评论，页面显示
report-figure-comments-captured = 评论，逐条封存
report-figure-likes = 点赞
report-figure-group-members = 群成员
report-figure-topic-reads = 话题阅读
report-set-aside = 受保护，已放在一边
report-bar-exact-none = 逐字相同的各条没有显示这一计数。
report-other-figures = 其他数字（{ $count }个）
report-on-day = { $day }。
report-authority-dates = 约束有关机关的期限
report-list-figures = 从中数出{ $count }个数字
report-bar-near-reached = 把近似转写算作同一信息，才达到{ $threshold }。
report-opposing-measured = 可能有争议：不计近似文本
report-timeline-reposts = 图里画的是这样说的{ $members }条，和其下封存的转发{ $reposts }条。
