# Sentences of the analysis room.
analysis-threshold = "{ $given }" is not a share. Expected: a fraction above 0 and up to 1, such as 4/5
    .advice = Write two whole numbers with a stroke between them, the first not larger than the second.
analysis-counter-decreased = { $subject }: the { $unit ->
        [views] view
        [plays] play
        [topic-reads] topic read
        [reposts] repost
        [comments] comment
        [likes] like
        [group-members] group member
       *[other] { $unit }
    } counter showed { $highest } and later { $latest }. Both are kept in the figure.
    .advice = Capture it once more, or ask the platform for its record.
analysis-counter-disagrees = { $subject }: the { $unit ->
        [views] view
        [plays] play
        [topic-reads] topic read
        [reposts] repost
        [comments] comment
        [likes] like
        [group-members] group member
       *[other] { $unit }
    } counter shows { $highest } and { $latest } for the same moment. Both are kept in the figure.
    .advice = Look at both rows and add a capture that shows the time.
analysis-counter-undated = { $subject }: the { $unit ->
        [views] view
        [plays] play
        [topic-reads] topic read
        [reposts] repost
        [comments] comment
        [likes] like
        [group-members] group member
       *[other] { $unit }
    } counter was seen with different figures and no time; the highest, { $highest }, counts.
    .advice = A capture with its time settles which came last.
analysis-counter-missing = { $posts ->
        [one] One post of the statement shows
       *[other] { $posts } posts of the statement show
    } no { $unit ->
        [views] view
        [plays] play
        [topic-reads] topic read
        [reposts] repost
        [comments] comment
        [likes] like
        [group-members] group member
       *[other] { $unit }
    } counter, so the sum is "at least".
    .advice = Capture the page of each such post while its counter is shown.
analysis-captured-exceeds-displayed = { $captured } reposts were captured, more than the displayed { $displayed }. The captured ones count as "at least".
    .advice = Keep the list of reposts; the counter may leave out deleted or hidden ones.
analysis-more-findings = { $more } more findings of these kinds.
analysis-figures-limited = Figures were drawn for the { $limit } foremost statements; { $left } more have none.
    .advice = Say something about a statement (redress fact) and it gets its figures.
    .web-advice = Enter something about a statement on the page of facts, and it gets its figures.
analysis-too-few-words = { $posts ->
        [one] One post has
       *[other] { $posts } posts have
    } fewer than { $least } letters and numbers and could not be compared with others.
analysis-repost-without-original = { $posts ->
        [one] One repost forwards a post that is in no file, so it was
       *[other] { $posts } reposts forward posts that are in no file, so they were
    } counted for no statement on that account.
    .advice = Add the file that holds the originals, or capture them.
