import Testing

@testable import Diagnostics

struct SymbolTests {
    @Test func `the same text has the same number, and another text another`() {
        let names = (0..<20_000).map { "sw-\($0 % 97):Gi1/0/\($0)" }
        let first = names.map { Symbol($0) }
        #expect(Set(first).count == names.count)
        #expect(names.map { Symbol($0) } == first)
        #expect(first.map(\.text) == names)
    }

    @Test func `is equal exactly when the bytes are equal`() {
        let composed = "caf\u{E9}"
        let decomposed = "cafe\u{301}"
        #expect(composed == decomposed)
        #expect(Symbol(composed) != Symbol(decomposed))
        #expect(Symbol(composed).text.utf8.elementsEqual(composed.utf8))
        #expect(Symbol("a") != Symbol("a\0") && Symbol("\0") != Symbol("\0\0") && Symbol("") != Symbol("\0"))
    }

    @Test func `all texts of up to two bytes are told apart`() {
        var numbers: Set<UInt32> = []
        for first in UInt8.min...UInt8.max {
            for bytes in [[first]] + (UInt8.min...UInt8.max).map({ [first, $0] }) {
                numbers.insert(unsafe bytes.withUnsafeBufferPointer { unsafe Symbol(utf8: $0) }.id)
            }
        }
        #expect(numbers.count == 256 + 65_536)
    }

    @Test func `lengths around the words that are compared at once`() {
        let texts = (0...40).flatMap { length in
            ["x", "y"].map { String(repeating: "a", count: length) + $0 } + [String(repeating: "a", count: length)]
        }
        #expect(Set(texts.map { Symbol($0) }).count == Set(texts).count)
        for text in texts { #expect(Symbol(text).text == text && Symbol(Substring(text)) == Symbol(text)) }
        for text in texts { #expect(Symbol(utf8: text.utf8.span) == Symbol(text)) }
    }

    @Test func `a long text and the empty one`() {
        let long = String(repeating: "длинный ", count: 100_000)
        #expect(Symbol(long).text == long && Symbol(long) == Symbol(long))
        #expect(Symbol("") == .empty && Symbol.empty.isEmpty && Symbol.empty.text.isEmpty && !Symbol("x").isEmpty)
    }

    @Test func `counts what is known`() {
        let before = Symbol.count
        _ = (0..<100).map { Symbol("counted only here \($0)") }
        #expect(Symbol.count >= before + 100)
    }

    @Test func `order is that of the bytes`() {
        let texts = ["", "-", "10", "9", "A", "a", "aa", "ab", "б", "\u{1F50C}"]
        for (index, text) in texts.enumerated() {
            for (otherIndex, other) in texts.enumerated() { #expect(Symbol(text).precedes(Symbol(other)) == (index < otherIndex)) }
        }
    }

    @Test func `threads that ask at once get the same numbers`() async {
        let names = (0..<5_000).map { "shared name \($0)" }
        let answers = await withTaskGroup(of: [Symbol].self) { group in
            for shift in 0..<8 {
                group.addTask {
                    let start = shift * 600
                    var symbols = names
                    symbols.rotate(by: start)
                    let found = symbols.map { Symbol($0) }
                    return (0..<names.count).map { found[($0 - start + names.count) % names.count] }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for answer in answers { #expect(answer == answers[0]) }
        #expect(answers[0].map(\.text) == names)
    }
}

extension Array {
    fileprivate mutating func rotate(by count: Int) {
        self = Array(self[count...] + self[..<count])
    }
}
