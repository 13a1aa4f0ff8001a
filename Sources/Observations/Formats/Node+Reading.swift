import Diagnostics
import LocatedYAML

// Foreign documents are read by the keys that are wanted; what else they hold is theirs.
extension Node {
    /// The text under a key, where it says something.
    func text(_ key: String) -> String? {
        guard let value = self[key], value.kind == .scalar, !value.isNull else { return nil }
        let text = Identifier.tidied(value.string)
        return text.isEmpty ? nil : text
    }

    /// The same as a symbol.
    func symbol(_ key: String) -> Symbol? { text(key).map { Symbol($0) } }

    /// `true` or `false` under a key.
    func flag(_ key: String) -> Bool? {
        switch text(key) {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// A number under a key, with or without decimals; nil for one beyond what time and counts need.
    func number(_ key: String) -> Double? {
        guard let value = text(key).flatMap(Double.init), value.magnitude < 1e15 else { return nil }
        return value
    }

    /// The elements of a list, or the value itself: some writers leave the brackets out where there is one.
    var oneOrMany: [Node] { kind == .sequence ? items : isNull ? [] : [self] }

    func has(_ keys: String...) -> Bool { keys.allSatisfy { self[$0] != nil } }
}
