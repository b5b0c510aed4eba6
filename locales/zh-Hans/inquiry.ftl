# 事实文件。
inquiry-unknown-fact = 第 { $line } 行（{ $id }）第 { $entry } 项：没有“{ $fact }”这一事实。
    .advice = redress law facts 列出全部。
inquiry-unknown-fact-near = 第 { $line } 行（{ $id }）第 { $entry } 项：没有“{ $fact }”这一事实。相近的有：{ $near }。
    .advice = redress law facts 列出全部。
inquiry-wrong-unit = 第 { $line } 行（{ $id }）第 { $entry } 项：“{ $fact }”的单位是 { $expected }，不是 { $found }。
    .advice = 单位不同的数量从不比较。请用单位相符的事实。
inquiry-value-unfit = 第 { $line } 行（{ $id }）第 { $entry } 项：“{ $fact }”不能是 { $found }。
    .advice = 可以是：{ $expected }。
inquiry-upside-down = 第 { $line } 行（{ $id }）第 { $entry } 项：“{ $fact }”至少 { $lo } 又至多 { $hi }。
    .advice = 小的数写在 lo。
inquiry-contradiction = 第 { $line } 行（{ $id }）第 { $entry } 项：第 { $first } 项的同一来源对“{ $fact }”另有说法。
    .advice = 请写明每个数值的来源；不同来源可以不同。
inquiry-before-any-law = 第 { $line } 行（{ $id }）：{ $at } 早于本书的任何法律，本书始于 { $first }。
    .advice = 请核对 "at" 的年份。
inquiry-no-such-reading = 第 { $line } 行（{ $id }）：读法“{ $reading }”没有“{ $name }”这种取法。可取：{ $known }。
    .advice = redress law readings 列出全部。
inquiry-act-upside-down = 第 { $line } 行（{ $id }）：{ $subject } 的行为始于 { $from }，却终于更早的 { $to }。
    .advice = 请核对 act_date 和 act_end_date。
inquiry-not-json = 第 { $line } 行第 { $column } 列：从这里起不是 JSON。
    .advice = 请每行写一个 JSON 对象；redress schema facts 打印格式。
inquiry-cut-short = 第 { $line } 行到第 { $column } 列就结束了，其中的 JSON 还没有完。
    .advice = 请把整个对象写在一行里。
inquiry-over-lines = 第 { $line } 行：这里开始的 JSON 跨了几行。一行只写一个对象。
    .advice = 请把每个对象写在自己的一行里，例如用：jq -c . 文件
inquiry-nothing-in-it = 其中没有事实文件。
    .advice = 请每行写一个 JSON 对象；redress schema facts 打印格式。
inquiry-not-an-object = 第 { $line } 行是{ $found ->
        [list] 列表
        [text] 文字
        [number] 数字
        [truth] 真假值
       *[null] 空值
    }，不是对象。
    .advice = 请每行写一个 JSON 对象；redress schema facts 打印格式。
inquiry-key-unknown = 第 { $line } 行（{ $id }）{ $entry ->
        [0] {""}
       *[other] 第 { $entry } 项
    }：没有“{ $key }”这个键。
    .advice = 可用的键：{ $known }。
inquiry-key-unknown-near = 第 { $line } 行（{ $id }）{ $entry ->
        [0] {""}
       *[other] 第 { $entry } 项
    }：没有“{ $key }”这个键。相近的有：{ $near }。
    .advice = 可用的键：{ $known }。
inquiry-key-missing = 第 { $line } 行（{ $id }）{ $entry ->
        [0] {""}
       *[other] 第 { $entry } 项
    }：缺少“{ $key }”这个键。
    .advice = redress schema facts 打印格式。
inquiry-key-twice = 第 { $line } 行（{ $id }）{ $entry ->
        [0] {""}
       *[other] 第 { $entry } 项
    }：“{ $key }”这个键写了两次。
    .advice = 请去掉一个。
inquiry-bad-day = 第 { $line } 行（{ $id }）{ $entry ->
        [0] {""}
       *[other] 第 { $entry } 项
    }：“{ $key }”不是日期：{ $found }。
    .advice = 请写成 "2026-03-01"。
inquiry-wrong-type = 第 { $line } 行（{ $id }）{ $entry ->
        [0] {""}
       *[other] 第 { $entry } 项
    }：“{ $key }”不能是 { $found }。
    .advice = 应当写{ $takes ->
        [number] 整数
        [truth] true 或者 false
        [list] 方括号里的列表
        [object] 花括号里的对象
       *[text] 引号里的文字
    }。
inquiry-bad-standing = 第 { $line } 行（{ $id }）{ $entry ->
        [0] {""}
       *[other] 第 { $entry } 项
    }：“{ $key }”不能是 { $found }。
    .advice = 可以是："measured"、"stated"、"official"、"admitted"、"judged"、"disputed"、"unknown"。
inquiry-other-form = 第 { $line } 行（{ $id }）{ $entry ->
        [0] {""}
       *[other] 第 { $entry } 项
    }：“{ $key }”写的是另一种格式：{ $found }。
    .advice = 请写 "redress/facts/1"，或者不写。
inquiry-reading-unknown = 第 { $line } 行（{ $id }）：没有“{ $reading }”这种读法。
    .advice = redress law readings 列出全部。
inquiry-act-to-come = 第 { $line } 行（{ $id }）：{ $subject } 的行为在 { $from }，晚于所问之日 { $at }。
    .advice = 核对 act_date 和 "at"（所问之日）。
inquiry-filed-before-act = 第 { $line } 行（{ $id }）：{ $filed } 提起，早于任何行为，最早的行为在 { $from }。
    .advice = 核对 "filed" 和 act_date。
