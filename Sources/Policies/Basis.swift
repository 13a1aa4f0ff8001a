package import Diagnostics
package import Seals
package import Times

/// What an answer to a question rests on: a change in it voids the answer, a change elsewhere keeps it.
///
/// Authority is not in it; it is judged afresh. What changes without meaning is not in it either: places in files and in the order,
/// ages, and the days on which evidence was seen.
package struct Basis: Sendable {
    /// The rule as it is written, in the language of the question and without its examples.
    package let rule: Digest
    /// One for each thing that is asked about, in the order of their fingerprints.
    package let parts: [Part]

    /// What an answer about one thing rests on.
    package struct Part: Sendable {
        /// The fingerprint of the finding's member.
        package let fingerprint: String
        /// The step's own fields, without its place in the order; nil where the thing belongs to no step.
        package let step: JSON?
        /// The window in which the step is done.
        package let window: JSON?
        /// What the rule read to decide, to say and to address the question; by path, then by value.
        package let reads: [ReadFact]
        /// What the step does to services, as far as the question tells of it; by service.
        package let consequence: [Consequence]
    }

    /// One fact that a rule read.
    package struct ReadFact: Sendable {
        /// Such as `Link[PP-1:12|?].far_end.known`.
        package let path: String
        /// As JSON; lists are sorted, an object is its key.
        package let value: String
        /// What stands behind the value; empty for what is no claim about the plant.
        package let evidence: [Source]
        /// The last day on which it was seen, which is not compared.
        package let seen: Timestamp?

        /// Who says so, and how he knows.
        package struct Source: Hashable, Sendable {
            package let source: Symbol
            package let by: Symbol
        }
    }

    /// What the order's steps do to a service, up to the one that is asked about.
    package struct Consequence: Hashable, Sendable {
        package let service: Symbol
        package let atBest: Symbol
        package let atWorst: Symbol
    }
}

extension Basis {
    /// The basis of a question about several things.
    ///
    /// - Parameter bases: of the single things, all by one rule; at least one.
    package init(joining bases: [Basis]) {
        rule = bases[0].rule
        parts = bases.flatMap(\.parts).sorted { $0.fingerprint < $1.fingerprint }
    }

    /// The basis as a document that has a canonical form.
    package var json: JSON {
        ["v": "primum/basis/1", "rule": .string(rule.text), "parts": .array(parts, \.json)]
    }

    /// The digest of the canonical form: `rests_on`.
    package var digest: Digest { Self.digest(of: json) }
}

extension Basis {
    /// The digest of what an answer rests on that bears on the findings of several rules: that of the list of their digests.
    package static func digest(of bases: [Basis]) -> Digest? {
        guard bases.count > 1 else { return bases.first?.digest }
        return digest(of: .strings(bases.map(\.digest.text).sorted()))
    }

    private static func digest(of json: JSON) -> Digest {
        do {
            return Digest(of: try json.canonicalBytes(sizeLimit: .max))
        } catch {
            preconditionFailure("what questions rest on has a canonical form: \(error)")
        }
    }
}

extension Basis.Part {
    fileprivate var json: JSON {
        .object(leavingOutNil: [
            "fingerprint": .string(fingerprint), "step": step, "window": window, "reads": .array(reads, \.json),
            "consequence": .array(consequence) {
                ["service": .string($0.service.text), "at_best": .string($0.atBest.text), "at_worst": .string($0.atWorst.text)]
            },
        ])
    }
}

extension Basis.ReadFact {
    fileprivate var json: JSON {
        .object(leavingOutNil: [
            "path": .string(path), "value": .string(value),
            "evidence": evidence.isEmpty
                ? nil : .array(evidence) { ["source": .string($0.source.text), "by": .string($0.by.text)] },
        ])
    }
}
