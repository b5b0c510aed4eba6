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
remedies-route-police-help = Police help with a private suit
remedies-route-filing-supervision = Supervision of filing
remedies-route-reconsideration = Administrative reconsideration
remedies-route-protection-order = Personal safety protection order
remedies-route-platform-notice = Notice to the platform
remedies-route-legal-aid = Legal aid

## Who acts

remedies-who-person = you
remedies-who-court = the court
remedies-who-police = the police
remedies-who-procuratorate = the procuratorate
remedies-who-government = the government that decides on reconsideration
remedies-who-platform = the platform
remedies-who-legal-aid = the legal-aid organ
remedies-who-justice-department = the justice department
remedies-who-actor = whoever acted

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
       *[other] It is not settled whether an earlier suit on the same facts was withdrawn, why, and whether the court had asked for it.
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
remedies-police-case-bars-suit = The police have opened a criminal case and the court has not let the private suit go on. You may take part in the public case as the victim.
remedies-filer-entitled =
    { $value ->
        [TT] Whoever sues is entitled to.
        [FF] Whoever sues is not entitled to: it is for the victim, or, where the victim cannot, for a legal representative or close relative with proof of the relation and the reason.
       *[other] Whether whoever sues is entitled to is not shown yet.
    }
remedies-court-has-jurisdiction =
    { $value ->
        [TT] The court has jurisdiction.
        [FF] This court has no jurisdiction. Another can be chosen; the place where you were when it happened is one.
       *[other] Whether the court has jurisdiction is not shown yet. The place where you were when it happened is one.
    }
remedies-claim-specific =
    { $value ->
        [TT] The claim is specific.
        [FF] The claim is not specific yet. It can be put more exactly.
       *[other] Whether the claim is specific is not stated.
    }
remedies-evidence-sufficient =
    { $value ->
        [TT] A person has judged that the evidence is enough for acceptance.
        [FF] A person has judged that the evidence is not enough for acceptance. With new evidence the court has to accept.
       *[other] Whether the evidence is enough for acceptance: a person has to judge.
    }
remedies-defendant-alive =
    { $value ->
        [TT] The defendant is alive.
        [FF] The defendant has died; the suit is refused.
       *[other] It is not known whether the defendant is alive.
    }
remedies-standard-of-proof = For a judgment the evidence has to leave no reasonable doubt, in a private suit too.
remedies-two-absences-happened = Two absences without good reason, or leaving without permission, are on file: the suit counts as withdrawn.
remedies-closed-hearing = Where privacy is concerned the hearing is closed.
remedies-trial-may-be-suspended = While the defendant cannot be found the court may suspend the trial.
remedies-elements-doxing =
    { $value ->
        [TT] On the material in this file, the elements of infringing personal information (doxing among it) are made out. It is prosecuted publicly; no danger to social order is needed.
        [FF] On the material in this file, an element of infringing personal information fails.
       *[other] For an element of infringing personal information, evidence is missing or disputed.
    }
remedies-elements-doxing-grave =
    { $value ->
        [TT] The heavier tier of infringing personal information is made out.
        [FF] The heavier tier of infringing personal information is not made out.
       *[other] The heavier tier of infringing personal information is open.
    }
remedies-elements-unlawful-use =
    { $value ->
        [TT] On the material in this file, the elements of unlawful use of networks are made out.
        [FF] On the material in this file, an element of unlawful use of networks fails.
       *[other] For an element of unlawful use of networks, evidence is missing or a person has to judge.
    }
remedies-elements-platform-refusal =
    { $value ->
        [TT] On the material in this file, the elements of a platform's refusing its duties are made out.
        [FF] On the material in this file, an element of a platform's refusing its duties fails. A documented order is needed.
       *[other] For a platform's refusing its duties, evidence is missing or disputed. A documented order is needed.
    }
remedies-limitation-criminal-heavier =
    { $value ->
        [TT] The ten years of the heavier tier have not run out.
        [FF] The ten years of the heavier tier have run out.
       *[other] Whether the ten years of the heavier tier have run out depends on a date that is missing, or on whether the act went on.
    }

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
remedies-order-defamation-only =
    { $value ->
        [TT] Defamation is made out, so that the interpretation of 2013 may serve as well.
        [FF] Defamation is not made out; the interpretation of 2013 serves defamation only.
       *[other] The interpretation of 2013 serves defamation only, and defamation is not made out yet.
    }
remedies-order-seven-cases = Nobody has spoken of the seven cases of the 2013 interpretation (defamation only); they stay open.
remedies-order-mass-incident =
    { $value ->
        [TT] A mass incident was caused.
        [FF] No mass incident was caused.
       *[other] Open: whether a mass incident was caused.
    }
remedies-order-disorder =
    { $value ->
        [TT] Public order was thrown into disorder.
        [FF] Public order was not thrown into disorder.
       *[other] Open: whether public order was thrown into disorder.
    }
remedies-order-conflict =
    { $value ->
        [TT] An ethnic or religious conflict was caused.
        [FF] No ethnic or religious conflict was caused.
       *[other] Open: whether an ethnic or religious conflict was caused.
    }
remedies-order-many-defamed =
    { $value ->
        [TT] Several people were defamed, with vile social impact.
        [FF] Not shown: several people defamed with vile social impact.
       *[other] Open: several people defamed, with vile social impact.
    }
remedies-order-national-image =
    { $value ->
        [TT] The image of the State was harmed and the national interest seriously endangered.
        [FF] Not both: the image of the State harmed, and the national interest seriously endangered.
       *[other] Open: the image of the State harmed, and the national interest seriously endangered. Both are needed.
    }
remedies-order-international =
    { $value ->
        [TT] A vile international impact was caused.
        [FF] No vile international impact was caused.
       *[other] Open: whether a vile international impact was caused.
    }
remedies-order-other-danger =
    { $value ->
        [TT] A person has found another case of serious danger to social order and the national interest.
        [FF] A person has found no other case of that kind.
       *[other] Another case of that kind: a person has to judge.
    }

## Crossings

remedies-crossing-police-first = The police have filed, and the victim sues as well: the court may ask for withdrawal or refuse the suit by a ruling.
remedies-crossing-accepted-suit-ends = The police have filed after the court accepted the suit: the court ends the trial by a ruling and hands the material to the police; you may take part as the victim.
remedies-crossing-court-transfers = The suit came first, and the court finds serious danger to social order: it passes the case to the police.
remedies-crossing-police-may-tell = The police find a crime but not the condition of public prosecution: they may tell you to sue yourself.
remedies-crossing-dropped = The public case was dropped: whether you may sue again depends on how an earlier suit ended.
remedies-crossing-not-prosecuted = The procuratorate has decided not to prosecute: petition within seven days, or sue directly.

## The identity gap

remedies-never-identifies = Nobody on this file knows who it is. This program never identifies anyone; it prepares the requests by which a body that may do so can.
remedies-step-identity-court = First way: state platform, account and address in the complaint, and ask the court to have the police find out who acted.
remedies-step-identity-platform = Second way: sue the platform, and ask the court to order it to give name, contact and network address to the court. They go to the court, not to you.
remedies-step-identity-police = Third way: report to the police, who look for whoever acted and tell you how it goes.

## Police help

remedies-help-in-force =
    { $value ->
        [TT] Paragraph 3 of Article 246 provides this route.
       *[other] On this day paragraph 3 of Article 246 was not yet in force; there is no such route.
    }
remedies-help-network =
    { $value ->
        [TT] It was spread by network.
        [FF] It was not spread by network; police help of this kind is for network acts.
       *[other] Whether it was spread by network is not shown yet.
    }
remedies-help-difficulty =
    { $value ->
        [TT] Providing evidence is really difficult.
        [FF] Providing evidence is not really difficult.
       *[other] Whether providing evidence is really difficult: say what you tried and why it failed; the court decides.
    }
remedies-help-suit-filed =
    { $value ->
        [TT] A private suit has been filed.
        [FF] No private suit has been filed yet. The request goes with the complaint.
       *[other] It is not stated whether a private suit has been filed. The request goes with the complaint.
    }
remedies-help-court-may = The court may ask the police; it need not. Give it reasons and leads.
remedies-help-collected = The police have handed in what they collected. Where the conditions are met the court has to accept the suit.
remedies-help-cannot-collect = The police have said that they could not collect it. With new and enough evidence you may sue again later.

## Supervision of filing

remedies-supervision-not-filed =
    { $value ->
        [TT] The police have refused to open a criminal case, or have not decided in time.
        [FF] The police have not refused, and their time has not passed. This route waits for that.
       *[other] It is not known what the police have decided about a criminal case.
    }
remedies-supervision-case-opened = The police have opened a criminal case. There is nothing to supervise here.
remedies-supervision-by-victim =
    { $value ->
        [TT] The victim, a legal representative or a close relative asks for it.
        [FF] It is not the victim, a legal representative or a close relative who asks for it.
       *[other] It is not stated who asks for it.
    }
remedies-supervision-three-ways = Three ways, also side by side: reconsideration and review by the police, oversight by the procuratorate, a private suit.
remedies-supervision-accuser =
    { $value ->
        [TT] You went to the police as an accuser (控告人): you are told the reasons and may ask for reconsideration.
        [FF] You went to the police with a report only. Reconsideration is the accuser's: hand in an accusation (控告).
       *[other] It is not stated whether you went to the police as an accuser (控告人). Look at the receipt.
    }

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
        [TT] On the material in this file, spreading of privacy is made out.
        [FF] On the material in this file, a condition of spreading privacy fails.
       *[other] For spreading of privacy, evidence is missing or disputed.
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
remedies-act-straddles-2026 = The act began before 2026 and went on after. Both texts of the law are shown.
remedies-penalty-threats =
    { $value ->
        [TT] On the material in this file, a threat to personal safety is made out.
        [FF] On the material in this file, a condition of a threat to personal safety fails.
       *[other] For a threat to personal safety, evidence is missing or a person has to judge.
    }
remedies-penalty-retaliation =
    { $value ->
        [TT] On the material in this file, retaliation on a witness is made out.
        [FF] On the material in this file, retaliation on a witness is not made out.
       *[other] For retaliation on a witness, evidence is missing or disputed.
    }
remedies-penalty-personal-information =
    { $value ->
        [TT] On the material in this file, personal information was sold, provided or got unlawfully. No number is needed.
        [FF] On the material in this file, a condition for infringing personal information fails.
       *[other] For infringing personal information, evidence is missing or disputed. Whether publishing counts as providing is read differently.
    }

## Reconsideration

remedies-reconsider-decision =
    { $value ->
        [TT] The police have decided on a penalty, or that there is none. The decision can be looked at again.
        [FF] There is no such decision of the police yet.
       *[other] It is not known whether the police have decided.
    }
remedies-reconsider-inaction =
    { $value ->
        [TT] The police refuse, do not act or do not answer. Reconsideration comes before a suit.
        [FF] The police have not failed to act so far.
       *[other] It is not shown yet whether the police failed to act on your request.
    }
remedies-reconsider-declined =
    { $value ->
        [TT] The police hold that there is no violation. That they refuse a penalty can be looked at again, whatever becomes of the criminal case.
        [FF] The police have not refused a penalty.
       *[other] It is not known whether the police refuse a penalty.
    }
remedies-reconsider-measure =
    { $value ->
        [TT] The police took a measure that can be looked at again.
        [FF] The police took no such measure.
       *[other] Whether the police took such a measure is not shown yet.
    }
remedies-reconsider-in-time =
    { $value ->
        [TT] The time for asking has not passed, or you asked within it.
        [FF] The time for asking has passed.
       *[other] Whether the time for asking has passed depends on a date, or on whether the decision told you of the right.
    }
remedies-reconsider-no-suit =
    { $value ->
        [TT] No court has accepted an administrative suit about it.
        [FF] A court has accepted an administrative suit about it; reconsideration is not open beside it.
       *[other] It is not stated whether a court has accepted an administrative suit about it.
    }
remedies-reconsider-first =
    { $value ->
        [TT] Reconsideration has to come before a suit here.
        [FF] Here you may choose between reconsideration and a suit.
       *[other] Whether reconsideration has to come first depends on what the police did.
    }
remedies-reconsider-not-criminal = A decision about opening a criminal case is no administrative act: look at supervision of filing.

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
        [TT] On the material in this file, privacy is infringed.
        [FF] On the material in this file, a condition of infringed privacy fails, or it was allowed.
       *[other] For infringed privacy, evidence is missing or disputed.
    }
remedies-civil-defendant-known = There is a definite defendant. The platform may be sued as well.
remedies-civil-platform-first = Who posted it is not known. The platform may be sued first; the court may order it to tell the court who it was.
remedies-civil-no-limit-to-stop = Stopping, removing, apologising and restoring reputation know no time limit. Claims for money do.
remedies-civil-before-the-code = Part of it happened before the Civil Code. Older law applies unless it went on or the damage appeared after 2021-01-01.
remedies-civil-personal-information =
    { $value ->
        [TT] On the material in this file, interests in personal information are infringed.
        [FF] On the material in this file, a condition of infringed personal information fails, or a defence holds.
       *[other] For infringed personal information, evidence is missing or disputed.
    }
remedies-civil-forged-portrait =
    { $value ->
        [TT] On the material in this file, a portrait was vilified, defaced or forged.
        [FF] On the material in this file, a condition of that fails.
       *[other] For a portrait vilified, defaced or forged, evidence is missing or disputed.
    }
remedies-civil-portrait =
    { $value ->
        [TT] On the material in this file, a portrait was used without consent.
        [FF] On the material in this file, a condition of that fails, or the use was allowed.
       *[other] For a portrait used without consent, evidence is missing or disputed.
    }
remedies-civil-harassment =
    { $value ->
        [TT] On the material in this file, sexual harassment is made out.
        [FF] On the material in this file, sexual harassment is not made out.
       *[other] For sexual harassment, evidence is missing or a person has to judge.
    }
remedies-civil-weighed = The court weighs both sides: occupation, reach, fault, purpose, manner and consequences. What it orders has to fit the conduct and its reach.

## Civil claims

remedies-claim-stop = Stop and delete: it is going on, or may come again.
remedies-claim-apologise = Remove the effects, restore reputation, apologise. It knows no time limit.
remedies-claim-court-publishes = Where the apology is refused, the court may publish the judgment at the actor's cost.
remedies-claim-mental-damages = Damages for mental harm: individuals only, and severe harm only.
remedies-claim-mental-damages-weighed = The sum follows fault, manner, consequences, gain, ability to pay and the local standard of living.
remedies-claim-after-criminal-case = After a criminal case, or beside it, such a claim is as a rule not accepted.
remedies-claim-loss = Property loss: what you lost, or what the other side gained.
remedies-claim-court-fixes = Where neither loss nor gain can be worked out, the court fixes a sum.
remedies-claim-costs = Reasonable costs of finding and keeping evidence. Keep the receipts.
remedies-claim-lawyer-fees = Lawyer's fees within the rules may be added; the court decides.

## Civil defendants

remedies-defendant-actor = Whoever acted.
remedies-defendant-guardian = The guardian, where whoever acted was a minor or without full capacity.
remedies-defendant-platform = The platform, for its own part: where it ignored a proper notice, or knew.
remedies-joint-together = Those who acted together answer jointly for the whole.
remedies-joint-instigated = Whoever instigated or helped answers jointly with whoever acted; with a minor, for the whole.
remedies-joint-unknown-actor = Several put others in danger and it is unknown whose act did the harm: they answer jointly.
remedies-joint-each-enough = They acted separately, and each act was enough for the whole harm: they answer jointly.
remedies-joint-shares = They acted separately and the acts came together: each answers for a share, equal shares where none can be told.
remedies-joint-guardian-whole = Name child and guardian together. The judgment is against the guardian for the whole, paid first from the child's own property.
remedies-joint-guardian-former = Under eighteen when it happened and of age when sued: the guardian of that time answers.
remedies-joint-platform-disclosure = It may be sued first for the sake of disclosure to the court, whether or not it answers for anything.
remedies-joint-platform-enlarged = A proper notice ignored: jointly for the harm that grew after it.
remedies-joint-platform-knew = It knew or should have known and took no measures: jointly.

## Which court

remedies-venue = The court of the defendant's home, of the device, or of your own home. You choose among them.
remedies-venue-internet-court = In this city a privacy or personal-information suit goes to the internet court.
remedies-venue-ordinary-court = In this city a pure reputation suit goes to an ordinary basic court, not to the internet court.
remedies-venue-mixed = In this city mixed claims are handled differently; ask the court before you file.

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
remedies-injunction-likely-enough = By analogy it is enough that the facts are likely.

## Protection order

remedies-protection-in-force =
    { $value ->
        [TT] The law against domestic violence provides this route.
       *[other] On this day the law against domestic violence was not yet in force; there is no such route.
    }
remedies-protection-individual =
    { $value ->
        [TT] The complainant is an individual.
        [FF] The complainant is an organisation. A protection order is for family, people living together and women.
       *[other] It is not stated whether the complainant is an individual.
    }
remedies-protection-home =
    { $value ->
        [TT] Violence at home is made out, or real danger of it; regular insult and defamation count.
        [FF] On the material in this file, violence at home is not made out.
       *[other] Whether it is violence at home, or real danger of it, is not shown yet. Regular insult, defamation, threats and harassment count.
    }
remedies-protection-woman =
    { $value ->
        [TT] A woman is pestered, or her privacy is spread, on the pretext of love or after a separation.
        [FF] On the material in this file, that case of the law on women's rights is not made out.
       *[other] Whether a woman is pestered, or her privacy is spread, on the pretext of love or after a separation, is not shown yet.
    }
remedies-protection-respondent =
    { $value ->
        [TT] There is a definite respondent.
        [FF] There is no definite respondent yet.
       *[other] Whether there is a definite respondent is not shown yet.
    }
remedies-protection-request =
    { $value ->
        [TT] What the order is to forbid is named.
        [FF] What the order is to forbid is not named yet. You can name it.
       *[other] It is not stated what the order is to forbid.
    }
remedies-protection-likely =
    { $value ->
        [TT] A person has judged that the facts are likely.
        [FF] A person has judged that the facts are not likely.
       *[other] Whether the facts are likely: a person has to judge. Statements, messages, records and witnesses all count.
    }
remedies-protection-no-suit-needed = No lawsuit is needed, before or after.
remedies-protection-who-may-apply = If you cannot apply yourself, close relatives, the police, the women's federation, the residents' or villagers' committee or a rescue station may.
remedies-protection-venue = The basic court of your residence, of the respondent's, or of the place where it happened.
remedies-protection-made = An order has been made. It holds for at most six months and can be extended.
remedies-protection-breached = The order is said to be broken. Report it: admonition, a fine up to 1,000 yuan or up to fifteen days' detention, and in grave cases Criminal Law 313.

## Notice to the platform

remedies-notice-network =
    { $value ->
        [TT] It stands on a network.
        [FF] It does not stand on a network; there is no platform to notify.
       *[other] Whether it stands on a network is not shown yet.
    }
remedies-notice-two-things = A proper notice holds two things: first evidence of the infringement, and who you truly are.
remedies-notice-timely = No number of days is set. What is in time depends on the service, on how exact the notice is, and on the harm.
remedies-notice-sent =
    { $value ->
        [TT] A notice was sent.
        [FF] No notice was sent.
       *[other] Whether a notice was sent is not settled.
    }
remedies-notice-evidence =
    { $value ->
        [TT] The notice holds first evidence.
        [FF] The notice lacks first evidence. A new one can be sent.
       *[other] Whether the notice holds first evidence is not settled.
    }
remedies-notice-identity =
    { $value ->
        [TT] The notice says who you are.
        [FF] The notice does not say who you are. A new one can be sent.
       *[other] Whether the notice says who you are is not settled.
    }
remedies-notice-measures =
    { $value ->
        [TT] The platform has taken measures.
        [FF] The platform has taken no measures.
       *[other] Whether the platform has taken measures is not settled.
    }
remedies-notice-countered =
    { $value ->
        [TT] The other user has declared that there is no infringement.
        [FF] The other user has declared nothing.
       *[other] Whether the other user has declared anything is not settled.
    }
remedies-notice-ignored = On the material in this file, the platform did not act in time on a proper notice and the harm grew: it answers jointly for what grew.
remedies-notice-knew = On the material in this file, the platform knew or should have known and took no measures: it answers jointly.
remedies-notice-measures-end = The counter-notice was not answered in time: the platform has to end its measures.

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
remedies-public-interest-announced =
    { $value ->
        [TT] The procuratorate has given public notice.
        [FF] The procuratorate has not given public notice yet.
       *[other] Whether the procuratorate has given public notice is not known.
    }
remedies-public-interest-announcement-runs = The thirty days of the public notice are still running.
remedies-public-interest-not-yours = This suit is brought by a procuratorate or an organisation named by law. You can hand in leads.
remedies-own-suit-stays = Your own suit stays possible beside it.
remedies-public-interest-ground =
    { $value ->
        [TT] It lies in a field for which the law opens such suits.
        [FF] It lies in no field for which the law opens such suits.
       *[other] Whether it lies in a field for which the law opens such suits is not shown: personal information of many, minors, women.
    }
remedies-public-interest-platform =
    { $value ->
        [TT] A platform does not perform its duties, to the harm of the public interest.
        [FF] A platform that fails its duties to the harm of the public interest is not shown.
       *[other] Whether a platform fails its duties to the harm of the public interest is not settled.
    }
remedies-public-interest-nobody-else =
    { $value ->
        [TT] No organisation named by law has sued.
        [FF] An organisation named by law has sued already.
       *[other] It is not known whether an organisation named by law has sued.
    }

## Legal aid

remedies-aid-no-agent =
    { $value ->
        [TT] You have no agent yet.
        [FF] You already have an agent.
       *[other] It is not stated whether you already have an agent.
    }
remedies-aid-criminal =
    { $value ->
        [TT] The victim of a public case, a private prosecutor or an incidental plaintiff may apply.
        [FF] Your part in the case is not one of the criminal ones.
       *[other] It is not stated what your part in the case is.
    }
remedies-aid-civil =
    { $value ->
        [TT] The civil matter is one for which aid is open.
        [FF] The civil matter is none for which aid is open.
       *[other] Reputation is not on the national list; local rules may be wider. Ask the legal-aid organ.
    }
remedies-aid-hardship =
    { $value ->
        [TT] You are in economic hardship by local standards.
        [FF] You are not in economic hardship by local standards.
       *[other] It is not stated whether you are in economic hardship by local standards.
    }
remedies-aid-no-means-test =
    { $value ->
        [TT] No hardship is asked for in this case.
        [FF] No such exception is on file.
       *[other] Whether hardship need not be shown is not stated: abuse and violence at home are among the exceptions.
    }
remedies-aid-not-checked =
    { $value ->
        [TT] Your means are not checked.
        [FF] No ground for leaving out the check is on file.
       *[other] Whether the check is left out is not stated: minors, and elderly or disabled people without fixed income, are among those.
    }
remedies-aid-where = Apply to the legal-aid organ where the body sits that handles the case.
remedies-aid-forms-of-help = It includes advice, drafting of papers, and an agent in the proceedings.
remedies-aid-guardian-applies = For a minor the guardian applies; where the guardian is the one who acted, another close relative.
remedies-aid-first = Fewer than seven days are left to one of your dates, or something has to be preserved: ask that aid is given first and the check follows.

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
remedies-step-appeal-judgment = Against the judgment, appeal within ten days of receiving it.
remedies-step-say-what-was-tried = Write down what you tried in order to get evidence, and why it failed.
remedies-step-name-items-and-leads = Name each item: platform, account number, registered identity, login records, counts of views and reposts, deleted content; and every lead that you have.
remedies-step-court-asks-police = If the court finds the difficulty real, it asks the police.
remedies-step-withdraw-for-lack-of-evidence = If nothing can be collected and evidence is lacking, a withdrawal for lack of evidence keeps a new suit open; any other reason may not.
remedies-step-incidental-claim = Claim material loss in the criminal case once it is opened.
remedies-step-ask-oversight = Apply to the procuratorate for oversight, with the notice of refusal; also where the police let their time pass.
remedies-step-police-explain = The police give the procuratorate their reasons in writing within seven days.
remedies-step-notify-to-file = If the reasons do not hold, the procuratorate notifies the police to file, and they have to within fifteen days.
remedies-step-higher-police = Turn to the higher police organ, which supervises from within.
remedies-step-sue-instead = A private suit stays possible beside all this.
remedies-step-ask-reconsideration = Ask the government of the same level for reconsideration within sixty days, one act per application.
remedies-step-reconsideration-accepted = The government decides on acceptance within five working days; silence counts as acceptance.
remedies-step-suit-at-choice = Against a decision to punish or not to punish you may also sue directly within six months.
remedies-step-ask-court-for-evidence = What you cannot get yourself: ask the court in writing, before the time for evidence ends, to collect it or to order the other side to hand it in.
remedies-step-enforce = If the judgment is not followed, apply for enforcement within two years.
remedies-step-advance-enforcement = In a suit, where an act has to be stopped at once, advance enforcement can be asked for too.
remedies-step-protection-evidence = Keep messages, recordings, medical records, police receipts and records of asking for help.
remedies-step-apply-protection = Apply to a basic court; name the respondent and what is to be forbidden.
remedies-step-protection-decided = The court decides within seventy-two hours, in urgent cases within twenty-four.
remedies-step-protection-reconsideration = If it is refused, ask for reconsideration within five days.
remedies-step-protection-extend = Before it ends, apply for extension or change.
remedies-step-protection-report-breach = If it is broken, report that to the court and the police at once, with evidence.
remedies-step-check-own-notice = Go through your notice once more: only sealed links, only what infringes your rights.
remedies-step-keep-delivery-proof = Keep proof that the notice arrived, and when.
remedies-step-platform-acts = The platform passes the notice on and takes the necessary measures in time.
remedies-step-answer-counter-notice = If the other user declares that there is no infringement: complain or sue in reasonable time and tell the platform, or the measures end.
remedies-step-sue-platform = If the platform does not act, sue it, alone or together with whoever acted.
remedies-step-apply-aid = Apply with the form, your papers and a true statement of your means.
remedies-step-aid-decided = The legal-aid organ decides within seven days.
remedies-step-aid-appointed = After that it appoints somebody within three days.
remedies-step-aid-object = If it is refused: object to the justice department, then ask for reconsideration or sue.
remedies-step-join-public-interest = The procuratorate may join the public-interest suit to the prosecution.

## Papers

remedies-paper-complaint-insult = Private criminal complaint, insult
remedies-paper-complaint-defamation = Private criminal complaint, defamation
remedies-paper-evidence-list = Evidence list: what each exhibit is, where it comes from, what it is to prove
remedies-paper-evidence-request = Request to the court for evidence and police help: items, reasons, leads
remedies-paper-proxy-proof = Proof of the relation to the victim, and of why the victim cannot sue
remedies-paper-accusation = Criminal accusation (控告书): facts in order of time, danger to social order, requests
remedies-paper-refusal-notice = The notice of refusal
remedies-paper-receipt = The receipt of your report
remedies-paper-police-reconsideration = Request for reconsideration or review by the police
remedies-paper-oversight-request = Request for oversight of filing
remedies-paper-violation-report = Report or accusation under the public-security law, with the six-month date
remedies-paper-record-request = Request that the court or the police look up sealed records; you cannot look them up yourself
remedies-paper-suit-penalty = Administrative complaint, penalty
remedies-paper-reconsideration = Application for reconsideration
remedies-paper-suit-reconsideration = Administrative complaint, after reconsideration
remedies-paper-suit-inaction = Administrative complaint, failure to act: only after reconsideration
remedies-paper-civil-complaint = Civil complaint; no official form exists for these matters, the law lists what it holds
remedies-paper-disclosure-request = Request that the platform be ordered to tell the court who it was
remedies-paper-preservation-request = Application for preservation of evidence
remedies-paper-collection-request = Application for collection of evidence by the court
remedies-paper-production-request = Application for an order that the other side hand in data
remedies-paper-enforcement = Application for enforcement
remedies-paper-injunction-application = Application for the order: acts, accounts, links, for how long, why it cannot wait
remedies-paper-security = Security, if the court asks for it
remedies-paper-protection-application = Application for a protection order: respondent, requests, what happened or threatens
remedies-paper-protection-evidence = Evidence: statements, messages, recordings, medical and police records, witnesses
remedies-paper-platform-notice = Notice to the platform: who you are, links, first evidence, measures asked for
remedies-paper-delivery-proof = Proof of delivery
remedies-paper-leads = Leads for the procuratorate, with the sealed material
remedies-paper-aid-application = Application form for legal aid
remedies-paper-aid-means = Statement of means, or the paper that makes it needless

## Fees

remedies-fee-private-prosecution = A private prosecution: no fee is listed; an incidental civil claim is free
remedies-fee-public-prosecution = An incidental civil claim in a criminal case is free
remedies-fee-reconsideration = Reconsideration is free
remedies-fee-administrative-suit = Administrative suit
remedies-fee-personality-suit = Suit over personality rights
remedies-fee-damages-add = Damages claimed add nothing up to 50,000 yuan, one per cent of the part up to 100,000, half a per cent above.
remedies-fee-damages-counted = What the damages claimed add is counted in.
remedies-fee-halved = Half after mediation, withdrawal or simplified procedure.
remedies-fee-loser-pays = The losing side bears it.
remedies-fee-preservation = Preservation without property
remedies-fee-relief = Deferral must be granted to whoever receives legal aid; exemption to disabled people without income and recipients of minimum living aid
remedies-fee-injunction = Injunction: no text sets the fee; ask the court
remedies-fee-protection = Protection order: no text that was read sets the fee; ask the court
remedies-fee-aid = Legal aid is free

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
remedies-deadline-private-judgment-detained = Judgment in a private case, defendant detained: three months from acceptance, longer with approval.
remedies-deadline-private-judgment-extended = Judgment in a private case, defendant detained: by the day that the approved extension names.
remedies-deadline-appeal-ruling = Appeal against a ruling: five days from receiving it.
remedies-deadline-appeal-judgment = Appeal against a judgment: ten days from receiving it.
remedies-deadline-incidental-decision = The court decides on accepting the incidental claim: seven days.
remedies-deadline-police-review-leads = The police review a report whose leads need checking: seven days.
remedies-deadline-non-prosecution-petition = Petition against a decision not to prosecute: seven days from receiving it.
remedies-deadline-police-reconsideration-decision = The police decide on reconsideration: thirty days, sixty where extended.
remedies-deadline-police-re-review = Review by the higher police organ: seven days from receiving the decision on reconsideration.
remedies-deadline-police-re-review-decision = The higher police organ decides: thirty days, sixty where extended.
remedies-deadline-reconsideration-not-told = The decision did not tell of the right: sixty days from learning of it.
remedies-deadline-reconsideration-one-year = The decision did not tell of the right: one year from knowing the decision at the latest.
remedies-deadline-reconsideration-inaction = Reconsideration of inaction: sixty days from the end of the time to act.
remedies-deadline-reconsideration-acceptance = The government decides on acceptance: five working days; silence counts as acceptance.
remedies-deadline-reconsideration-decision = The government decides: sixty days.
remedies-deadline-reconsideration-extended = The government decides, extended: ninety days.
remedies-deadline-reconsideration-simplified = The government decides, simplified: thirty days.
remedies-deadline-suit-after-reconsideration = Suit after a decision on reconsideration: fifteen days from receiving it.
remedies-deadline-suit-after-timeout = Suit where no decision came in time: fifteen days from the end of that time.
remedies-deadline-registration = The court registers the suit: seven days.
remedies-deadline-civil-judgment = Judgment of first instance: six months.
remedies-deadline-civil-judgment-simplified = Judgment in simplified procedure: three months, one more with approval.
remedies-deadline-civil-judgment-simplified-extended = Judgment in simplified procedure, extended with approval: four months.
remedies-deadline-civil-judgment-extended = Judgment of first instance, extended by the president of the court: twelve months.
remedies-deadline-civil-appeal = Appeal against a civil judgment: fifteen days.
remedies-deadline-civil-appeal-ruling = Appeal against a civil ruling: ten days.
remedies-deadline-enforcement = Application for enforcement: two years.
remedies-deadline-injunction-ruling = Urgent ruling on the injunction, by analogy: forty-eight hours.
remedies-deadline-suit-after-injunction = Suit after an order made before suit, by analogy: thirty days.
remedies-deadline-injunction-reconsideration = Reconsideration of the ruling, by analogy: five days.
remedies-deadline-protection = The court decides on the protection order: seventy-two hours.
remedies-deadline-protection-urgent = The court decides on the protection order, urgent: twenty-four hours.
remedies-deadline-protection-reconsideration = Reconsideration of the decision on the protection order: five days.
remedies-deadline-protection-extension = The protection order ends at the latest after six months; apply for extension before.
remedies-deadline-aid-decision = The legal-aid organ decides: seven days.
remedies-deadline-aid-appointment = Somebody is appointed: three days.
remedies-deadline-aid-objection = The justice department decides on the objection: five days.
remedies-deadline-relief = A criminal time limit missed for good reason: apply to go on within five days after the obstacle ended.
remedies-deadline-civil-relief = A civil time limit missed for good reason: apply for extension within ten days after the obstacle ended.
remedies-deadline-suit-relief = Time for the administrative suit lost for special reasons: apply within ten days after the obstacle ended.
remedies-deadline-criminal-limitation-heavier = Limitation of prosecution, heavier tier: ten years from the first post.
remedies-deadline-criminal-limitation-heavier-last-act = Heavier tier, counted from the last post, if the act went on: ten years.

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
remedies-warn-some-only-now = The file says that others are known and not sued. After judgment they cannot be sued for the same facts.
remedies-warn-counter-claim = The defendant may bring a counter-claim for conduct of yours that concerns the same case.
remedies-warn-form-unchanged = The layout and the headings of an official form are not to be changed.
remedies-warn-withdraw-reason = Have the reason of a withdrawal written down as lack of evidence, or ask for a ruling instead.
remedies-warn-logs-vanish = Logs are kept for a limited time. Ask early, and ask for preservation too.
remedies-warn-seven-days = The seven days for reconsideration, review or petition do not come back once they have passed.
remedies-warn-form-54-second = The form for failure to act is a second step: without reconsideration before it the suit is refused.
remedies-warn-sixty-days = Sixty days, at the latest five years from the act; after that only time lost without fault is left out.
remedies-warn-records-sealed = Records of penalties are sealed since 2026: you cannot get an earlier penalty yourself. Only organs that handle a case may look it up.
remedies-warn-protection-order-or-injunction = Two fast orders. Family, people living together, or for a woman a former or would-be partner: the protection order, seventy-two hours, no security. Against anyone else: the injunction.
remedies-warn-protection-ends = The order ends by itself after its time. Apply for extension before that.
remedies-warn-seal-before-notice = Once a platform acts, the content may be gone. Seal it before you send the notice.
remedies-warn-no-paid-deletion = Paying for deletion helps nobody: such an agreement is void, and unauthorised deletion infringes rights itself.
remedies-warn-counter-notice = If you neither complain nor sue in reasonable time after a counter-notice, the platform ends its measures.
remedies-warn-aid-true = State your means truthfully; aid got by an untrue statement is taken back.
remedies-warn-evidence-from-abroad = Evidence from abroad that a party hands in has to be notarised and authenticated there, or go the way of a treaty.

## Duties: how they stand

remedies-duty-is-owed = Owed; no day is fixed by which.
remedies-duty-is-running = Owed, and its day has not passed.
remedies-duty-is-kept = Done.
remedies-duty-is-late = Done after its day.
remedies-duty-is-passed = Its day has passed, and nothing on file says that it was done.
remedies-duty-is-without-proof = Done by what is stated; no proof of it is on file.
remedies-duty-is-unknown = Whether it is owed yet, or by when, is not known from this file.

## Duties of the authorities

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
remedies-duty-legal-aid = To decide on legal aid within seven days.
remedies-duty-urgent-ruling = In urgent cases, by analogy, to rule within forty-eight hours.
remedies-duty-announce = To give public notice before suing.
remedies-duty-platform-public = To keep its duties; where it harms the public interest by not doing so, it may be sued.
remedies-duty-tell-agent = To tell you, your legal representative or close relatives that you may appoint an agent: within three days.
remedies-duty-tell-aid = To tell you, your legal representative or close relatives in time that you may apply for legal aid.
remedies-duty-apology = To apologise in public, where the facts are admitted and leniency is sought.
remedies-duty-explain-some-only = To explain what it means to sue only some of those who acted.
remedies-duty-explain-in-writing = To say in writing that it could not be collected.
remedies-duty-hand-over-material = To hand over to the court what was collected, when it asks.
remedies-duty-accept-after-help = To accept the suit once what was collected meets the conditions.
remedies-duty-receipt = To give you the receipt.
remedies-duty-transfer-report = To pass on within twenty-four hours what is not theirs, and to tell you.
remedies-duty-demand-reasons = To demand the reasons of the police.
remedies-duty-explain-refusal = To give the procuratorate the reasons within seven days.
remedies-duty-tell-oversight-result = To tell you within ten days where the reasons hold.
remedies-duty-file-on-notice = To open the case within fifteen days of the procuratorate's notice.
remedies-duty-end-investigation = To end the investigation within three months, or be urged to.
remedies-duty-hand-over-after-end = To hand the material to the police after the private case was ended.
remedies-duty-say-why-no-violation = To tell you why they see no violation.
remedies-duty-act-on-request = To act on your request within two months.
remedies-duty-reconsideration-acceptance = To decide on acceptance within five working days.
remedies-duty-reconsideration-decision = To decide in time: sixty days, ninety where extended, thirty if simplified.
remedies-duty-disclose-to-court = To give the court, on its order, name, contact and network address of the user.
remedies-duty-defence = To answer within fifteen days.
remedies-duty-protection-ruling = To decide within seventy-two hours, in urgent cases within twenty-four.
remedies-duty-protection-serve = To serve the order, on the police and the committee of the place too.
remedies-duty-protection-assist = To help carry the order out.
remedies-duty-notice-pass-on = To pass the notice on to the user in time.
remedies-duty-notice-measures = To take the necessary measures in time.
remedies-duty-counter-notice-pass-on = To pass the counter-notice on to you, and to tell you that you may complain or sue.
remedies-duty-aid-appoint = To appoint somebody within three days.
remedies-duty-aid-objection = To decide on your objection within five days.

## What you owe

remedies-duty-person-appear = To attend the hearings, or to have good reason for absence.
remedies-duty-person-complaint = To state parties, facts, claims, evidence and witnesses, with a copy for each defendant.
remedies-duty-person-leads = To give reasons and leads with the request.
remedies-duty-person-as-accuser = To turn to the police in writing as an accuser, and to keep the day of every paper.
remedies-duty-person-report-in-time = To report within six months.
remedies-duty-person-one-act = To write one application for each act.
remedies-duty-person-civil-complaint = To state parties, claims, facts and evidence, without abusive words.
remedies-duty-person-sue-after-order = To sue within thirty days of an order made before suit, by analogy.
remedies-duty-person-name-request = To name the respondent and what is to be forbidden.
remedies-duty-person-true-notice = To state truly who you are and what infringes your rights.
remedies-duty-person-answer-counter-notice = To complain or sue in reasonable time after a counter-notice, and to tell the platform.
remedies-duty-person-declare-means = To state your means truthfully.
