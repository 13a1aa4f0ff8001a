import Testing

/// The official suite of the language, read from the folder that `CEL_CONFORMANCE` names, else from
/// `../shared/cel-conformance` beside the package.
@Suite struct ConformanceTests {
    @Test func `passes the official suite`() {
        let tests = ConformanceTest.all(in: ConformanceTest.folder)
        guard !tests.isEmpty else {
            Issue.record("there is no suite in \(ConformanceTest.folder); name its folder in CEL_CONFORMANCE")
            return
        }
        var failed = 0
        for test in tests {
            guard let failure = test.failure() else { continue }
            failed += 1
            print("cel: failed \(test.name): \(test.expression): \(failure)")
        }
        print("cel: \(tests.count - failed) passed, \(failed) failed")
        // Another folder may hold more of the suite, or less.
        if ConformanceTest.named == nil { #expect(tests.count == 1_172) }
        #expect(failed == 0)
    }
}
