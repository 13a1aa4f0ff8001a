import Diagnostics
import Testing

/// `explain RULE --facts ORDER`: the rule on a real order, as a debugger shows it.
@Suite struct ExplainFactsTests {
    let folder: Folder
    let primum: Program
    private static let order = "inventories/vostok/orders/CO-2026-014.yaml"

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        try Clients.write(story: folder)
    }

    private func explain(_ rule: String, _ arguments: String...) throws -> Program.Outcome {
        try primum.run(["explain", rule, "--facts", Self.order, "--now", Clients.moment] + arguments)
    }

    @Test(arguments: Language.allCases)
    func `why the cord that nobody can name stops the story`(_ language: Language) throws {
        let outcome = try explain("unknown-link", "--lang", language.rawValue)
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
        expectGolden(outcome.output, "explain-facts.\(language).txt")
    }

    @Test func `a subject that is asked for is shown in full though the rule is silent`() throws {
        let outcome = try explain("unknown-link", "--step", "S6", "--subject", "core-rtr:Gi0/0")
        #expect(outcome.status == 0)
        #expect(
            outcome.output.contains(
                "\nsilent  S6, link core-rtr:Gi0/0\n   when → false\n     !link.far_end.known → false\n >     link.far_end.known → true\n"))
        #expect(outcome.output.contains("\n     !link.already_down · not looked at\n"))
    }

    @Test func `a macro shows the element that decided`() throws {
        let outcome = try explain("unlabelled-cable", "--step", "S6", "--subject", "core-rtr:Gi0/0")
        #expect(outcome.status == 0)
        #expect(
            outcome.output.contains(" >   step.verb in [\"disconnect\", \"move\", \"remove\", \"replace\"] → false\n"), "\(outcome.output)")
        let wish = try explain("wish-exceeds-free", "--subject", "W1")
        #expect(wish.output.contains("\n >   d = PP-1: d.short > 0 → true\n"), "\(wish.output)")
    }

    @Test func `a rule that is asked of nothing says so`() throws {
        let outcome = try explain("blackout")
        #expect(outcome.output.hasSuffix("\nasked of nothing: the order has none of what the rule is for\n"))
        #expect(outcome.status == 0)
    }

    @Test func `the same is written as a document`() throws {
        let outcome = try explain("unknown-link", "--step", "S3", "--subject", "PP-1:12", "--format", "json")
        #expect(outcome.status == 0)
        expectGolden(outcome.output, "explain-facts.json")
    }

    @Test func `a step or a subject that the rule is not asked of is wrong usage`() throws {
        let outcome = try explain("unknown-link", "--subject", "PP-1:13")
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("error[no-such-subject]: `unknown-link` is asked of no such step and subject\n"))
        #expect(try primum("explain", "unknown-link", "--step", "S3").errors.hasPrefix("Error: --step and --subject go with --facts."))
        #expect(try explain("unknwn-link").errors.contains("did you mean `unknown-link`?"))
    }
}
