import CEL
import Diagnostics
import LocatedYAML
import Rehearsals

/// What a rule is asked of: `each link in step.disturbs, each cable in link.cables`.
struct Binding: Sendable {
    /// One name, and the list whose elements it is bound to one after another.
    struct Part: Sendable {
        let name: String
        /// The kind of row that it is bound to.
        let word: Symbol
        let list: Program
    }

    let parts: [Part]
    /// The same for all bindings of the same names to the same kinds.
    let key: String
    /// What expressions of the rule may speak of.
    let environment: Environment
}

/// Environments by the names that are bound in them, so that each is made once.
struct EnvironmentBook: Sendable {
    private let pack: Symbol
    private let base: Environment
    private var known: [String: Environment] = [:]

    /// - Parameter parameters: names and values that expressions find as `param.<name>`.
    init(pack: Symbol, parameters: [(name: String, type: ValueType, value: Datum)]) {
        self.pack = pack
        var base = FactTables.environment
        for parameter in parameters { base.declare(constant: "param.\(parameter.name)", parameter.type, parameter.value) }
        self.base = base
    }

    /// What tells the environment of these names from all others.
    func key(_ names: [(name: String, word: Symbol)]) -> String {
        "\(pack)/" + names.map { "\($0.name):\($0.word)" }.joined(separator: ",")
    }

    mutating func environment(binding names: [(name: String, word: Symbol)]) -> Environment {
        let key = key(names)
        if let environment = known[key] { return environment }
        var environment = base
        for (name, word) in names { environment.declare(variable: name, .record(word)) }
        known[key] = environment
        return environment
    }
}

/// Reads the text of a `for`.
struct BindingReader {
    private let written: WrittenExpression
    private let bytes: [UInt8]
    private var place = 0

    private struct Clause {
        let name: String
        let nameRange: Range<Int>
        let path: Range<Int>
        let root: String
    }

    init(_ written: WrittenExpression) {
        self.written = written
        bytes = Array(written.text.utf8)
    }

    /// The binding; nil where something is wrong with it, which is then reported.
    mutating func read(_ book: inout EnvironmentBook, log: inout DiagnosticLog) -> Binding? {
        guard let clauses = clauses(&log) else { return nil }
        var names: [(name: String, word: Symbol)] = []
        var parts: [Binding.Part] = []
        for clause in clauses {
            if clause.root == "step", clause.name != "step", !names.contains(where: { $0.name == "step" }) {
                parts.append(Self.eachStep(in: book.environment(binding: names)))
                names.append(("step", StepFact.word))
            }
            guard let part = part(clause, names, &book, &log) else { return nil }
            parts.append(part)
            names.append((part.name, part.word))
        }
        return Binding(parts: parts, key: book.key(names), environment: book.environment(binding: names))
    }

    /// What `step` is short for where nothing binds it.
    private static func eachStep(in environment: Environment) -> Binding.Part {
        guard let steps = Program.compile("order.steps", in: environment).program else { preconditionFailure("an order has steps") }
        return Binding.Part(name: "step", word: StepFact.word, list: steps)
    }

    private func part(
        _ clause: Clause, _ names: [(name: String, word: Symbol)], _ book: inout EnvironmentBook, _ log: inout DiagnosticLog
    ) -> Binding.Part? {
        guard !FactTables.rootNames.contains(clause.name), clause.name != "param", !names.contains(where: { $0.name == clause.name })
        else {
            report(.nameIsTaken(clause.name), clause.nameRange, &log)
            return nil
        }
        let environment = book.environment(binding: names)
        guard let program = written.compile(clause.path, in: environment, log: &log) else { return nil }
        guard let (word, list) = list(program, in: environment) else {
            report(.noListOfObjects(program.type.shown), clause.path, &log)
            return nil
        }
        guard FactTables.table(of: word)?.identity != nil else {
            report(.nothingTellsApart(word.text), clause.path, &log)
            return nil
        }
        guard written.refuseVolatile(program, log: &log) else { return nil }
        return Binding.Part(name: clause.name, word: word, list: list)
    }

    /// What the elements of a list are, and the list itself; one that may be absent has then no elements.
    private func list(_ program: Program, in environment: Environment) -> (Symbol, Program)? {
        switch program.type {
        case .list(.record(let word)): return (word, program)
        case .optional(.list(.record(let word))):
            return Program.compile("(\(program.source)).orValue([])", in: environment).program.map { (word, $0) }
        default: return nil
        }
    }

    // MARK: Words

    private mutating func clauses(_ log: inout DiagnosticLog) -> [Clause]? {
        var clauses: [Clause] = []
        repeat {
            guard let clause = clause(isFirst: clauses.isEmpty, &log) else { return nil }
            clauses.append(clause)
            skipBlanks()
        } while skip(UInt8(ascii: ","))
        guard place == bytes.count else {
            report(.bindingForm, place..<bytes.count, &log)
            return nil
        }
        return clauses
    }

    private mutating func clause(isFirst: Bool, _ log: inout DiagnosticLog) -> Clause? {
        var (word, range) = self.word()
        if word == "each" {
            (word, range) = self.word()
        } else if isFirst {
            report(.bindingForm, range, &log)
            return nil
        }
        let (preposition, prepositionRange) = self.word()
        guard !word.isEmpty, preposition == "in" else {
            report(.bindingForm, word.isEmpty ? range : prepositionRange, &log)
            return nil
        }
        let (root, rootRange) = self.word()
        guard !root.isEmpty else {
            report(.bindingForm, rootRange, &log)
            return nil
        }
        var end = rootRange.upperBound
        while skip(UInt8(ascii: ".")) {
            let (field, fieldRange) = self.word()
            guard !field.isEmpty else {
                report(.bindingForm, fieldRange, &log)
                return nil
            }
            end = fieldRange.upperBound
        }
        return Clause(name: word, nameRange: range, path: rootRange.lowerBound..<end, root: root)
    }

    /// The next word, empty where there is none.
    private mutating func word() -> (String, Range<Int>) {
        skipBlanks()
        let start = place
        while place < bytes.count, Self.isWordByte(bytes[place]) { place += 1 }
        return (String(decoding: bytes[start..<place], as: UTF8.self), start..<max(place, min(start + 1, bytes.count)))
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place] <= UInt8(ascii: " ") { place += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private func report(_ summary: Phrase, _ range: Range<Int>, _ log: inout DiagnosticLog) {
        log.add(Diagnostic("rule-binding", .error, summary, at: written.node.span(of: range), help: [.bindingExample]))
    }
}

extension Phrase {
    fileprivate static var bindingForm: Phrase {
        Phrase(en: "`for` says of what the rule is asked", ru: "`for` говорит, о чём спрашивает правило")
    }

    fileprivate static var bindingExample: Phrase {
        Phrase(
            en: "for example: `each link in step.disturbs`, or `each step in order.steps`",
            ru: "например: `each link in step.disturbs` или `each step in order.steps`")
    }

    fileprivate static func nameIsTaken(_ name: String) -> Phrase {
        Phrase(en: "the name `\(name)` already means something else", ru: "имя `\(name)` уже означает другое")
    }

    fileprivate static func nothingTellsApart(_ kind: String) -> Phrase {
        Phrase(
            en: "nothing tells one \(kind) from another, so a rule cannot be asked of each",
            ru: "\(kind) нечем отличить друг от друга, и правило не может спрашивать о каждом")
    }

    fileprivate static func noListOfObjects(_ type: String) -> Phrase {
        Phrase(
            en: "this is \(type), and a rule asks the elements of a list of objects",
            ru: "это \(type), а правило спрашивает об элементах списка объектов")
    }
}
