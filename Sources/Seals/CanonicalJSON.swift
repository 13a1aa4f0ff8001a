package import Diagnostics

/// Canonical JSON: RFC 8785, narrowed so that equal values have equal bytes and nothing is left to a reader's taste.
///
/// Keys are `[a-z][a-z0-9_]*` in ascending order; values are objects, lists, strings, booleans and whole numbers below
/// 2^53; there is no null, no fraction and no exponent.
package enum CanonicalJSON {
    /// The largest document, in bytes.
    package static let sizeLimit = 1 << 20
    /// The deepest nesting; a document that is one object without objects or lists in it has depth 1.
    package static let depthLimit = 16
    /// Whole numbers are nearer to zero than this.
    package static let integerLimit: Int64 = 1 << 53

    /// Why a value has no canonical form, or bytes are not one.
    package struct Fault: Error, Hashable, Sendable {
        /// The kinds of fault.
        package enum Kind: Hashable, Sendable {
            case tooLarge, tooDeep
            /// The value is null, or a number with a fraction.
            case valueWithoutForm
            case integerTooLarge
            /// The key is not of the form that keys have.
            case key(String)
            case duplicateKey(String)
            /// A key stands behind one that comes after it.
            case keyOrder(String)
            /// A character or escape that is not what the canonical form has at this place.
            case notCanonical
            case invalidUTF8
            /// The bytes end within the value.
            case cutShort
            /// Something follows the value, a line end for instance.
            case trailing
        }

        package let kind: Kind
        /// The byte at which it was found; nil when a value was to be written.
        package let offset: Int?
    }

    /// True where bytes, from an offset on, are canonical JSON; no value is made of them.
    package static func isCanonical(_ bytes: [UInt8], from start: Int = 0) -> Bool {
        guard bytes.count - start <= sizeLimit else { return false }
        var reader = CanonicalReader(bytes, from: start, keeps: false)
        return (try? reader.document()) != nil
    }

    static func isKey(_ key: some Collection<UInt8>) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        guard let first = key.first, letters.contains(first) else { return false }
        return key.allSatisfy { letters.contains($0) || $0 == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension JSON {
    /// The canonical form of the value.
    ///
    /// - Parameter sizeLimit: the most bytes; more than the usual only for what is digested and never read.
    /// - Throws: `CanonicalJSON.Fault` for null, fractions, other keys and what is too large or too deep.
    package func canonicalBytes(sizeLimit: Int = CanonicalJSON.sizeLimit) throws(CanonicalJSON.Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        try putCanonical(into: &bytes, depth: 0)
        guard bytes.count <= sizeLimit else { throw CanonicalJSON.Fault(kind: .tooLarge, offset: nil) }
        return bytes
    }

    private func putCanonical(into bytes: inout [UInt8], depth: Int) throws(CanonicalJSON.Fault) {
        switch self {
        case .null, .number: throw CanonicalJSON.Fault(kind: .valueWithoutForm, offset: nil)
        case .bool(let truth): bytes += (truth ? "true" : "false").utf8
        case .integer(let number):
            guard number.magnitude < CanonicalJSON.integerLimit else { throw CanonicalJSON.Fault(kind: .integerTooLarge, offset: nil) }
            bytes += String(number).utf8
        case .string(let text): putJSONString(text, escapesUnseen: false, into: &bytes)
        case .array(let elements):
            guard depth < CanonicalJSON.depthLimit else { throw CanonicalJSON.Fault(kind: .tooDeep, offset: nil) }
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                try element.putCanonical(into: &bytes, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            guard depth < CanonicalJSON.depthLimit else { throw CanonicalJSON.Fault(kind: .tooDeep, offset: nil) }
            try Self.putCanonical(members, into: &bytes, depth: depth)
        }
    }

    private static func putCanonical(_ members: [Member], into bytes: inout [UInt8], depth: Int) throws(CanonicalJSON.Fault) {
        let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in sorted.enumerated() {
            guard CanonicalJSON.isKey(member.key.utf8) else { throw CanonicalJSON.Fault(kind: .key(member.key), offset: nil) }
            if index > 0 {
                guard sorted[index - 1].key != member.key else { throw CanonicalJSON.Fault(kind: .duplicateKey(member.key), offset: nil) }
                bytes.append(UInt8(ascii: ","))
            }
            putJSONString(member.key, escapesUnseen: false, into: &bytes)
            bytes.append(UInt8(ascii: ":"))
            try member.value.putCanonical(into: &bytes, depth: depth + 1)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Reads canonical JSON, and nothing but it: bytes that differ from the value's own canonical form are refused.
    ///
    /// - Throws: `CanonicalJSON.Fault` with the offset of the first byte that is not canonical.
    package init(canonical bytes: [UInt8]) throws(CanonicalJSON.Fault) {
        guard bytes.count <= CanonicalJSON.sizeLimit else { throw CanonicalJSON.Fault(kind: .tooLarge, offset: CanonicalJSON.sizeLimit) }
        var reader = CanonicalReader(bytes)
        self = try reader.document()
    }
}

extension CanonicalJSON.Fault {
    /// The fault in words, fit for the summary of a diagnostic.
    package var phrase: Phrase { kind.phrase }
}

extension CanonicalJSON.Fault.Kind {
    /// The kind of fault in words, fit for the summary of a diagnostic.
    package var phrase: Phrase {
        switch self {
        case .tooLarge: Phrase(en: "the document is larger than 1 MiB", ru: "документ больше 1 МиБ")
        case .tooDeep: Phrase(en: "the document is nested deeper than 16 levels", ru: "вложенность документа больше 16 уровней")
        case .valueWithoutForm:
            Phrase(en: "null and fractions have no canonical form", ru: "у null и дробей нет канонической записи")
        case .integerTooLarge:
            Phrase(en: "whole numbers of 2^53 and beyond have no canonical form", ru: "у целых чисел от 2^53 нет канонической записи")
        case .key(let key): Phrase(en: "`\(key)` is not a key of canonical JSON", ru: "`\(key)` не может быть ключом канонического JSON")
        case .duplicateKey(let key): Phrase(en: "the key `\(key)` stands twice", ru: "ключ `\(key)` указан дважды")
        case .keyOrder(let key): Phrase(en: "the key `\(key)` is out of order", ru: "ключ `\(key)` стоит не по порядку")
        case .notCanonical: Phrase(en: "this is not how canonical JSON writes it", ru: "в каноническом JSON это записывается иначе")
        case .invalidUTF8: Phrase(en: "the bytes are not UTF-8", ru: "байты не образуют UTF-8")
        case .cutShort: Phrase(en: "the document breaks off", ru: "документ обрывается")
        case .trailing: Phrase(en: "something follows the document", ru: "после документа есть что-то ещё")
        }
    }
}
