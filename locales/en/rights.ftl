### Sentences of the rights room: names of roles, acts and things; why something is denied; passwords.

## Roles

rights-role-victim = person concerned
rights-role-relative = helping relative
rights-role-counsel = counsel
rights-role-desk-police = police desk
rights-role-desk-procuratorate = procuratorate desk
rights-role-desk-court = court desk
rights-role-desk-legal-aid = legal-aid desk
rights-role-desk-platform-liaison = platform liaison
rights-role-auditor = auditor
rights-role-keeper = keeper

## Acts

rights-act-make-account = make an account
rights-act-lock-account = lock or open an account
rights-act-reset-password = set a password anew
rights-act-list-accounts = list accounts
rights-act-change-password = change a password
rights-act-open-case = open a case
rights-act-list-cases = list cases
rights-act-search-cases = search cases
rights-act-see-statistics = see statistics
rights-act-recount-cases = have cases counted anew
rights-act-read-office-log = read the office log
rights-act-appoint-auditor = appoint an auditor
rights-act-view-masked = view, masked
rights-act-read-ledger = read the ledger
rights-act-see-due = see what is due
rights-act-view-unmasked = view, unmasked
rights-act-add-material = add material
rights-act-enter-fact = enter a fact
rights-act-enter-party = enter a party
rights-act-decide = decide
rights-act-assess = assess
rights-act-record-event = record an event
rights-act-serve-notice = serve a notice
rights-act-answer-request = answer a request
rights-act-file-paper = file a paper
rights-act-correct = correct
rights-act-checkpoint = make a checkpoint
rights-act-pack = pack a bundle
rights-act-export-whole = export the whole case
rights-act-export-calendar = export a calendar
rights-act-hand-over = hand over
rights-act-publish-summary = publish a summary
rights-act-receive = receive
rights-act-consult = consult
rights-act-mark-supervised = mark as supervised
rights-act-mark-rapid = mark for rapid response
rights-act-recommend = recommend
rights-act-add-member = add a member
rights-act-remove-member = remove a member

## Things

rights-object-case = case
rights-object-material = material
rights-object-personal-details = personal details
rights-object-party = party
rights-object-fact = fact
rights-object-ledger = ledger
rights-object-result = result
rights-object-procedure-event = procedure event
rights-object-notice = notice or request
rights-object-filing = paper
rights-object-transfer = transfer
rights-object-statistics = statistics
rights-object-account = account
rights-object-membership = membership
rights-object-office-log = office log

## Denied

rights-no-such-case = There is no such case, or you are not on it.
    .advice = Check the number. If you should be on the case, ask somebody who is to bring you in.
rights-no-such-act = There is no such act.
    .advice = See the help for what there is.
rights-no-role = Your account holds no role.
    .advice = Ask the keeper to confirm one.
rights-not-given = What you were given of this case does not include this.
    .advice = The person concerned can give you more.
rights-not-own = This belongs to another side or body, or is not addressed to you.
    .advice = That side or body does it.
rights-denied-victim = A body does this, not the person concerned.
    .advice = The person concerned sees everything of the case, adds material, brings in others, and may ask a body to do it.
rights-denied-relative = A helping relative does not do this.
    .advice = Ask the person concerned or counsel to do it.
rights-denied-counsel = A body or the person concerned does this, not counsel.
    .advice = Ask that body, or the person concerned.
rights-denied-desk-police = The police desk does only what the police do in the procedure.
    .advice = The person concerned or the competent body does it.
rights-denied-desk-procuratorate = The procuratorate desk does only what the procuratorate does in the procedure.
    .advice = The person concerned or the competent body does it.
rights-denied-desk-court = The court desk does only what the court does in the procedure.
    .advice = The person concerned or the competent body does it.
rights-denied-desk-legal-aid = The legal-aid desk sees the application made to it, and does what the application needs.
    .advice = If more is needed, ask the applicant to enclose it.
rights-denied-desk-platform-liaison = A platform liaison sees the notices and requests addressed to the platform, and answers them.
    .advice = Answer the request that you received.
rights-denied-auditor = An auditor reads ledger and log, masked, and no material or personal data.
    .advice = Write what you found into the audit's report.
rights-denied-keeper = The keeper makes and locks accounts and reads no case.
    .advice = If you should be on a case, somebody on it brings you in, in another role.

## Accounts and passwords

rights-name-unfit = An account name has letters, digits and, between them, . - _ @, at most { $most } characters.
    .advice = Choose another name.
rights-password-short = A new password has at least { $fewest } characters.
    .advice = Take a sentence that you remember; spaces and any script are fine.
rights-password-long = The password is too long; at most { $most } bytes.
    .advice = Take a shorter one.
rights-password-control = There is an invisible control character in the password.
    .advice = Type it instead of pasting it with its formatting.
rights-password-guessable = This is what anybody would try first.
    .advice = Take none of: the account's name, repeated or consecutive characters, well-known passwords.
rights-hashing-failed = The password could not be worked on: { $problem }
    .advice = Close other programs to free memory and try again. Nothing was changed.
rights-hash-unreadable = What is kept for the password of this account cannot be read.
    .advice = Ask the keeper to set a new password, and look whether the database was tampered with.
rights-wait = Too many wrong passwords; wait { $seconds } seconds.
    .advice = Check the account's name and the keyboard.
rights-too-many-failures = Too many wrong passwords; no more can be tried.
    .advice = Ask the keeper to open the account again.
