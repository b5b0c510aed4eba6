# 各个房间共用的词：单位和答案。
base-unit-views = { $n ->
       *[other] 次浏览
    }
base-unit-plays = { $n ->
       *[other] 次播放
    }
base-unit-topic-reads = { $n ->
       *[other] 次话题阅读
    }
base-unit-reposts = { $n ->
       *[other] 次转发
    }
base-unit-comments = { $n ->
       *[other] 条评论
    }
base-unit-likes = { $n ->
       *[other] 次点赞
    }
base-unit-group-members = { $n ->
       *[other] 名群成员
    }
base-unit-followers = { $n ->
       *[other] 名粉丝
    }
base-unit-posts = { $n ->
       *[other] 条帖子
    }
base-unit-accounts = { $n ->
       *[other] 个账号
    }
base-unit-items = { $n ->
       *[other] 条
    }
base-unit-persons = { $n ->
       *[other] 人
    }
base-unit-times = { $n ->
       *[other] 次
    }
base-unit-groups = { $n ->
       *[other] 个群组
    }
base-unit-sites = { $n ->
       *[other] 个网站
    }
base-unit-platforms = { $n ->
       *[other] 个平台
    }
base-unit-days = { $n ->
       *[other] 日
    }
base-unit-yuan = { $n ->
       *[other] 元
    }
base-value-tt = 达到
base-value-ff = 未达到
base-value-uu = 证据不足
base-value-ft = 有争议
base-value-ut = 证据不足，另有争议
base-value-fu = 有争议，仍有缺口

# Legal instruments, by their folder in the law book.
base-instrument-criminal-law = 刑法
base-instrument-criminal-procedure-law = 刑事诉讼法
base-instrument-fs-2021-1 = 法释〔2021〕1号（刑诉法解释）
base-instrument-fs-2013-21 = 法释〔2013〕21号（网络诽谤解释）
base-instrument-opinions-2023-14 = 法发〔2023〕14号（指导意见）
base-instrument-psapl-2012 = 治安管理处罚法（2012年修正）
base-instrument-psapl-2025 = 治安管理处罚法（2025年修订）
base-instrument-civil-code = 民法典
base-instrument-fs-2020-15 = 法释〔2020〕15号（民法典时间效力）
base-instrument-fs-2014-11 = 法释〔2014〕11号（网络侵害人身权益）
base-instrument-fs-2008-11 = 法释〔2008〕11号（诉讼时效）
base-instrument-civil-procedure-law = 民事诉讼法
base-instrument-cvpl-interpretation = 民诉法解释
base-instrument-administrative-reconsideration-law = 行政复议法
base-instrument-administrative-litigation-law = 行政诉讼法
base-instrument-fs-2018-1 = 法释〔2018〕1号（行诉法解释）
base-instrument-police-criminal-procedure-rules = 公安机关办理刑事案件程序规定
base-instrument-police-administrative-procedure-rules = 公安机关办理行政案件程序规定
base-instrument-gtz-2015-32 = 公通字〔2015〕32号
base-instrument-procuratorate-criminal-rules = 人民检察院刑事诉讼规则
base-instrument-legal-aid-law = 法律援助法
base-instrument-personal-information-protection-law = 个人信息保护法
base-instrument-minors-protection-law = 未成年人保护法
base-instrument-women-protection-law = 妇女权益保障法
base-instrument-anti-domestic-violence-law = 反家庭暴力法
base-instrument-procuratorial-public-interest-interpretation = 检察公益诉讼解释
base-instrument-fs-2025-14 = 法释〔2025〕14号（互联网法院）
base-instrument-fs-2001-7 = 法释〔2001〕7号（精神损害赔偿）
