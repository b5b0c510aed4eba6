# 各个房间共用的词：单位和答案。
base-unit-views = 次浏览
base-unit-plays = 次播放
base-unit-topic-reads = 次话题阅读
base-unit-reposts = 次转发
base-unit-comments = 条评论
base-unit-likes = 次点赞
base-unit-group-members = 名群成员
base-unit-followers = 名粉丝
base-unit-posts = 条帖子
base-unit-accounts = 个账号
base-value-tt = 达到
base-value-ff = 未达到
base-value-uu = 证据不足
base-value-ft = 有争议
base-value-ut = 证据不足，另有争议
base-value-fu = 有争议，仍有缺口
