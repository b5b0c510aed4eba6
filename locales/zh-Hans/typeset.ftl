# DOCX
typeset-picture-unknown = 文书要显示图片“{ $picture }”，但其中没有这张图片。
    .advice = 图片与其位置须使用同一编号。
typeset-picture-not-handed-in = 没有收到图片“{ $picture }”。
    .advice = 请以 PNG 提供：图表按图片编号，证据按其编号。
typeset-picture-no-png = 图片“{ $picture }”不是带有宽高的 PNG。
    .advice = 请以 PNG 提供；其他格式须先转换。
typeset-table-uneven = 第 { $table } 个表格第 { $row } 行：各单元格共占 { $covers } 列，而表格有 { $columns } 列。
    .advice = 每个单元格至少占一列，同一行的单元格合起来须占满全部列。
typeset-day-unreadable = 文书上的日期不是日期：{ $day }
    .advice = 请写成年-月-日，例如 2026-02-10。
typeset-docx-unwritable = Word 文件写不出来：{ $error }
    .advice = 请保留输入并报告此问题；文书仍可生成 PDF。
