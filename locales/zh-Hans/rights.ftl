### 权限室的句子：身份、操作、对象的名称，不允许时的说明，密码。

## 身份

rights-role-victim = 当事人
rights-role-relative = 协助的近亲属
rights-role-counsel = 诉讼代理人
rights-role-desk-police = 公安机关
rights-role-desk-procuratorate = 人民检察院
rights-role-desk-court = 人民法院
rights-role-desk-legal-aid = 法律援助机构
rights-role-desk-platform-liaison = 平台联络人
rights-role-auditor = 审计员
rights-role-keeper = 管理员

## 操作

rights-act-make-account = 发放账户
rights-act-lock-account = 停用或恢复账户
rights-act-reset-password = 重设密码
rights-act-list-accounts = 查看账户
rights-act-change-password = 更改密码
rights-act-open-case = 建案
rights-act-list-cases = 列出案卷
rights-act-search-cases = 查找案卷
rights-act-see-statistics = 查看统计
rights-act-recount-cases = 为统计重新计数
rights-act-read-office-log = 查看操作日志
rights-act-appoint-auditor = 指派审计员
rights-act-view-masked = 查看（遮住）
rights-act-read-ledger = 查看流水
rights-act-see-due = 查看期限
rights-act-view-unmasked = 查看（不遮）
rights-act-add-material = 加入材料
rights-act-enter-fact = 填写事实
rights-act-enter-party = 登记参与人
rights-act-decide = 作出判断
rights-act-assess = 测算与评估
rights-act-record-event = 记录程序事项
rights-act-serve-notice = 送达告知
rights-act-answer-request = 答复请求
rights-act-file-paper = 提交文书
rights-act-correct = 更正
rights-act-checkpoint = 留存检查点
rights-act-pack = 打包证据包
rights-act-export-whole = 导出整份案卷
rights-act-export-calendar = 导出日历
rights-act-hand-over = 移送
rights-act-publish-summary = 公布案例摘要
rights-act-receive = 接收移送
rights-act-consult = 会商
rights-act-mark-supervised = 标记挂牌督办
rights-act-mark-rapid = 标记快速响应
rights-act-recommend = 提出建议
rights-act-add-member = 加入成员
rights-act-remove-member = 移除成员

## 对象

rights-object-case = 案卷
rights-object-material = 材料
rights-object-personal-details = 个人信息
rights-object-party = 参与人
rights-object-fact = 事实
rights-object-ledger = 流水
rights-object-result = 结果
rights-object-procedure-event = 程序事项
rights-object-notice = 告知、请求
rights-object-filing = 文书
rights-object-transfer = 移送
rights-object-statistics = 统计
rights-object-account = 账户
rights-object-membership = 成员资格
rights-object-office-log = 操作日志

## 不允许

rights-no-such-case = 没有这个案卷，或者您不是它的成员。
    .advice = 请核对编号；需要参加本案的，请案卷成员邀请您。
rights-no-such-act = 这样的操作不存在。
    .advice = 请用帮助查看有哪些操作。
rights-no-role = 您的账户没有任何身份。
    .advice = 请管理员确认您的身份。
rights-not-given = 您在本案的权限不包括这一项。
    .advice = 可以请当事人扩大授权。
rights-not-own = 这一项属于另一方或另一机关，或者不是发给您的。
    .advice = 请由该方或该机关办理。
rights-denied-victim = 这件事由机关办理，不由当事人办理。
    .advice = 当事人可以查看本案全部内容、提交材料、邀请他人，也可以向机关提出请求。
rights-denied-relative = 协助的近亲属不办这件事。
    .advice = 可以请当事人或者代理人办理。
rights-denied-counsel = 这件事由机关或者当事人本人办理，不由代理人办理。
    .advice = 请向该机关提出，或者请当事人办理。
rights-denied-desk-police = 公安机关的席位只办公安机关在程序中的事。
    .advice = 请由当事人或者主管机关办理。
rights-denied-desk-procuratorate = 检察院的席位只办检察院在程序中的事。
    .advice = 请由当事人或者主管机关办理。
rights-denied-desk-court = 法院的席位只办法院在程序中的事。
    .advice = 请由当事人或者主管机关办理。
rights-denied-desk-legal-aid = 法律援助机构的席位只看向其提出的申请，只办与申请有关的事。
    .advice = 需要更多材料的，请申请人在申请中附上。
rights-denied-desk-platform-liaison = 平台联络人只看发给本平台的通知和请求，只答复这些。
    .advice = 请答复收到的请求。
rights-denied-auditor = 审计员只看遮住的流水和操作日志，不看材料和个人信息。
    .advice = 发现问题的，请写入审计报告。
rights-denied-keeper = 管理员发放和停用账户，不查看案卷。
    .advice = 需要参加案卷的，请案卷成员以另一身份邀请。

## 账户与密码

rights-name-unfit = 账户名要用文字、数字和中间的 . - _ @，最多 { $most } 个字符。
    .advice = 请换一个名字。
rights-password-short = 新密码至少要 { $fewest } 个字符。
    .advice = 可以用一句自己记得住的话，中文、空格都可以。
rights-password-long = 密码太长，最多 { $most } 字节。
    .advice = 请用短一些的密码。
rights-password-control = 密码里有看不见的控制字符。
    .advice = 请不要从别处连同格式一起粘贴，重新输入一次。
rights-password-guessable = 这是别人最先会猜的密码。
    .advice = 请不要用账户名、重复或连续的字符、常见密码。
rights-hashing-failed = 密码没有处理成功：{ $problem }
    .advice = 请关闭其他程序腾出内存，再试一次。没有改动任何内容。
rights-hash-unreadable = 这个账户存着的密码记录不能读取。
    .advice = 请管理员重设密码，并检查数据库是否被改动。
rights-wait = 密码输错次数太多，请等 { $seconds } 秒再试。
    .advice = 请确认账户名和键盘状态。
rights-too-many-failures = 密码输错次数太多，不能再试。
    .advice = 请管理员恢复账户。
