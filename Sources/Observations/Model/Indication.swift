package import Diagnostics

/// What a device, or a person in front of it, reads off a part: a supply's light, a fan, a temperature.
package struct Indication: Hashable, Sendable {
    package var part: Part
    package var name: Symbol
    /// Nil where neither yes nor no was read.
    package var isGood: Bool?
    /// The reading in its own word, such as `input ok`, `FAIL`, `0.0`.
    package var word: Symbol?
    package var place: Span

    /// What was read.
    package enum Part: String, Hashable, CaseIterable, Sendable {
        case supply, fan, temperature, other
    }

    /// An indication with its place.
    package init(part: Part, name: Symbol, isGood: Bool?, word: Symbol?, place: Span) {
        self.part = part
        self.name = name
        self.isGood = isGood
        self.word = word
        self.place = place
    }
}
