import Diagnostics
import Inventories

/// What the words of an action say is done, before it is known to what.
///
/// One word of everyday speech can mean several verbs: what is pulled may be a cord or a switch.
enum Act: String, CaseIterable, Sendable {
    case inspect, label, connect, move, swap, install, replace, restart, configure, reset
    /// Unplug: of cords only.
    case unplug
    /// Pull, take out, снять: a cord is unplugged, a device removed.
    case takeOut
    /// Remove, убрать: the same, said of devices first.
    case remove
    /// Отключить, disconnect: a cord is unplugged, a device loses its power.
    case cutOff
    case powerOff, powerOn
    /// Power cycle: a device restarts; an outlet goes off and on.
    case cycle

    /// The verb by which the act is named where the target does not decide.
    var verb: Verb {
        switch self {
        case .inspect: .inspect
        case .label: .label
        case .connect: .connect
        case .move, .swap: .move
        case .install: .install
        case .replace: .replace
        case .restart, .cycle: .restart
        case .configure: .configure
        case .reset: .reset
        case .unplug, .takeOut, .cutOff: .disconnect
        case .remove: .remove
        case .powerOff: .powerOff
        case .powerOn: .powerOn
        }
    }
}

/// The words of everyday speech for acts, in both languages.
enum ActWords {
    /// A beginning of a word and the particle that belongs to it: `pull … out`.
    private struct Entry {
        let act: Act
        /// Beginnings of the words, one after the other.
        let stems: [Substring]
        /// A word that may also stand behind the object: `turn sw-1 off`.
        let particle: Substring?
    }

    /// Beginnings of words as people inflect them; `+` marks the particle that may stand apart.
    private static let spoken: [(Act, [String])] = [
        (.inspect, ["inspect", "look at", "check", "осмотр", "провер", "посмотр", "погляд"]),
        (.label, ["label", "relabel", "tag", "подпис", "промарк", "маркир", "помет", "наклеи"]),
        (
            .connect,
            [
                "connect", "reconnect", "plug +in", "plug", "patch", "join", "cable", "hook up", "hook", "воткн", "втык", "подключ",
                "соедин",
                "пропатч", "запатч", "кросс", "скросс", "скоммут", "вставь", "встави", "присоедин",
            ]
        ),
        (
            .move,
            [
                "move", "repatch", "re-patch", "replug", "shift", "relocate", "переткн", "перетык", "перевтык", "переставь", "перестав",
                "перенес",
                "перенос", "перекин", "переключ", "перепатч", "переподключ", "перемест", "перекросс",
            ]
        ),
        (.swap, ["swap", "exchange", "поменяй местами", "поменять местами", "меняем местами"]),
        (
            .install,
            [
                "install", "mount", "rack up", "rack", "add", "put in", "put", "set up", "устан", "постав", "смонт", "монтир", "добав",
                "повес",
            ]
        ),
        (.replace, ["replace", "substitute", "change out", "change", "замен", "поменя", "меня", "смен"]),
        (
            .restart,
            [
                "restart", "reboot", "reload", "bounce", "перезагру", "перезапу", "ребут", "рестарт", "передерн", "перегруз",
            ]
        ),
        (
            .cycle,
            [
                "power cycle", "power-cycle", "powercycle", "power cycling", "передерни питан", "передернуть питан", "дерни питан",
                "дернуть питан",
            ]
        ),
        (
            .configure,
            [
                "configure", "reconfigure", "config", "set", "update", "upgrade", "flash", "настро", "перенастро", "конфигур", "сконфигур",
                "переконфиг", "обнов", "прошить", "прошей", "прошив", "перепрош",
            ]
        ),
        (
            .reset,
            [
                "reset", "wipe", "factory reset", "factory-reset", "hard reset", "erase", "format", "сброс", "сбрас", "стере", "стира",
                "сотр",
                "обнул", "очист", "затер", "форматир",
            ]
        ),
        (
            .unplug,
            [
                "unplug", "un-plug", "unpatch", "выдер", "выдир", "выткн", "отсоедин", "расключ", "разъедин", "расцеп", "отцеп",
                "вытащи шнур", "выпатч", "разорв",
            ]
        ),
        (
            .takeOut,
            [
                "pull +out", "pull", "take +out", "take +off", "take", "yank +out", "yank", "вынь", "вынут", "вынем", "вынима", "вытащ",
                "выта", "достать", "достань", "снять", "сними", "снима", "снес", "извле", "дерн",
            ]
        ),
        (
            .remove,
            [
                "remove", "take +away", "unmount", "unrack", "uninstall", "decommission", "dismount", "dismantle", "демонт", "убра", "убер",
                "убир", "удал", "выкин", "разобра", "утилиз", "вывести из эксплуатации",
            ]
        ),
        (.cutOff, ["disconnect", "detach", "cut +off", "cut", "отключ", "откл"]),
        (
            .powerOff,
            [
                "power +off", "power +down", "turn +off", "switch +off", "shut +down", "shutdown", "poweroff", "power-off", "de-energise",
                "deenergise",
                "de-energize", "kill", "выключ", "выруб", "обесточ", "погас", "отключить питание", "отключи питание", "отключаем питание",
                "снять питание",
                "снимаем питание", "сними питание",
            ]
        ),
        (
            .powerOn,
            [
                "power +on", "power +up", "turn +on", "switch +on", "poweron", "power-on", "energise", "energize", "start", "включ", "вруб",
                "подать питание", "подай питание", "подаем питание", "запуст", "запуск",
            ]
        ),
    ]

    private static let entries: [Entry] = spoken.flatMap { act, phrases in
        phrases.map { phrase in
            let words = phrase.split(separator: " ")
            let particle = words.last.flatMap { $0.hasPrefix("+") ? $0.dropFirst() : nil }
            return Entry(act: act, stems: particle == nil ? words : words.dropLast(), particle: particle)
        }
    }

    /// English stems that are names of things too stand alone only when they are whole words.
    private static let whole: Set<Substring> = [
        "tag", "cable", "rack", "add", "put", "set", "take", "cut", "check", "label", "pull", "kill", "start", "change", "format", "at",
        "up", "in",
        "off", "down", "on", "out", "away", "power", "turn", "switch", "flash", "hook", "mount", "move", "shift", "update", "join", "patch",
    ]

    /// English endings of the same word.
    private static let endings: Set<Substring> = ["", "s", "ing", "ed", "e", "es", "ning", "ting"]

    private static func fits(_ word: Word, _ stem: Substring) -> Bool {
        guard word.key.hasPrefix(stem), !word.key.utf8.contains(UInt8(ascii: ":")) else { return false }
        let rest = word.key.dropFirst(stem.count)
        guard stem.utf8.allSatisfy({ $0 < 0x80 }) else { return rest.allSatisfy { $0.isLetter } }
        return whole.contains(stem) ? endings.contains(rest) : rest.count <= 4 && rest.allSatisfy { $0.isLetter }
    }

    /// The act that a clause begins with, and the words that are left: the verb's own and its particle are taken away.
    ///
    /// The longest phrase wins: `power cycle` over `power`, `отключить питание` over `отключить`.
    static func act(in clause: ArraySlice<Word>) -> (act: Act, verb: ArraySlice<Word>, rest: [Word])? {
        var best: (act: Act, length: Int, verb: ArraySlice<Word>, rest: [Word])?
        for entry in entries {
            guard clause.count >= entry.stems.count, zip(clause, entry.stems).allSatisfy({ fits($0, $1) }) else { continue }
            var rest = Array(clause.dropFirst(entry.stems.count))
            var verbCount = entry.stems.count
            if let particle = entry.particle {
                if rest.first?.key == String(particle) {
                    rest.removeFirst()
                    verbCount += 1
                } else if rest.count > 1, rest.last?.key == String(particle) {
                    rest.removeLast()
                } else {
                    continue
                }
            }
            let length = entry.stems.reduce(0) { $0 + $1.count + 1 } + (entry.particle?.count ?? 0)
            if length > best?.length ?? 0 { best = (entry.act, length, clause.prefix(verbCount), rest) }
        }
        return best.map { ($0.act, $0.verb, $0.rest) }
    }

    /// The act that a word or two mean, with nothing else beside them.
    static func act(_ words: String) -> Act? {
        let text = SourceText(name: "", words.replacing("-", with: " "))
        let all = Word.words(of: text, file: FileID(index: 0))
        return act(in: all[...]).flatMap { $0.rest.isEmpty ? $0.act : nil }
    }

    /// The words that open an act, for a suggestion.
    static let openings: [String] = entries.filter {
        $0.stems.count == 1 && $0.particle == nil && $0.stems[0].utf8.allSatisfy { $0 < 0x80 }
    }
    .map { String($0.stems[0]) }
}

extension Verb {
    /// The verb that a word of everyday speech means: `unplug` is disconnect.
    init?(everyday words: String) {
        guard let act = ActWords.act(words) else { return nil }
        self = act.verb
    }
}
