/// A JSON value as `primum` writes it: objects keep their order, numbers are whole or decimal strings.
package indirect enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// Only for documents that are not signed; canonical JSON refuses it.
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// A key and its value.
    package struct Member: Hashable, Sendable {
        package let key: String
        package let value: JSON

        package init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// An object without the members whose value is nil, in the order of the literal.
    package static func object(leavingOutNil members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { key, value in value.map { Member(key, $0) } })
    }

    /// A list of what a closure makes of each element.
    package static func array<Element>(_ elements: some Sequence<Element>, _ value: (Element) throws -> JSON) rethrows -> JSON {
        .array(try elements.map(value))
    }

    /// A list of strings.
    package static func strings(_ texts: some Sequence<String>) -> JSON {
        .array(texts.map { .string($0) })
    }

    /// A whole number.
    package init(_ number: some BinaryInteger) {
        self = .integer(Int64(number))
    }

    /// The value of the first member with a key; nil where there is none, and for what is no object.
    package subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }

    /// The element at a place of a list; nil behind its end, and for what is no list.
    package subscript(index: Int) -> JSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}

extension JSON {
    /// The string it holds; nil where it holds something else.
    package var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number it holds; nil where it holds something else.
    package var wholeNumber: Int64? {
        guard case .integer(let number) = self else { return nil }
        return number
    }

    /// The boolean it holds; nil where it holds something else.
    package var truth: Bool? {
        guard case .bool(let truth) = self else { return nil }
        return truth
    }

    /// The elements of the list that it is; nil where it is none.
    package var elements: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members of the object that it is; nil where it is none.
    package var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}

extension JSON: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(stringLiteral text: String) {
        self = .string(text)
    }

    package init(integerLiteral number: Int64) {
        self = .integer(number)
    }

    package init(booleanLiteral truth: Bool) {
        self = .bool(truth)
    }

    package init(arrayLiteral elements: JSON...) {
        self = .array(elements)
    }

    package init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(members.map { Member($0.0, $0.1) })
    }
}
