# 联网请求时间戳签发机构。
authority-address = { $address } 不是HTTP或HTTPS地址。
    .advice = 请写完整，如 http://tsa.example/tsr，不要带用户名和密码。
authority-unreachable = { $address } 没有回应：{ $problem }
    .advice = 日志已经签名，不受影响。可以稍后再问、换一家机构，或者凭文件办理（--question、--answer）。
    .web-advice = 日志已经签名。可以过后再申请，换一家机构，或者用文件传递。
authority-late = { $address } 在 { $seconds } 秒内没有给出完整答复，未保留任何内容。
    .advice = 日志已经签名，不受影响。可以稍后再问、换一家机构，或者凭文件办理（--question、--answer）。
    .web-advice = 日志已经签名。可以过后再申请，换一家机构，或者用文件传递。
authority-status = { $address } 返回HTTP状态{ $status }。
    .advice = 请核对是不是时间戳服务的地址；日志已经签名，不受影响。
authority-no-reply = { $address } 返回的不是时间戳回执。
    .advice = 请核对是不是时间戳服务的地址，或者网络中间是否有登录页面。
authority-too-long = { $address } 返回的内容超过令牌可能的长度。
    .advice = 请换一家机构。
