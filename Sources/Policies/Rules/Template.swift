import CEL
import Diagnostics
import LocatedYAML

/// A text for people in one language, with holes that expressions fill: `{link.label}`,
/// `{n, plural, one {# порт} few {# порта} many {# портов}}`.
///
/// A brace that is meant is written twice.
struct Template: Sendable {
    indirect enum Part: Sendable {
        case text(String)
        case hole(Program)
        /// A text for each form of the number, by Unicode's names; `#` in it is the number.
        case plural(Program, [String: [Part]])
        /// The number of the plural around it.
        case number
    }

    let parts: [Part]
}

/// Reads a template.
struct TemplateReader {
    private let written: WrittenExpression
    private let environment: Environment
    private let language: Language
    private let bytes: [UInt8]
    /// The expressions read so far by their texts; those of the other language among them, as both mostly say the same of them.
    private(set) var programs: [String: Program]
    private var place = 0
    private var isSound = true

    init(_ node: Node, _ language: Language, in environment: Environment, knowing programs: [String: Program] = [:]) {
        self.programs = programs
        written = WrittenExpression(node: node)
        self.environment = environment
        self.language = language
        bytes = Array(node.string.utf8)
    }

    /// The template; nil where something is wrong with it, which is then reported.
    mutating func read(log: inout DiagnosticLog) -> Template? {
        var parts: [Template.Part] = []
        while place < bytes.count, isSound {
            parts += self.parts(isInPlural: false, &log)
            guard place < bytes.count, isSound else { break }
            report(.unopenedBrace, place..<place + 1, &log)
        }
        return isSound ? Template(parts: Self.trimmed(parts)) : nil
    }

    /// Parts up to a brace that closes, or the end.
    private mutating func parts(isInPlural: Bool, _ log: inout DiagnosticLog) -> [Template.Part] {
        var parts: [Template.Part] = []
        var text: [UInt8] = []
        func flushed() -> [Template.Part] { text.isEmpty ? [] : [.text(String(decoding: text, as: UTF8.self))] }
        while place < bytes.count, isSound {
            let byte = bytes[place]
            let isDouble = place + 1 < bytes.count && bytes[place + 1] == byte
            switch byte {
            case UInt8(ascii: "{") where isDouble, UInt8(ascii: "}") where isDouble && !isInPlural:
                text.append(byte)
                place += 2
            case UInt8(ascii: "}"): return parts + flushed()
            case UInt8(ascii: "{"):
                parts += flushed()
                text = []
                if let hole = hole(&log) { parts.append(hole) }
            case UInt8(ascii: "#") where isInPlural:
                parts += flushed() + [.number]
                text = []
                place += 1
            default:
                text.append(byte)
                place += 1
            }
        }
        return parts + flushed()
    }

    /// What stands between braces; `place` is at the brace that opens.
    private mutating func hole(_ log: inout DiagnosticLog) -> Template.Part? {
        let open = place
        place += 1
        let end = endOfExpression()
        guard end < bytes.count else {
            report(.unclosedBrace, open..<open + 1, &log)
            return nil
        }
        let range = trimmed(place..<end)
        place = end
        guard !range.isEmpty else {
            report(.emptyHole, open..<end + 1, &log)
            return nil
        }
        guard let program = program(range, &log) else {
            isSound = false
            return nil
        }
        if bytes[place] == UInt8(ascii: ",") { return plural(program, range, open, &log) }
        place += 1
        guard Self.isShowable(program.type) else {
            report(.notShowable(program.type.shown), range, &log, help: .showWhat(program.type))
            return nil
        }
        return .hole(program)
    }

    private mutating func program(_ range: Range<Int>, _ log: inout DiagnosticLog) -> Program? {
        let source = String(decoding: bytes[range], as: UTF8.self)
        if let known = programs[source] { return known }
        let program = written.compile(range, in: environment, log: &log)
        programs[source] = program
        return program
    }

    /// The comma or brace that ends an expression: one outside of its own brackets and quotes.
    private func endOfExpression() -> Int {
        var (index, depth) = (place, 0)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"): index = endOfQuote(from: index)
            case UInt8(ascii: "}"): return index
            case UInt8(ascii: ",") where depth == 0: return index
            default: break
            }
            index += 1
        }
        return index
    }

    private func endOfQuote(from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != bytes[start] { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return index
    }

    private mutating func plural(
        _ program: Program, _ range: Range<Int>, _ open: Int, _ log: inout DiagnosticLog
    ) -> Template.Part? {
        place += 1
        let (word, wordRange) = self.word()
        skipBlanks()
        guard word == "plural", skip(UInt8(ascii: ",")) else {
            report(.pluralForm, wordRange, &log, help: .pluralExample)
            return nil
        }
        guard program.type == .int else {
            report(.pluralOfNoNumber(program.type.shown), range, &log)
            return nil
        }
        var forms: [String: [Template.Part]] = [:]
        while isSound {
            skipBlanks()
            if skip(UInt8(ascii: "}")) { break }
            let (form, formRange) = self.word()
            skipBlanks()
            guard Self.forms(language).contains(form), forms[form] == nil, skip(UInt8(ascii: "{")) else {
                report(.pluralForm, formRange, &log, help: .pluralExample)
                return nil
            }
            forms[form] = parts(isInPlural: true, &log)
            guard skip(UInt8(ascii: "}")) else {
                report(.unclosedBrace, open..<open + 1, &log)
                return nil
            }
        }
        for form in Self.neededForms(language) where forms[form] == nil && forms["other"] == nil {
            report(.missingForm(form), open..<min(place, bytes.count), &log, help: .pluralExample)
        }
        return .plural(program, forms)
    }

    private static func forms(_ language: Language) -> [String] {
        language == .en ? ["one", "other"] : ["one", "few", "many", "other"]
    }

    private static func neededForms(_ language: Language) -> [String] {
        language == .en ? ["one", "other"] : ["one", "few", "many"]
    }

    private mutating func word() -> (String, Range<Int>) {
        skipBlanks()
        let start = place
        while place < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[place]) { place += 1 }
        return (String(decoding: bytes[start..<place], as: UTF8.self), start..<max(place, min(start + 1, bytes.count)))
    }

    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place] <= UInt8(ascii: " ") { place += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] <= UInt8(ascii: " ") { start += 1 }
        while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        return start..<end
    }

    /// A text in a block ends with a line end that nobody means.
    private static func trimmed(_ parts: [Template.Part]) -> [Template.Part] {
        guard case .text(let text) = parts.last, text.hasSuffix("\n") else { return parts }
        return parts.dropLast() + [.text(String(text.dropLast()))]
    }

    /// What people can be shown: texts, numbers, moments, objects with a name, and lists of these.
    static func isShowable(_ type: ValueType) -> Bool {
        switch type {
        case .string, .int, .uint, .double, .timestamp, .duration: true
        case .record(let word): FactTables.table(of: word)?.label != nil
        case .list(let element): isShowable(element)
        default: false
        }
    }

    private mutating func report(_ summary: Phrase, _ range: Range<Int>, _ log: inout DiagnosticLog, help: Phrase? = nil) {
        isSound = false
        log.add(
            Diagnostic("rule-text", .error, summary, at: written.node.span(of: range), help: help.map { [$0] } ?? []))
    }
}

extension Phrase {
    fileprivate static var unopenedBrace: Phrase {
        Phrase(
            en: "this brace closes nothing; write it twice where it is meant",
            ru: "эта скобка ничего не закрывает; если она нужна в тексте, напишите её дважды")
    }

    fileprivate static var unclosedBrace: Phrase {
        Phrase(
            en: "this brace is not closed; write it twice where it is meant",
            ru: "эта скобка не закрыта; если она нужна в тексте, напишите её дважды")
    }

    fileprivate static var emptyHole: Phrase {
        Phrase(en: "nothing is said about what is to be shown here", ru: "не сказано, что здесь показать")
    }

    fileprivate static func notShowable(_ type: String) -> Phrase {
        Phrase(en: "a text cannot show this: it is \(type)", ru: "в тексте это не показать: это \(type)")
    }

    fileprivate static func showWhat(_ type: ValueType) -> Phrase? {
        guard case .optional = type else { return nil }
        return Phrase(
            en: "say which value is meant: `.value()` or `.orValue(…)`",
            ru: "скажите, какое значение имеется в виду: `.value()` или `.orValue(…)`")
    }

    fileprivate static var pluralForm: Phrase {
        Phrase(en: "the forms of a number are written otherwise", ru: "формы числа пишутся иначе")
    }

    fileprivate static var pluralExample: Phrase {
        Phrase(
            en: "for example: `{n, plural, one {# port} other {# ports}}`",
            ru: "например: `{n, plural, one {# порт} few {# порта} many {# портов}}`")
    }

    fileprivate static func pluralOfNoNumber(_ type: String) -> Phrase {
        Phrase(en: "the forms go with a whole number, and this is \(type)", ru: "формы бывают у целого числа, а это \(type)")
    }

    fileprivate static func missingForm(_ form: String) -> Phrase {
        Phrase(en: "the form `\(form)` is missing", ru: "нет формы `\(form)`")
    }
}
