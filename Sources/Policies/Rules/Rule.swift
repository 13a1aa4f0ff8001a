package import Diagnostics
package import LocatedYAML

/// One rule of a pack, with everything that explains it.
package struct Rule: Sendable {
    package let id: Symbol
    /// The pack that it comes from.
    package let pack: Symbol
    package let title: Phrase
    package let why: Phrase
    /// As the client uses it; `levelChange` says where that is not the rule's own.
    package var level: Level
    package var levelChange: Finding.LevelChange?
    /// What it is asked of, as written, such as `each link in step.disturbs`.
    package let binding: String
    package let condition: String
    /// As written; empty where each binding is a finding of its own.
    package let group: String
    /// The texts as written, with their holes.
    package let message: Phrase
    package let question: QuestionText?
    package let reading: ReadingText?
    package let help: [HelpText]
    package let examples: [Example]
    /// Where the rule is written.
    package let place: Span

    /// What is asked, as written.
    package struct QuestionText: Sendable {
        /// An expression that gives people or parties.
        package let whom: String
        package let recall: Phrase
        package let readBack: String
    }

    /// The reading that settles a `prove`, as written.
    package struct ReadingText: Sendable {
        package let observe: String
        package let expect: Phrase
        package let how: Phrase
    }

    /// What to do, as written.
    package struct HelpText: Sendable {
        /// The condition under which it is said; empty for always.
        package let condition: String
        package let text: Phrase
    }

    /// Facts for which the rule must find something, or nothing.
    package struct Example: Sendable {
        package let fires: Bool
        /// The facts.
        package let node: Node

        /// The facts as written.
        package var text: String {
            let place = node.extent
            return String(decoding: node.tree.text.bytes[Int(place.start)..<Int(place.end)], as: UTF8.self)
        }
    }

    /// How a finding of the rule goes away.
    package var settling: Phrase { .settling(level) }
}

extension Phrase {
    /// What makes a finding of a level go away.
    package static func settling(_ level: Level) -> Phrase {
        switch level {
        case .stop:
            Phrase(
                en: "only another order or another plant makes it go away, which includes knowing more",
                ru: "снимается только другой заявкой или другим положением дел, в том числе новыми сведениями")
        case .ask:
            Phrase(en: "the word of who has authority settles it", ru: "снимается словом того, у кого есть полномочия")
        case .prove:
            Phrase(
                en: "a hold step of the order that takes the named reading settles it",
                ru: "снимается шагом hold, который перед работой снимает названное показание")
        case .note: Phrase(en: "people should know; nothing needs to be done", ru: "об этом надо знать; делать ничего не требуется")
        case .inconclusive:
            Phrase(
                en: "the check has to become possible: put right what it could not read",
                ru: "проверка должна стать возможной: исправьте то, что не удалось прочитать")
        }
    }
}
