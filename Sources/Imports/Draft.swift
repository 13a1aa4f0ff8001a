/// A value to be written into a client's file: what the mapping makes, before it has a layout.
indirect enum Value: Hashable, Sendable {
    /// Quoted where another YAML reader would take it for something else.
    case text(String)
    /// A number or a truth value, written as it is.
    case plain(String)
    case list([Value])
    case map([Pair])

    struct Pair: Hashable, Sendable {
        var key: String
        var value: Value

        init(_ key: String, _ value: Value) {
            self.key = key
            self.value = value
        }
    }

    static func number(_ number: Int) -> Value { .plain(String(number)) }
    static let yes = Value.plain("true")
    static let no = Value.plain("false")

    /// The text of a scalar; nil for lists and maps.
    var scalar: String? {
        switch self {
        case .text(let text), .plain(let text): text
        case .list, .map: nil
        }
    }
}

/// One object of a foreign system as our format has it: its fields in the order in which they are written.
struct Draft {
    /// The key of the object in the foreign system, such as `dcim.device:27`.
    let origin: String
    var fields: [Value.Pair] = []
    /// Objects that stand in this one: a device's ports, a panel's feeds; by the key of their list.
    var parts: [Parts] = []

    struct Parts {
        let key: String
        var drafts: [Draft]
    }

    init(origin: String) {
        self.origin = origin
    }

    /// The value of a field; nil where the object has none.
    func value(_ key: String) -> Value? {
        fields.first { $0.key == key }?.value
    }

    mutating func set(_ key: String, _ value: Value?) {
        if let value { fields.append(Value.Pair(key, value)) }
    }

    /// A text that says something; an absent or empty one is not written.
    mutating func set(_ key: String, text: String?) {
        if let text, !text.isEmpty { set(key, .text(text)) }
    }

    mutating func set(_ key: String, number: Int?) {
        if let number { set(key, .number(number)) }
    }

    /// Texts as a list; an empty list is not written.
    mutating func set(_ key: String, texts: [String]) {
        if !texts.isEmpty { set(key, .list(texts.map(Value.text))) }
    }

    /// Parts under a key; an empty list is not written.
    mutating func set(_ key: String, parts: [Draft]) {
        if !parts.isEmpty { self.parts.append(Parts(key: key, drafts: parts)) }
    }
}

/// The objects that belong into one list of one file.
struct DraftSection {
    /// The path inside the client folder, such as `inventory/netbox-racks.yaml`.
    let path: String
    /// The key of the list, such as `racks`.
    let key: String
    /// How an object is written where it is not yet in the folder.
    let layout: Layout
    var drafts: [Draft]

    enum Layout {
        /// One flow map a line.
        case line
        /// A block: a field a line, parts a line each.
        case block
    }
}
