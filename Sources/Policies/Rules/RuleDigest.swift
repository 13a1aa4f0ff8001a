import Diagnostics
import LocatedYAML
import Seals

extension CompiledRule {
    /// What the rule says, in one language and without its examples: an answer is given to a rule that asks and decides like this.
    ///
    /// - Parameter level: as the client uses it.
    func digest(in language: Language, at level: Level) -> Digest {
        func text(_ text: WrittenText?) -> JSON? { text.map { .string($0.node(in: language).string) } }
        func expression(_ expression: WrittenExpression?) -> JSON? { expression.map { .string($0.text) } }
        let ask: JSON? = draft.ask.map { ask in
            .object(leavingOutNil: [
                "whom": expression(ask.whom), "recall": text(ask.recall), "read_back": expression(ask.readBack),
            ])
        }
        let prove: JSON? = draft.prove.map { prove in
            .object(leavingOutNil: ["observe": expression(prove.observe), "expect": text(prove.expect), "how": text(prove.how)])
        }
        let written: JSON = .object(leavingOutNil: [
            "id": .string(id.text), "title": text(draft.title), "why": text(draft.why), "for": expression(draft.binding),
            "when": expression(draft.condition), "group": expression(draft.group), "level": .string(level.word),
            "message": text(draft.message), "ask": ask, "prove": prove,
            "help": .array(draft.help) { .object(leavingOutNil: ["when": expression($0.condition), "text": text($0.text)]) },
        ])
        do {
            return Digest(of: try written.canonicalBytes(sizeLimit: .max))
        } catch {
            preconditionFailure("what a rule says has a canonical form: \(error)")
        }
    }
}
