import Diagnostics
import Seals

extension String {
    /// The stable id of "the same finding" across runs: `f1:` and the first 128 bits of the SHA-256 of the canonical JSON
    /// `["f1", client, order, rule, step?, [[type, key] …]]`.
    ///
    /// Levels, texts, versions and positions are not in it.
    static func fingerprint(
        client: Symbol, order: Symbol, rule: Symbol, step: Symbol? = nil, subjects: [Finding.Subject]
    ) -> String {
        var parts: [JSON] = ["f1", .string(client.text), .string(order.text), .string(rule.text)]
        if let step { parts.append(.string(step.text)) }
        parts.append(.array(subjects) { .array([.string($0.type.text), .string($0.key.text)]) })
        do {
            return "f1:" + (try JSON.array(parts).digest().fingerprint)
        } catch {
            preconditionFailure("names of findings have a canonical form: \(error)")
        }
    }
}
