### Sentences of the remedies room: routes, states, reasons, steps, deadlines, warnings, duties.
### A reason turns on $value: TT made out, FF fails, anything else missing or disputed.

## Routes and states

remedies-route-private-prosecution = Private prosecution
remedies-route-public-prosecution = Public prosecution
remedies-route-administrative-penalty = Public-security penalty
remedies-route-civil-suit = Civil suit
remedies-route-injunction = Injunction on personality rights
remedies-route-public-interest-suit = Public-interest suit

remedies-state-open = open
    .advice = On the material in this file the conditions are made out and the procedure allows it.
remedies-state-waiting = waiting
    .advice = A named thing is still missing that you or an authority can bring.
remedies-state-closed = closed for now
    .advice = On the material in this file a condition fails, or the route is barred.
remedies-state-unknown = unknown
    .advice = It turns on disputed facts, on what a person has not yet judged, or on a contested reading.
remedies-no-choice = The program does not choose. Several routes can run side by side.
remedies-unverified = The text of this provision was not checked; look it up before relying on it.
remedies-contested = Readings differ here; the program shows them and does not decide.
remedies-may-extend = This is the strict date. The rules may move it past a holiday; do not count on it.
remedies-for-authority = This date binds the authority, not you.
remedies-passed = This deadline has passed.
remedies-kept = This was done in time.
remedies-date-missing = The day it is counted from is missing, so it cannot be worked out.
remedies-irreversible = This step cannot be taken back. Read the warnings first.

## Who acts

remedies-who-person = you
remedies-who-court = the court
remedies-who-police = the police
remedies-who-procuratorate = the procuratorate
remedies-who-government = the government that decides on reconsideration
remedies-who-platform = the platform
remedies-who-legal-aid = the legal-aid organ

## Article 10 first

remedies-article-10-closes = Every statement relied on is protected by Article 10 of the Guiding Opinions: nothing here can lead to a penalty.
remedies-article-10-report =
    { $value ->
        [TT] Article 10 was checked first: this is not a protected report of wrongdoing.
        [FF] This is a protected report of wrongdoing (Article 10). It is set aside for defamation.
       *[other] Article 10 comes first: it is not settled whether this is a protected report of wrongdoing.
    }
remedies-article-10-comment =
    { $value ->
        [TT] Article 10 was checked first: this is not protected comment or criticism.
        [FF] This is protected comment or criticism (Article 10), even if sharp or one-sided. It is set aside for insult.
       *[other] Article 10 comes first: it is not settled whether this is protected comment or criticism.
    }
remedies-article-10-other-sentence = The other sentence of Article 10 protects this statement. Whether anything of it can still be pursued is open.
remedies-warn-article-10-again = The complainant is an official or an organisation: look at Article 10 again.
    .advice = Criticism and reports, even sharp or partly wrong, are protected. Go through each statement once more before any penal route.

## Conditions of the criminal routes

remedies-elements-defamation =
    { $value ->
        [TT] On the material in this file, the elements of defamation are made out.
        [FF] On the material in this file, an element of defamation fails.
       *[other] For an element of defamation, evidence is missing or disputed.
    }
remedies-elements-insult =
    { $value ->
        [TT] On the material in this file, the elements of insult are made out. The law sets no number for insult.
        [FF] On the material in this file, an element of insult fails.
       *[other] For an element of insult, evidence is missing, or a person has to judge. The law sets no number for insult.
    }
remedies-limitation-criminal =
    { $value ->
        [TT] The five years have not run out.
        [FF] The five years have run out.
       *[other] Whether the five years have run out depends on a date that is missing, or on whether the act went on.
    }
remedies-limitation-penalty =
    { $value ->
        [TT] The six months have not run out, or the police learned of it within them.
        [FF] The six months had run out before the police learned of it.
       *[other] Whether the six months were kept depends on a date that is missing, or on whether the act went on.
    }
remedies-limitation-complaint-refused =
    { $value ->
        [TT] You complained in time and were wrongly not accepted: the limit does not apply.
        [FF] No complaint was made in time and wrongly refused.
       *[other] If you complained in time and were wrongly not accepted, the limit does not apply. Look for the receipt.
    }
remedies-complainant-natural-person =
    { $value ->
        [TT] The complainant is an individual.
        [FF] The complainant is an organisation. This route is for abuse against individuals.
       *[other] It is not stated whether the complainant is an individual.
    }
remedies-defendant-definite =
    { $value ->
        [TT] There is a definite defendant.
        [FF] There is no definite defendant yet. The complaint itself may ask for police help to find out who it is; this program does not search.
       *[other] Whether there is a definite defendant is not shown yet.
    }
remedies-defendant-whereabouts =
    { $value ->
        [TT] The defendant's whereabouts are known.
        [FF] The defendant's whereabouts are not known; as long as that is so the court refuses the suit.
       *[other] Whether the defendant's whereabouts are known is not shown yet.
    }
remedies-no-police-case =
    { $value ->
        [TT] The police have not opened a criminal case, so a private suit is possible.
       *[other] It is not known whether the police have opened a criminal case.
    }
remedies-police-case-may-bar-suit = The police have opened a criminal case. The court may ask you to withdraw or may refuse the suit; whether this is a bar or the court's choice is contested.
remedies-police-case-ends-accepted-suit = The police have opened a criminal case after the court accepted yours. The court has to end the private case and pass the material on; you may take part as the victim.
remedies-not-withdrawn =
    { $value ->
        [TT] No earlier withdrawal stands in the way.
        [FF] An earlier suit on the same facts was withdrawn for a reason other than lack of evidence. A new one is refused.
       *[other] It is not stated whether an earlier suit on the same facts was withdrawn, and why.
    }
remedies-not-mediated =
    { $value ->
        [TT] No earlier mediation in court stands in the way.
        [FF] The same facts were settled by mediation in court. A new suit is refused.
       *[other] It is not stated whether the same facts were settled by mediation in court.
    }
remedies-review-during-police-help = No text says whether the fifteen days of review stop while the police are helping.
remedies-who-may-sue-for-you = If the victim has died, cannot act or is under pressure, a legal representative or close relative may sue, with proof of the relation and the reason.
remedies-no-statement = No statement has been taken up yet.
remedies-more-statements = { $count } more statements are not written out here.

## Serious danger to social order

remedies-order-grave-consequence =
    { $value ->
        [TT] Mental disorder, suicide or the like of the victim or a close relative, with vile social impact.
        [FF] Not shown: mental disorder, suicide or the like with vile social impact.
       *[other] Open: mental disorder, suicide or the like of the victim or a close relative, with vile social impact.
    }
remedies-order-random-target =
    { $value ->
        [TT] An ordinary person was picked at random, it spread widely, drew many vulgar comments and damaged network order, with vile social impact.
        [FF] Not all of it holds: picked at random, wide spread, vulgar comments, network order damaged, vile social impact.
       *[other] Open: picked at random, wide spread, vulgar comments, network order damaged, vile social impact. All of them are needed.
    }
remedies-order-many-or-repeated =
    { $value ->
        [TT] Several people were targeted, or it was spread repeatedly, with vile social impact.
        [FF] Not shown: several people targeted or repeated spreading, with vile social impact.
       *[other] Open: several people targeted or repeated spreading, with vile social impact.
    }
remedies-order-organised =
    { $value ->
        [TT] People were organised to spread it in bulk on several platforms, with vile social impact.
        [FF] Not shown: people organised to spread it in bulk on several platforms, with vile social impact.
       *[other] Open: people organised to spread it in bulk on several platforms, with vile social impact.
    }
remedies-order-endangered =
    { $value ->
        [TT] Serious danger to social order has been found.
        [FF] A person or an authority has found no serious danger to social order.
       *[other] Serious danger to social order: a person has to judge.
    }
remedies-order-factors = The authority weighs target, motive, manner, spread and consequences together. A count alone does not decide.
remedies-opinions-not-yet = On this day the Guiding Opinions were not yet in force. The question stood under Criminal Law 246(2) and, for defamation, the 2013 interpretation.
remedies-police-case-open = The police have opened a criminal case.

## Public-security penalty

remedies-penalty-defamation =
    { $value ->
        [TT] On the material in this file, the conditions for defamation under the public-security law are made out.
        [FF] On the material in this file, a condition for defamation under the public-security law fails.
       *[other] For a condition of defamation under the public-security law, evidence is missing or disputed.
    }
remedies-penalty-insult =
    { $value ->
        [TT] On the material in this file, the conditions for public insult under the public-security law are made out.
        [FF] On the material in this file, a condition for public insult under the public-security law fails.
       *[other] For a condition of public insult under the public-security law, evidence is missing, or a person has to judge.
    }
remedies-penalty-privacy =
    { $value ->
        [TT] Privacy was spread.
        [FF] Privacy was not spread.
       *[other] Whether privacy was spread is not shown yet.
    }
remedies-penalty-messages =
    { $value ->
        [TT] Messages were sent repeatedly and disturb normal life.
        [FF] Repeated messages that disturb normal life are not shown.
       *[other] Repeated messages: a part of it is still missing or has to be judged.
    }
remedies-penalty-stalking =
    { $value ->
        [TT] Pestering or following disturbs normal life. A ban on contact is possible.
        [FF] Pestering or following that disturbs normal life is not shown.
       *[other] Pestering or following: a part of it is still missing or has to be judged.
    }
remedies-criminal-first = A criminal case is open. What is not a crime comes back to the public-security law afterwards.
remedies-penalty-decided = The police have decided on a penalty. The same act is not penalised twice; the decision can be challenged.
remedies-records-sealed = Records of penalties are sealed since 2026. Only organs that handle a case may look them up; a request to them can be prepared.
remedies-act-straddles-2026 = The act began before 2026 and went on after. Both texts of the law are shown.

## Civil suit

remedies-civil-reputation =
    { $value ->
        [TT] On the material in this file, reputation is infringed and no defence is made out.
        [FF] On the material in this file, a condition of infringed reputation fails, or a defence holds.
       *[other] For infringed reputation, evidence is missing or disputed.
    }
remedies-civil-reputation-unless-defence = On the material in this file, what you have to show for infringed reputation is made out. Whether it was reporting or scrutiny in the public interest is for the other side to show.
remedies-civil-privacy =
    { $value ->
        [TT] Privacy was spread.
        [FF] Privacy was not spread.
       *[other] Whether privacy was spread is disputed.
    }
remedies-civil-defendant-known = There is a definite defendant. The platform may be sued as well.
remedies-civil-platform-first = Who posted it is not known. The platform may be sued first; the court may order it to tell the court who it was.
remedies-civil-no-limit-to-stop = Stopping, removing, apologising and restoring reputation know no time limit. Claims for money do.
remedies-civil-before-the-code = Part of it happened before the Civil Code. Older law applies unless it went on or the damage appeared after 2021-01-01.

## Injunction

remedies-injunction-in-force =
    { $value ->
        [TT] The Civil Code provides this route.
       *[other] On this day the Civil Code was not yet in force; there is no such route.
    }
remedies-injunction-ongoing =
    { $value ->
        [TT] It is going on or about to happen.
        [FF] It is neither going on nor about to happen.
       *[other] Whether it is going on or about to happen is not shown yet.
    }
remedies-injunction-unlawful =
    { $value ->
        [TT] A person has judged it an unlawful act against personality rights.
        [FF] A person has judged that it is not an unlawful act against personality rights.
       *[other] Whether it is an unlawful act against personality rights: a person has to judge.
    }
remedies-injunction-irreparable =
    { $value ->
        [TT] Waiting would bring harm that is hard to repair.
        [FF] Harm that is hard to repair is not expected.
       *[other] Harm that is hard to repair: a person has to judge.
    }
remedies-injunction-evidence =
    { $value ->
        [TT] There is evidence of it.
        [FF] There is no evidence of it.
       *[other] Evidence of it is not shown yet.
    }
remedies-injunction-respondent-known = The respondent is known.
remedies-injunction-respondent-account = The respondent is not known. An application may name the platform account; courts may ask for more.

## Public-interest suit

remedies-public-interest-harm =
    { $value ->
        [TT] The public interest is harmed.
        [FF] Harm to the public interest is not shown.
       *[other] Harm to the public interest: a person has to judge.
    }
remedies-public-interest-many =
    { $value ->
        [TT] The rights of many people are infringed.
        [FF] The rights of one person are concerned, not of many.
       *[other] Whether the rights of many people are infringed is not shown. This program does not look for other people.
    }
remedies-public-interest-minor =
    { $value ->
        [TT] A minor is concerned.
        [FF] No minor is concerned.
       *[other] It is not stated whether a minor is concerned.
    }
remedies-public-interest-announced =
    { $value ->
        [TT] The procuratorate has given public notice.
        [FF] The procuratorate has not given public notice yet.
       *[other] Whether the procuratorate has given public notice is not known.
    }
remedies-public-interest-announcement-runs = The thirty days of the public notice are still running.
remedies-public-interest-not-yours = This suit is brought by a procuratorate or an organisation named by law. You can hand in leads.
remedies-own-suit-stays = Your own suit stays possible beside it.

## Steps

remedies-step-seal = Seal the material and list it.
remedies-step-seal-ongoing = Seal what is going on now: place, account, time, content.
remedies-step-legal-aid = If you cannot afford an agent, apply for legal aid. Minors, and elderly or disabled people without fixed income, are not asked to prove their means.
remedies-step-write-complaint = Fill in the official complaint form, with as many copies as there are defendants.
remedies-step-ask-police-help = Ask the court, in the form, for police help with evidence. Name items and leads.
remedies-step-file-private-suit = File with a court that has jurisdiction. The place where you were when it happened is one.
remedies-step-acceptance-review = The court reviews whether it accepts the suit, within fifteen days.
remedies-step-police-collect = The police collect what the court asks for, or say in writing that they could not.
remedies-step-appeal-refusal = If the court refuses, appeal within five days of receiving the ruling; with new evidence you may also file again.
remedies-step-private-hearing = Attend the hearings, or make sure that your reasons for absence are accepted.
remedies-step-settle-or-withdraw = Before judgment you may settle, agree to mediation or withdraw.
remedies-step-report-as-accuser = Report to the police as an accuser (控告), with the evidence list.
remedies-step-keep-receipt = Ask for the receipt and keep it.
remedies-step-describe-order = Describe the danger to social order: target, motive, manner, spread, consequences, each with its exhibits.
remedies-step-police-reconsideration = If the police refuse to file: ask for reconsideration within seven days, then for review by the higher organ within seven days.
remedies-step-filing-oversight = Ask the procuratorate to oversee the filing; it asks the police for their reasons.
remedies-step-join-as-victim = Take part as the victim, with an agent if you wish.
remedies-step-report-violation = Report to the police, also where you were when it happened.
remedies-step-challenge-decision = If you disagree with the decision: ask for reconsideration or sue.
remedies-step-reconsideration-first = If the police refuse, do nothing or do not answer: ask the government of the same level for reconsideration first.
remedies-step-reconsideration-decided = The government decides, as a rule within sixty days. It costs nothing.
remedies-step-administrative-suit = After reconsideration, sue within fifteen days.
remedies-step-notify-platform = Notify the platform: who you are, where it is, first evidence. List sealed links only.
remedies-step-preserve-evidence = If it may vanish, ask the court to preserve the evidence, also before suing.
remedies-step-file-civil-suit = File the suit; your own place of residence gives jurisdiction.
remedies-step-ask-disclosure = Ask the court to order the platform to tell the court who posted it, then add that person.
remedies-step-claim-costs = Claim the reasonable cost of finding and keeping evidence; keep the receipts.
remedies-step-apply-injunction = Apply for the order. Name the exact acts, accounts and links, and for how long.
remedies-step-injunction-ruling = The court decides.
remedies-step-injunction-reconsideration = Against the ruling, ask for reconsideration within five days (by analogy; ask the court).
remedies-step-protection-order = Where family, people living together or a former partner are concerned, a protection order is faster: look at that too.
remedies-step-hand-in-leads = Hand in leads to the procuratorate, with the sealed material.
remedies-step-announce = The procuratorate gives public notice for thirty days.
remedies-step-public-interest-suit = If no organisation sues, the procuratorate may.

## Deadlines

remedies-deadline-criminal-limitation = Limitation of prosecution: five years from the first post.
remedies-deadline-criminal-limitation-last-act = Counted from the last post, if the act went on: five years.
remedies-deadline-penalty-limitation = The police have to learn of it within six months of the first post.
remedies-deadline-penalty-limitation-last-act = Counted from the last post, if the act went on: six months.
remedies-deadline-acceptance-review = The court reviews acceptance: fifteen days.
remedies-deadline-private-judgment = Judgment in a private case, defendant not detained: six months from acceptance.
remedies-deadline-police-review = The police review a report: three days as a rule.
remedies-deadline-police-review-longest = The police review a major or complex report: thirty days at most.
remedies-deadline-police-reconsideration = Reconsideration of a refusal to file: seven days from service.
remedies-deadline-reconsideration = Administrative reconsideration: sixty days from knowing the decision.
remedies-deadline-administrative-suit = Administrative suit: six months from knowing the decision; after reconsideration fifteen days.
remedies-deadline-police-inaction = The police have two months to act on a request; after that it counts as inaction.
remedies-deadline-civil-limitation = Claims for money: three years from knowing the harm and who caused it, or from the last interruption.
remedies-deadline-civil-cap = Claims for money: twenty years from the harm at the latest.
remedies-deadline-announcement = Public notice of the procuratorate: thirty days.

## Warnings

remedies-warn-some-only = Suing only some of the people you know of gives up the complaint against the others.
    .advice = Name everyone you know of, or decide with a lawyer whom to leave out.
remedies-warn-two-absences = Two absences without good reason, or leaving without permission, count as withdrawal.
    .advice = If you cannot come, tell the court in time and in writing.
remedies-warn-withdrawal = After a withdrawal for any reason other than lack of evidence, the same facts cannot be sued on again.
    .advice = If you withdraw, have the reason written down.
remedies-warn-mediation = What was settled by mediation in court cannot be sued on again.
remedies-warn-mental-damages = After a criminal case, a claim for mental harm is as a rule not accepted, not even in a separate suit.
    .advice = If this claim matters to you, ask a lawyer about the order of the routes first.
remedies-warn-ask-for-ruling = If the court asks you to withdraw because the police have a case, a ruling is safer than a withdrawal.
    .advice = Ask for a ruling, or have the court's request written into the record.
remedies-warn-report-as-accuser = Only an accuser (控告人) is told the reasons of a refusal and may ask for reconsideration.
    .advice = Have "控告" written on the receipt.
remedies-warn-no-administrative-suit = A refusal to open a criminal case cannot be taken to the administrative court.
    .advice = Use reconsideration, the procuratorate or private prosecution.
remedies-warn-reconsideration-first = If the police do not act, suing at once is refused: reconsideration comes first.
remedies-warn-not-both-at-once = Reconsideration and suit cannot run at the same time.
remedies-warn-police-mediation = The police may offer mediation in minor cases between people who know each other. You may refuse.
remedies-warn-wrong-notice = A wrong notice to a platform makes the sender answer for the damage.
    .advice = Notify only what you have sealed and checked against Article 10.
remedies-warn-abusive-words = A complaint with abusive words has to be rewritten.
remedies-warn-how-evidence-was-got = Evidence that was got by seriously infringing others' rights or by forbidden means is excluded.
    .advice = Do not log in to other people's accounts, do not buy data, do not search for people.
remedies-warn-which-court = In Beijing, Hangzhou and Guangzhou privacy and personal-information suits go to the internet court, pure reputation suits do not. For mixed suits ask the court.
remedies-warn-no-mental-damages-for-organisations = An organisation cannot claim damages for mental harm.
remedies-warn-no-national-procedure = There are no national rules for this procedure; ask the court how it handles it.
remedies-warn-security = The court may ask for security; before a suit, by analogy, it is required.

## Duties of the authorities

remedies-duty-tell-rights = To tell you in time that you may appoint an agent and apply for legal aid.
remedies-duty-accept-when-met = To accept the suit when the conditions are met.
remedies-duty-police-help = At the court's request, to find out who acted and to collect evidence of spread and impact, or to say in writing that it was not possible.
remedies-duty-platform-support = To give technical support as the law provides.
remedies-duty-notify-co-victims = To notify others who were harmed by the same facts.
remedies-duty-police-accept = To accept the report and give a receipt.
remedies-duty-refusal-served = To serve the notice of a refusal on the accuser within three days.
remedies-duty-tell-private-suit = If it is not a matter for public prosecution, the police may tell you that you can sue yourself.
remedies-duty-court-transfer = If the court finds serious danger to social order, to pass the case to the police.
remedies-duty-progress = To make progress known in time.
remedies-duty-register-at-once = To register the case at once, or to say why not.
remedies-duty-penalty-time = To decide within thirty days, which may be extended.
remedies-duty-serve-victim = To serve the decision on you too.
remedies-duty-keep-looking = If it is unknown who acted: to go on looking and to tell you.
remedies-duty-register-seven-days = To register the suit within seven days.
remedies-duty-platform-notice = After a proper notice: to pass it on and to take the necessary measures in time.
remedies-duty-legal-aid = To decide on legal aid within seven days.
remedies-duty-urgent-ruling = In urgent cases, by analogy, to rule within forty-eight hours.
remedies-duty-announce = To give public notice before suing.
remedies-duty-platform-public = To keep its duties; where it harms the public interest by not doing so, it may be sued.
