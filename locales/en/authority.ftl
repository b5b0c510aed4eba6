# Asking a timestamp authority over HTTP.
authority-address = { $address } is no address of HTTP or HTTPS.
    .advice = Write it whole, like http://tsa.example/tsr, without a name or password in it.
authority-unreachable = { $address } did not answer: { $problem }
    .advice = The log is signed all the same. Ask again later, ask another authority, or go by file (--question, --answer).
    .web-advice = The log is signed all the same. Ask again later, ask another authority, or carry question and answer as files.
authority-late = { $address } had not answered whole after { $seconds } seconds; nothing of it was kept.
    .advice = The log is signed all the same. Ask again later, ask another authority, or go by file (--question, --answer).
    .web-advice = The log is signed all the same. Ask again later, ask another authority, or carry question and answer as files.
authority-status = { $address } answered with HTTP status { $status }.
    .advice = Look whether the address is the one for timestamps; the log is signed all the same.
authority-no-reply = { $address } answered with something that is no timestamp reply.
    .advice = Look whether the address is the one for timestamps, or whether a portal of the network stands in between.
authority-too-long = { $address } answered with more than a token can be.
    .advice = Ask another authority.
