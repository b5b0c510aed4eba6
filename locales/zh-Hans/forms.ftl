forms-input-unfit = 这不是文书 { $form } 的填写内容：{ $error }
    .advice = 请对照 `redress forms { $form } --schema`；`redress draft 案卷 { $form } --questions` 会列出可以填写的项目。
forms-answer-figure = 填写内容里不能带数字结果。
    .advice = 数字只能从证据里来。请去掉这一项；如果数字有误，请改正材料或测量方法。
forms-answer-figure-at = { $path } 处的填写会替换一个数字结果。
    .advice = 数字只能从证据里来。请去掉这一项。
forms-answer-place = { $path } 处的填写指向列表里没有的位置：列表共有 { $places } 项。
    .advice = 位置从 0 数起；最后一项之后的数表示新增一项。
