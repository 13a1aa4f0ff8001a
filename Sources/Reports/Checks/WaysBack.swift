import ChangeOrders
import Diagnostics
import Inventories
import Policies
import Rehearsals
import Seals
import Times

/// The way back from every point at which the work can stop, each told by what it adds to the one before.
struct WaysBack {
    /// The way back from one or several points that follow one another and need the same.
    struct Way {
        /// The steps after which the work stops.
        var after: [Symbol]
        /// What is done first, in order.
        var steps: [String]
        /// The point whose way back follows; nil where `steps` is all.
        var then: Symbol?
        /// What stays different, beyond what stays different after `then`.
        var missing: [Phrase]
        /// Nothing stays different.
        let restores: Bool
        /// The step itself cannot be taken back.
        let isStepLost: Bool
        let undo: UndoFact
    }

    let all: [Way]

    /// The ways back of an order, one for each step.
    init(_ facts: Facts) {
        var ways: [Way] = []
        var before: (after: Symbol, steps: [String], missing: [Phrase]) = (.empty, [], [])
        for reference in facts[facts.order.undos] {
            let undo = facts.undos[Int(reference.index)]
            let steps = facts.texts(undo.steps)
            let missing = zip(facts.texts(undo.missing), facts.texts(undo.missingRussian)).map { Phrase(en: $0, ru: $1) }
            let isLonger =
                !before.steps.isEmpty && steps.count >= before.steps.count && steps.suffix(before.steps.count) == before.steps[...]
            ways.append(
                Way(
                    after: [undo.after], steps: isLonger ? steps.dropLast(before.steps.count) : steps, then: isLonger ? before.after : nil,
                    missing: missing.filter { !before.missing.contains($0) }, restores: undo.restores, isStepLost: undo.kind == "none",
                    undo: undo))
            before = (undo.after, steps, missing)
        }
        all = ways
    }

    /// Points that need nothing beyond the one before stand with it.
    var joined: [Way] {
        all.reduce(into: []) { joined, way in
            let isSame =
                way.steps.isEmpty && way.missing.isEmpty && !way.isStepLost && joined.last.map { $0.restores == way.restores } != false
                && joined.last.map { $0.undo.fitsWindow == way.undo.fitsWindow } != false
            if isSame, !joined.isEmpty, way.then != nil || joined[joined.count - 1].needsNothing {
                joined[joined.count - 1].after += way.after
            } else {
                joined.append(way)
            }
        }
    }
}

extension WaysBack.Way {
    /// There is nothing to undo.
    var needsNothing: Bool { steps.isEmpty && then == nil && restores && !isStepLost }

    /// What is done, and how long it takes; or why there is no way back.
    var phrase: Phrase {
        if needsNothing { return .nothingToUndo }
        let steps = steps.map(Phrase.undoing)
        let lost: [Phrase] =
            restores ? (isStepLost ? [.notTakenBack(after[0])] : []) : missing.isEmpty ? [.stillNone] : [.noWayBack(missing)]
        let rest = then.map { [steps.isEmpty && !lost.isEmpty ? Phrase.otherwiseAs($0) : .thenAs($0)] } ?? []
        let parts = lost + steps + rest
        let words = Phrase(en: parts.map(\.en).joined(separator: "; "), ru: parts.map(\.ru).joined(separator: "; "))
        guard let takes = undo.takes, takes.seconds > 0, restores else { return words }
        return undo.fitsWindow ? .lasting(words, takes.phrase) : .lastingTooLong(words, takes.phrase)
    }

    /// The steps as people are told of them: `S1`, `S1, S2`, `S1–S5`.
    var points: String {
        let names = after.map(\.text.displayed)
        return names.count > 2 ? "\(names[0])–\(names[names.count - 1])" : names.joined(separator: ", ")
    }

    /// As an item of the document.
    func json(_ language: Language) -> JSON {
        .object(leavingOutNil: [
            "after": .string(undo.after.text), "kind": .string(undo.kind.text), "restores": .bool(restores), "steps": .strings(steps),
            "then_as_after": then.map { .string($0.text) }, "missing": .strings(missing.map { $0[language] }),
            "takes": undo.takes.map { .string($0.iso8601) }, "fits_window": .bool(undo.fitsWindow),
        ])
    }
}

extension Phrase {
    fileprivate static let nothingToUndo = Phrase(en: "nothing to undo", ru: "отменять нечего")
    fileprivate static let stillNone = Phrase(en: "no way back, as before", ru: "пути назад нет, как и раньше")

    fileprivate static func noWayBack(_ missing: [Phrase]) -> Phrase {
        Phrase(
            en: "no way back: \(missing.map(\.en).joined(separator: "; "))",
            ru: "пути назад нет: \(missing.map(\.ru).joined(separator: "; "))")
    }

    fileprivate static func notTakenBack(_ step: Symbol) -> Phrase {
        Phrase(en: "\(step) itself is not taken back", ru: "сам шаг \(step) не отменить")
    }

    fileprivate static func thenAs(_ step: Symbol) -> Phrase { Phrase(en: "then as after \(step)", ru: "затем как после \(step)") }
    fileprivate static func otherwiseAs(_ step: Symbol) -> Phrase {
        Phrase(en: "all else as after \(step)", ru: "остальное как после \(step)")
    }

    fileprivate static func lasting(_ words: Phrase, _ time: Phrase) -> Phrase {
        Phrase(en: "\(words.en) (\(time.en))", ru: "\(words.ru) (\(time.ru))")
    }

    fileprivate static func lastingTooLong(_ words: Phrase, _ time: Phrase) -> Phrase {
        Phrase(
            en: "\(words.en) (\(time.en), which does not fit into the window)", ru: "\(words.ru) (\(time.ru), в окно это не помещается)")
    }

    /// How a cord is written of which nobody knows the other end.
    private static let unknownEnd = "? – "

    private static func pluggedBack(_ port: String) -> Phrase {
        Phrase(en: "plug the unknown cord back into \(port)", ru: "вернуть неопознанный шнур в \(port)")
    }

    /// A step of an undo, which the facts write as an order does: the verb, and what it names.
    fileprivate static func undoing(_ step: String) -> Phrase {
        let parts = step.split(separator: " ", maxSplits: 1).map(String.init)
        guard let word = parts.first, let verb = Verb(rawValue: word) else { return Phrase(verbatim: step.displayed) }
        let objects = parts.count > 1 ? parts[1].split(separator: ", ").map(String.init) : []
        let list = Phrase.list(objects, limit: 8)
        if verb == .other { return list }
        if verb == .connect, objects.count == 1, objects[0].hasPrefix(unknownEnd) {
            return .pluggedBack(String(objects[0].dropFirst(unknownEnd.count)))
        }
        return Phrase(en: "\(verb.phrase.en) \(list.en)", ru: "\(verb.phrase.ru) \(list.ru)")
    }
}

extension Verb {
    /// What the crew is told to do.
    fileprivate var phrase: Phrase {
        switch self {
        case .inspect: Phrase(en: "inspect", ru: "осмотреть")
        case .label: Phrase(en: "label", ru: "подписать")
        case .hold: Phrase(en: "check", ru: "проверить")
        case .connect: Phrase(en: "connect", ru: "подключить")
        case .disconnect: Phrase(en: "disconnect", ru: "отключить")
        case .move: Phrase(en: "move", ru: "переставить")
        case .install: Phrase(en: "install", ru: "установить")
        case .remove: Phrase(en: "remove", ru: "снять")
        case .replace: Phrase(en: "replace", ru: "заменить")
        case .powerOff: Phrase(en: "power off", ru: "выключить")
        case .powerOn: Phrase(en: "power on", ru: "включить")
        case .restart: Phrase(en: "restart", ru: "перезапустить")
        case .configure: Phrase(en: "put back the configuration of", ru: "вернуть конфигурацию:")
        case .reset: Phrase(en: "reset", ru: "сбросить")
        case .other: Phrase(verbatim: "")
        }
    }
}
