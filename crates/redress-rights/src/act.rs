//! The acts: every use case of the program, and the kinds of things that they act on.

use crate::named::named;

named! {
    /// What somebody wants to do.
    UseCase {
        /// Makes an account.
        MakeAccount = "make-account",
        /// Locks an account, or opens it again.
        LockAccount = "lock-account",
        /// Sets a password anew for somebody who forgot theirs.
        ResetPassword = "reset-password",
        /// Lists accounts.
        ListAccounts = "list-accounts",
        /// Changes the password of an account.
        ChangePassword = "change-password",
        /// Opens a new case.
        OpenCase = "open-case",
        /// Lists the cases one is on.
        ListCases = "list-cases",
        /// Searches the cases one is on.
        SearchCases = "search-cases",
        /// Sees counts over all cases, small cells suppressed.
        SeeStatistics = "see-statistics",
        /// Has the program count cases anew for the statistics.
        RecountCases = "recount-cases",
        /// Reads the log of the office.
        ReadOfficeLog = "read-office-log",
        /// Puts an auditor on a case by the case's mark in the log.
        AppointAuditor = "appoint-auditor",
        /// Sees something with personal data masked.
        ViewMasked = "view-masked",
        /// Reads the ledger.
        ReadLedger = "read-ledger",
        /// Sees time limits and what is owed.
        SeeDue = "see-due",
        /// Sees personal data as it is.
        ViewUnmasked = "view-unmasked",
        /// Adds material.
        AddMaterial = "add-material",
        /// Enters, disputes or withdraws a claim about a fact.
        EnterFact = "enter-fact",
        /// Enters a party, a representative or a proxy.
        EnterParty = "enter-party",
        /// Decides what only a person decides.
        Decide = "decide",
        /// Measures and assesses, and records it.
        Assess = "assess",
        /// Records what happened in the procedure.
        RecordEvent = "record-event",
        /// Serves a notice.
        ServeNotice = "serve-notice",
        /// Answers a request or a notice.
        AnswerRequest = "answer-request",
        /// Drafts or files a paper.
        FilePaper = "file-paper",
        /// Corrects an earlier entry by a new one.
        Correct = "correct",
        /// Puts the head of the ledger into the evidence log.
        Checkpoint = "checkpoint",
        /// Packs a bundle.
        Pack = "pack",
        /// Exports the whole case file.
        ExportWhole = "export-whole",
        /// Exports dates for a calendar program.
        ExportCalendar = "export-calendar",
        /// Hands the file over to another body.
        HandOver = "hand-over",
        /// Publishes an anonymised summary.
        PublishSummary = "publish-summary",
        /// Accepts a file that was handed over.
        Receive = "receive",
        /// Consults another body.
        Consult = "consult",
        /// Marks a supervised key case.
        MarkSupervised = "mark-supervised",
        /// Marks a case for rapid response.
        MarkRapid = "mark-rapid",
        /// Drafts a recommendation.
        Recommend = "recommend",
        /// Brings somebody in.
        AddMember = "add-member",
        /// Ends somebody's membership.
        RemoveMember = "remove-member",
    }
}

/// Where a use case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Range {
    /// In the office, without a case: what the account holds decides.
    Office,
    /// On one case: the membership decides.
    Case,
}

impl UseCase {
    /// The code of its name in words.
    pub fn word(self) -> String {
        format!("rights-act-{self}")
    }

    /// Whether it needs a case.
    pub const fn range(self) -> Range {
        use UseCase::{
            AppointAuditor, ChangePassword, ListAccounts, ListCases, LockAccount, MakeAccount, OpenCase,
            ReadOfficeLog, RecountCases, ResetPassword, SearchCases, SeeStatistics,
        };
        match self {
            MakeAccount | LockAccount | ResetPassword | ListAccounts | ChangePassword | OpenCase
            | ListCases | SearchCases | SeeStatistics | RecountCases | ReadOfficeLog | AppointAuditor => {
                Range::Office
            }
            _ => Range::Case,
        }
    }
}

named! {
    /// The kinds of things.
    Object {
        /// The case itself: cover name, stage, marks.
        Case = "case",
        /// Sealed items and what is read out of them.
        Material = "material",
        /// Names, numbers, addresses of living people.
        PersonalDetails = "personal-details",
        /// A party, representative or proxy.
        Party = "party",
        /// A claim about a fact.
        Fact = "fact",
        /// The ledger.
        Ledger = "ledger",
        /// The result of an assessment.
        Result = "result",
        /// Something a body did.
        ProcedureEvent = "procedure-event",
        /// A notice or a request, addressed to somebody.
        Notice = "notice",
        /// A paper that is filed.
        Filing = "filing",
        /// A transfer from body to body.
        Transfer = "transfer",
        /// Counts over cases.
        Statistics = "statistics",
        /// An account.
        Account = "account",
        /// A membership.
        Membership = "membership",
        /// The log of the office.
        OfficeLog = "office-log",
    }
}

impl Object {
    /// The code of its name in words.
    pub fn word(self) -> String {
        format!("rights-object-{self}")
    }
}
