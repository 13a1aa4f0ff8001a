import Diagnostics

/// One host fact that an evaluation read.
package struct Read: Sendable, Equatable {
    /// Such as `Link[sw-1|?PP-1:12].far_end.known`; records without a key are named by the way to them.
    package let path: String
    package let value: Datum
    /// The record that was read from; nil for a variable.
    package let record: Value?
    /// The place of the field in its record type.
    package let field: Int?

    package static func == (left: Read, right: Read) -> Bool {
        left.path.utf8.elementsEqual(right.path.utf8) && left.value == right.value
    }
}

/// What a recording evaluation noted.
final class Recorder {
    private(set) var reads: [Read] = []
    /// False when there was more to note than is kept.
    private(set) var isWhole = true
    private var seen: Set<Place> = []
    private var paths: [UInt64: String] = [:]
    private let source: [UInt8]
    private let limit: Int

    /// Where something was read: two rows may go by one name, and one row that stands for nothing by many.
    private struct Place: Hashable {
        let path: String
        let row: UInt64
    }

    /// - Parameters:
    ///   - source: the text of the expression.
    ///   - limit: how much is kept.
    init(_ source: String, limit: Int) {
        self.source = Array(source.utf8)
        self.limit = limit
    }

    /// Notes the read of a variable.
    func note(variable name: String, _ value: Value, _ activation: Activation) {
        remember(value, path: name, activation)
        if value.kind == .record { return }
        append(Place(path: name, row: .max)) { Read(path: name, value: activation.datum(of: value), record: nil, field: nil) }
    }

    /// Notes the read of a field.
    func note(field: Int, of record: Value, type: RecordType, _ value: Value, _ activation: Activation) {
        guard !type.fields[field].isVolatile else { return }
        let path = self.path(of: record, activation) + "." + type.fields[field].name
        remember(value, path: path, activation)
        append(Place(path: path, row: Self.row(record))) {
            Read(path: path, value: activation.datum(of: value), record: record, field: field)
        }
    }

    /// Notes what a part of the expression came to that depends on the order of a list; in a macro it may be worked out many times.
    func note(part range: Range<Int>, _ value: Value, _ activation: Activation) {
        let path = String(decoding: source[range], as: UTF8.self)
        append(Place(path: path, row: value.payload)) {
            Read(path: path, value: activation.datum(of: value), record: nil, field: nil)
        }
    }

    private func append(_ place: Place, _ read: () -> Read) {
        guard reads.count < limit else {
            isWhole = false
            return
        }
        if seen.insert(place).inserted { reads.append(read()) }
    }

    /// Remembers by which way a record without a key was reached last: one that stands for nothing is reached by many.
    private func remember(_ value: Value, path: String, _ activation: Activation) {
        var value = value
        while value.wraps > 0 { value = value.unwrapped }
        switch value.tag {
        case .record: if !isKeyed(value, activation) { paths[Self.row(value)] = path }
        case .rows, .hostList: remember(elementsOf: value, path: path, activation)
        default: break
        }
    }

    /// Elements are named by what tells them apart, so that their order says nothing; those that nothing tells apart by their place.
    private func remember(elementsOf list: Value, path: String, _ activation: Activation) {
        let count = activation.count(of: list)
        guard count > 0 else { return }
        let first = activation.element(of: list, at: 0)
        guard first.kind == .record, !isKeyed(first, activation) else { return }
        var times: [String: Int] = [:]
        for index in 0..<count {
            let element = activation.element(of: list, at: index)
            let name = activation.identityText(of: element) ?? String(index)
            let time = times[name, default: 0]
            times[name] = time + 1
            paths[Self.row(element)] = time == 0 ? "\(path)[\(name)]" : "\(path)[\(name)#\(time + 1)]"
        }
    }

    private static func row(_ record: Value) -> UInt64 { UInt64(record.extra) << 32 | UInt64(record.low) }

    private func isKeyed(_ record: Value, _ activation: Activation) -> Bool {
        activation.environment.records[Symbol(id: record.extra)]?.key != nil
    }

    private func path(of record: Value, _ activation: Activation) -> String {
        if let key = activation.keyText(of: record) { return "\(Symbol(id: record.extra).text)[\(key)]" }
        return paths[Self.row(record)] ?? "\(Symbol(id: record.extra).text)[#\(record.low)]"
    }
}
