package import Diagnostics
package import Policies

/// What a check ends in, the mildest first. That something is free of harm is never said.
package enum Verdict: UInt8, CaseIterable, Comparable, Sendable {
    case noKnownHarm, asAgreed, hold, inconclusive, doNotTouch

    /// The worst that applies: a stop, a check that could not be done, a question or a reading that is open; with nothing open, whether
    /// somebody's word settled something.
    package init(of findings: [Finding]) {
        let open = findings.filter { $0.settledBy == nil }.map(\.level)
        self =
            if open.contains(.stop) {
                .doNotTouch
            } else if open.contains(.inconclusive) {
                .inconclusive
            } else if open.contains(.ask) || open.contains(.prove) {
                .hold
            } else if findings.contains(where: { $0.level == .ask }) {
                .asAgreed
            } else {
                .noKnownHarm
            }
    }

    /// As it is written in documents.
    package var word: String {
        switch self {
        case .noKnownHarm: "no-known-harm"
        case .asAgreed: "as-agreed"
        case .hold: "hold"
        case .inconclusive: "inconclusive"
        case .doNotTouch: "do-not-touch"
        }
    }

    /// The verdict that a document names; nil for any other word.
    package init?(word: String) {
        guard let verdict = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = verdict
    }

    package static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }

    /// The line that people read first.
    package var headline: Phrase {
        switch self {
        case .noKnownHarm: Phrase(en: "NO KNOWN HARM", ru: "ИЗВЕСТНОГО ВРЕДА НЕТ")
        case .asAgreed: Phrase(en: "NO HARM BEYOND WHAT WAS AGREED", ru: "ВРЕДА СВЕРХ СОГЛАСОВАННОГО НЕТ")
        case .hold: Phrase(en: "HOLD", ru: "ЖДАТЬ")
        case .inconclusive: Phrase(en: "INCONCLUSIVE", ru: "ВЫВОДА НЕТ")
        case .doNotTouch: Phrase(en: "DO NOT TOUCH", ru: "НЕ ТРОГАТЬ")
        }
    }

    /// What follows from it, in one sentence.
    package var meaning: Phrase {
        switch self {
        case .noKnownHarm:
            Phrase(
                en: "nothing that is known speaks against the work; what was not looked at stands below",
                ru: "ничто из известного не говорит против работ; что не рассматривалось, сказано ниже")
        case .asAgreed:
            Phrase(
                en: "what the work does to others was agreed to by those who have the say",
                ru: "на всё, что работы делают с чужим, согласились те, кто вправе решать")
        case .hold:
            Phrase(
                en: "the work waits until the open questions are answered and the readings are planned",
                ru: "работы ждут ответов на вопросы и запланированных проверок")
        case .inconclusive:
            Phrase(
                en: "the check could not be done as it should, so it says nothing for the work",
                ru: "проверить как следует не удалось, поэтому в пользу работ ничего не сказано")
        case .doNotTouch:
            Phrase(
                en: "the work as ordered must not be done: another order, or more knowledge, is needed",
                ru: "в таком виде работы проводить нельзя: нужна другая заявка или новые сведения")
        }
    }
}
