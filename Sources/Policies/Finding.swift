package import Diagnostics
package import Inventories
package import Rehearsals

/// What a finding does to the verdict.
package enum Level: UInt8, CaseIterable, Comparable, Sendable, BitwiseCopyable {
    /// People should know.
    case note
    /// A hold step of the order that takes the named reading settles it.
    case prove
    /// The word of who has authority settles it.
    case ask
    /// The check itself could not be done as it should; made by the engine alone.
    case inconclusive
    /// Only another order or another plant (which includes knowing more) makes it go away.
    case stop

    /// As it is written in documents.
    package var word: String {
        switch self {
        case .note: "note"
        case .prove: "prove"
        case .ask: "ask"
        case .inconclusive: "inconclusive"
        case .stop: "stop"
        }
    }

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}

/// A rule that applies to a subject: one for each value of the rule's `group`, its members listed, worst first.
package struct Finding: Sendable {
    /// The rule's id, or that of a finding which the engine alone makes (`rule-failed`, `no-rules`, `no-services` …).
    package var rule: Symbol
    /// The rule's title.
    package var title: Phrase
    package var level: Level
    /// Why the level is not the rule's own, where the client changed it.
    package var levelChange: LevelChange?
    package var step: Ref<StepFact>?
    /// The group's object: what a person handles and is asked about.
    package var subject: Subject
    /// What the rule applies to, worst first; at least one.
    package var members: [Member]
    /// The text of the first member, whole.
    package var message: Phrase
    /// `f1:` and 32 hexadecimal digits.
    package var fingerprint: String
    /// Where the step's target is written; for findings without a step where their cause is.
    package var place: Span?
    /// Impacts whose `since` is the finding's step.
    package var impacts: [Ref<ImpactFact>]
    /// What is asked: of all whom the members name, in the words of the first member. Whom each member concerns stands with it.
    package var question: Question?
    /// What to do about it, best first.
    package var help: [Phrase]
    /// For `prove`: the hold step, ready to paste.
    package var proposal: Phrase?
    package var settledBy: Settlement?
    /// How much it tells of harm.
    package var gravity = Gravity()

    /// What a rule bound, by type and key.
    package struct Subject: Hashable, Sendable {
        /// The type's name in the facts, such as `Link`.
        package var type: Symbol
        package var key: Symbol
        /// As it is shown to people.
        package var label: Symbol

        package init(type: Symbol, key: Symbol, label: Symbol) {
            self.type = type
            self.key = key
            self.label = label
        }
    }

    /// One binding for which the rule's condition holds.
    package struct Member: Sendable {
        package var subject: Subject
        /// The step that is bound, or to which what is bound belongs.
        package var step: Ref<StepFact>?
        package var message: Phrase
        package var fingerprint: String
        /// What is asked about this member alone, of those who can say something about it; nil where the finding asks nothing.
        package var question: Question?
        /// What an answer about this member rests on; nil where nothing is asked, or where it could not be worked out.
        package var basis: Basis?

        package init(
            subject: Subject, step: Ref<StepFact>? = nil, message: Phrase, fingerprint: String, question: Question? = nil
        ) {
            self.subject = subject
            self.step = step
            self.message = message
            self.fingerprint = fingerprint
            self.question = question
        }
    }

    /// What an answer about all members rests on; nil where nothing is asked, or where it could not be worked out of each of them.
    package var basis: Basis? {
        let bases = members.compactMap(\.basis)
        return bases.count == members.count ? Basis(joining: bases) : nil
    }

    /// What is asked of whom.
    package struct Question: Sendable {
        /// People and parties, as the rule names them; never empty (the client's `questions_to` where the rule finds nobody).
        package var whom: [Ref<PersonFact>]
        package var parties: [Ref<PartyFact>]
        package var recall: Phrase
        /// What the person reads back: the port code, not "yes".
        package var readBack: Symbol

        package init(whom: [Ref<PersonFact>], parties: [Ref<PartyFact>], recall: Phrase, readBack: Symbol) {
            self.whom = whom
            self.parties = parties
            self.recall = recall
            self.readBack = readBack
        }
    }

    /// A level that the client set where the pack is used.
    package struct LevelChange: Sendable {
        package var from: Level
        /// Of a lowered level: why, who approved it and until when.
        package var reason: Symbol
        package var approvedBy: Symbol
        package var until: Symbol

        package init(from: Level, reason: Symbol, approvedBy: Symbol, until: Symbol) {
            self.from = from
            self.reason = reason
            self.approvedBy = approvedBy
            self.until = until
        }
    }

    /// What settled a finding.
    package enum Settlement: Hashable, Sendable {
        /// A hold step of the order takes the reading before the step.
        case hold(step: Symbol)
    }

    package init(
        rule: Symbol, title: Phrase, level: Level, step: Ref<StepFact>? = nil, subject: Subject, members: [Member], message: Phrase,
        fingerprint: String, place: Span? = nil, impacts: [Ref<ImpactFact>] = [], question: Question? = nil, help: [Phrase] = []
    ) {
        self.rule = rule
        self.title = title
        self.level = level
        self.step = step
        self.subject = subject
        self.members = members
        self.message = message
        self.fingerprint = fingerprint
        self.place = place
        self.impacts = impacts
        self.question = question
        self.help = help
    }
}
