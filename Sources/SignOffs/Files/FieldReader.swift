import Seals
import Times

/// Takes the members of an object one by one, each in the form that it must have, and refuses those that nobody took.
struct FieldReader {
    private let members: [JSON.Member]
    private let place: String
    private var taken: [String] = []

    /// What a text may hold beyond plain letters.
    enum TextRule {
        /// Our own words to a person: several lines.
        case ours
        /// What a person wrote: several lines, and nothing that a browser would take for HTML.
        case theirs
        /// A name or a code on one line.
        case word
    }

    init(_ value: JSON, at place: String = "") throws(FileFault) {
        guard let members = value.members else { throw FileFault(.type, at: place) }
        self.members = members
        self.place = place
    }

    /// Reads a file of a version: canonical JSON, at most 1 MiB, an object that names the version.
    init(file bytes: [UInt8], version: String) throws(FileFault) {
        let value: JSON
        do { value = try JSON(canonical: bytes) } catch { throw FileFault(.notCanonical(error.kind)) }
        try self.init(value)
        let written = try text("v", limit: 100, .word)
        guard written == version else { throw FileFault(.version(written), at: "v") }
    }

    /// Ends reading: no key is left over.
    func end() throws(FileFault) {
        for member in members where !taken.contains(member.key) { throw FileFault(.unknownKey, at: path(member.key)) }
    }

    mutating func optional(_ key: String) -> JSON? {
        taken.append(key)
        return members.first { $0.key == key }?.value
    }

    mutating func value(_ key: String) throws(FileFault) -> JSON {
        guard let value = optional(key) else { throw FileFault(.missing, at: path(key)) }
        return value
    }

    func path(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

    mutating func text(_ key: String, limit: Int = 4_000, _ rule: TextRule = .ours) throws(FileFault) -> String {
        try Self.text(try value(key), limit: limit, rule, at: path(key))
    }

    mutating func optionalText(_ key: String, limit: Int = 4_000, _ rule: TextRule = .ours) throws(FileFault) -> String? {
        guard let value = optional(key) else { return nil }
        return try Self.text(value, limit: limit, rule, at: path(key))
    }

    mutating func texts(_ key: String, count: Int = 200, limit: Int = 400, _ rule: TextRule = .ours) throws(FileFault) -> [String] {
        try list(key, count: count) { value, place throws(FileFault) in try Self.text(value, limit: limit, rule, at: place) }
    }

    mutating func list<Element>(
        _ key: String, count: Int, _ read: (JSON, String) throws(FileFault) -> Element
    ) throws(FileFault) -> [Element] {
        guard let values = try value(key).elements else { throw FileFault(.type, at: path(key)) }
        guard values.count <= count else { throw FileFault(.tooMany, at: path(key)) }
        var elements: [Element] = []
        for (index, value) in values.enumerated() { elements.append(try read(value, "\(path(key))[\(index)]")) }
        return elements
    }

    mutating func object(_ key: String) throws(FileFault) -> FieldReader {
        try FieldReader(try value(key), at: path(key))
    }

    mutating func number(_ key: String) throws(FileFault) -> Int {
        guard let number = try value(key).wholeNumber, number >= 0 else { throw FileFault(.type, at: path(key)) }
        return Int(number)
    }

    mutating func optionalNumber(_ key: String) throws(FileFault) -> Int? {
        has(key) ? try number(key) : nil
    }

    func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    mutating func moment(_ key: String) throws(FileFault) -> Timestamp {
        let text = try text(key, limit: 40, .word)
        guard let moment = Timestamp(rfc3339: text), moment.rfc3339 == text, moment.nanoseconds == 0 else {
            throw FileFault(.notAMoment, at: path(key))
        }
        return moment
    }

    mutating func digest(_ key: String) throws(FileFault) -> Digest {
        guard let digest = Digest(try text(key, limit: 100, .word)) else { throw FileFault(.notADigest, at: path(key)) }
        return digest
    }

    mutating func origin(_ key: String) throws(FileFault) -> String {
        let origin = try text(key, limit: 255, .word)
        guard Ledger.isOrigin(origin) else { throw FileFault(.notAName, at: path(key)) }
        return origin
    }

    mutating func word<Word: RawRepresentable<String>>(_ key: String, _ type: Word.Type) throws(FileFault) -> Word {
        guard let word = Word(rawValue: try text(key, limit: 100, .word)) else { throw FileFault(.notAWord, at: path(key)) }
        return word
    }

    static func text(_ value: JSON, limit: Int, _ rule: TextRule, at place: String) throws(FileFault) -> String {
        guard let text = value.text else { throw FileFault(.type, at: place) }
        guard !text.isEmpty else { throw FileFault(.empty, at: place) }
        guard text.utf8.count <= limit else { throw FileFault(.tooLong, at: place) }
        if let scalar = text.unicodeScalars.first(where: { $0.isHidden && ($0 != "\n" || rule == .word) }) {
            throw FileFault(.hiddenCharacter(scalar.value), at: place)
        }
        if rule != .ours, text.holdsMarkup { throw FileFault(.markup, at: place) }
        return text
    }
}

extension Unicode.Scalar {
    /// True for controls, separators of lines and what reorders or hides text.
    fileprivate var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        // The joiner at 200D is left alone: pictures of people are made with it.
        case .format: value != 0x200D
        default: false
        }
    }
}

extension String {
    /// True where a browser would see a tag, a comment or a reference to a character; a `<` before a number is none.
    fileprivate var holdsMarkup: Bool {
        let letters = Array(utf8)
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        for (index, byte) in letters.enumerated().dropLast() {
            let next = letters[index + 1]
            if byte == UInt8(ascii: "<"), isLetter(next) || "/!?".utf8.contains(next) { return true }
            if byte == UInt8(ascii: "&") {
                let name = letters[(index + 1)...].prefix(12)
                guard let end = name.firstIndex(of: UInt8(ascii: ";")), end > index + 1 else { continue }
                if next == UInt8(ascii: "#") || end > index + 2 && letters[(index + 1)..<end].allSatisfy(isLetter) { return true }
            }
        }
        return false
    }
}
