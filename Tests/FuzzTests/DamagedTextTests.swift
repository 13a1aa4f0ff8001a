import Testing

@testable import primum_fuzz

/// Damaged texts crash no reader, and every answer keeps what is promised of answers.
struct DamagedTextTests {
    private static let counts: [(FuzzTarget, Int)] = [
        (.yaml, 2_000), (.json, 2_000), (.client, 700), (.order, 700), (.netbox, 700), (.napalm, 700), (.rows, 700), (.lldpcli, 700),
        (.iproute, 500), (.unifi, 500), (.walk, 700), (.log, 1_500), (.sheet, 700), (.rule, 3_000), (.check, 3_000),
        (.evaluate, 1_500), (.pattern, 2_000), (.answers, 2_000), (.signature, 2_000), (.note, 2_000), (.proof, 2_000),
    ]

    @Test(arguments: counts)
    func `keep every promise`(target: FuzzTarget, count: Int) {
        let seed: UInt64 = 1
        var mutator = Mutator(target, seed: seed)
        for number in 0..<count {
            let text = mutator.next()
            if let broken = target.brokenPromise(on: text) {
                Issue.record("\(target.rawValue), seed \(seed), text \(number): \(broken)\n\(String(decoding: text, as: UTF8.self))")
                return
            }
        }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `the texts that damage begins with are sound`(target: FuzzTarget) {
        for seed in target.seeds { #expect(target.brokenPromise(on: Array(seed.utf8)) == nil) }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `the same seed damages in the same way`(target: FuzzTarget) {
        var (first, second, third) = (Mutator(target, seed: 7), Mutator(target, seed: 7), Mutator(target, seed: 8))
        let texts = (0..<50).map { _ in first.next() }
        #expect(texts == (0..<50).map { _ in second.next() })
        #expect(texts != (0..<50).map { _ in third.next() })
        #expect(Set(texts).count > 40)
    }

    @Test func `the seeds of sign-off are received, verify and hold`() {
        for seed in FuzzTarget.answers.seeds { #expect(FuzzTarget.answersRead(Array(seed.utf8)).answer.hasPrefix("received")) }
        for seed in FuzzTarget.signature.seeds { #expect(FuzzTarget.signatureRead(Array(seed.utf8)).answer.hasSuffix(" true")) }
        for seed in FuzzTarget.note.seeds { #expect(FuzzTarget.noteRead(Array(seed.utf8)).answer.hasPrefix("true ")) }
        for seed in FuzzTarget.proof.seeds { #expect(FuzzTarget.proofRead(Array(seed.utf8)).answer.hasSuffix(" true")) }
    }
}
