# 命令行的句子。
cli-about = 明证 redress：从满屏的侮辱，到法院能够受理的案卷。
cli-after-help =
    从这里开始：redress demo

    退出码：0 完成 · 2 命令写法不对 · 3 有材料未被接收 · 4 核对不一致
    5 另有程序正在写这个案卷 · 6 磁盘或者数据库不能完成
    7 由更新的版本写成 · 130 您停止了。除 0 以外，案卷都保持原样；
    要离开案卷的（export、transfer、pack）先记入台账，这条记录保留。
    加 --json 时，每个答案和每次拒绝（包括命令写错）都是一份 JSON。
    已有的文件，不加 --force 一概不替换。
    任何内容都不会离开这台电脑。姓名、原文平时遮住，点名要看才显示。
cli-option-lang = 输出语言：en 或者 zh-Hans（默认随系统）
cli-option-json = 输出一份带版本号的 JSON，不输出文字
cli-option-quiet = 不说做了什么：不显示进度和确认；答案、警告和错误照样显示
cli-option-by = 由谁来做（默认是建立案卷的人；也可以设置 REDRESS_BY）
cli-option-out = 写到哪个文件夹
cli-option-cover = 中性的代称：不写人名、平台、罪名
cli-option-mapping = 映射文件（TOML），说明各列的含义；见 docs/mapping.md
cli-option-role = 文件的用途：material（网上的材料）或者 paper（证明事实的文书）
cli-option-clock-ahead = 本机时钟比标准时间快多少毫秒（慢则为负），核对过才填；写入日志条目
cli-option-observed = 文件没有写明时，什么时候看到的：2026-03-01T10:03:00+08:00
cli-option-from = 来源，用您自己的话写："从我的手机导出"
cli-option-seal-only = 只封存，不读取其中的帖子
cli-option-keep-going = 能读的照常接收，不能读的列出来（退出码仍是 3）
cli-option-dry-run = 只读取、报告，不放进案卷
cli-option-top = 列出多少条说法
cli-option-standing = 怎样确立：stated 陈述、official 公文、admitted 对方承认、judged 由人认定
cli-option-source = 依据的证据：item-000017，某一行写 item-000017:212；可以写多次
cli-option-reason = 理由，用您自己的话写
cli-option-opposing = 这是对方的说法
cli-option-today = 按哪一天计算期限（默认北京时间今天）
cli-option-unmask = 把帖子原文写进 report.html（打开才显示）；不加则不写
cli-option-all = 列出全部来源，不只前几处
cli-option-earlier = 以前留存的同一日志的签名检查点
cli-option-key = 您信任的验证公钥；不给就用证据包自带的，并会说明
cli-option-book = 用这个文件夹里的法律书，不用内置的
cli-option-vocabulary = 用这个文件夹里的词表，不用内置词表
cli-option-only = 只看路径含有此字样的页面
cli-option-mutate = 再对每条规则逐一作小改动，看测试能否发现
cli-option-notes = 连提示一并显示
cli-value-case = 案卷文件夹
cli-value-files = 文件或者文件夹；文件夹连同里面的全部内容
cli-value-scope = case（全案）、某条说法（st-…）、或者其中的一条帖子（post:weibo/…）
cli-value-term = 哪一项事实：见 redress fact CASE terms
cli-value-value = yes/是、no/否、unknown/未知；612、500..、11500..12499；2026-03-01；或者列表里的一个词
cli-value-entry = 台账条目的编号
cli-value-search = 事实名称或者说明中的一部分
cli-value-what = 数字（st-3f2a9c01.views）、说法（st-3f2a9c01）或者规则（cl246-defamation）
cli-value-bundle = 证据包文件夹
cli-value-rule = 法律书里的一条规则
cli-value-schema = 打印哪一个 schema

cli-demo-about = 把示例案卷从头走到尾，看看结果
cli-demo-examples =
    例子：
      redress demo --lang zh-Hans
      redress demo --out look
    写出案卷、证据包、report.html 和 result.json，核对证据包，并重新计算一遍。
cli-new-about = 建立案卷：一个文件夹，可以复制、备份
cli-new-examples =
    例子：
      redress new spring --cover "春分" --by "周律师"
cli-add-about = 放进材料：封存，并从导出文件中读取帖子
cli-add-examples =
    例子：
      redress add spring data/weibo/csv/
      redress add spring articles.csv --mapping articles.toml
      redress add spring diagnosis.pdf --role paper --from "医院，原件在家"
    不加 --keep-going 时，有一个文件未被接收，整次都不放进，案卷保持原样。
cli-measure-about = 计量：同一说法、浏览、转发、时间线，每个数字都有出处
cli-measure-examples =
    例子：
      redress measure spring
      redress measure spring --top 50 --json > measures.json
      redress measure spring --words --purpose "find the rumour"
cli-fact-about = 写明确立了什么、由谁、依据什么
cli-fact-examples =
    例子：
      redress fact spring terms 转发
      redress fact spring set st-3f2a9c01 statement_false 是 --source item-000031 --reason "流水可以对上"
      redress fact spring set post:weibo/5012 is_comment_or_criticism 是
      redress fact spring set case report_date 2026-02-03 --standing official --source item-000032
      redress fact spring list
      redress fact spring withdraw 41 --reason "指错了帖子"
cli-fact-set-about = 提出一个值；以前的仍保留，互不一致就是有争议
cli-fact-list-about = 列出全部主张
cli-fact-withdraw-about = 不再依据某项主张；它仍留在台账里
cli-fact-terms-about = 列出规则会问到的事实
cli-assess-about = 用事实对照法律：哪些达到、未达到、证据不足、有争议；有哪几条路
cli-assess-examples =
    例子：
      redress assess spring
      redress assess spring --out out --unmask      # 写出 out/report.html 和 out/result.json
cli-explain-about = 说明一个数字或者一个答案从哪里来，一直到封存的字节
cli-explain-examples =
    例子：
      redress explain spring st-3f2a9c01.reposts
      redress explain spring cl246-defamation
cli-missing-about = 补上哪些事实，答案会变：最少的、最容易消失的在前
cli-missing-examples =
    例子：
      redress missing spring
cli-pack-about = 写出任何人都能核对、都能重新计算的证据包
cli-pack-examples =
    例子：
      redress pack spring spring-bundle
cli-bag-about = 收到别人交来的文件夹时，先把它制成普通的 BagIt 袋，再做其他事
cli-bag-examples =
    示例：
      redress bag from-the-platform from-the-platform-bag
    文件夹整个移进袋里，成为 data/；没有一个字节被复制或者改动。它和证据包不同，没有日志，也没有签名：
    它只说明这些文件与制袋的时候一样。任何 BagIt 1.0 工具都可以检验。
cli-verify-about = 核对证据包；不需要案卷、数据库和网络
cli-verify-examples =
    例子：
      redress verify spring-bundle
      redress verify spring-bundle --key "redress/case/rd-…+1f2e3d4c+AbC…"
    别的工具也能核对：sha256sum -c manifest-sha256.txt，或者任何 BagIt 1.0 校验工具。
cli-recompute-about = 从封存的字节重新得出证据包里的数字、答案、途径和文书中由案卷给出的内容，并比较
cli-recompute-examples =
    例子：
      redress recompute spring-bundle
    比较的是：data/result.json（数字、答案、途径）、证据目录、两种语言的报告页，以及每份定稿文书中只由案卷给出的内容：
    言论、数字、证据、事实、程序步骤、期限。
    不比较的是：证据材料册的页码、由人填写的内容、当事人是谁（包内已遮盖）、PDF 和 DOCX 文件。
    使用本程序的法律书和版本；包内所用不同的，会说明。
    字节是否与封存时相同，由 redress verify 核对；封存之前是否真实，这里不能说明。
cli-law-about = 查看法律书
cli-law-examples =
    例子：
      redress law list
      redress law show cl246-defamation
      redress law check --book my-book
cli-law-check-about = 检查法律书：不认识的事实、重叠的版本、缺少的名称
cli-law-list-about = 列出规则、条文和日期
cli-law-show-about = 打印一条规则
cli-schema-about = 打印 redress 所写文件的 JSON Schema
cli-schema-examples =
    例子：
      redress schema result > result.schema.json

cli-receive-other-case = 文件里的案卷是{ $case }。
    .advice = 在办公室中接收时，请写这个案卷编号。
cli-path-exists = { $path } 已经存在。
    .advice = 换一个名字，或者先移走它。
cli-path-missing = 没有 { $path }。
    .advice = 请检查路径。
cli-not-a-demo = { $path } 不是以前的演示写的，没有覆盖。
    .advice = 用 --out 换一个文件夹。
cli-write-failed = { $path } 写不进去：{ $problem }
    .advice = 腾出空间或者换一个文件夹，再执行同一条命令。
cli-read-failed = { $path } 读不出来：{ $problem }
    .advice = 请检查文件是否还在、您是否有权读取。
cli-day-unreadable = “{ $value }”不是日期。
    .advice = 请写成 2026-03-01。
cli-time-unreadable = “{ $value }”不是带时区的时间。
    .advice = 请写成 2026-03-01T10:03:00+08:00。
cli-key-unreadable = “{ $value }”不是验证公钥。
    .advice = 公钥的样子是 名称+校验+base64；在证据包的 data/log/key.vkey 里。
cli-what-unknown = 这里没有叫“{ $what }”的。
    .advice = 请用 redress measure CASE、redress assess CASE 列出的数字、说法或者规则。
cli-source-unknown = “{ $source }”不是这个案卷的材料。
    .advice = 请写 item-000017；某一行写 item-000017:212。redress assess CASE 会列出材料。
cli-example-broken = 内置的示例读不出来：{ $problem }
    .advice = 这是程序的错误，请告诉我们。
cli-done-new = 案卷已建立：{ $path }
cli-done-new-next = 下一步：redress add { $path } 文件
cli-done-wrote = 已写出：{ $path }
cli-nothing-added = 没有放进任何内容。

cli-no-randomness = 系统没有给出随机数：{ $problem }
    .advice = 请再试一次；密钥不会用别的办法产生。
cli-some-refused = 有 { $count } 个文件未被接收，其余已放进。第一个：{ $first }
    .advice = 原因列在上面。修好或者去掉这些文件，再放一次。
cli-post-unknown = 这个案卷里没有编号为“{ $post }”的帖子。
    .advice = 编号的样子是 weibo/4912…；redress measure CASE 会列出每条说法的第一条帖子。
cli-scope-unknown = “{ $scope }”既不是全案，也不是其中的说法。
    .advice = 请写 case、redress measure CASE 列出的 st-…，或者 post:编号。
cli-statement-ambiguous = 不止一条说法以“{ $scope }”开头。
    .advice = 请把编号写长一些。
cli-bundle-differs = { $path } 中有些数字不能从封存的字节重新得出。
    .advice = 上面按 result.json 中的位置列出。请不要依据它们。

cli-added-item = { $item }  { $name }
cli-added-read = {"    "}按 { $format }（{ $charset }）读取：{ $rows } 行，去重后 { $distinct }
cli-added-sealed = {"    "}原样封存（{ $format }），未读取
cli-kept-before = { $item }  以前已经放进，无需再放
cli-report-repeats = 重复 { $count }
cli-report-ragged = 列数不齐 { $count }
cli-report-undated = 没有日期 { $count }
cli-report-masked = 账号被打码 { $count }
cli-report-floors = 只有下限的计数 { $count }
cli-report-rounded = 取整的计数 { $count }
cli-report-skipped = 跳过 { $count }


cli-fact-entered = 已记入台账，第 { $entry } 条。
cli-fact-withdrawn = 第 { $entry } 条不再依据。它仍留在台账里。
cli-standing-stated = 陈述
cli-standing-measured = 计量
cli-standing-official = 公文
cli-standing-admitted = 对方承认
cli-standing-judged = 由人认定
cli-scope-case = 全案
cli-law-checked = { $rules } 条规则，{ $tests } 项测试通过，校验值 { $digest }（{ $drafts ->
        [with] 含草案
       *[without] 不含草案
    }）
cli-law-mutated = { $rules } 条规则，{ $tests } 项测试通过，{ $changes } 处改动中发现 { $killed } 处，校验值 { $digest }（{ $drafts ->
        [with] 含草案
       *[without] 不含草案
    }）
cli-law-not-tested = 此书有误：整体不予使用，测试未运行。其中可读的规则 { $rules } 条。
cli-law-listed = { $rules } 条规则，校验值 { $digest }（{ $drafts ->
        [with] 含草案
       *[without] 不含草案
    }）
cli-vocabulary-unread = { $path } 中的词表读不了：{ $problem }
    .advice = 请改正所指的文件。
cli-packed-web = { $items } 件网页材料另存于 { $path }（WACZ 1.1.1），能打开网页存档的程序都可以打开。{ $left ->
        [0] {""}
       *[other] 另有 { $left } 件网页存档不在其中，原因见包内 redress/items.json。
    }
cli-packed-key = 验证公钥（请用别的途径交给阅读的人）：{ $key }
cli-packed-next = 任何人都能核对：redress verify { $path }
cli-recomputed-same = 从封存的字节重新得出：{ $figures } 个数字、{ $answers } 个答案、{ $routes } 条途径、{ $files } 个文件、{ $papers } 份文书中的 { $paper_figures } 个数字，全部一致。
cli-recomputed-differs = 从封存的字节重新得出：{ $figures } 个数字、{ $answers } 个答案、{ $routes } 条途径、{ $files } 个文件、{ $papers } 份文书中的 { $paper_figures } 个数字；有不一致：
cli-recomputed-file = { $path } 中不一致的值（包内 → 重新得出）：
cli-recomputed-file-whole = { $path } 与重新得出的不同。
cli-recomputed-paper = 《{ $title }》（{ $path }）中不一致的值（包内 → 重新得出）：
cli-recomputed-paper-absent = 《{ $title }》（{ $path }）：填写内容不在包内，或者不是台账所记的那一份。
cli-recomputed-value = {"  "}✗ { $place }: { $sealed } → { $again }
cli-recomputed-nothing = 没有

cli-head-result = { $cover } · 就本案卷现有材料
cli-head-protected = 先查过言论保护（指导意见第十条）
cli-head-kept = 保存了什么
cli-head-measured = 量出了什么
cli-head-established = 达到、未达到、有争议
cli-head-routes = 途径
cli-head-missing = 补上什么，结论会变
cli-head-other-side = 对方需要什么
cli-head-answers = 答案
cli-head-facts = 事实
cli-head-figures = 数字
cli-head-items = 封存的材料
cli-head-taking-in = 放进材料
cli-head-written = 写出
cli-head-verified = 核对并重新计算
cli-protected-none = 还没有人认定过任何说法，所以没有依据任何一条。
cli-protected-set-aside = {"  "}{ $scope }  受保护，已放在一边（检举揭发：{ $report }；评论批评：{ $criticism }）
cli-protected-row = {"  "}{ $scope }  检举揭发的保护：{ $report }；评论批评的保护：{ $criticism }
cli-kept = {"  "}{ $items } 件（{ $bytes } 字节），从其中 { $read } 件读取：{ $rows } 行，{ $posts } 条帖子，{ $accounts } 个账号（{ $masked } 个被打码），{ $undated } 条没有日期
cli-statement = {"  "}{ $id }  { $members } 条（另有 { $exact } 条与首条逐字相同），{ $accounts } 个账号；首条：{ $anchor }
cli-statement-other = {"  "}{ $id }  { $members } 条，还没有人认定；首条：{ $anchor }
cli-no-statement-taken-up = {"  "}还没有向法律提问：先用 redress fact 说明一条说法。
cli-deadline = {"      "}{ $what }：到{ $due }
cli-deadline-passed = {"      "}{ $what }：已于{ $due }届满
cli-duty = {"      "}{ $who }：{ $what }——{ $state }
cli-routes-no-choice = {"  "}程序不替您选。几条路可以并行。
cli-missing-none = {"  "}没有：缺少的事实都不会改变答案。
cli-missing-more = {"      "}还有 { $count } 组
cli-perishable = （随时可能被删）
cli-opposing = {" "}· 对方的说法
cli-only-a-person = （只由人认定）
cli-more-places = {"      "}还有 { $count } 处（--all 列出保存的全部）
cli-item-sealed = {"      "}{ $at } 由 { $by } 封存
cli-demo-fictional = 虚构案例。时间定在 { $now }，所以每次结果的字节都相同。
cli-demo-entered = 记入 { $count } 项事实。
cli-demo-look =
    看结果：用浏览器打开 { $out }/report.html（帖子原文平时遮住，打开才显示）。
    问缘由：redress explain { $out }/case cl246-defamation
    再核对：redress verify { $out }/bundle
cli-report-in-all = {"    "}……共 { $count } 处；--json 列出例子和总数
cli-missing-all = {"  "}全部内容，以及对方需要什么：redress missing CASE
cli-unverified = {"  "}〔未核实：这段法律文字还没有与官方文本核对〕
cli-opposing-measured = {" "}· 可能有争议：不计近似文本
cli-all-refused = { $count } 个文件都未被接收，没有放进任何内容。第一个：{ $first }
    .advice = 原因列在上面。
cli-case-folder-inside = { $path } 是案卷文件夹，或者里面有案卷文件夹（含给日志签名的密钥），不作为证据放进。
    .advice = 请写您要放进的文件或者文件夹，不要写案卷或者它外面的文件夹。
cli-add-key = { $path } 里有私钥，不作为证据放进：打包以后会带给收件人。
    .advice = 请让它留在原处，只写其他文件。
cli-case-file-inside = { $path } 是一整份案卷的文件，或者里面有这样的文件（可能含给日志签名的密钥），不作为证据放进。
    .advice = 整份案卷请用 redress import 收。请写您要放进的文件或者文件夹。
cli-inside-a-case = { $path } 在案卷文件夹里面。
    .advice = 请换到案卷外面；案卷文件夹里只放程序自己保存的内容。
cli-packed-holds = 证据包里有全部 { $items } 件材料的原件，含原文和账号。请只交给应当收到的人。
cli-fact-without-evidence = 没有附证据：在用 --source 写明材料之前，按“证据不足”处理。
cli-set-aside-here = {"    "}受保护，已放在一边，不再提问。
cli-usage = 用法：
cli-commands = 命令：
cli-arguments = 参数：
cli-options = 选项：
cli-option-help = 显示这份帮助
cli-verify-case-file = { $path } 是案卷文件；verify 核对的是证据包文件夹。
    .advice = redress import 文件 新文件夹 会核对整个案卷文件的每条记录和每份材料，有一处对不上就什么都不生成。
cli-verify-file = { $path } 既不是证据包，也不是它的 zip。
    .advice = 请写 redress pack 写出的文件夹，或者它的 zip。别的压缩形式（tar）先解开。
cli-not-a-bundle = { $path } 不是证据包。
    .advice = 请写 redress pack 写出的文件夹。
cli-law-explain-about = 解释一条规则，以及它在一份事实上为何得出该结论
cli-law-facts-about = 列出规则所问的事实：类型、单位、谁可以认定、哪些规则读取
cli-law-readings-about = 列出有争议的读法及其取法
cli-law-eval-about = 不建案件，直接就事实作答：供人阅读；加 --json 则每份输出一行 JSON
cli-law-fmt-about = 把页面中的规则排成统一格式
cli-similar-about = 看哪些公布案例取决于相同的事实，以及当时如何处理
cli-similar-examples =
    例：
      redress similar spring
      redress similar facts.jsonl --id spring
    FILE 与 redress law eval 相同。不加权、不预测；案例的处理结果只供参照。
cli-option-drafts = 连未施行的草案一并作答；凡依据草案的结论都会注明
cli-option-reading = 选定一种有争议的读法（redress law readings 列出）
cli-option-trees = 每个结论附完整的解释
cli-option-facts-file = 事实文件，每行一个 JSON 对象（redress schema facts）；或者公布案例（C02）
cli-option-id = 用这个 id 的那一行；否则用第一行
cli-option-subject = 所问的说法；否则用第一个
cli-option-check = 不改动，只说明哪些页面会变
cli-value-facts = 事实文件（每行一个 JSON 对象）或者这类文件的文件夹；公布案例（C02）；- 表示标准输入
cli-value-pages = 页面或者页面所在的文件夹
cli-stage-answer = 作答
cli-reading-unknown = 没有这种读法或者取法：{ $reading }
    .advice = redress law readings 列出全部。读法：{ $known }
cli-id-unknown = 没有 id 为 { $id } 的行。
    .advice = 有：{ $known }
cli-law-formatted = { $pages } 页，改动 { $changed } 页
cli-not-formatted = { $path } 不是统一格式。
    .advice = 请对它运行 redress law fmt。
cli-reading-matters = ——读法影响结论，由人判断
cli-reading-same = ——读法不影响结论
cli-several-matter = ——取哪个数值影响结论
cli-several-same = ——数值不同但结论相同
cli-head-win = 需要争取的
cli-similar-head = { $id }：{ $count } 个公布案例取决于部分相同的事实
cli-similar-foot = 别案如何处理，不说明本案将如何处理。
cli-set-by-person = 由人认定
cli-set-by-measure = 由自行取得的材料测算，或者附证据陈述
cli-set-by-papers = 自有文件
cli-set-by-party = 当事人附证据陈述
cli-set-by-platform = 平台的答复或者导出
cli-set-by-police-help = 公安机关协助
cli-set-by-authority = 机关的文书
cli-set-by-word = 口头陈述即可
cli-value-facts-or-case = 案件文件夹；事实文件（每行一个 JSON 对象）或者这类文件的文件夹；公布案例（C02）；- 表示标准输入
cli-stopped-at-once = 已停止。没有做了一半的事：发生了什么，以台账为准。
    .advice = 用 redress log 查看最后几条记录。正在写的文件或证据包还没有得到它的名字。
cli-stopped = 已停止。已经给出的结论有效。
    .advice = 其余部分请再运行。
cli-law-book-about = 把整本书写成一页，可读可印
cli-law-diff-about = 显示两个日期之间有何变化
cli-law-export-about = 导出为 LegalRuleML 1.0
cli-law-texts-about = 附上您自己的官方文本；本书不含官方文本
cli-law-texts-add-about = 收入文本（Markdown 或者纯文本），按条拆分，并说明不同文本的差异
cli-law-texts-list-about = 列出已收入的文本
cli-law-texts-show-about = 显示某一条的文本、来源和校验值，以及相应的规则
cli-law-texts-compare-about = 说明两份文本有何差异
cli-option-texts = 存放您自己的官方文本的文件夹
cli-option-no-tests = 不列测试
cli-option-instrument = 书中的一部文件，例如 cn/criminal-law
cli-value-article = 按本书写法的条文，例如 cn/criminal-law/246
cli-value-first = 第一份文本
cli-value-second = 第二份文本
cli-value-from = 第一个日期，YYYY-MM-DD
cli-value-to = 第二个日期，YYYY-MM-DD
cli-instrument-unknown = 书中没有 { $instrument }。
    .advice = 有：{ $known }
cli-law-book-written = 已写入：{ $path }（{ $rules } 条规则，校验值 { $digest }，{ $drafts ->
        [with] 含草案
       *[without] 不含草案
    }）
cli-no-articles = { $path }：没有找到任何一条。
    .advice = 条文以“第…条”开头，各占一行。
cli-text-kept = { $name }：{ $instrument }，{ $articles } 条，其中 { $beside } 条在书中有页面；SHA-256 { $digest }
cli-text-missing = 没有收入 { $article } 的文本。
    .advice = 请用 redress law texts add 收入，并按本书写法写条文。
cli-texts-differ = { $first } 与 { $second } 有 { $count } 条不同。
cli-law-exported = 已写入：{ $path }
cli-explain-silent = 本案卷没有 { $rule } 所问的任何事实。它所问的是：
cli-rule-unknown = 本书没有规则 { $rule }。相近的有：{ $near }
    .advice = redress law list 列出全部。
cli-days-reversed = 第一个日期晚于第二个日期。
    .advice = 请先写较早的日期。
cli-output-full = 磁盘已满，输出到此中断。
    .advice = 腾出空间或者换一个地方，再执行同一条命令。
cli-output-failed = 输出写不出去，到此中断：{ $problem }
    .advice = 请检查写往何处，再执行同一条命令。
cli-option-out-file = 写成哪个文件
cli-folder-missing = 没有文件夹 { $path }。
    .advice = 请先建立它，或者写到已有的文件夹里。
cli-not-replaced = { $path } 已经存在，而且不是普通文件，没有动它。
    .advice = 请换一个文件名。
cli-law-book-replaced = 已替换：{ $path }（{ $rules } 条规则，校验值 { $digest }，{ $drafts ->
        [with] 含草案
       *[without] 不含草案
    }）
cli-law-export-replaced = 已替换：{ $path }
cli-answers-head = { $id } · 按{ $day }计 · 就本份事实现有材料
cli-answers-no-shield = {"  "}这份事实没有涉及这类保护。
cli-answers-no-candidate = {"  "}就所述事实，没有达到或者未决的罪名、违法行为和侵权。
cli-answers-more = {"  "}另有 { $count } 项；--json 列出全部
cli-answers-unverified = { $of } 个答案中，{ $count } 个所依据的法律文字还没有与官方文本核对。
cli-answers-silent = 这份事实没有涉及的规则：{ $count } 条。
cli-mark-unverified = {"  "}〔未核实〕
cli-mark-draft = {"  "}〔草案，未施行〕
cli-head-deadlines = 期限
cli-head-duties = 他人应尽的义务
cli-head-readings = 影响结论的有争议读法
cli-stand-running = 进行中
cli-stand-passed = 已届满
cli-stand-kept = 已完成
cli-stand-late = 逾期完成
cli-stand-unproven = 未见证明
cli-stand-owed = 应当履行
cli-stand-unknown = 尚不知道
cli-option-said = 与 --json 同用：略去这份事实没有涉及的规则
cli-not-text = { $path } 不是文本（UTF-8）：第 { $byte } 个字节不符。
    .advice = 请存为 UTF-8 文本，再执行同一条命令。
cli-not-a-file = { $path } 里没有文件。
    .advice = 请写一个文件。
cli-not-facts = { $file } 不是事实文件，所以这个文件夹里的内容都没有作答。
    .advice = 请把它移出文件夹。事实文件以 .jsonl 或者 .json 结尾，公布案例以 .toml 结尾。
cli-no-facts = { $path } 里没有事实文件。
    .advice = redress schema facts 打印格式；docs/inquiry.md 有例子。
cli-case-unread = { $path } 第 { $line } 行第 { $column } 列：不是公布案例。
    .advice = 写法见 law/cases/README.md。
cli-case-without-a-day = 案例 { $id } 没有可以作答的日期。
    .advice = 请写明一个事件、阶段或者事实的日期。
cli-id-twice = id { $id } 出现 { $count } 次，各自的结论只能按顺序分辨。
    .advice = 请给每份事实各自的 id。
cli-lines-refused = { $total } 份中有 { $count } 份未被接收：{ $names }
    .advice = 各自的问题列在上面。不加 --keep-going 时一个也不回答。
cli-lines-refused-more = { $total } 份中有 { $count } 份未被接收：{ $names }。另有 { $more } 处问题没有列出。
    .advice = 先改好上面所列的，其余会再列出。
cli-subject-unknown = 没有说法 { $subject }；有：{ $known }。
    .advice = 请写其中之一，或者写 case。
cli-no-statements = 没有说法 { $subject }；这份事实只涉及全案。
    .advice = 请去掉 --subject，或者写 case。
cli-no-such-rule = 本书没有规则 { $rule }，也没有名称相近的。
    .advice = redress law list 列出全部。
cli-law-check-warnings = 没有错误，{ $warnings } 处警告。
cli-law-check-errors = { $errors } 处错误，{ $warnings } 处警告。
    .advice = 每一处的位置和改法列在上面。
cli-book-empty = { $path } 里没有法律书的页面。
    .advice = 请写一个像 law/ 那样放有页面（.md）的文件夹。
cli-only-nothing = 没有页面的路径含有 { $only }，所以没有可检查的。
    .advice = 请写路径的一部分，例如 cn/criminal-law。
cli-facts-none = 没有名称或者说明含有 { $search } 的事实。
cli-text-there = 以前已经收入：{ $name }：{ $instrument }，{ $articles } 条，其中 { $beside } 条在书中有页面；SHA-256 { $digest }
cli-text-lacks = { $instrument } 的文本缺少书中有页面的 { $count } 条：{ $articles }
cli-text-differs = {"  "}第 { $article } 条：{ $said }
cli-said-yes = 是
cli-said-no = 否
cli-said-unknown = 无法知道
cli-more-claims = 另有 { $count } 项
cli-nobody-said = 其中 { $count } 项事实都没有人说过
cli-if-it-applies = 如适用
cli-notes-alike = {"  "}……另有 { $count } 条同类提示；--json 列出全部
cli-more-reasons = {"      "}……另有 { $count } 项；--json 列出全部

# ── 案卷 ──
cli-option-on = 发生的日期：2026-03-01
cli-option-kind = natural 自然人、legal 法人、unincorporated 非法人组织（默认自然人）
cli-option-for = 代表哪个当事人：party-01
cli-option-relation = 与该当事人的关系
cli-option-because = 为什么可以代表
cli-option-minor = 当时未满十八周岁：yes 或 no
cli-option-identity = 身份是否清楚：known 已知，unknown 不明（只有账号）
cli-option-died = 死亡日期
cli-option-until = 不再参加的日期
cli-option-proof = 说明关系、委托或原因的封存材料；可以写多个
cli-option-details = 写身份资料的 TOML 文件，这样不会留在命令记录里：name = "…"
cli-option-detail = 其中一项：name=…；可以写多个（最好用 --details）
cli-option-capacity = 以什么身份参加
cli-option-unmask-party = 显示身份资料；看过这件事先写进记录
cli-option-purpose-of-look = 为什么要看；一起写进记录
cli-option-track = 同类程序有几个时写哪一个：1、2……（默认 1）
cli-option-number = 文书编号：（2021）川0683刑初101号、某公（某）立字〔2020〕123号
cli-option-at = 当日的北京时间，例如几点开庭；不写则只记日期
cli-option-for-day = 该步骤定下的日期，例如开庭
cli-option-step-reason = 法律加以区分时写该步骤的事由；redress step 案卷 next 列出
cli-option-body = 哪个机关：court 法院、police 公安、procuratorate 检察院、government 政府、platform 平台、legal-aid 法律援助、person 个人
cli-option-body-name = 文书上的机关名称，不写人名（会写进台账）
cli-option-persons = 涉及几人
cli-option-statement = 关于哪条说法（st-… 或 post:…）
cli-option-paper = 说明它的封存文书：item-000017
cli-option-to-party = 告知谁：party-01
cli-option-served = 怎样送达
cli-option-item = 封存材料：item-000017；可以写多个
cli-option-receipt = 回执编号
cli-option-off = 取消标记
cli-option-kind-of-entry = 只看这一类：happened、viewed、claimed……
cli-option-last = 只看最后多少条
cli-option-purpose = backup（含签名密钥，自己留存）或 counsel（不含密钥）
cli-option-to = 给谁：单位或身份，不写人名
cli-option-without-details = 不附当事人身份资料；记录链照样成立
cli-option-way = 移送方式
cli-option-from-body = 由哪个机关移送
cli-option-from-name = 机关名称，不写人名（会写进台账）
cli-option-to-body = 移送给哪个机关
cli-option-to-name = 机关名称，不写人名（会写进台账）
cli-option-again = 把上一次移送的文件再写一份
cli-value-capacity = victim 被害人、relative 近亲属、guardian 法定代理人、agent 诉讼代理人、respondent 被告、platform 平台、witness 证人
cli-value-party = 当事人：party-01
cli-value-procedure = 哪个程序：redress procedure 列出全部
cli-value-event = 哪一步：redress step 案卷 next 列出可以走的
cli-value-duty = 履行的是哪项告知义务：redress record 案卷 duties
cli-value-filed-paper = 哪份文书：官方格式写“02”，或者写名称
cli-value-question = 要决定什么
cli-value-answer = 决定了什么
cli-value-mark = supervised 挂牌督办，或 rapid-response 快速反应
cli-value-file = 案卷文件（.redress.zip）

cli-party-about = 写明谁参加、代表谁，以及身份资料
cli-party-examples =
    例：
      redress party spring add victim --details me.toml
      redress party spring add guardian --for party-01 --relation parent --because minor --proof item-000004
      redress party spring add respondent --identity unknown --detail accounts="微博：…"
      redress party spring set party-01 --details new-address.toml
      redress party spring list
      redress party spring show party-01 --unmask --purpose "填写格式02"
    身份资料与记录分开存放，记录里只有它的摘要值。可用的项：name、sex、birth、ethnicity、birthplace、
    education、occupation、employer、household、address、phone、id-kind、id-number、representative、
    licence、accounts、note。redress 从不查明某人是谁。
cli-party-add-about = 新增当事人
cli-party-set-about = 更改当事人；原来的一条留在记录里
cli-party-list-about = 列出当事人，不含身份资料
cli-party-show-about = 查看一个当事人
cli-party-entered = 已录入 { $party }。
cli-party-none = 还没有当事人。先执行：redress party 案卷 add victim
cli-party-masked = { $party } 的身份资料已遮盖。用 --unmask 查看；看过这件事会写进记录。
cli-party-looked = 显示过这件事已写进记录。
cli-party-identity-unknown = 身份不明
cli-detail-unreadable = “{ $value }”不是“项=内容”。
    .advice = 写成 phone=13800000000，或者用 --details 文件。
cli-details-unreadable = { $path } 第{ $line }行读不出来：{ $problem }
    .advice = 一行写一项：name = "…"
cli-body-missing = 没有写是哪个机关（{ $option }）。
    .advice = 写明：{ $option } court、police、procuratorate、government、platform、legal-aid 或 person。
cli-entry-kind-unknown = 没有“{ $kind }”这一类记录。可用的：{ $known }
    .advice = 写其中一类。

cli-step-about = 记录程序里发生的事，查看下一步
cli-step-examples =
    例：
      redress step spring next private-prosecution
      redress step spring add private-prosecution filed --on 2026-03-02 --body court --body-name "某市某区人民法院"
      redress step spring add private-prosecution accepted --on 2026-03-16 --number "（2026）川0683刑初101号" --paper item-000012
      redress step spring add private-prosecution hearing-fixed --on 2026-03-20 --for-day 2026-04-15 --at 09:30
      redress step spring list
    法律不允许的步骤会被拒绝，并写明条文。一个步骤就是对相应事实的主张，法律和途径立刻用得上；
    有封存文书的按公文计。
cli-step-add-about = 记录一个步骤
cli-step-list-about = 按程序列出步骤
cli-step-next-about = 查看可以走的（+）、等待中的（·）和法律关闭的（×）
cli-step-entered = 第{ $entry }条：{ $procedure } —— { $state }
cli-step-body-open = 可能由几个机关办理而没有写明是哪一个，不算任何机关履行了义务。请用 --body 和 --body-name 写明：{ $known }。
cli-step-without-paper = 没有指明文书，按陈述计。请封存文书（redress add --role paper），再用 --paper 指明。
cli-step-none = 还没有记录步骤。redress step 案卷 next 显示可以从哪里开始。
cli-step-waits = {"      "}等待：{ $for }
cli-step-rests = {"  "}到此没有后续步骤。
cli-procedure-about = 查看本程序的各项程序：状态、步骤、条文
cli-procedure-examples =
    例：
      redress procedure
      redress procedure private-prosecution
    docs/procedures 里也有，并附图。
cli-record-about = 记录告知、提交、决定、标记、争议和更正
cli-record-examples =
    例：
      redress record spring duties 委托
      redress record spring notice op17-tell-agent --to party-01 --on 2026-03-03 --body police --paper item-000009
      redress record spring filing 02 --on 2026-03-02 --body court --item item-000010
      redress record spring decision "走哪条途径" "自诉" --reason "公安不予立案"
      redress record spring mark supervised --on 2026-03-05 --body procuratorate
      redress record spring dispute 41 --reason "平台的计数不同"
      redress record spring strike 44 --reason "日期写错"
      redress record spring seal
    问题、答复和理由里不要写人名：记录会进入每个证据包。
cli-record-notice-about = 已经送达的告知
cli-record-filing-about = 已经提交的文书
cli-record-decision-about = 一项决定；作者就是操作的人
cli-record-mark-about = 案件标记：挂牌督办、快速反应
cli-record-label-about = 给帖子加上自己的分类标签，或者取下（--off）；只用于整理，不证明任何事
cli-record-dispute-about = 有人对一项主张有异议；此后只有异议解决得对被害人有利时才算数
cli-record-strike-about = 某条记错了；留在记录里，不再算数
cli-record-seal-about = 封存记录的最新一条，使证据日志见证到此为止的全部内容
cli-record-duties-about = 列出法律手册里可用告知来履行的义务
cli-record-name-about = 把案卷换一个代称；原来的名称仍留在记录里
cli-option-new-name = 新的代称：不写人名、平台、罪名
cli-record-summary-about = 用自己的话中性地概述一条帖子，给不看原文的人看；以最后一条为准
cli-option-summarised-post = 帖子的键（weibo/4912…）
cli-option-summary-text = 只写一行；不要写人名：记录会进入每个证据包
cli-option-label = 您给这些帖子起的标签，例如“给律师看”；不要写人名：记录会进入每个证据包
cli-option-labelled-post = 帖子的键（weibo/4912…）；可以写多次
cli-option-label-off = 把这些帖子从标签下取下
cli-labelled = “{ $label }”：{ $posts }条
cli-labelled-off = “{ $label }”：取下{ $posts }条
cli-record-capture-about = 记录某件证据如何取得：用一个TOML文件写明（写法见docs/custody.md）
cli-record-proof-about = 他人出具的证明及其所证明的材料：公证书、认证证书、平台电子证明
cli-record-handling-about = 对原件做过的事：交出、取回、要求删除及答复
cli-recorded = 已记为第{ $entry }条：{ $what }
cli-log-about = 查看记录：案件发生的每一件事、何人何时
cli-log-examples =
    例：
      redress log spring --last 20
      redress log spring --kind viewed
cli-log-head = 共{ $entries }条；最后一条的 SHA-256 是 { $head }
cli-export-about = 把案卷写成一个文件：记录、封存材料和全部经过
cli-export-examples =
    例：
      redress export spring spring.redress.zip
      redress export spring for-counsel.redress.zip --purpose counsel --to "法律援助中心"
      redress export spring thin.redress.zip --purpose counsel --without-details
    备份里有签名密钥：请像案卷本身一样保管。
cli-import-about = 导入案卷文件：成为新的案卷，或者接在它所延续的那份后面
cli-import-examples =
    例：
      redress import spring.redress.zip spring
    每条记录、每份材料都会核对。两份各走各的不会合并，会告诉您从哪里分开。
cli-transfer-about = 把案件移送给另一机关：附移送清单的文件；退回之前这里不再记录
cli-transfer-examples =
    例：
      redress transfer spring to-police.redress.zip --way court-to-police --from-body court --from-name "某区人民法院" --to-body police --to-name "某区公安分局" --on 2026-04-01
      redress transfer spring to-police.redress.zip --again
cli-receive-about = 接收移送来的案件：核对，并接着记录
cli-receive-examples =
    例：
      redress receive to-police.redress.zip spring --body police --body-name "某区公安分局" --on 2026-04-02 --by "三号窗口"
    退回或者不予接收的文件，用同样的办法收回原来的案卷。
cli-received-elsewhere = 这份文件已经接收过：{ $path } 是接着它办的。
    .advice = 请在那个案卷里继续。如果那是误收，先把那个文件夹移走，让案件只在一处继续。
cli-exported-holds = 内有{ $entries }条记录、{ $objects }份材料；{ $left }份身份资料没有附上。
cli-exported-key = 内有签名密钥：有它就能以本案名义签名，请自己保管好。
cli-imported = 已导入{ $entries }条记录、{ $objects }份材料，逐一核对；对方没有附上的有{ $left }份。
cli-imported-same = 这里已有同样的记录，没有改动。
cli-imported-behind = 这里的内容比文件更全，没有改动。
cli-transferred = 移送清单列出{ $items }份封存材料。退回之前这里不再记录。
cli-received-sheet = 移送清单与记录相符（{ $items }份）。案件由此继续。
cli-received-copy = 这份文件不是移送而是复制来的，没有移送清单。案件由此继续，对方那里也可能继续。
cli-option-within = 只看多少天内到期的（已错过的照列）
cli-option-ics = 同时写成日历软件能读的文件（iCalendar）
cli-option-remind = 日历文件里提前多少天提醒
cli-option-calendar = 程序没有的年份的放假安排文件（docs/calendar.md）
cli-option-all-dates = 也列出已经遵守的，以及不一定适用的
cli-option-from-day = 障碍开始的日期
cli-option-to-day = 障碍消除的日期；仍在继续的不写
cli-option-cite = 依据的条文：cn/civil-code/194
cli-value-cases = 案卷文件夹，或者放着若干案卷的文件夹
cli-value-limit = 它所中止的期限在手册里的名称：redress due 案卷 --all --json
cli-record-obstacle-about = 使期限中止的障碍
cli-article-unreadable = “{ $value }”不是条文。
    .advice = 写成 cn/civil-code/194。
cli-no-cases = { $path } 里没有案卷。
    .advice = 指明案卷文件夹，或者放着案卷的文件夹。
cli-due-about = 查看期限、应尽的义务和出庭日期；错过的和逾期未告知的排在最前
cli-due-examples =
    例：
      redress due spring
      redress due cases/ --within 30
      redress due spring --ics spring.ics --remind 14,7,1
    日期按最严格的算：不因节假日顺延，在这一天之前办理，按哪种理解都不迟。规则允许顺延的，
    另列顺延后的日期，并写明依据哪一年的放假安排。
cli-due-none = 按现有材料没有到期事项。
cli-due-missed = 错过或已过
cli-due-unseen = 期限已过，案卷未见办理记录
cli-due-ahead = 将到
cli-due-open = 应尽而未定日期
cli-due-now = 及时
cli-due-extended = {" "}· 顺延后 { $day }
cli-due-undated = 另有{ $count }项期限还没有起算日；记录相应步骤后开始计算。
cli-due-is-upcoming = 进行中
cli-due-is-due-today = 今天
cli-due-is-strict-over = 严格日期已过
cli-due-is-missed = 已错过
cli-due-is-nothing-on-file = 未见记录
cli-due-is-kept = 已遵守
cli-due-is-late = 逾期办理
cli-due-is-unknown = 不明
cli-value-cabinet = 放着若干案卷的文件夹
cli-value-words = 要找的词：代称、编号、机关、文书号、状态
cli-option-with-mark = 只列有此标记的：supervised 挂牌督办、rapid-response 快速反应
cli-option-in-state = 只列处于某状态的，可写代码，也可照列表上的中文或英文写：private-prosecution/1=accepted、刑事自诉=已受理、已受理、刑事自诉
cli-option-with-number = 只列有此文书编号的
cli-option-due-by = 只列在此日期之前有事到期的
cli-option-order = last 最近办理、opened 开立、due 到期、cover 代称、entries 条数
cli-option-top-cases = 列出多少件
cli-option-skip = 从头略过多少件
cli-list-about = 列出和查找文件夹里的案件
cli-list-examples =
    例：
      redress list cases
      redress list cases 余杭 --order due
      redress list cases --state private-prosecution/1=accepted
      redress list cases --state 刑事自诉=已受理 --mark 快速反应
    文件夹里的 register.sqlite 可以删除，会由各案卷重新生成。
cli-list-shown = 共{ $total }件，列出{ $shown }件。
cli-list-next = {"    "}案卷里的下一个日期：{ $day }
cli-list-handed-over = {"    "}已移送：只能查看
## 办公室

cli-option-config = 办公室的配置文件（docs/office.md）
cli-value-folder = 案卷文件夹
cli-value-case-id = 案卷编号，见“redress office list”
cli-office-about = 把一个办公室的案卷存放在 PostgreSQL 数据库中
cli-office-init-about = 建立办公室，或把它更新到当前版本
cli-office-list-about = 列出自己参加的案卷；写上词语时，只列全部词语都能找到的
cli-office-import-about = 把一个案卷文件夹连同全部经历移入办公室
cli-office-recount-about = 为统计重新计数：成员计自己参加的案卷，管理员计全部
cli-office-recounted = 已重新计数：{ $counted } 份案卷。{ $busy } 份正有人在办；{ $unread } 份无法计数。
cli-office-uncounted = 案卷 { $case } 无法计数：
cli-office-lagging = 有 { $count } 份案卷没有为统计计到最后一条记录。
    .advice = 管理员可以全部重计：redress office recount。此前不制作统计发布件。
cli-office-export-about = 把办公室的一份案卷连同全部经历移出到文件夹
cli-office-examples =
    例子：
      redress office init --config office.toml
      redress office import my-case --config office.toml
      redress office list --config office.toml
      redress office export rd-0123456789abcdef my-copy --config office.toml
cli-office-set-up = 办公室已建立（表结构版本 { $version }）。
cli-office-current = 办公室已是当前版本（表结构版本 { $version }）。
cli-office-cases = 共 { $count } 份案卷
cli-office-case =   { $case }  { $role }  { $entries } 条记录
cli-moved-whole = 案卷 { $case } 已完整移入：{ $length } 条记录，{ $objects } 件封存内容。
cli-moved-continued = 案卷 { $case } 已补上所缺：{ $entries } 条记录，{ $objects } 件封存内容。现有 { $length } 条记录。
cli-moved-same = 案卷 { $case } 两边相同（{ $length } 条记录）。没有加入任何内容。
cli-moved-ahead = 案卷 { $case } 在那里已有新的记录（{ $length } 条）。没有加入任何内容。
cli-procedure-unknown = 没有“{ $written }”这一程序。有：{ $known }
    .advice = redress procedure 列出名称。
cli-party-unknown = 本案没有 { $party }。
    .advice = redress party 案卷 list 列出当事人。

## 账户、成员、密码

cli-option-as = 登录的账户（也可用环境变量 REDRESS_ACCOUNT）；密码在终端输入，或放在 REDRESS_PASSWORD_FILE 指明的文件里
cli-option-in-role = 在本案中的身份
cli-option-holds = 账户可以担任的身份，可以写多次
cli-option-first = 建立这里的第一个账户，即管理员
cli-option-part = 只给近亲属看这一类内容，可以写多次；不写就是全部
cli-option-last-day = 到这一天为止（含当天，北京时间）
cli-option-most = 最多显示的行数
cli-value-account = 账户名
cli-value-audit-mark = 操作日志里的审计号
cli-account-about = 账户：发放、停用、改密码（管理员）
cli-account-add-about = 发放账户；加 --first 建立第一个管理员
cli-account-lock-about = 停用账户
cli-account-unlock-about = 恢复账户，并清除输错密码的次数
cli-account-password-about = 改自己的密码；管理员可以重设别人的
cli-account-list-about = 列出账户
cli-member-about = 案卷成员：邀请、移除、列出
cli-member-add-about = 邀请一个账户参加本案
cli-member-remove-about = 结束一个账户在本案的成员资格
cli-member-list-about = 列出本案成员
cli-office-log-about = 查看操作日志（审计员；管理员只看账户事项）
cli-office-audit-about = 按审计号给案卷指派审计员（管理员）
cli-account-added = 已发放账户 { $account }。
cli-account-locked = 账户 { $account } 已停用。
cli-account-unlocked = 账户 { $account } 已恢复。
cli-account-password = 账户 { $account } 的密码已更改。
cli-account-row = {"  "}{ $account }  { $roles }
cli-account-row-locked = {"  "}{ $account }  { $roles }  （已停用）
cli-member-added = { $account } 现在是本案成员。
cli-member-removed = { $account } 不再是本案成员。
cli-member-row = {"  "}{ $account }  { $role }
cli-audit-appointed = { $account } 现在可以审计 { $mark } 号案卷。
cli-log-sign-in = 登录
cli-log-allowed = 允许
cli-log-allowed-with-entry = 允许并记入流水
cli-log-denied = 不允许
cli-password-ask = 密码：
cli-password-new = 新密码（至少 12 个字符，可以是一句话）：
cli-password-again = 再输入一次：
cli-office-as-whom = 没有写明用哪个账户登录。
    .advice = 请加 --as NAME，或设置环境变量 REDRESS_ACCOUNT。
cli-office-which-role = 这个账户可以用不止一种身份建案，或者都不可以。
    .advice = 请用 --role 写明身份。
cli-password-differs = 两次输入的密码不同。
    .advice = 请再做一次。没有改动任何内容。
cli-password-file-unreadable = { $variable } 指明的文件读不出密码。
    .advice = 文件里只放密码一行，并且只有您能读。
cli-password-nowhere = 这里没有终端可以输入密码。
    .advice = 请在终端运行，或把密码放进文件，用 { $variable } 指明。
cli-password-not-text = 输入的不是 UTF-8 文字。
    .advice = 请检查终端的编码。
cli-password-stopped = 已停止。没有改动任何内容。
    .advice = 需要时再运行同样的命令。
cli-password-file-exposed = 本机的其他用户可能读到 { $variable } 指明的密码文件。
    .advice = 请把它设为只有您能读。
cli-option-office-file = 办公室的配置文件：此时案卷写办公室里的案件编号（docs/office.md）
cli-office-not-here = { $command } 用于案卷文件夹，不用于办公室里的案件。
    .advice = 不写 --office，或者先用 redress office export 取出案件。
cli-done-new-office = 已在办公室开立案卷：{ $case }
cli-publish-about = 写出匿名的案例摘要，供他人阅读
cli-publish-examples =
    例：
      redress publish spring --out spring.md
      redress publish spring --out spring.txt --dates year
      redress publish spring --out spring.md --figures exact
    人物、平台、机关只称身份，数量写范围，日期写到月。写好的文字会与案卷中一切能认出人的内容逐一核对；有一处就不写出（退出码3）。
    未成年人的年龄能否写明，由监护人决定：redress record CASE decision guardian-agrees-to-publication yes --reason 理由 --item item-000001，
    并封存同意书。
    详见 docs/guidance.md。
cli-recommend-about = 根据案卷事实写出给平台的建议书草稿
cli-recommend-examples =
    例：
      redress recommend spring --kind procuratorial --platform "某某平台" --out draft.md
      redress recommend spring --kind judicial --platform "某某平台" --out draft.md --with-links weibo
    草稿写明案卷里有什么、缺什么，并提出问题，不作认定。空白、回复期限和盖章由制发机关负责。详见 docs/guidance.md。
cli-recommended = 向平台提出{ $asked }个问题；是否制发、空白怎样填写，由制发机关决定。
cli-leaks-none = 与{ $searched }个能认出人的片段核对过，都不在其中；另有{ $unsearched }个值太短，无法核对。
cli-option-out-new = 写成哪个文件：.txt 为纯文本，其他为 Markdown
cli-option-figures = bands（大致范围）或 exact（原数）
cli-option-dates = month（到月，另写间隔日数）或 year（只到年）
cli-option-recommendation-kind = 由谁制发：judicial 法院、procuratorial 检察院、police 公安机关
cli-option-platform = 发给哪个平台，按文书上的名称写
cli-option-with-links = 列出有关的帖子和账号，只给平台：只列该平台上的，按材料中的名称写（如 weibo）；否则只写证据编号
cli-option-sheet = 同时写出可签字的移送清单
cli-option-laid-to = 归于该被告的说法（st-… 或 post:…）；可以写多个
cli-option-taken-back = 不再归于该当事人的说法（st-… 或 post:…），须写 --reason；可以写多个
cli-party-statements = 涉及说法：{ $posts }
cli-notices-about = 查看告知：应告知谁、到何时、已怎样送达、凭据何在
cli-notices-examples =
    例：
      redress notices spring
      redress notices spring --today 2026-04-01
    逾期未告知的排在最前。记录一项：redress record 案卷 notice 义务 --to 当事人 …
cli-notices-none = 按现有材料没有应告知或已告知的事项。
cli-notices-unproven = 无凭据
cli-notices-proof = [{ $item }]
cli-notices-owed-to = {"    "}尚未告知：{ $parties }

# --- 统计
cli-stats-about = 统计案件：批准逮捕、起诉、途径、结果、通知；小数目不公布
cli-stats-examples =
    例：
      redress stats cases/
      redress stats cases/ --by half-year --as-of 2026-06-30 --scope "某县法律援助窗口"
      redress stats cases/ --table funnel --format svg --out funnel.svg
      redress stats cases/ --events events.toml --format html --out statistics.html
      redress stats --published --format csv --out published.csv
      redress stats --office office.toml --as court
      redress stats --office office.toml --as court --from 2025-01-01 --to 2025-12-31 --by half-year --release
    对办公室统计时，--from 和 --to 写明一份发布件的起止日期。发布件用 --release 制作一次，此后有权查看统计的人
    得到的都是原样的那一份；不写日期则列出已有的发布件。
    一次运行的各表一起制作，一张表不会泄露另一张表不公布的数。不要就同一批案件公布期间或者阈值
    不同的两次结果：两者之差可能说出各自不公布的数。
cli-option-published = 只看已公布的系列及其来源
cli-option-stats-by = 按年（year）、半年（half-year）或者月（month）分列
cli-option-stats-from = 计入的第一天（默认：卷内最早的一天）
cli-option-stats-to = 计入的最后一天（默认：--as-of的那天）
cli-option-as-of = 结果截至哪一天；以后的步骤不计（默认：北京时间今天）
cli-option-stats-scope = 本登记的范围：自己的话；与某个已公布系列范围相同的，写它的编号
cli-option-region = 所涉地区
cli-option-events = 自己列的事件清单（TOML），与各周对照；见docs/statistics.md
cli-option-threshold = 1至比它小1的数不公布（0：全部列出，仅供内部）
cli-option-table = 只要这一张表；其他表要求不公布的仍不公布
cli-option-format = text、csv、json、html或者svg
cli-option-stats-out = 写入的文件；svg且没有--table时是文件夹
cli-option-stats-office = 办公室的配置文件：对其全部案卷作某一期间的发布件
cli-option-release = 该期间还没有发布件时制作一份；同一期间只有一份，不再重做
cli-option-breaks = 自己列的口径改变清单（TOML）：某表自哪天起改数别的；见docs/statistics.md
cli-stats-case-twice = { $first } 和 { $second } 是同一份案卷，会数两遍。
    .advice = 去掉其中一个：逐个写明文件夹，或者把副本移到别处。移送后又退回的案卷，记录较多的文件夹是较后的状态。
cli-stats-which-days = 对办公室统计，要写明首日和末日。
    .advice = --from 和 --to 都要写。都不写则列出已有的发布件。
cli-stats-releases = 共 { $count } 份发布件
cli-stats-release =   { $from } 至 { $to }，截至 { $as_of }；小于 { $threshold } 的不公布；{ $made } 制作  { $scope }
cli-log-release = ［{ $from } 至 { $to }，截至 { $as_of }，小于 { $threshold } 的不公布；{ $scope }］
cli-stats-no-charts = 没有可画的图。
    .advice = 有图的是arrests、charged、funnel、weeks；arrests和charged须有两个期间。已公布的系列在--format html中作图。
cli-stats-which-chart = 图不止一张。
    .advice = 用--table选一张，或者用--out指定文件夹。
cli-due-may-run = 可能适用：现有事实不能确定
cli-due-others-may-run = 另有{ $count }项可能约束办案机关；--all 列出全部。
cli-due-silent = 另有{ $count }项义务，案卷没有说明是否应尽。
cli-items-about = 列出封存的材料及其编号
cli-items-examples =
    例：
      redress items spring
      redress items spring 回执
cli-items-count = 共{ $count }件。
cli-forms-about = 列出有哪些文书、各交给谁、依据什么
cli-forms-examples =
    示例：
      redress forms
      redress forms complaint-defamation
      redress forms complaint-defamation --schema
    标有“文本未核对”的文书，其依据条文的官方文本尚未查对；草稿上写明，出定稿时在命令行提示，定稿上不印。
cli-option-input-schema = 打印该文书填写内容的 JSON Schema
cli-value-form = 文书编号（见 redress forms）
cli-form-row = { $form }　{ $title } → { $to }［{ $source }］
cli-form-row-unverified = { $form }　{ $title } → { $to }［{ $source }；文本未核对］
cli-form-used = { $used }交给：{ $to }。
cli-form-required = 定稿必须填写：{ $required }。
cli-form-choices = 用固定值填写的项目（值和它的意思）：
cli-forms-next = redress draft 案卷 文书 --out 文件夹 制作一份；redress forms 文书 说明它要求什么。
cli-form-unknown = 没有文书 { $form }。
    .advice = 最接近的：{ $nearest }。redress forms 列出全部文书。
cli-draft-about = 从案卷制作文书（PDF 和 DOCX）
cli-draft-examples =
    示例：
      redress draft spring complaint-defamation --out papers
      redress draft spring complaint-defamation --questions > answers.toml
      redress draft spring complaint-defamation --answers answers.toml --final --out papers
      redress draft spring --all --masked --out preview
    草稿在原处标明缺什么，并在最前面列出清单。--questions 把清单印成可填写的文件：去掉行首的 # 并填上答案。还有缺项时不出定稿。
    数字只来自证据，并注明是从哪些证据数出来的。文书要印出的个人信息只为这份文书读取，并记入案卷；--masked 则用遮盖代替。定稿连同
    填写内容记入案卷，并以遮盖后的形式进入下一个证据包。
cli-option-forms = 文书编号（见 redress forms）
cli-option-all-forms = 全部文书
cli-option-papers-out = 写入的文件夹
cli-option-papers-answers = 答案文件（TOML 或 JSON），每份文书一个表
cli-option-questions = 把还缺的项目印成可填写的答案文件
cli-option-final = 供签名的定稿；有缺项时拒绝
cli-option-glossed = 中文下附英文释义；该版本不用于提交
cli-option-masked = 以遮盖代替可识别个人的信息
cli-option-papers-format = 写哪些文件：pdf、docx、json（填写内容）
cli-option-font = 补充字体文件，用于自带字体没有的字
cli-draft-which = 要制作哪份文书？
    .advice = 请写一个或几个文书编号（redress forms 列出全部），或者用 --all。
cli-draft-where = 文书写到哪里？
    .advice = 请用 --out 指定文件夹，或者用 --questions 打印缺项。
cli-draft-missing = { $form }：还有 { $count } 处待填；清单在草稿最前面
cli-answers-unreadable = { $path } 不是 UTF-8 编码的文字，不能读作答案文件。
    .advice = 应为 UTF-8 编码的 TOML（文件名以 .json 结尾时为 JSON），每份文书一个表；redress draft 案卷 文书 --questions 会印出一份。
cli-answers-syntax = { $path } 第 { $line } 行读不懂：{ $text }
    .advice = 文字要加引号：court = "某法院"；true、false 和数字不加引号；列表写作 ["甲", "乙"]；同一项只写一次；表头写作 [文书编号]。
cli-papers-final = 定稿 { $count } 份：{ $path }
cli-papers-draft = 草稿 { $count } 份，缺项列在最前面：{ $path }
cli-reading-again = {"    "}{ $item }重新按第{ $entry }条的读取计算。
cli-reading-none = {"    "}{ $item }仍然封存，现在不从中读取帖子。再次加入该文件（需要时换一个 --mapping）即可重新读取。
cli-log-is-struck = 已被第{ $by }条划去
cli-log-is-withdrawn = 已被第{ $by }条撤回
cli-log-is-disputed = 第{ $by }条提出争议
cli-log-purpose = 用途：{ $purpose }
cli-purpose-backup = 备份
cli-purpose-counsel = 交给代理人
cli-purpose-transfer = 移送
cli-purpose-publication = 匿名摘要
cli-purpose-recommendation = 建议书
cli-purpose-paper = 含个人信息的文书
cli-purpose-leak-check = 文书写出前检查是否会暴露身份
cli-seen-details = 参与人身份信息
cli-seen-material = 帖子原文
cli-seen-item = 封存的原件
cli-usage-unknown = 这里没有{ $argument }这一项。
    .advice = { $near ->
        [blank] 写法：{ $usage }
       *[other] 是不是要写{ $near }？写法：{ $usage }
    }
cli-usage-no-such-command = 没有“{ $command }”这个命令。
    .advice = { $near ->
        [blank] redress --help 列出全部命令。
       *[other] 是不是要写{ $near }？redress --help 列出全部命令。
    }
cli-usage-which-command = 没有写明要执行哪个命令。
    .advice = 可用的有：{ $known }
cli-usage-missing = 缺少：{ $argument }
    .advice = 写法：{ $usage }
cli-usage-without-value = { $argument }后面没有写值。
    .advice = { $known ->
        [blank] 请在后面写上值；加 --help 可看该命令接受什么。
       *[other] 可用的值：{ $known }
    }
cli-usage-value = “{ $value }”不是{ $argument }可用的值。
    .advice = { $known ->
        [blank] 加 --help 可看该命令接受什么。
       *[other] 可用的值：{ $known }
    }
cli-usage-value-unread = “{ $value }”不能作为{ $argument }（{ $problem }）。
    .advice = 加 --help 可看该命令接受什么。
cli-usage-too-many = “{ $value }”超出了{ $argument }的个数。
    .advice = 请去掉；加 --help 可看该命令接受什么。
cli-usage-how-many = { $argument }有{ $given }个值，应为{ $wanted }个。
    .advice = 加 --help 可看该命令接受什么。
cli-usage-conflict = { $argument }不能与{ $other }同时使用。
    .advice = 请去掉其中一个。
cli-usage-not-text = 有一个参数不是 UTF-8 文字。
    .advice = 请检查终端的编码，或者把文件换一个名字。
cli-usage-wrong = 这一行无法读懂：{ $problem }
    .advice = 加 --help 可看该命令接受什么。
cli-option-first-words = 显示每条说法的开头几个字（@后的名字、号码和链接略去）；查看之前先记入流水
cli-measure-words = {"  "}要辨认是哪条说法：打开该文件看那一行，或者加 --words 显示开头几个字。
cli-handle-row = { $file }第{ $row }行（{ $item }）
cli-handle-length = { $count }字
cli-option-force = 替换已有的文件；不加则一概不替换
cli-option-markdown = 输出 Markdown 页面（含流程图）
cli-file-exists = { $path }已经存在，保持原样。
    .advice = 请换一个名字，或者加 --force 替换。
cli-lines-of-office = 办案机构的求助电话不在页面上修改。
    .advice = 由管理办案机构的人编辑配置文件旁边的crisis-lines.toml。
cli-body-unnamed = 缺少机关名称（--body-name）。
    .advice = 按文书填写，例如 --body court --body-name "…人民法院"；不需要写明机关时，请去掉 --body。
cli-procedure-diagram = 各个状态，以及由此可以走到哪里
cli-procedure-start = （起点）
cli-procedure-end = （可止于此）
cli-procedure-stays = （状态不变）
cli-procedure-reasons = 仅限理由：{ $reasons }
cli-procedure-while = 前提是{ $procedure }处于或者经过：{ $what }
cli-procedure-unless = { $procedure }处于或者经过下列情形的除外：{ $what }
cli-procedure-within = 仅在{ $event }之后{ $days }日届满以前
cli-procedure-since = 自{ $day }起
cli-procedure-from = {"      "}起于：{ $states }
cli-procedure-order = 其他步骤一律不能记录：{ $order }（{ $cites }）
cli-procedure-closed = 法律不允许的步骤
cli-procedure-calls = 其他程序要求的步骤
cli-procedure-shall = 应当
cli-procedure-may = 可以
cli-list-in-a-case = { $path }是一件案卷，或者在案卷里面；它不是放案卷的文件夹。没有写入任何内容。
    .advice = 请写外面那一层文件夹：redress list { $around }。看一件案卷里有什么，用 redress log、items、step list。
cli-state-unknown = 没有“{ $state }”这个状态或者程序。
    .advice = 请写 程序=状态，可用代码，也可照列表上的文字。可用的有：{ $known }
cli-mark-unknown = 没有“{ $mark }”这个标记。
    .advice = 可用的有：{ $known }
cli-hour-unreadable = “{ $value }”不是时刻。
    .advice = 请按北京时间写两位小时、两位分钟，例如 09:30。
cli-option-compiled-by = 由谁编制（--format pdf、docx）；不写则为草稿
cli-stats-no-paper = 已公布系列不是登记的报告。
    .advice = 请去掉 --published，或者用 --format html。
cli-stats-paper-out = 报告是一个文件，要写到哪里？
    .advice = 请用 --out 指定，例如 --out report.pdf。
cli-stats-no-exhibit = 统计报告不附证据，却指向了 { $item }。
    .advice = 这是程序的错误，请报告。
cli-draft-not-there = { $path } 是文件或者证据包；文书要放在另外的文件夹里。
    .advice = 请用 --out 指定另一个文件夹；没有时会新建。
cli-serve-about = 在浏览器里打开工作台，只在这台电脑上
cli-option-port = 127.0.0.1上的端口；0表示任取一个空闲的
cli-option-no-browser = 不自动打开浏览器
cli-serve-link = 请在十分钟内打开这个链接（只能用一次）：{ $link }
cli-serve-unopened = 没有打开浏览器（{ $problem }）。请自己在浏览器里打开上面的链接。
cli-serve-again = 按回车键给出新的链接，按Ctrl-C结束。
cli-serve-ended = 工作台已结束。已保存的都在案卷文件夹里。
cli-nobody-signs-in = 这里不需要登录，用程序给出的链接进入。
    .advice = 请用redress serve给出的链接。
cli-serve-office = 请在这里登录：{ $link }
cli-no-example-in-office = 示例案卷不放进机构的案卷里。
    .advice = 请在单独的电脑上查看：redress demo --serve
cli-no-copy-into-office = 备份不在机构的案卷里继续使用，没有收下任何内容。
    .advice = 由管理机构的人在命令行放进案卷：redress office import
cli-option-serve = 结束后在浏览器里打开示例案卷的工作台
cli-demo-serve = 在浏览器里查看：redress serve { $out }
cli-option-cosign-with = 会签用的密钥文件（redress cosign key），供“为他人会签”页使用
cli-option-pace = 一次登录每秒最多的请求数，短时可达四倍
cli-option-listen = 改在这个地址和端口监听，须用TLS
cli-option-tls-chain = 服务器的证书链（PEM）
cli-option-tls-key = 证书的私钥（PEM）
cli-option-host-name = 其他人访问时使用的域名
cli-serve-examples =
    例：
      redress serve
      redress serve spring-cases --port 4317
      redress serve --cosign-with office.key
      redress serve --office office.toml --listen 0.0.0.0:443 --tls-chain chain.pem --tls-key key.pem --host-name cases.example
cli-value-capture-file = 取证记录：TOML，须有item和operator，其余知道什么写什么
cli-value-proof-item = 证明文件本身的编号：item-000017
cli-option-proof-of = 证明的是哪一件；可以写多次
cli-option-proof-kind = 属于哪一种证明
cli-option-issuer = 出具的机关、平台或机构；不写个人姓名
cli-option-check-value = 证明上印的校验值，十六进制；SHA-256和SM3会比对
cli-value-handled-item = 哪一件：item-000003
cli-option-act = 做了什么
cli-option-how = 怎样做的
cli-option-result = 结果如何
cli-option-whom = 由谁、为谁：写机关或身份，不写个人姓名
cli-option-of-item = 只看这一件的保管链：item-000003
cli-custody-about = 保管链：谁、何时、怎样、对哪件原件做了什么、结果如何
cli-custody-examples =
    示例：
      redress custody spring
      redress custody spring --item item-000003
    保管链从案卷记录中读出。本程序自己做的事自动入册；程序以外发生的事（交出手机、要求删除）用 redress record spring handling 记入。
cli-custody-count = 共{ $count }个环节
cli-custody-whole = 整个案卷
cli-capture-unreadable = { $path } 不能作为取证记录读取：{ $problem }
    .advice = 应为不超过64 KiB的TOML，必须有item和operator；其他各项见docs/custody.md。
cli-custody-agrees = ✓ 所印校验值即 { $item } 的 { $algorithm }
cli-custody-agrees-with-none = ✗ 所印校验值与所证明的材料均不相符
cli-custody-agrees-not-compared = ? 所印校验值用的不是SHA-256或SM3，未作比对

# 会签。
cli-cosign-about = 由第三方会签他人的证据日志，不必看到案卷
cli-cosign-examples =
    例子：
      redress cosign key office.key --name legal-aid.example
      redress cosign sign request.txt office.key --log redress/case/rd-…+1a2b3c4d+AbCd… --out cosigned.txt
      redress record spring cosignature cosigned.txt --cosigner legal-aid.example+5e6f7a8b+BAbC…

    会签的意思是：此时我见到这份日志有这么多条记录，自我上次会签以来只增不改。至于内容是否属实，会签不作说明。
    密钥文件旁的 .seen 文件记着上次会签到哪里。两个文件都要保管好，并作备份。
cli-cosign-key-about = 生成会签用的密钥，并显示核对人所需的公钥
cli-cosign-sign-about = 会签一份请求（redress record CASE checkpoint）、签了名的检查点或证据包
cli-record-checkpoint-about = 对证据日志的现状签名：一次工作的结束，也是请人会签的依据
cli-record-cosignature-about = 收入会签人签回的检查点，下一个证据包就带上它
cli-value-key-file = 会签人的私钥文件
cli-value-request = 请求、签了名的检查点，或者证据包的文件夹
cli-value-cosignature-file = 会签人签回的检查点
cli-option-key-name = 会签人的名称，核对人凭它认人：不含空格，最好是域名，如 legal-aid.example
cli-option-log-key = 日志的公钥，由制作人另行告知
cli-option-cosigner = 会签人的公钥，由其另行告知
cli-log-size = { $size } 条记录
cli-checkpoint-next = 第三方不看案卷也能会签：redress cosign sign FILE KEY-FILE --log { $key } --out FILE
cli-cosigner-made = 公钥（核对人需要它）：{ $key }
cli-cosigned = 已会签：{ $log }，{ $size } 条记录，{ $time }
cli-cosigned-next = 请把 { $path } 送回。收入的办法：redress record CASE cosignature { $path } --cosigner { $key }
cli-cosign-unfit = { $path } 超过 1 MiB，或者不是文本。
    .advice = 请给出“redress record CASE checkpoint”写成的文件。
cli-cosigner-key = { $path } 不是会签人的密钥文件。
    .advice = 请用“redress cosign key”生成一个，或者使用以前的副本。
cli-cosigner-seen = { $path } 不是这把密钥的会签记录。
    .advice = 请用以前的副本放回原处。没有它，这把密钥不得再用于会签：请另生成一把。
cli-cosigner-busy = 另一个程序正在用 { $path } 会签。
    .advice = 等它结束后再试。
cli-cosigner-exposed = 本机的其他用户可能读得到密钥文件。
    .advice = 请取消其他人的读取权限（chmod 600）。
cli-stamp-about = 请时间戳签发机构为证据日志或证据包加盖时间戳（RFC 3161），联网或凭文件均可
cli-stamp-examples =
    示例：
      redress stamp spring --tsa http://tsa.example/tsr --tsa-root tsa-root.pem
      redress stamp spring --question ask.tsq
      redress stamp spring --answer answer.tsr --authority "示例签发机构"
      redress stamp bundle --tsa http://tsa.example/tsr
    每次工作结束盖一次，每个证据包盖一次。发出去的只有摘要；它说明封存的内容不晚于令牌所载时间已经存在，此前的事情它不证明。
cli-value-case-or-bundle = 案卷，或者证据包的文件夹
cli-option-tsa = 向这个签发机构请求，HTTP或HTTPS
cli-option-question = 把请求写入这个文件，拿到别处签发
cli-option-answer = 从这个文件收下回执
cli-option-authority = 由谁签发：机构名称
cli-option-algorithm = 用哪种摘要：sha256；机构接受时可用sm3
cli-option-tsa-root = 您所信任的证书，PEM或DER；可以写多次
cli-option-block-header = 您查得的比特币区块头，160 位十六进制数字，用于 .ots 证明；可以写多次
cli-option-tsa-issuer = 令牌里缺的中间证书；可以写多次
cli-stamp-question = 请求已写入 { $path }。签发之后，用 --answer 收下回执。
cli-stamped = 已加盖：{ $kept }。不晚于 { $time } 已经存在。
cli-stamped-root = 令牌可追溯至 { $root }。
cli-stamped-no-root = 没有用 --tsa-root 给出证书，令牌追溯到谁未作核对。核验的人各自选择信任谁。
cli-file-too-long = { $path } 超过{ $most }字节。
    .advice = 令牌和证书都很短，请看看是不是选错了文件。
cli-certificates-unreadable = { $path } 里没有可以读取的证书：{ $reason }
    .advice = 请给出PEM或DER格式的证书。

## 仅限指定收件人打开的文件

cli-envelope-about = 将文件加密给指定的收件人（age 加密）、打开此类文件、生成密钥
cli-envelope-examples =
    示例：
      redress envelope key mine.key                                   （收件人，一次即可；把公钥交给寄件人）
      redress pack spring spring.zip.age --to "法律援助中心=age1…"       （寄件人：只有他们能打开的证据包）
      redress envelope close spring.redress --to "法院=age1…" --out spring.redress.age
      redress envelope open spring.zip.age mine.key --out spring.zip  （收件人；然后：redress verify spring.zip）
    格式为 age-encryption.org/v1，age 和 rage 也能打开。
cli-envelope-key-about = 为寄给您的加密文件生成密钥，并显示寄件人所需的公钥
cli-envelope-close-about = 将文件加密给指定的收件人，其他人都打不开
cli-envelope-open-about = 打开加密给您的文件
cli-value-envelope-key = 私钥文件
cli-value-envelope-file = 文件
cli-option-closed-to = 加密给某人：名称、“=”、对方的公钥（age1…）；可以给出多次
cli-value-bagged = 文件夹；它会移进袋里，成为 data/
cli-value-plain-bag = 要制作的袋；那里现在还不能有东西
cli-stage-bagging = 正在读取文件夹
cli-bag-no-folder = { $path } 不是文件夹。
    .advice = 请写要放进袋里的文件夹。
cli-bag-stopped = 已停止，没有改动任何内容。
    .advice = 文件夹还在原处，随时可以重新开始。
cli-bag-no-day = 这台计算机的时钟显示的日期不存在。
    .advice = 请校正时钟，或者用 --today 写明日期。
cli-bag-secret = { $path } 里有私钥。拿到这个袋的人，可以用它打开本来只给私钥主人看的文件。
    .advice = 如果要把袋交给别人：把文件夹从 data/ 里移回来，把私钥放到别处，再重新做袋。
cli-bag-made = { $path }：{ $files } 个文件，共 { $bytes } 字节，已列入 SHA-256、SHA-512、SM3 三份清单。原文件夹已经移走，现在是 { $path }/data；没有一个字节被复制或者改动。
cli-bag-note = 它没有任何人签名。请把下面的数记在别人改不了的地方（纸上或者收据上）：tagmanifest-sha256.txt 的 SHA-256 为 { $digest }。任何人都可以检验这个袋：redress verify { $path }
cli-stage-closing = 正在加密
cli-stage-opening = 正在打开
cli-envelope-made = 公钥（寄件人需要）：{ $key }
cli-envelope-for = 可以打开的人：{ $name }（{ $key }）
cli-envelope-folder = { $path } 是文件夹。
    .advice = 用“redress pack 案卷 文件 --to 名称=公钥”打包案卷，或先将文件夹压缩为 zip。
cli-envelope-exposed = 本机的其他用户可能读到私钥文件。
    .advice = 只让所有者可读：chmod 600。
cli-packed-closed-next = 只有他们能打开，您自己也打不开。打开方法：redress envelope open { $path } 私钥文件 --out bundle.zip
cli-receive-not-handed-over = 这份文件是复制的，不是移送的，因此没有可接收的移送。
    .advice = 用 redress import 取入，或者请发送方移送案卷（redress transfer）。
    .web = 这份文件是复制的，不是移送的，因此没有作任何记录，也没有取入任何内容。
    .web-advice = 如果是自己的副本，请选“这是我自己的副本”。如果是机关发来的，请对方办理移送。
