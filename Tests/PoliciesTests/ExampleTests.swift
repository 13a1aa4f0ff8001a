import Diagnostics
import LocatedYAML
import Policies
import Rehearsals
import Testing

/// Every rule's examples are its tests.
struct ExampleTests {
    @Test func `the pack is read without a fault, texts included`() throws {
        let pack = try Shipped.pack.get()
        #expect(pack.told == "")
        #expect(pack.set.rules.count == (try Shipped.files("do-no-harm").count) - 1)
    }

    @Test func `each rule fires on its own examples and is silent on the others`() throws {
        let runs = try Shipped.pack.get().set.runExamples()
        #expect(runs.count > 200, "the examples were not found")
        for run in runs {
            let told = (run.findings.map { "\($0.level.word)[\($0.rule)]: \($0.message.en)" } + run.faults.map(\.summary.en))
                .joined(separator: "\n")
            #expect(run.passes, "\(run.rule) on \(run.example.fires ? "fires" : "silent"): \(run.example.text)\n\(told)")
        }
    }

    @Test func `each rule has examples on which it fires and on which it is silent`() throws {
        for rule in try Shipped.pack.get().set.rules {
            #expect(rule.examples.contains { $0.fires } && rule.examples.contains { !$0.fires }, "\(rule.id)")
        }
    }
}

/// Texts of rules that people read.
struct TextTests {
    @Test func `every text is in both languages, and in none of them twice`() throws {
        let russian = #/[а-яё]/#
        for rule in try Shipped.pack.get().set.rules {
            let texts =
                [rule.title, rule.why, rule.message] + [rule.question?.recall, rule.reading?.expect, rule.reading?.how].compactMap { $0 }
            for text in texts + rule.help.map(\.text) {
                #expect(text.ru.contains(russian), "\(rule.id): \(text.ru)")
                #expect(!text.en.contains(russian), "\(rule.id): \(text.en)")
                #expect(!text.en.hasSuffix(".") || text == rule.why, "\(rule.id): \(text.en)")
            }
        }
    }
}
