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
    private var seen: Set<String> = []
    private var paths: [UInt64: String] = [:]
    private static let limit = 100_000

    /// Notes the read of a variable.
    func note(variable name: String, _ value: Value, _ activation: Activation) {
        remember(value, path: name, activation)
        if value.kind == .record { return }
        append(Read(path: name, value: activation.datum(of: value), record: nil, field: nil))
    }

    /// Notes the read of a field.
    func note(field: Int, of record: Value, type: RecordType, _ value: Value, _ activation: Activation) {
        guard !type.fields[field].isVolatile else { return }
        let path = self.path(of: record, activation) + "." + type.fields[field].name
        remember(value, path: path, activation)
        append(Read(path: path, value: activation.datum(of: value), record: record, field: field))
    }

    private func append(_ read: Read) {
        guard reads.count < Self.limit, seen.insert(read.path).inserted else { return }
        reads.append(read)
    }

    /// Remembers by which way a record without a key was reached last: one that stands for nothing is reached by many.
    private func remember(_ value: Value, path: String, _ activation: Activation) {
        var value = value
        while value.wraps > 0 { value = value.unwrapped }
        switch value.tag {
        case .record:
            let place = UInt64(value.extra) << 32 | UInt64(value.low)
            paths[place] = keyed(value, activation) ?? path
        case .rows, .hostList:
            for index in 0..<min(activation.count(of: value), Self.limit) {
                let element = activation.element(of: value, at: index)
                guard element.kind == .record else { return }
                remember(element, path: "\(path)[\(index)]", activation)
            }
        default: break
        }
    }

    private func keyed(_ record: Value, _ activation: Activation) -> String? {
        activation.keyText(of: record).map { "\(Symbol(id: record.extra).text)[\($0)]" }
    }

    private func path(of record: Value, _ activation: Activation) -> String {
        let place = UInt64(record.extra) << 32 | UInt64(record.low)
        return paths[place] ?? keyed(record, activation) ?? "\(Symbol(id: record.extra).text)[#\(record.low)]"
    }
}
