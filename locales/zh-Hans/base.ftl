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
base-instrument-civil-procedure-law = 民事诉讼法
base-instrument-cvpl-interpretation = 民诉法解释
base-instrument-fs-2018-1 = 法释〔2018〕1号（行诉法解释）
base-instrument-gtz-2015-32 = 公通字〔2015〕32号
base-instrument-legal-aid-law = 法律援助法
base-instrument-fs-2025-14 = 法释〔2025〕14号（互联网法院）
base-instrument-fs-2001-7 = 法释〔2001〕7号（精神损害赔偿）
base-instrument-anti-cyberviolence = 反网络暴力法（征求意见稿）
base-instrument-cybercrime-prevention = 网络犯罪防治法（征求意见稿）
base-instrument-e-data-rules = 公安机关电子数据取证规则（统一刑事、行政案件，征求意见稿）
base-instrument-internet-information-services = 互联网信息服务管理办法（修订草案第二次征求意见稿）
base-instrument-minors-network-use = 未成年人安全使用网络的规定（国务院，征求意见稿）
base-instrument-procuratorial-pil = 检察公益诉讼法（草案）
base-instrument-administrative-penalty-law = 行政处罚法
base-instrument-administrative-suit-law = 行政诉讼法
base-instrument-ai-labels = 人工智能生成合成内容标识办法
base-instrument-anti-dv-law = 反家庭暴力法
base-instrument-cac-17 = 网络暴力信息治理规定（网信办令第17号）
base-instrument-csl-2017 = 网络安全法（2016年）
base-instrument-csl-2025 = 网络安全法（2025年修正）
base-instrument-disabled-law = 残疾人保障法
base-instrument-e-signature-law = 电子签名法（2019年修正）
base-instrument-fees = 诉讼费用交纳办法
base-instrument-ff-2016-22 = 法发〔2016〕22号
base-instrument-ff-2022-23 = 法发〔2022〕23号
base-instrument-fs-1997-12 = 法释〔1997〕12号
base-instrument-fs-2006-1 = 法释〔2006〕1号
base-instrument-fs-2015-19 = 法释〔2015〕19号
base-instrument-fs-2017-10 = 法释〔2017〕10号
base-instrument-fs-2018-16 = 法释〔2018〕16号
base-instrument-fs-2018-16-evidence = 法释〔2018〕16号
base-instrument-fs-2019-15 = 法释〔2019〕15号
base-instrument-fs-2019-19 = 法释〔2019〕19号
base-instrument-fs-2021-12 = 法释〔2021〕12号（人民法院在线诉讼规则）
base-instrument-fs-2022-17 = 法释〔2022〕17号
base-instrument-fs-2024-12 = 法释〔2024〕12号
base-instrument-gjf-2001-5 = 高检发释字〔2001〕5号
base-instrument-gtz-2018-41 = 公通字〔2018〕41号（公安机关办理刑事案件电子数据取证规则）
base-instrument-heroes-law = 英雄烈士保护法
base-instrument-legislation-law = 立法法
base-instrument-limitation-rules = 法释〔2008〕11号（2020年修正）
base-instrument-minors-law = 未成年人保护法
base-instrument-minors-network = 未成年人网络保护条例
base-instrument-pipl = 个人信息保护法
base-instrument-police-administrative-rules = 公安机关办理行政案件程序规定
base-instrument-police-criminal-rules = 公安机关办理刑事案件程序规定
base-instrument-public-interest-interpretation = 检察公益诉讼解释
base-instrument-reconsideration-law = 行政复议法
base-instrument-spp-cyber-2021 = 人民检察院办理网络犯罪案件规定
base-instrument-spp-rules = 人民检察院刑事诉讼规则
base-instrument-women-law = 妇女权益保障法

# --- 在一份证据的哪里
base-place-row = { $item }，第 { $row } 行
base-place-byte = { $item }，从第 { $byte } 字节起
base-place-record = { $item }，表 { $table } 第 { $row } 行
base-author-unnamed = 建立案卷的人
