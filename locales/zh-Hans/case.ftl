# 案卷房间的句子。
case-ledger-chain-broken = 台账在第 { $line } 行断开：它接不上前一行。
    .advice = 请打开案卷的备份；这一份请保持原样。
case-ledger-unreadable = 台账第 { $line } 行读不出来：{ $problem }
    .advice = 请打开案卷的备份；这一份请保持原样。
case-ledger-newer = 台账里有 { $schema } 格式的条目；这个程序认识的是 { $known }。
    .advice = 请用写它的版本或者更新的版本。
case-ledger-not-opened = 台账的第一条不是建立案卷。
    .advice = 用 redress new 建立案卷，或者打开备份。
case-ledger-illegal = 台账第 { $line } 行提到不存在的内容，或者顺序不对。
    .advice = 请打开案卷的备份；这一份请保持原样。
case-term-unknown = 没有叫“{ $term }”的事实。相近的有：{ $near }
    .advice = redress fact CASE terms 会列出全部事实。
case-value-unfit = “{ $value }”不是 { $term } 的值。应当是：{ $expected }
    .advice = 请写上面的一种，或者 unknown（未知）。
case-anchor-lost = 第 { $entry } 条所指的帖子 { $post } 已不在任何说法里，这项主张没有使用。
    .advice = 放进含有这条帖子的材料，或者撤回后改指别的帖子。
case-year-is-information = 本案卷一年之内的 { $acts } 条说法相加，仅供参考：是否同一人所为、是否未经处理，由人说明。
