import Diagnostics

/// An action taken apart: what is done, to what, from where, to where.
struct Clause: Sendable {
    var act: Act
    /// The words of the verb.
    var verb: [Word]
    /// Object phrases, as far as `and` and commas part them.
    var objects: [NamePhrase] = []
    var sources: [NamePhrase] = []
    var goals: [NamePhrase] = []
    /// What comes instead: `with sw-9`, `на sw-9`.
    var substitutes: [NamePhrase] = []
    /// What it comes instead of: `instead of sw-1`, `вместо sw-1`.
    var replaced: [NamePhrase] = []
    var exceptions: [NamePhrase] = []
    /// What stands behind the words `of`, `on` and the like: `port 12 of PP-1`.
    var holders: [NamePhrase] = []
}

extension Clause {
    typealias Slot = any WritableKeyPath<Clause, [NamePhrase]> & Sendable

    /// The places where a name may stand.
    private static let slots: [Slot] = [\.objects, \.sources, \.goals, \.substitutes, \.replaced, \.exceptions, \.holders]

    /// Joins the number of a port with the device that is named behind it: `port 12 of PP-1`, `порт 12 на PP-1`.
    mutating func joinPorts(isDevice: (NamePhrase) -> Bool) {
        let places = Self.slots.flatMap { slot in self[keyPath: slot].indices.map { (slot: slot, index: $0) } }
            .sorted { self[keyPath: $0.slot][$0.index].span.start < self[keyPath: $1.slot][$1.index].span.start }
        var joined: [(slot: Slot, index: Int)] = []
        for (place, next) in zip(places, places.dropFirst()) {
            let device = self[keyPath: next.slot][next.index]
            guard NamedThing(self[keyPath: place.slot][place.index]).isNumberOfPort, isDevice(device) else { continue }
            self[keyPath: place.slot][place.index].holder = NamedThing(device).text
            joined.append(next)
        }
        for place in joined.sorted(by: { $0.index > $1.index }) { self[keyPath: place.slot].remove(at: place.index) }
    }
}

/// The words of one name: `the cable C-17`, `порт 12`.
struct NamePhrase: Sendable {
    var words: [Word]
    /// The device that another phrase gives it: `PP-1` of `port 12 of PP-1`.
    var holder: String?

    var span: Span {
        var span = words[0].span
        span.end = words[words.count - 1].span.end
        return span
    }

    /// The words as one text.
    var text: String { words.map(\.text).joined(separator: " ") }
}

/// The little words that part the phrases of an action.
enum Preposition: Sendable {
    case from, to, with, insteadOf, except, of, and, then

    private static let words: [String: Preposition] = [
        "from": .from, "из": .from, "от": .from, "с": .from, "со": .from, "изо": .from,
        "to": .to, "into": .to, "onto": .to, "в": .to, "во": .to, "на": .to, "к": .to, "ко": .to, "in": .to, "->": .to, "→": .to, "=>": .to,
        "with": .with, "by": .with, "for": .with,
        "вместо": .insteadOf,
        "except": .except, "but": .except, "кроме": .except, "исключая": .except,
        "of": .of, "on": .of, "at": .of, "у": .of,
        "and": .and, "и": .and, "&": .and, ",": .and, "+": .and, "also": .and, "also,": .and,
        "then": .then, "затем": .then, "потом": .then, ";": .then,
    ]

    /// The preposition that begins at the front of words, and how many words it takes.
    static func at(_ words: ArraySlice<Word>) -> (Preposition, Int)? {
        guard let first = words.first, !first.isQuoted else { return nil }
        let second = words.dropFirst().first?.key
        switch (first.key, second) {
        case ("instead", "of"?): return (.insteadOf, 2)
        case ("in", "place"?) where words.dropFirst(2).first?.key == "of": return (.insteadOf, 3)
        case ("out", "of"?): return (.from, 2)
        case ("and", "then"?): return (.then, 2)
        case ("а", "затем"?), ("а", "потом"?), ("и", "затем"?), ("и", "потом"?): return (.then, 2)
        case ("apart", "from"?), ("except", "for"?): return (.except, 2)
        default: return Self.words[first.key].map { ($0, 1) }
        }
    }
}

extension Clause {
    /// The clauses of an action: parted by `then`, by a semicolon, and by `and` where another verb follows it.
    ///
    /// The words before the first verb that is understood are returned as such.
    static func clauses(of words: [Word]) -> (clauses: [Clause], strangers: [Word]) {
        var parts: [ArraySlice<Word>] = []
        var start = words.startIndex
        var index = words.startIndex
        while index < words.endIndex {
            guard let (preposition, length) = Preposition.at(words[index...]), preposition == .and || preposition == .then else {
                index += 1
                continue
            }
            let next = index + length
            if preposition == .then || ActWords.act(in: words[next...]) != nil {
                parts.append(words[start..<index])
                start = next
            }
            index = next
        }
        parts.append(words[start...])
        var clauses: [Clause] = []
        for part in parts where !part.isEmpty {
            guard let clause = Clause(part) else { return (clauses, Array(part)) }
            clauses.append(clause)
        }
        return (clauses, [])
    }

    private init?(_ words: ArraySlice<Word>) {
        guard let (act, verb, rest) = ActWords.act(in: words) else { return nil }
        self.init(act: act, verb: Array(verb))
        var slot: Slot = \Clause.objects
        var phrase: [Word] = []
        var index = rest.startIndex
        while index < rest.endIndex {
            guard let (preposition, length) = Preposition.at(rest[index...]) else {
                phrase.append(rest[index])
                index += 1
                continue
            }
            add(&phrase, to: slot)
            index += length
            // `and` goes on with what it stands in.
            if let next = slotAfter(preposition) { slot = next }
        }
        add(&phrase, to: slot)
    }

    private mutating func add(_ phrase: inout [Word], to slot: Slot) {
        if !phrase.isEmpty { self[keyPath: slot].append(NamePhrase(words: phrase)) }
        phrase = []
    }

    private func slotAfter(_ preposition: Preposition) -> Slot? {
        switch preposition {
        case .from: return \Clause.sources
        // `заменить sw-1 на sw-9` names what comes.
        case .to: return act == .replace ? \Clause.substitutes : \Clause.goals
        case .with: return act == .connect ? \Clause.goals : \Clause.substitutes
        case .insteadOf: return \Clause.replaced
        case .except: return \Clause.exceptions
        case .of: return \Clause.holders
        case .and, .then: return nil
        }
    }
}
