# Sentences of the law room. $file, $line and $column (in characters) point into the law book.

# --- Asking the book
law-no-such-rule = The law book has no rule "{ $rule }".
    .advice = redress law list shows the rules.
law-unknown-term-asked = A rule asks for "{ $term }", which is not in the vocabulary; it stays unknown.
    .advice = Use the vocabulary that the book was checked with.
law-judgement-not-by-a-person = "{ $term }" is a judgement. What { $by } entered ({ $value }) was not set by a person and was not used.
    .advice = Let a person decide it: redress fact CASE set … { $term } yes --standing judged.
law-claim-wrong-kind = What { $by } entered for "{ $term }" ({ $value }) is of another kind or unit and was not used.
    .advice = Topic reads, plays and likes are not views of one item. Enter the value in the unit of the fact.

# --- Dates and versions
law-rests-on-unverified = This result rests on a provision ({ $rule }) whose text was not verified.
    .advice = Read the official text before relying on it.
law-act-date-missing = The day of the act is not known, so every version of { $rule } was tried.
    .advice = Enter the first and last day of publication.
law-act-straddles = The act went on across a change of the law on { $from }. Both versions are shown.
    .advice = Which law governs the whole is contested; ask a lawyer.
law-act-began-before = The act began before { $rule } came into force on { $from }. The answer covers the part from that day.
    .advice = Ask a lawyer about the law for the earlier part.
law-end-not-researched = Nobody has checked whether { $rule } (from { $from }) is still in force.
    .advice = Check the official text.
law-reaches-back = The act is older than { $rule } ({ $from }). An interpretation works for the whole life of the law it explains.
law-repealed-at-filing = No version of { $rule } is in force on the day of filing. Whether the act is still punished is for a person to say.
    .advice = Ask a lawyer which later provision, if any, took its place.
law-earlier-applies = A newer version of { $rule } (from { $from }) is not milder; the law of the time of the act applies.
law-later-is-milder = The newer version of { $rule } (from { $from }) is milder and applies.
law-milder-needs-a-person = The versions of { $rule } are each milder in one point (the newer from { $from }). Both are shown.
    .advice = A lawyer must say which one is milder.

# --- Reading the book: lines
law-unknown-line = { $file }:{ $line }:{ $column }: a rule has no line that begins with "{ $found }".
    .advice = Lines begin with 规则/rule, 名称/label, 依据/cites, 有效/in force, 成立/requires or 除非/unless.
law-unknown-word = { $file }:{ $line }:{ $column }: "{ $found }" begins no condition.
    .advice = Write a fact of the vocabulary (statement.views) or a keyword; docs/law-format.md lists them.
law-unknown-word-near = { $file }:{ $line }:{ $column }: "{ $found }" begins no condition. Did you mean { $zh } / { $en }?
    .advice = Each keyword has exactly one Chinese and one English spelling; docs/law-format.md lists them.
law-extra-words = { $file }:{ $line }:{ $column }: "{ $found }" is left over on this line.
    .advice = Put each condition on a line of its own, under 任一/any of or 全部/all of.
law-missing-line = { $file }:{ $line }:{ $column }: the rule has no line { $zh } / { $en }.
    .advice = Add the line; every rule needs its id, its name and what it requires.
law-line-twice = { $file }:{ $line }:{ $column }: this line stands in the rule already.
    .advice = Keep one of the two.
law-tab-indent = { $file }:{ $line }:{ $column }: the line is indented with a tab.
    .advice = Indent with two spaces for each step.
law-uneven-indent = { $file }:{ $line }:{ $column }: this line begins between two steps of indentation.
    .advice = Align it with the lines it belongs to.
law-open-quote = { $file }:{ $line }:{ $column }: this quotation mark is never closed.
    .advice = Close it on the same line: "中文 | English".
law-expected-children = { $file }:{ $line }:{ $column }: nothing is indented under this line.
    .advice = Put its conditions below it, two spaces further in.
law-unexpected-children = { $file }:{ $line }:{ $column }: this line is indented under one that takes nothing.
    .advice = Only groups (任一, 全部, 至少, 合计, 斟酌) take lines below them.
law-expected-number = { $file }:{ $line }:{ $column }: a number in digits is expected here, not "{ $found }".
    .advice = Write 5000, without separators or words.
law-expected-date = { $file }:{ $line }:{ $column }: a day is expected here, not "{ $found }".
    .advice = Write it as 2026-01-01.
law-expected-term = { $file }:{ $line }:{ $column }: a fact is expected here, not "{ $found }".
    .advice = A fact is two words with a dot: statement.views.
law-expected-rule-id = { $file }:{ $line }: a rule id is expected here, not "{ $found }".
    .advice = Rule ids are lower-case words, digits and hyphens: cl246-defamation.
law-expected-citation = { $file }:{ $line }:{ $column }: a citation is expected here, not "{ $found }".
    .advice = Write folder/instrument/article(item): cn/criminal-law/246(1).
law-expected-label = { $file }:{ $line }:{ $column }: a name in both languages is expected here.
    .advice = Write 中文 | English; without the marks | " and #.
law-expected-item = { $file }:{ $line }:{ $column }: "{ $found }" is not an item number.
    .advice = Write (一) or (1).
law-expected-of = { $file }:{ $line }:{ $column }: 项 / of is expected here.
    .advice = Write 至少 2 项 or at least 2 of.
law-expected-set = { $file }:{ $line }:{ $column }: a set of words is expected here.
    .advice = Write {"{"}victim, close-relative{"}"}.
law-expected-window = { $file }:{ $line }:{ $column }: a unit of time is expected here.
    .advice = Write 年内, 个月内, 日内 or years, months, days.
law-expected-before = { $file }:{ $line }:{ $column }: before act or before filing is expected here.
    .advice = Write within 2 years before act.
law-expected-from = { $file }:{ $line }:{ $column }: 自 / from is expected here.
    .advice = Write 有效 自 2013-09-10 至今 or in force from 2013-09-10 to date.
law-expected-end = { $file }:{ $line }:{ $column }: the end of the period is expected here.
    .advice = Write 至今 / to date, 废止于 DAY 由 ARTICLE / repealed DAY by ARTICLE, or 终止未查 / end not researched.
law-expected-burden = { $file }:{ $line }:{ $column }: who has to show the exception is expected here.
    .advice = Write 必须排除 / must be excluded, or 由对方证明 / for the other side to show.

# --- Reading the book: pages
law-front-missing = { $file }: the page does not begin with front data.
    .advice = Begin with a line +++, the front data, and a line +++.
law-front-data = { $file }:{ $line }:{ $column }: the front data cannot be read: { $detail }
    .advice = docs/law-format.md lists the keys.
law-front-dates = { $file }:{ $line }: the dates of the front data cannot be read.
    .advice = Give from = 2013-09-10 and end = "open", "not-researched" or {"{"} repealed = 2026-01-01, by = "…" {"}"}.
law-no-instrument = { $file }: nothing describes the instrument { $instrument }.
    .advice = Add an index.md for it, with its rank and its source.
law-no-paraphrase = { $file }: the page lacks a paraphrase in one of the two languages.
    .advice = Add the headings ## 要点 and ## In short with a short text under each.
law-json = { $file }:{ $line }:{ $column }: the JSON form of a rule cannot be read: { $detail }
    .advice = The schema is redress/law/1; redress law show RULE --json prints examples.

# --- The checker
law-unknown-term = { $file }:{ $line }: { $rule } asks for "{ $term }", which is not in the vocabulary.
    .advice = Use a fact of the vocabulary, or add it there.
law-unknown-term-near = { $file }:{ $line }: { $rule } asks for "{ $term }", which is not in the vocabulary. Near it: { $near }.
    .advice = Use a fact of the vocabulary, or add it there.
law-term-of-another-kind = { $file }:{ $line }: { $rule } asks "{ $term }" a question of another kind.
    .advice = Compare counts with numbers, choices with sets, dates with windows; only judgements are 兜底/open or 斟酌/weigh.
law-unknown-choice = { $file }:{ $line }: { $rule } compares "{ $term }" with "{ $word }", which it cannot be.
    .advice = The vocabulary lists the words.
law-missing-label = { $file }:{ $line }: a name lacks one language, or holds a mark that cannot be printed: "{ $what }".
    .advice = Give both languages, without the marks | " and #.
law-no-citation = { $file }:{ $line }: { $rule } cites nothing.
    .advice = Name the provision first.
law-ends-before-it-begins = { $file }:{ $line }: { $rule } ends before it begins.
    .advice = Check the dates in force.
law-versions-overlap = { $file }:{ $line }: the version of { $rule } from { $from } overlaps the one from { $other }.
    .advice = End the earlier version on the day on which the later one begins.
law-versions-gap = { $file }:{ $line }: between { $last } and { $from } no version of { $rule } is in force.
    .advice = If that is so, leave it; questions about those days stay unknown.
law-unknown-rule = { $file }:{ $line }: { $rule } names the rule "{ $other }", which is not in the book.
    .advice = Check the id, or add the rule.
law-cycle = { $file }:{ $line }: { $rule } leads back to itself.
    .advice = Provisions may refer to each other, rules may not; cut one reference.
law-empty-group = { $file }:{ $line }: { $rule } has a group without conditions.
    .advice = Add a condition, or remove the group.
law-at-least-range = { $file }:{ $line }: { $rule } asks for { $n } of { $of } conditions.
    .advice = The number must lie between one and the number of conditions.
law-catch-all-first = { $file }:{ $line }: in { $rule } a catch-all stands before the listed cases.
    .advice = Put 兜底/open last.
law-accumulate-counts-only = { $file }:{ $line }: { $rule } adds up something that is not a count.
    .advice = Put conditions behind 当/when; the other lines compare counts with >=.
law-check-first-is-late = { $file }:{ $line }: in { $rule } the exception { $other } is to be checked first, but stands later.
    .advice = Put exceptions with 先查/check first at the top.
law-penalty-without-shield = { $file }:{ $line }: { $rule } could lead to a penalty, but checks nothing first.
    .advice = Add 除非 必须排除 先查 with the matching rule of Article 10.
law-fact-both-ways = { $file }:{ $line }: { $rule } asks for "{ $term }" both ways; a decided result may be shown as open.
    .advice = Restate the rule so that each fact is asked for one way.
law-fact-twice = { $file }:{ $line }: { $rule } asks for "{ $term }" more than once, each time the same way. That is harmless.

# --- Why a claim did not count
law-aside-no-evidence = no evidence is attached
law-aside-not-judged = only a person may decide this
law-aside-unknown = it says that this cannot be known
law-aside-wrong-kind = it is of another kind or unit

# --- Why: facts
law-why-nobody-said = Nobody has said anything about this.
law-why-evidence-missing = Stated, but no evidence is attached.
law-why-cannot-be-known = Somebody looked; it cannot be known from this file.
law-why-judgement-missing = A person has to decide this.
law-why-shown = Shown by the evidence; nobody denies it.
law-why-shown-not = The evidence shows that it is not so.
law-why-judged-yes = Decided by a person: yes.
law-why-judged-no = Decided by a person: no.
law-why-disputed = The claims about this fact differ.
law-why-sources-contradict = The sources contradict each other. Each was tried.
law-why-number-reached = The count reaches the number.
law-why-number-not-reached = The count does not reach the number.
law-why-number-open = The count is not known exactly enough.
law-why-number-kept = The count does not pass the number.
law-why-number-passed = The count passes the number.
law-why-choice-fits = It is one of the cases named.
law-why-choice-other = It is none of the cases named.
law-why-date-inside = The day lies within the period.
law-why-date-outside = The day lies outside the period.
law-why-date-open = Whether the day lies within the period is not known.
law-why-act-date-missing = The day of the act is not known.
law-why-presumed = Presumed unless shown otherwise.
law-why-catch-all = A catch-all: only a person sets it.
law-why-factor = To be weighed.

# --- Why: groups and rules
law-why-one-holds = One of them is enough, and one is made out.
law-why-none-holds = None of them is made out.
law-why-none-shown-yet = None of them is made out yet.
law-why-only-catch-all = None of the cases listed; only the catch-all remains.
law-why-enough-hold = Enough of them are made out.
law-why-too-few = Too few of them are made out.
law-why-not-enough-yet = Not enough of them are made out yet.
law-why-all-hold = All of them are made out.
law-why-one-fails = Something that is needed is not made out.
law-why-some-open = Something that is needed is still missing.
law-why-excluded = Excluded.
law-why-not-excluded = Not excluded: it is so.
law-why-exclusion-open = Not excluded yet.
law-why-exception-absent = The exception does not apply.
law-why-exception-applies = The exception applies.
law-why-exception-open = Whether the exception applies is still open.
law-why-exception-stops = An exception applies, so this is not made out.
law-why-made-out = Every element is made out on the material in this file.
law-why-not-made-out = An element is not made out on the material in this file.
law-why-open = Evidence is still missing.
law-why-turns-on-disputes = The answer turns only on disputed facts.
law-why-open-and-disputed = Part is missing, part is disputed.
law-why-versions-agree = Several versions of the law touch this act; they give the same answer.
law-why-versions-differ = Several versions of the law touch this act; they give different answers.
law-why-either-law = The exception applies where the law of the act or the later law lets it.
law-why-both-laws = Made out only where the law of the act and the later law both punish.
law-why-no-version = The book holds no law for the days of this act.
law-why-no-longer-in-force = The law is no longer in force at filing; whether the act is still punished is for a person to say.
law-why-rule-not-in-book = The rule named here is not in the book.
