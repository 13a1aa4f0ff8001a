import LocatedYAML

/// One object of a list response, as NetBox wrote it.
///
/// The accessors know the shapes in which NetBox's versions write the same thing: a choice as `{value, label}` or as a
/// bare text, a reference as an object or as a bare number, nothing as null or as an empty text.
struct ForeignObject {
    let node: Node
    let endpoint: Endpoint
    let id: Int

    /// The object's key in the folder, such as `dcim.device:27`.
    var origin: String { "\(endpoint.model):\(id)" }
}

extension Node {
    /// The value under a key, when there is one that says something.
    func present(_ key: String) -> Node? {
        guard let value = self[key], !value.saysNothing else { return nil }
        return value
    }

    /// True for null, an empty text, list or object, `false`, and a choice whose value is one of these.
    var saysNothing: Bool {
        switch kind {
        case .scalar: isNull || string.isEmpty || (!isQuoted && string == "false")
        case .sequence, .mapping: count == 0
        }
    }

    /// A text that says something.
    func text(_ key: String) -> String? {
        guard let value = present(key), value.kind == .scalar else { return nil }
        return value.string
    }

    /// A choice: `{value, label}` or the bare value.
    func choice(_ key: String) -> String? {
        guard let value = present(key) else { return nil }
        return value.kind == .mapping ? value.text("value") : value.kind == .scalar ? value.string : nil
    }

    /// A whole number; nil where there is none or it has a fraction.
    func integer(_ key: String) -> Int? {
        text(key).flatMap { wholeNumber($0) }
    }

    /// A truth value; nil where it is not written.
    func flag(_ key: String) -> Bool? {
        guard let value = self[key], value.kind == .scalar, !value.isQuoted else { return nil }
        return value.string == "true" ? true : value.string == "false" ? false : nil
    }

    /// The number of the object that is referred to: `{"id": 7, …}` or a bare 7.
    func reference(_ key: String) -> Int? {
        guard let value = present(key) else { return nil }
        return value.kind == .mapping ? value.integer("id") : value.kind == .scalar ? wholeNumber(value.string) : nil
    }

    /// The elements of a list; none where there is no list.
    func list(_ key: String) -> [Node] {
        self[key]?.items ?? []
    }

    /// A number without needless digits: `1.0` is `1`, `10.5` stays.
    func figure(_ key: String) -> Value? {
        guard let text = text(key), let number = Double(text), number.isFinite else { return nil }
        if let whole = Int(exactly: number) { return .number(whole) }
        return .plain(text)
    }
}

/// A whole number as JSON may write it: `7` or `7.0`.
func wholeNumber(_ text: String) -> Int? {
    Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
}
