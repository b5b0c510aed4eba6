//! The roles: in which capacity somebody is on a case, or works for the office.

use crate::named::named;

named! {
    /// In which capacity an account acts. Of one case an account has one role; in another case it may
    /// have another. Desk roles stand for the body, not for the person who sits there.
    Role {
        /// 当事人: the person whose case it is, or who stands in their place by law: the legal
        /// representative of a minor or an incapable person (刑事诉讼法 108(三)), a close relative of
        /// somebody who has died or cannot act (刑事诉讼法 114; in force 2018-10-26).
        Victim = "victim",
        /// 协助的近亲属: a close relative who helps (刑事诉讼法 108(六): spouse, parents, children,
        /// siblings of full blood). Sees what the person gave.
        Relative = "relative",
        /// 诉讼代理人: a lawyer or another agent ad litem (刑事诉讼法 33, 46, 47, 108(五)).
        Counsel = "counsel",
        /// 公安机关: investigates, helps with evidence at the court's request (指导意见 11), files or
        /// refuses, penalises.
        DeskPolice = "desk-police",
        /// 人民检察院: oversees filing, approves arrest, prosecutes (刑事诉讼法 3, 8; 指导意见 14, 16).
        DeskProcuratorate = "desk-procuratorate",
        /// 人民法院: accepts, hears, asks the police for help (刑法 246(3); 指导意见 11, 13, 15).
        DeskCourt = "desk-court",
        /// 法律援助机构: decides on an application (法律援助法 41-43; in force 2022-01-01).
        DeskLegalAid = "desk-legal-aid",
        /// 网络服务提供者联络人: answers the notice or the request that was addressed to the platform
        /// (指导意见 11; 民法典 1195), and sees nothing else.
        DeskPlatformLiaison = "desk-platform-liaison",
        /// 审计员: reads ledger and log, masked (个人信息保护法 54; in force 2021-11-01).
        Auditor = "auditor",
        /// 管理员: makes and locks accounts, and by that reads no case.
        Keeper = "keeper",
    }
}

impl Role {
    /// The code of its name in words.
    pub fn word(self) -> String {
        format!("rights-role-{self}")
    }

    /// Why a request was refused that this role does not make: a code with a sentence that says what it does.
    pub const fn refusal_code(self) -> &'static str {
        match self {
            Role::Victim => "rights-denied-victim",
            Role::Relative => "rights-denied-relative",
            Role::Counsel => "rights-denied-counsel",
            Role::DeskPolice => "rights-denied-desk-police",
            Role::DeskProcuratorate => "rights-denied-desk-procuratorate",
            Role::DeskCourt => "rights-denied-desk-court",
            Role::DeskLegalAid => "rights-denied-desk-legal-aid",
            Role::DeskPlatformLiaison => "rights-denied-desk-platform-liaison",
            Role::Auditor => "rights-denied-auditor",
            Role::Keeper => "rights-denied-keeper",
        }
    }
}
