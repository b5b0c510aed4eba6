# 法律一室的语句。$file、$line、$column（按字符计）指向法律书中的位置。

# --- 提问
law-no-such-rule = 法律书里没有规则“{ $rule }”。
    .advice = 用 redress law list 查看全部规则。
law-unknown-term-asked = 规则问到“{ $term }”，词表里没有；按未知处理。
    .advice = 请使用与法律书配套的词表。
law-judgement-not-by-a-person = “{ $term }”须由人认定。{ $by } 填入的值（{ $value }）不是由人认定的，没有采用。
    .advice = 请由人认定：redress fact 案件 set … { $term } yes --standing judged
law-claim-wrong-kind = { $by } 为“{ $term }”填入的值（{ $value }）种类或者单位不同，没有采用。
    .advice = 话题阅读、播放、点赞都不是同一条信息的浏览。请按该事实的单位填写。

# --- 日期与版本
law-rests-on-unverified = 本结果依据的规定（{ $rule }）原文未经核对。
    .advice = 使用前请核对官方文本。
law-act-date-missing = 行为日期不明，{ $rule } 的每个版本都算过。
    .advice = 请填写首次和最后一次发布的日期。
law-act-straddles = 行为跨越 { $from } 的法律变更，两个版本都列出。
    .advice = 整体适用哪一部法律有争议，请咨询律师。
law-act-began-before = 行为开始于 { $rule } 施行（{ $from }）之前。本结果只涉及施行以后的部分。
    .advice = 之前的部分适用什么法律，请咨询律师。
law-end-not-researched = { $rule }（{ $from } 起）是否仍然有效，尚未查证。
    .advice = 请核对官方文本。
law-reaches-back = 行为早于 { $rule }（{ $from }）。司法解释的效力及于所解释的法律施行期间。
law-repealed-at-filing = 提出之日 { $rule } 已无有效版本。行为是否仍受处罚，由人判断。
    .advice = 请律师查明有无替代的规定。
law-earlier-applies = { $rule } 的新版本（{ $from } 起）并不更轻，适用行为时的法律。
law-later-is-milder = { $rule } 的新版本（{ $from } 起）更轻，适用新版本。
law-milder-needs-a-person = { $rule } 的新旧版本（新版本 { $from } 起）互有轻重，两个版本都列出。
    .advice = 何者更轻，请律师判断。

# --- 读法律书：行
law-unknown-line = { $file }:{ $line }:{ $column }：规则里没有以“{ $found }”开头的行。
    .advice = 行首只能是 规则、名称、依据、有效、成立、除非。
law-unknown-word = { $file }:{ $line }:{ $column }：“{ $found }”不能作为条件的开头。
    .advice = 请写词表中的事实（statement.views）或者关键词，见 docs/law-format.md。
law-unknown-word-near = { $file }:{ $line }:{ $column }：“{ $found }”不能作为条件的开头。是不是 { $zh }（{ $en }）？
    .advice = 每个关键词中文、英文各只有一种写法，见 docs/law-format.md。
law-extra-words = { $file }:{ $line }:{ $column }：这一行多出“{ $found }”。
    .advice = 每个条件单独一行，放在“任一”或“全部”之下。
law-missing-line = { $file }:{ $line }:{ $column }：规则缺少“{ $zh }”（{ $en }）一行。
    .advice = 请补上；每条规则都要有编号、名称和成立条件。
law-line-twice = { $file }:{ $line }:{ $column }：这一行在规则里已经有了。
    .advice = 请保留其中一行。
law-tab-indent = { $file }:{ $line }:{ $column }：这一行用制表符缩进。
    .advice = 请用空格缩进，每级两个。
law-uneven-indent = { $file }:{ $line }:{ $column }：这一行的缩进落在两级之间。
    .advice = 请与同级的行对齐。
law-open-quote = { $file }:{ $line }:{ $column }：引号没有闭合。
    .advice = 请在同一行闭合："中文 | English"。
law-expected-children = { $file }:{ $line }:{ $column }：这一行下面没有条件。
    .advice = 请把条件写在下面，多缩进两个空格。
law-unexpected-children = { $file }:{ $line }:{ $column }：这一行缩进在不能带下级的行之下。
    .advice = 只有 任一、全部、至少、合计、斟酌 可以带下级。
law-expected-number = { $file }:{ $line }:{ $column }：这里应当是数字，不是“{ $found }”。
    .advice = 请写 5000，不加分隔符，不用汉字。
law-expected-date = { $file }:{ $line }:{ $column }：这里应当是日期，不是“{ $found }”。
    .advice = 请写成 2026-01-01。
law-expected-term = { $file }:{ $line }:{ $column }：这里应当是事实，不是“{ $found }”。
    .advice = 事实由两个词和一个点组成：statement.views。
law-expected-rule-id = { $file }:{ $line }：这里应当是规则编号，不是“{ $found }”。
    .advice = 规则编号由小写字母、数字和连字符组成：cl246-defamation。
law-expected-citation = { $file }:{ $line }:{ $column }：这里应当是引用，不是“{ $found }”。
    .advice = 请写 目录/文件/条(项)：cn/criminal-law/246(1)。
law-expected-label = { $file }:{ $line }:{ $column }：这里应当是两种语言的名称。
    .advice = 请写 中文 | English，不含 | " # 三种符号。
law-expected-item = { $file }:{ $line }:{ $column }：“{ $found }”不是项的编号。
    .advice = 请写 (一) 或者 (1)。
law-expected-of = { $file }:{ $line }:{ $column }：这里应当是“项”（of）。
    .advice = 请写 至少 2 项，或者 at least 2 of。
law-expected-set = { $file }:{ $line }:{ $column }：这里应当是一组词。
    .advice = 请写 {"{"}victim, close-relative{"}"}。
law-expected-window = { $file }:{ $line }:{ $column }：这里应当是时间单位。
    .advice = 请写 年内、个月内、日内，或者 years、months、days。
law-expected-before = { $file }:{ $line }:{ $column }：这里应当是 before act 或者 before filing。
    .advice = 请写 within 2 years before act。
law-expected-from = { $file }:{ $line }:{ $column }：这里应当是“自”（from）。
    .advice = 请写 有效 自 2013-09-10 至今。
law-expected-end = { $file }:{ $line }:{ $column }：这里应当写明如何终止。
    .advice = 请写 至今，或者 废止于 日期 由 条文，或者 终止未查。
law-expected-burden = { $file }:{ $line }:{ $column }：这里应当写明例外由谁证明。
    .advice = 请写 必须排除，或者 由对方证明。

# --- 读法律书：页
law-front-missing = { $file }：页首没有数据。
    .advice = 请以 +++ 行、数据、+++ 行开头。
law-front-data = { $file }:{ $line }:{ $column }：页首数据读不出：{ $detail }
    .advice = 各项见 docs/law-format.md。
law-front-dates = { $file }:{ $line }：页首数据的日期读不出。
    .advice = 请写 from = 2013-09-10，end = "open"、"not-researched" 或者 {"{"} repealed = 2026-01-01, by = "…" {"}"}。
law-no-instrument = { $file }：没有说明 { $instrument } 是什么文件。
    .advice = 请为它添加 index.md，写明位阶和来源。
law-no-paraphrase = { $file }：缺少其中一种语言的要点。
    .advice = 请添加标题 ## 要点 和 ## In short，各写一段。
law-json = { $file }:{ $line }:{ $column }：规则的 JSON 形式读不出：{ $detail }
    .advice = 格式为 redress/law/1；redress law show 规则 --json 有实例。

# --- 检查
law-unknown-term = { $file }:{ $line }：{ $rule } 问到“{ $term }”，词表里没有。
    .advice = 请使用词表中的事实，或者先加入词表。
law-unknown-term-near = { $file }:{ $line }：{ $rule } 问到“{ $term }”，词表里没有。相近的有：{ $near }。
    .advice = 请使用词表中的事实，或者先加入词表。
law-term-of-another-kind = { $file }:{ $line }：{ $rule } 对“{ $term }”的问法与它的种类不符。
    .advice = 数量与数字比，选择与一组词比，日期与期间比；只有须由人认定的事实才能用 兜底、斟酌。
law-unknown-choice = { $file }:{ $line }：{ $rule } 把“{ $term }”与“{ $word }”相比，它没有这个取值。
    .advice = 取值见词表。
law-missing-label = { $file }:{ $line }：名称缺少一种语言，或者含有不能打印的符号：“{ $what }”。
    .advice = 请写全两种语言，不含 | " # 三种符号。
law-no-citation = { $file }:{ $line }：{ $rule } 没有引用任何规定。
    .advice = 请先写所依据的规定。
law-ends-before-it-begins = { $file }:{ $line }：{ $rule } 的终止早于开始。
    .advice = 请核对施行日期。
law-versions-overlap = { $file }:{ $line }：{ $rule } 自 { $from } 起的版本与自 { $other } 起的版本重叠。
    .advice = 旧版本应当在新版本开始之日终止。
law-versions-gap = { $file }:{ $line }：{ $last } 与 { $from } 之间，{ $rule } 没有有效版本。
    .advice = 如确实如此，可以保留；涉及这段时间的问题按未知处理。
law-unknown-rule = { $file }:{ $line }：{ $rule } 提到规则“{ $other }”，书里没有。
    .advice = 请核对编号，或者添加该规则。
law-cycle = { $file }:{ $line }：{ $rule } 绕回自己。
    .advice = 条文可以互相引用，规则不可以；请去掉其中一处。
law-empty-group = { $file }:{ $line }：{ $rule } 里有一组没有条件。
    .advice = 请添加条件，或者删去这一组。
law-at-least-range = { $file }:{ $line }：{ $rule } 要求 { $of } 项条件中的 { $n } 项。
    .advice = 这个数必须在一与条件总数之间。
law-catch-all-first = { $file }:{ $line }：{ $rule } 里兜底排在所列情形之前。
    .advice = 请把 兜底 放在最后。
law-accumulate-counts-only = { $file }:{ $line }：{ $rule } 累计的不是数量。
    .advice = 条件写在 当 之后；其余各行用 >= 比较数量。
law-check-first-is-late = { $file }:{ $line }：{ $rule } 的例外 { $other } 应当先查，却排在后面。
    .advice = 请把带 先查 的例外放在最前。
law-penalty-without-shield = { $file }:{ $line }：{ $rule } 可能导致处罚，却没有先查任何例外。
    .advice = 请加上 除非 必须排除 先查 和第十条的相应规则。
law-fact-both-ways = { $file }:{ $line }：{ $rule } 对“{ $term }”正反两面都问；已有定论的结果可能显示为未定。
    .advice = 请改写规则，每个事实只从一面问。
law-fact-twice = { $file }:{ $line }：{ $rule } 对“{ $term }”同向问了不止一次，没有影响。

# --- 一项说法为什么没有采用
law-aside-no-evidence = 没有附证据
law-aside-not-judged = 只能由人认定
law-aside-unknown = 该说法称无从查明
law-aside-wrong-kind = 种类或者单位不同

# --- 理由：事实
law-why-nobody-said = 尚无任何说法。
law-why-evidence-missing = 有人这样说，但没有附证据。
law-why-cannot-be-known = 有人查过，就本案卷无从得知。
law-why-judgement-missing = 须由人认定。
law-why-shown = 有证据，且无人否认。
law-why-shown-not = 证据表明并非如此。
law-why-judged-yes = 由人认定：是。
law-why-judged-no = 由人认定：否。
law-why-disputed = 对这一事实的说法不一。
law-why-sources-contradict = 来源互相矛盾，每一种都算过。
law-why-number-reached = 数量达到。
law-why-number-not-reached = 数量未达到。
law-why-number-open = 数量还不够确切。
law-why-number-kept = 数量没有超过。
law-why-number-passed = 数量已经超过。
law-why-choice-fits = 属于所列情形。
law-why-choice-other = 不属于所列情形。
law-why-date-inside = 日期在期间之内。
law-why-date-outside = 日期在期间之外。
law-why-date-open = 日期是否在期间之内，尚不清楚。
law-why-act-date-missing = 行为日期不明。
law-why-presumed = 推定如此，除非有相反证据。
law-why-catch-all = 兜底情形，只能由人认定。
law-why-factor = 供斟酌。

# --- 理由：条件与规则
law-why-one-holds = 有一项即可，已有一项达到。
law-why-none-holds = 没有一项达到。
law-why-none-shown-yet = 尚无一项达到。
law-why-only-catch-all = 所列情形均未达到，只剩兜底。
law-why-enough-hold = 达到所需的项数。
law-why-too-few = 未达到所需的项数。
law-why-not-enough-yet = 尚未达到所需的项数。
law-why-all-hold = 各项均达到。
law-why-one-fails = 有一项必要条件未达到。
law-why-some-open = 有一项必要条件证据不足。
law-why-excluded = 已经排除。
law-why-not-excluded = 不能排除：确有其事。
law-why-exclusion-open = 尚未排除。
law-why-exception-absent = 例外不适用。
law-why-exception-applies = 例外适用。
law-why-exception-open = 例外是否适用，尚不清楚。
law-why-exception-stops = 例外适用，因此未达到。
law-why-made-out = 就本案卷现有材料，各项要件均达到。
law-why-not-made-out = 就本案卷现有材料，有一项要件未达到。
law-why-open = 证据不足。
law-why-turns-on-disputes = 结果只取决于有争议的事实。
law-why-open-and-disputed = 一部分证据不足，一部分有争议。
law-why-versions-agree = 行为涉及几个版本的法律，结论相同。
law-why-versions-differ = 行为涉及几个版本的法律，结论不同。
law-why-either-law = 行为时的法律或者后来的法律容许，例外即适用。
law-why-both-laws = 行为时的法律和后来的法律都处罚，才算达到。
law-why-no-version = 本书没有这一时期的法律。
law-why-no-longer-in-force = 提出之日该规定已不再有效；行为是否仍受处罚，由人判断。
law-why-rule-not-in-book = 这里提到的规则不在书中。
