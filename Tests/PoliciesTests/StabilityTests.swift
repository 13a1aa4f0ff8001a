import CEL
import Diagnostics
import Inventories
import Rehearsals
import Testing
import Times

@testable import Policies

/// What changes a finding, and what does not.
struct StabilityTests {
    private func fingerprints(_ facts: Facts, of rule: Symbol) -> [String] {
        PolicySet.shipped().keeping(rule).judge(facts, in: Shipped.surroundings).findings.flatMap {
            [$0.fingerprint] + $0.members.map(\.fingerprint)
        }
    }

    @Test func `a fingerprint is of client, order, rule, step and names alone`() throws {
        let facts = Shipped.facts(
            "{client: vostok, order: {id: CO-1, steps: [{id: S3, device: PP-1, disturbs: [{key: \"PP-1:12|?\", label: \"PP-1:12\"}]}]}}")
        let expected = [
            // The digests of ["f1","vostok","CO-1","unknown-link",[["Device","PP-1"]]] and of
            // ["f1","vostok","CO-1","unknown-link","S3",[["Link","PP-1:12|?"]]], by sha256sum.
            "f1:c832904cf6bf4110c0c10c16f2beba05", "f1:1da0b64502b13e42d3e5921778ab5de9",
        ]
        #expect(fingerprints(facts, of: "unknown-link") == expected)

        var moved = facts
        // Other rows before these, another place in the order, other files: what is bound has the same names.
        moved.steps[0].index = 7
        moved.links[0].label = "panel 1, port 12"
        moved.links[0].hit = "certain"
        moved.stepPlaces = [Facts.StepPlace(step: Span(file: FileID(index: 3), start: 5, end: 6), target: nil)]
        var earlier = StepFact()
        earlier.id = "S1"
        moved.steps.append(earlier)
        moved.order.steps = moved.list([Ref<StepFact>(1), Ref<StepFact>(0)])
        #expect(fingerprints(moved, of: "unknown-link") == expected)

        var renamed = facts
        renamed.links[0].key = "PP-1:13|?"
        #expect(fingerprints(renamed, of: "unknown-link") != expected)
        renamed = facts
        renamed.order.id = "CO-2"
        #expect(fingerprints(renamed, of: "unknown-link") != expected)
    }

    @Test func `the order of rules changes nothing`() throws {
        let facts = Shipped.facts(
            """
            {client: c, order: {id: CO-1, steps: [{id: S1, verb: reset, disrupts: true, irreversible: true, at_risk: [{name: core, draw: 1}],
            touches: [{key: a, label: a}]}, {id: S2, verb: other, open: true, text: tidy}], windows: [{id: N1}]}}
            """)
        func told(_ set: PolicySet) -> [String] {
            set.judge(facts, in: Shipped.surroundings).findings.map {
                "\($0.rule) \($0.fingerprint) \($0.message) \($0.question?.readBack ?? "")"
            }
        }
        let set = PolicySet.shipped()
        var random = Random(seed: 20_261_124)
        #expect(told(set).count >= 8)
        for _ in 0..<5 {
            var shuffled = set
            shuffled.compiled.shuffle(using: &random)
            #expect(told(shuffled) == told(set), "seed 20261124")
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
private struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
