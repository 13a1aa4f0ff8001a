import CEL
import Diagnostics
import LocatedYAML

/// An expression as a rule writes it, with its place.
struct WrittenExpression: Sendable {
    let node: Node

    var text: String { node.string }

    static let form = Form<WrittenExpression>.scalar(.string(), .expression) { node in
        node.string.isEmpty ? nil : WrittenExpression(node: node)
    }

    /// Compiles the expression; faults are reported at their very place.
    func compile(in environment: Environment, expecting expected: ValueType? = nil, log: inout DiagnosticLog) -> Program? {
        compile(0..<node.string.utf8.count, in: environment, expecting: expected, log: &log)
    }

    /// Compiles a part of the text: UTF-8 offsets.
    func compile(
        _ part: Range<Int>, in environment: Environment, expecting expected: ValueType? = nil, log: inout DiagnosticLog
    ) -> Program? {
        let bytes = Array(node.string.utf8)
        let (program, faults) = Program.compile(
            String(decoding: bytes[part], as: UTF8.self), in: environment, expecting: expected)
        for fault in faults {
            let place = fault.range.lowerBound + part.lowerBound..<fault.range.upperBound + part.lowerBound
            log.add(Diagnostic(fault.code.rawValue, .error, fault.summary, at: node.span(of: place), help: fault.help))
        }
        return program
    }

    /// Reports fields that change without meaning: nothing can be decided by them, and no answer can rest on them.
    ///
    /// - Parameter start: where the program stands in the text, in UTF-8.
    func refuseVolatile(_ program: Program, from start: Int = 0, log: inout DiagnosticLog) -> Bool {
        let volatile = program.uses.filter(\.isVolatile)
        for use in volatile {
            log.add(
                Diagnostic(
                    "volatile-field", .error, .volatileField(use.name),
                    at: node.span(of: use.range.lowerBound + start..<use.range.upperBound + start), help: [.volatileFieldsAreForTexts]))
        }
        return volatile.isEmpty
    }
}

/// A text for people as a rule writes it: in both languages, or one for both.
struct WrittenText: Sendable {
    let en: Node
    let ru: Node

    static let form = Form<WrittenText>.either(
        scalar: Form(.string()) { node, _ in WrittenText(en: node, ru: node) }, mapping: languages)

    private struct Draft {
        var en: Node?
        var ru: Node?
    }

    private static let languages = Form<Draft>.shape(
        Shape(
            "text", "A text in both languages.", start: { _ in Draft() },
            fields: [
                Field("en", .textNode, required: true, "in English") { $0.en = $1 },
                Field("ru", .textNode, required: true, "in Russian") { $0.ru = $1 },
            ])
    ).map { draft, _, _ -> WrittenText? in
        guard let en = draft.en, let ru = draft.ru else { return nil }
        return WrittenText(en: en, ru: ru)
    }

    func node(in language: Language) -> Node { language == .en ? en : ru }

    /// One text stands for both languages.
    var isSame: Bool { en.index == ru.index }

    /// The texts without what surrounds them.
    var phrase: Phrase { Phrase(en: Self.trimmed(en.string), ru: Self.trimmed(ru.string)) }

    private static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let start = bytes.firstIndex(where: { $0 > UInt8(ascii: " ") }), let end = bytes.lastIndex(where: { $0 > UInt8(ascii: " ") })
        else { return "" }
        return String(text[start..<bytes.index(after: end)])
    }
}

extension Form where Value == Node {
    /// A text as it is written, with its place.
    fileprivate static var textNode: Form<Node> { .scalar(.string(), .text) { $0 } }
}

extension Expectation {
    /// An expression of the language of rules.
    static var expression: Expectation { .other(.anExpression, example: "\"step.disrupts\"") }
}

extension Phrase {
    fileprivate static var anExpression: Phrase {
        Phrase(en: "an expression in CEL", ru: "выражение на CEL")
    }

    fileprivate static func volatileField(_ name: String) -> Phrase {
        Phrase(en: "a rule cannot decide by `\(name)`", ru: "правило не может решать по полю `\(name)`")
    }

    fileprivate static var volatileFieldsAreForTexts: Phrase {
        Phrase(
            en: "it changes without meaning, such as an age or a place in a file; messages may show it",
            ru: "оно меняется без всякого смысла, как возраст или место в файле; показывать его в сообщениях можно")
    }
}
