import Diagnostics
import LocatedYAML
import Policies
import Reports
import Times
import Verdicts

/// Runs all tests of a pack: the examples of its rules, and the files in the folder `tests` beside them.
struct PackTestRun {
    private let door: PackDoor
    private let language: Language
    private let policy: PolicySet
    private var texts = SourceTexts()
    private var log = DiagnosticLog()
    private var coverage: RuleCoverage
    private var examples = (count: 0, failed: 0)
    private var tests = (count: 0, failed: 0)

    init(_ door: PackDoor, _ language: Language) {
        self.door = door
        self.language = language
        for trouble in door.troubles { log.add(trouble) }
        policy = PolicySet.load(alone: door.pack, texts: &texts, log: &log)
        coverage = RuleCoverage(of: policy)
    }

    mutating func report() throws(Failure) -> PackTestReport {
        runExamples()
        if let folder = door.folder { try runFiles(in: Files.path(folder, "tests")) }
        return PackTestReport(pack: door.pack.name, examples: examples, tests: tests, coverage: coverage, log, texts)
    }

    private mutating func runExamples() {
        for run in policy.runExamples() {
            examples.count += 1
            coverage.add(run)
            guard !run.passes else { continue }
            examples.failed += 1
            for fault in policy.faults(of: run) { log.add(fault) }
        }
    }

    // MARK: Files

    private mutating func runFiles(in folder: String) throws(Failure) {
        guard Files.kind(of: folder) == .folder else { return }
        let read: (texts: [SourceText], troubles: [Diagnostic])
        do {
            read = try PackDoor.texts(in: folder)
        } catch {
            throw Failure(error, language)
        }
        for trouble in read.troubles { log.add(trouble) }
        for text in read.texts {
            for test in PackTest.read(text, in: &texts, log: &log) {
                let outcome = policy.run(test, coverage: &coverage) ?? onOrder(test, beside: folder)
                tests.count += 1
                if !outcome.passes { tests.failed += 1 }
                for fault in outcome.faults { log.add(fault) }
            }
        }
    }

    /// Checks the order of a test by the pack alone: what its client's policy says does not count.
    private mutating func onOrder(_ test: PackTest, beside folder: String) -> TestOutcome {
        guard let order = test.order, let moment = test.moment else { preconditionFailure("a test is of facts or of an order") }
        do {
            let path = order.value.hasPrefix("/") ? order.value : Files.path(folder, order.value)
            var trials = OrderTrials(at: NowArgument(moment), language)
            let check = try trials.trial(of: path).check(by: door.pack, alone: true)
            coverage.add(check.facts)
            return policy.outcome(of: test, in: check.facts, check.findings, verdict: check.verdict.word)
        } catch {
            return TestOutcome(unable: test, .uncheckable(at: order.span, error.summaries))
        }
    }
}

extension Diagnostic {
    fileprivate static func uncheckable(at span: Span, _ why: [Phrase]) -> Diagnostic {
        Diagnostic("test-order", .error, .uncheckable, at: span, notes: why)
    }
}

extension Phrase {
    fileprivate static let uncheckable = Phrase(en: "this order cannot be checked", ru: "эту заявку проверить нельзя")
}
