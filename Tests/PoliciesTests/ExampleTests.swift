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

    /// Every operand of `&&` and `||`, at any depth, turned into its opposite, and left out.
    @Test func `each part of a condition is needed by some example`() throws {
        let pack = try Shipped.pack.get().set
        for file in try Shipped.files("do-no-harm") where file.name != "pack.yaml" {
            let rule = try #require(pack.rule(String(file.name.dropLast(5))), "\(file.name) does not hold the rule that it is named after")
            for mutant in Condition(rule.condition).mutants {
                let text = file.text.replacing(Self.written(rule.condition), with: Self.written(mutant))
                #expect(text != file.text, "the condition of \(rule.id) was not found")
                let (set, told) = Shipped.load([PackText(name: "do-no-harm", files: [SourceText(name: file.name, text)])])
                let isNoticed = !told.isEmpty || set.runExamples().contains { !$0.passes }
                #expect(isNoticed, "\(rule.id): no example notices the condition `\(mutant)`")
            }
        }
    }

    /// As the rule files write a condition.
    private static func written(_ condition: String) -> String {
        "when: \"" + condition.replacing("\"", with: "\\\"") + "\""
    }
}

/// A condition taken apart into the operands of `&&` and `||`.
private struct Condition {
    private let letters: [Character]
    private var operands: [(range: Range<Int>, isOfAnd: Bool)] = []

    init(_ text: String) {
        letters = Array(text)
        takeApart()
    }

    /// Conditions that differ in one operand: its opposite, or what makes it not count.
    var mutants: [String] {
        operands.flatMap { operand in
            let own = String(letters[operand.range])
            return ["!(\(own))", operand.isOfAnd ? "true" : "false"].filter { $0 != own }.map { replacement in
                String(letters[..<operand.range.lowerBound]) + replacement + String(letters[operand.range.upperBound...])
            }
        }
    }

    private struct Scope {
        var start: Int
        var isAfterAnd = false
        var hasOperators = false
    }

    private mutating func takeApart() {
        var scopes = [Scope(start: 0)]
        var (index, quote): (Int, Character?) = (0, nil)
        while index < letters.count {
            let letter = letters[index]
            if let open = quote {
                if letter == open { quote = nil }
            } else if letter == "\"" || letter == "'" {
                quote = letter
            } else if letter == "(" || letter == "[" {
                scopes.append(Scope(start: index + 1))
            } else if letter == ")" || letter == "]" {
                let scope = scopes.removeLast()
                if scope.hasOperators { add(scope.start..<index, isOfAnd: scope.isAfterAnd) }
            } else if letter == ",", scopes.count > 1 {
                scopes[scopes.count - 1] = Scope(start: index + 1)
            } else if index + 1 < letters.count, letter == letters[index + 1], letter == "&" || letter == "|" {
                let scope = scopes[scopes.count - 1]
                add(scope.start..<index, isOfAnd: scope.isAfterAnd || letter == "&")
                scopes[scopes.count - 1] = Scope(start: index + 2, isAfterAnd: letter == "&", hasOperators: true)
                index += 1
            }
            index += 1
        }
        add(scopes[0].start..<letters.count, isOfAnd: scopes[0].isAfterAnd || !scopes[0].hasOperators)
    }

    private mutating func add(_ range: Range<Int>, isOfAnd: Bool) {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, letters[start] == " " { start += 1 }
        while end > start, letters[end - 1] == " " { end -= 1 }
        operands.append((start..<end, isOfAnd))
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
