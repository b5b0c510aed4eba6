# 分析室的句子。
analysis-threshold = “{ $given }”不是比例。应为大于0、不超过1的分数，例如 4/5
    .advice = 写两个整数，中间用斜线隔开，前一个不大于后一个。
analysis-counter-decreased = { $subject }：{ $unit ->
        [views] 浏览
        [plays] 播放
        [topic-reads] 话题阅读
        [reposts] 转发
        [comments] 评论
        [likes] 点赞
        [group-members] 群成员
       *[other] { $unit }
    }计数先显示 { $highest }，后显示 { $latest }。两个数都留在区间里。
    .advice = 再封存一次，或者请平台出具记录。
analysis-counter-disagrees = { $subject }：同一时刻的{ $unit ->
        [views] 浏览
        [plays] 播放
        [topic-reads] 话题阅读
        [reposts] 转发
        [comments] 评论
        [likes] 点赞
        [group-members] 群成员
       *[other] { $unit }
    }计数，一处显示 { $highest }，一处显示 { $latest }。两个数都留在区间里。
    .advice = 核对这两行，并补一份显示时间的封存。
analysis-counter-undated = { $subject }：{ $unit ->
        [views] 浏览
        [plays] 播放
        [topic-reads] 话题阅读
        [reposts] 转发
        [comments] 评论
        [likes] 点赞
        [group-members] 群成员
       *[other] { $unit }
    }计数有几个不同的数，都没有时间；按最高的 { $highest } 计。
    .advice = 有时间的封存可以说明哪个数在后。
analysis-counter-missing = 这条信息有 { $posts } 个帖子没有显示{ $unit ->
        [views] 浏览
        [plays] 播放
        [topic-reads] 话题阅读
        [reposts] 转发
        [comments] 评论
        [likes] 点赞
        [group-members] 群成员
       *[other] { $unit }
    }计数，合计只能写“以上”。
    .advice = 趁计数还在，逐一封存这些帖子的页面。
analysis-captured-exceeds-displayed = 已封存转发 { $captured } 条，多于页面显示的 { $displayed }。按已封存的数计“以上”。
    .advice = 保留转发列表；页面计数可能不含已删除或者隐藏的转发。
analysis-more-findings = 同类提示另有 { $more } 条。
analysis-figures-limited = 只计算了排在前面的 { $limit } 条信息，另有 { $left } 条没有计算。
    .advice = 对某条信息填写事实（redress fact），就会计算它。
    .web-advice = 在事实页对某条说法填写一项事实，就会计算它。
analysis-too-few-words = 有 { $posts } 个帖子的文字、数字不足 { $least } 个，无法与其他帖子比较。
analysis-repost-without-original = 有 { $posts } 条转发的原帖不在材料里，没有因此计入任何信息。
    .advice = 加入载有原帖的文件，或者封存原帖。
