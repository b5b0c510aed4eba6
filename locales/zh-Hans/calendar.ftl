# 日历一室的文句。$file 是某一年的文件（calendar/cn/2026.toml，或使用者交来的文件）。

# --- 各年的文件
calendar-unreadable = { $file } 无法读取：{ $message }
    .advice = 请改正所指之处；各项的含义见 docs/calendar.md。
calendar-empty-year = { $file } 没有通知，或没有放假安排。
    .advice = 每年须写明所依据的通知和各段放假日期。
calendar-moved-day-wrong = { $file }：{ $day } 不能是调休上班日。它不是该年的星期六或星期日，或同时是放假日，或写了两次。
    .advice = 请与通知核对。
calendar-span-wrong = { $file }：自 { $day } 起的一段放假，结束早于开始，或与前一段重叠，或不在该年之内。
    .advice = 请按先后排列。一段放假可以自上一年最后一周开始。
calendar-days-differ = { $file }：自 { $day } 起的一段放假有 { $counted } 天，而所记通知写明 { $said } 天。
    .advice = 请与通知核对。
calendar-statutory-outside = { $file }：法定节假日 { $day } 不在所属的放假日期之内。
    .advice = 请与通知核对。
calendar-no-such-notice = { $file }：没有列出文号为 { $number } 的通知。
    .advice = 请列出该通知，或改正 under 一项的文号。
calendar-handed-in = { $year }年的日期出自使用者交来的文件：{ $file }。
calendar-source = { $year }年放假和调休上班日：《{ $title }》，{ $number }，{ $issued }（已读原文：{ $from }）。
calendar-source-unverified = { $year }年放假和调休上班日读自 { $from }，未核对通知原文（《{ $title }》，{ $number }，{ $issued }）。
calendar-number-unverified = 文号 { $number } 未经核对。
calendar-statutory-unverified = { $year }年哪些日子是法定节假日，读自 { $from }，未核对官方文本。
calendar-year-missing = { $year }年的放假日和工作日不明：没有该年的文件。

# --- 期间的届满
calendar-stop-backwards = 自 { $from } 起的障碍，消除之日早于发生之日。
    .advice = 请核对这两个日期。
calendar-beyond = 自 { $from } 起的期间，届满日超出日历所能表示的范围。
    .advice = 请核对日期和期间长度。
calendar-stop-without-rule = 此类期间没有因障碍而延长的规定；自 { $from } 起的障碍未计入。
calendar-stop-is-relief = 自 { $from } 起的障碍不延长此期间。因此耽误期限的，可以申请顺延，是否准许由人民法院决定。
calendar-stop-lasts = 自 { $from } 起的障碍尚未消除。所示日期未计入该障碍。
calendar-stop-accepted = 自 { $from } 起的障碍使所示日期后移。障碍是否成立由有权机关认定；不计障碍的日期一并列出。
calendar-stop-no-effect = 自 { $from } 起的障碍不产生影响：不在应当考虑的期间之内。
calendar-restart-before-start = { $day } 的事项在期间起算之前或者起算当日，未计入。
calendar-restart-after-strict = { $day } 的事项在严格计算的最后一日之后、顺延后的最后一日之前（含当日）。期间是否重新计算取决于节假日顺延；所示日期未计入。
calendar-arranged-days = 顺延后的日期以调休放假日为依据，这些日子不是法定节假日。此处按节假日处理；没有条文写明。
calendar-restart-without-rule = 此类期间没有重新计算的规定；{ $day } 的事项未计入。
calendar-restart-too-late = { $day } 的事项在期间届满之后，不使期间重新计算。

# --- 日历文件（ics）
calendar-stamp-beyond = 日历无法表示 { $stamp } 这一时刻。
    .advice = 请检查时钟。
calendar-item-without-day = “{ $item }”没有日期，未写入日历文件。
calendar-ics-summary = 【{ $cover }】{ $title }
calendar-ics-hearing = 开庭。时长不明。
calendar-ics-strict = 最后一日（严格计算）：{ $day }。未计节假日顺延。
calendar-ics-same-day = 该日是工作日，不因节假日顺延。
calendar-ics-extended = 计入节假日和工作日后为：{ $day }。请勿以此日安排。
calendar-ics-no-rule = 没有规定使该日因节假日顺延。
calendar-ics-custody = 羁押期间不得因节假日而延长。
calendar-ics-hours = 以小时计算，没有因节假日顺延的规定。
calendar-ics-years-missing = 是否因节假日顺延不明：没有{ $years }年的文件。
calendar-ics-cites = 依据：{ $cites }
