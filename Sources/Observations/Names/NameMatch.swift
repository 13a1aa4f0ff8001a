/// What a name turned out to mean.
package enum NameMatch<Value: Sendable>: Sendable {
    /// One thing, and by which rule.
    case found(Value, NameRule)
    /// Several things by the same rule: never guessed.
    case several([Value], NameRule)
    case unknown
}

extension NameMatch: Equatable where Value: Equatable {}
extension NameMatch: Hashable where Value: Hashable {}
