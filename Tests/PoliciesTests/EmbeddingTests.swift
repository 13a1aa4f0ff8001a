import Diagnostics
import Policies
import Testing

struct EmbeddingTests {
    @Test func `the packs in the program are the packs on disk`() throws {
        #expect(PackText.shipped.map(\.name) == ["do-no-harm"])
        let embedded = try #require(PackText.shipped.first).files
        let files = try Shipped.files("do-no-harm")
        #expect(embedded.map(\.name) == files.map { "policies/do-no-harm/\($0.name)" })
        for (text, file) in zip(embedded, files) { #expect(text.bytes == Array(file.text.utf8), "\(file.name)") }
    }

    @Test func `rules in the program, read up to their examples, are the rules on disk, read whole`() throws {
        let whole = try Shipped.pack.get().set.rules
        for (rule, onDisk) in zip(PolicySet.shipped().rules, whole) { #expect(Self.words(of: rule) == Self.words(of: onDisk)) }
        #expect(PolicySet.shipped().rules.map(\.id) == whole.map(\.id))
    }

    private static func words(of rule: Rule) -> [String] {
        let texts =
            [rule.title, rule.why, rule.message] + [rule.question?.recall, rule.reading?.expect, rule.reading?.how].compactMap(\.self)
            + rule.help.map(\.text)
        let expressions = [rule.binding, rule.condition, rule.group, rule.question?.whom, rule.question?.readBack, rule.reading?.observe]
        return [rule.id.text, rule.level.word] + texts.flatMap { [$0.en, $0.ru] } + expressions.map { $0 ?? "" }
            + rule.help.map(\.condition) + rule.examples.map { "\($0.fires): \($0.text)" }
    }
}
