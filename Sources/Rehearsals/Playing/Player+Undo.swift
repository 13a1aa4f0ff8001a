import ChangeOrders
import Diagnostics
import Inventories
import Plants

/// The way back from each point at which the work can stop, played in its turn.
///
/// Once the undo of a step has brought back the scene before it, what remains is the way back from there, which is known: so an order
/// whose steps are all undone costs one play of each undo.
extension Player {
    func undos() -> [PlayedUndo] {
        var cords = Cords(inventory)
        var ways: [WayBack] = []
        var undos: [PlayedUndo] = []
        for (index, step) in order.steps.enumerated() {
            ways.append(step.wayBack(in: inventory, from: cords))
            cords.play(step)
            undos.append(undo(after: index, ways, undos))
        }
        return undos
    }

    private func undo(after index: Int, _ ways: [WayBack], _ known: [PlayedUndo]) -> PlayedUndo {
        var undo = PlayedUndo(kind: kind(of: order.steps[index], ways[index]))
        undo.steps = ways.reversed().flatMap(\.steps)
        var scene = scenes[index]
        for step in (0...index).reversed() {
            for way in ways[step].steps { takeBack(way, of: order.steps[step], in: &scene) }
            let isBefore = step > 0 && scene.changes == scenes[step - 1].changes
            guard isBefore else { continue }
            undo.missing = known[step - 1].missing
            undo.restores = known[step - 1].restores
            return undo
        }
        undo.missing = differences(in: scene)
        undo.restores = undo.missing.isEmpty
        return undo
    }

    private func kind(of step: Step, _ way: WayBack) -> PlayedUndo.Kind {
        if case .none = way { return .none }
        if case .written = step.undo { return .written }
        return .automatic
    }

    /// Plays a step of an undo; what it says of configurations takes those of the step back where there is something to take.
    private func takeBack(_ way: Step, of step: Step, in scene: inout Scene) {
        _ = scene.play(way)
        guard way.verb == .configure, [.configure, .reset].contains(step.verb) else { return }
        for device in scene.devices(meantBy: way) where hasConfiguration(device, after: step.verb) {
            scene.changes.configurations[device] = nil
        }
    }

    /// Whether a configuration is on record that can be put back: after a reset only a verified backup can.
    private func hasConfiguration(_ device: Ref<Device>, after verb: Verb) -> Bool {
        guard let config = inventory.devices[device].config else { return false }
        if verb == .reset { return config.backup?.verified != nil }
        return config.isSaved == true || config.backup != nil
    }
}

extension WayBack {
    fileprivate var steps: [Step] { if case .steps(let steps) = self { steps } else { [] } }
}

// MARK: - Differences

extension Player {
    /// What a scene has otherwise than the plant before the order, in the user's words.
    func differences(in scene: Scene) -> [Phrase] {
        let changes = scene.changes
        var phrases: [Phrase] = []
        for device in changes.away.sorted(by: { $0.index < $1.index }) {
            phrases.append(.deviceMissing(inventory.name(of: .device(device))))
        }
        for (device, other) in changes.standIns.sorted(by: { $0.key.index < $1.key.index }) {
            phrases.append(.standsInstead(other.text, of: inventory.name(of: .device(device))))
        }
        for name in names(changes.installed.keys) { phrases.append(.deviceStays(name)) }
        phrases += cordDifferences(in: scene)
        let switches = changes.switches.map { (inventory.name(of: $0.key), $0.value) }.sorted { $0.0 < $1.0 }
        for (name, isOn) in switches { phrases.append(isOn ? .staysOn(name) : .staysOff(name)) }
        for (device, fate) in changes.configurations.sorted(by: { $0.key.index < $1.key.index }) {
            let name = inventory.name(of: .device(device))
            phrases.append(fate == .unsavedLost ? .unsavedConfiguration(name) : .configurationLost(name))
        }
        for (name, isIn) in changes.parts.sorted(by: { $0.key.precedes($1.key) }) {
            phrases.append(isIn ? .deviceStays(name.text) : .deviceMissing(name.text))
        }
        return phrases + names(changes.unknowns).map { .unknownWork($0) }
    }

    private func names(_ symbols: some Sequence<Symbol>) -> [String] { symbols.map(\.text).sorted() }

    private func cordDifferences(in scene: Scene) -> [Phrase] {
        var phrases: Set<Phrase> = []
        for (end, spot) in scene.changes.spots {
            let first = scene.firstSpot(of: end)
            switch end.cord {
            case .recorded(let cable):
                let name = inventory.name(of: .cable(cable))
                if case .port = first { phrases.insert(.cordMissing(name, from: scene.name(of: first))) }
                if first == .hanging, spot != .hanging { phrases.insert(.cordStays(in: scene.name(of: spot))) }
            case .nameless: if case .port = first { phrases.insert(.namelessCordMissing(from: scene.name(of: first))) }
            case .brought: if spot != .hanging, spot != .unknown { phrases.insert(.cordStays(in: scene.name(of: spot))) }
            }
        }
        return phrases.sorted { $0.en < $1.en }
    }
}

extension Phrase {
    fileprivate static func unsavedConfiguration(_ device: String) -> Phrase {
        Phrase(en: "the unsaved configuration of `\(device)` is lost", ru: "несохранённая конфигурация `\(device)` потеряна")
    }

    fileprivate static func deviceMissing(_ device: String) -> Phrase {
        Phrase(en: "`\(device)` is not back", ru: "`\(device)` не возвращено на место")
    }

    fileprivate static func standsInstead(_ other: String, of device: String) -> Phrase {
        Phrase(en: "`\(other)` stands in the place of `\(device)`", ru: "вместо `\(device)` стоит `\(other)`")
    }

    fileprivate static func deviceStays(_ device: String) -> Phrase {
        Phrase(en: "`\(device)` stays where it was put", ru: "`\(device)` остаётся там, куда поставлено")
    }

    fileprivate static func staysOn(_ what: String) -> Phrase { Phrase(en: "`\(what)` stays on", ru: "`\(what)` остаётся включённым") }

    fileprivate static func staysOff(_ what: String) -> Phrase { Phrase(en: "`\(what)` stays off", ru: "`\(what)` остаётся выключенным") }

    fileprivate static func configurationLost(_ device: String) -> Phrase {
        Phrase(en: "the configuration of `\(device)` is not restored", ru: "конфигурация `\(device)` не восстановлена")
    }

    fileprivate static func unknownWork(_ words: String) -> Phrase {
        Phrase(en: "nobody knows what “\(words)” changed", ru: "никто не знает, что изменила работа «\(words)»")
    }

    fileprivate static func cordMissing(_ cable: String, from port: String) -> Phrase {
        Phrase(en: "cable `\(cable)` is not back in `\(port)`", ru: "кабель `\(cable)` не возвращён в `\(port)`")
    }

    fileprivate static func namelessCordMissing(from port: String) -> Phrase {
        Phrase(en: "what was plugged into `\(port)` is not back", ru: "то, что было включено в `\(port)`, не возвращено")
    }

    fileprivate static func cordStays(in port: String) -> Phrase {
        Phrase(en: "a new cable stays in `\(port)`", ru: "новый кабель остаётся в `\(port)`")
    }
}
