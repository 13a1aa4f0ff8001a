import Inventories

/// Words that stand around a name and say of what kind it is, or say nothing.
enum Nouns {
    /// Beginnings of the words for a kind of thing, in both languages; endings are inflections.
    private static let kinds: [(Operand, [String])] = [
        (.port, ["port", "socket", "jack", "interface", "порт", "интерфейс", "гнезд"]),
        (.cable, ["cable", "cord", "patchcord", "patch-cord", "lead", "wire", "кабел", "шнур", "патчкорд", "патч-корд", "провод", "линк"]),
        (.rack, ["rack", "cabinet", "стойк", "стоек", "шкаф"]),
        (.outlet, ["outlet", "розетк"]),
        (.feed, ["feed", "ввод", "фидер"]),
        (.room, ["room", "комнат", "серверн"]),
        (
            .device,
            [
                "device", "switch", "router", "server", "firewall", "printer", "box", "panel", "pdu", "ups", "устройств", "коммутатор",
                "свитч", "свич",
                "роутер", "маршрутизатор", "сервер", "принтер", "панел", "точк", "доступа", "access", "point", "ибп", "железк",
            ]
        ),
    ]

    /// Words that say nothing about the name.
    private static let fillers: Set<String> = [
        "the", "a", "an", "this", "that", "these", "those", "my", "our", "its", "please", "up", "off", "out", "этот", "эту", "это", "эти",
        "тот", "ту",
        "те", "наш", "нашу", "пожалуйста", "config", "configuration", "settings", "настройки", "настроек", "конфиг", "конфигурацию",
        "конфигурации",
        "до", "заводских", "заводским", "factory", "defaults", "default", "power", "питание", "питания", "end", "конец", "one", "номер",
        "№", "no",
    ]

    private static let everything: Set<String> = ["everything", "all", "все", "всё", "весь", "всю", "whole", "целиком"]

    /// Words before the verb that say nothing.
    static let courtesies: Set<String> = [
        "please", "пожалуйста", "i", "we", "will", "shall", "want", "to", "need", "let", "me", "us", "let's", "what", "if", "can", "could",
        "you", "я",
        "мы", "хочу", "хотим", "надо", "нужно", "давай", "давайте", "что", "если", "можно", "ли", "буду", "будем", "just", "просто", "now",
        "сейчас",
    ]

    static func kind(_ word: Word) -> Operand? {
        guard !word.isQuoted else { return nil }
        return kinds.first { _, stems in
            stems.contains { stem in
                let rest = word.key.hasPrefix(stem) ? word.key.dropFirst(stem.count) : "-"
                return rest.count <= (stem.utf8.count == stem.count ? 2 : 3) && rest.allSatisfy { $0.isLetter }
            }
        }?.0
    }

    static func isFiller(_ word: Word) -> Bool { !word.isQuoted && fillers.contains(word.key) }
    static func isEverything(_ word: Word) -> Bool { !word.isQuoted && everything.contains(word.key) }
}

/// A phrase with the words around the name taken away.
struct NamedThing: Sendable {
    let phrase: NamePhrase
    /// The kind that a noun gives.
    let kind: Operand?
    /// The words of the name; empty where only nouns stand (`the cord`).
    let name: [Word]
    let isEverything: Bool

    init(_ phrase: NamePhrase) {
        self.phrase = phrase
        var words = phrase.words[...]
        var kind: Operand?
        var isEverything = false
        func strip(_ word: Word) -> Bool {
            if Nouns.isEverything(word) {
                isEverything = true
            } else if let found = Nouns.kind(word) {
                kind = kind ?? found
            } else if !Nouns.isFiller(word) {
                return false
            }
            return true
        }
        while let first = words.first, strip(first) { words.removeFirst() }
        while let last = words.last, strip(last) { words.removeLast() }
        self.kind = kind
        self.isEverything = isEverything
        name = Array(words)
    }

    /// True of `port 12`, where the device is still to be named.
    var isNumberOfPort: Bool { kind == .port && name.count == 1 && !name[0].text.utf8.contains(UInt8(ascii: ":")) }

    /// The name as one text.
    var text: String { name.map(\.text).joined(separator: " ") }
}
