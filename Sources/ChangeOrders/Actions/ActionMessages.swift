import Diagnostics
import Inventories

extension Diagnostic {
    static func noAction(at span: Span) -> Diagnostic {
        Diagnostic("no-action", .error, .noAction, at: span, help: [.sayForExample([.disconnect, .connect, .powerOff])])
    }

    static func noVerb(_ words: [Word]) -> Diagnostic {
        let word = words[0]
        return Diagnostic(
            "not-understood", .error, .noVerb(word.text), at: word.span, label: .noSuchVerb,
            help: Phrase.verbNear(word.text) + [.sayForExample([.disconnect, .connect, .move, .remove, .powerOff, .restart])])
    }

    static func nothingNamed(_ clause: Clause) -> Diagnostic {
        Diagnostic(
            "nothing-named", .error, .nothingNamed(clause.verbText), at: clause.span, label: .ofWhat,
            help: [.sayForExample([clause.act.verb])])
    }

    static func strayWords(_ words: String, at span: Span) -> Diagnostic {
        let first = words.prefix { $0 != " " }
        return Diagnostic(
            "stray-words", .error, .strayWords(words), at: span, label: .notReadHere, help: Phrase.verbNear(String(first)) + [.quoteNames])
    }

    static func ambiguousKind(_ name: String, _ kinds: [Operand], at span: Span) -> Diagnostic {
        Diagnostic(
            "ambiguous-name", .error, .ambiguousKind(name, kinds), at: span, label: .meansKinds(kinds.count), help: [.sayKind(name, kinds)])
    }

    static func wrongKind(_ clause: Clause, _ name: String, _ kind: Operand, at span: Span) -> Diagnostic {
        let verbs: [Verb] = kind == .device ? [.powerOff, .remove, .restart] : [.disconnect, .connect, .move]
        return Diagnostic(
            "wrong-kind", .error, .wrongKind(clause.verbText, name), at: span, label: .thatIs(kind), help: [.sayForExample(verbs)])
    }

    static func everythingWhere(at span: Span) -> Diagnostic {
        Diagnostic("everything-where", .error, .everythingWhere, at: span, help: [.everythingExample])
    }

    static func twoPortsNeeded(_ clause: Clause, at span: Span) -> Diagnostic {
        Diagnostic("two-ports-needed", .error, .twoPorts(clause.verbText), at: span, help: [.sayForExample([.connect])])
    }

    static func whichPort(_ device: String, _ ports: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            "which-port", .error, .whichPort(device), at: span, label: .thatIs(.device), help: ports.isEmpty ? [] : [.itHas(ports)])
    }

    static func notAPort(_ name: String, _ kind: Operand, at span: Span) -> Diagnostic {
        Diagnostic("not-a-port", .error, .notAPort(name), at: span, label: .thatIs(kind), help: [.sayForExample([.connect])])
    }

    static func notAPlace(_ name: String, _ kind: Operand, at span: Span) -> Diagnostic {
        Diagnostic("not-a-place", .error, .notAPlace(name), at: span, label: .thatIs(kind), help: [.sayForExample([.install])])
    }

    static func whereToNeeded(_ clause: Clause, at span: Span) -> Diagnostic {
        Diagnostic("where-to-needed", .error, .whereTo(clause.verbText), at: span, help: [.sayForExample([clause.act.verb])])
    }

    static func withWhatNeeded(_ clause: Clause, at span: Span) -> Diagnostic {
        Diagnostic("with-what-needed", .error, .withWhat(clause.verbText), at: span, help: [.sayForExample([.replace])])
    }

    static func whichEndInWords(_ cable: String, _ ends: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            "which-end", .error, .whichEndInWords(cable), at: span, label: ends.isEmpty ? nil : .itEndsOn(ends),
            help: [.moveFrom(cable, ends.first ?? "sw-1:7")])
    }

    static func swapOrReplace(_ first: String, _ second: String, at span: Span) -> Diagnostic {
        Diagnostic("swap-or-replace", .error, .swapOrReplace, at: span, help: [.replaceInstead(first, second)])
    }
}

extension Clause {
    /// The verb in the words that were used.
    var verbText: String { verb.map(\.text).joined(separator: " ") }
}

extension Verb {
    /// How an action with the verb may be said.
    fileprivate var spoken: Phrase {
        switch self {
        case .inspect: Phrase(en: "look at R1", ru: "осмотреть R1")
        case .label: Phrase(en: "label PP-1:12", ru: "подписать PP-1:12")
        case .hold, .other: Phrase(en: "look at PP-1:12", ru: "проверить PP-1:12")
        case .connect: Phrase(en: "connect AP-1:eth0 to PP-1:20", ru: "подключить AP-1:eth0 к PP-1:20")
        case .disconnect: Phrase(en: "unplug PP-1:12", ru: "выдернуть PP-1:12")
        case .move: Phrase(en: "move PP-1:12 to PP-1:20", ru: "переткнуть PP-1:12 в PP-1:20")
        case .install: Phrase(en: "install sw-9 in R1 U21", ru: "поставить sw-9 в R1 U21")
        case .remove: Phrase(en: "remove sw-1", ru: "снять sw-1")
        case .replace: Phrase(en: "replace sw-1 with sw-9", ru: "заменить sw-1 на sw-9")
        case .powerOff: Phrase(en: "power off sw-1", ru: "выключить sw-1")
        case .powerOn: Phrase(en: "power on sw-1", ru: "включить sw-1")
        case .restart: Phrase(en: "reboot sw-1", ru: "перезагрузить sw-1")
        case .configure: Phrase(en: "configure sw-1", ru: "настроить sw-1")
        case .reset: Phrase(en: "wipe core-rtr", ru: "сбросить core-rtr")
        }
    }
}

extension Operand {
    /// The kind in people's words, for `this is …`.
    fileprivate var noun: Phrase {
        switch self {
        case .port: Phrase(en: "a port", ru: "порт")
        case .device: Phrase(en: "a device", ru: "устройство")
        case .cable: Phrase(en: "a cable", ru: "кабель")
        case .rack: Phrase(en: "a rack", ru: "стойка")
        case .location, .room: Phrase(en: "a location", ru: "помещение")
        case .site: Phrase(en: "a site", ru: "площадка")
        case .circuit: Phrase(en: "a circuit", ru: "линия провайдера")
        case .feed: Phrase(en: "a power feed", ru: "ввод питания")
        case .outlet: Phrase(en: "a power outlet", ru: "розетка")
        case .module: Phrase(en: "a module", ru: "модуль")
        default: Phrase(en: "not on record", ru: "в учёте этого нет")
        }
    }

    /// The word to put before a name to say its kind.
    fileprivate var hint: Phrase {
        switch self {
        case .cable: Phrase(en: "cable", ru: "кабель")
        case .rack: Phrase(en: "rack", ru: "стойка")
        case .port: Phrase(en: "port", ru: "порт")
        default: Phrase(en: "device", ru: "устройство")
        }
    }
}

extension Phrase {
    /// The verb that a word probably should have been; none where no verb is near.
    fileprivate static func verbNear(_ word: String) -> [Phrase] {
        let russian = Verb.allCases.compactMap { $0.spoken.ru.split(separator: " ").first.map(String.init) }
        return suggestion(for: word, among: ActWords.openings + russian).map { [.didYouMean($0)] } ?? []
    }

    fileprivate static func sayForExample(_ verbs: [Verb]) -> Phrase {
        Phrase(
            en: "say for example " + verbs.map { "`\($0.spoken.en)`" }.joined(separator: ", "),
            ru: "скажите, например: " + verbs.map { "`\($0.spoken.ru)`" }.joined(separator: ", "))
    }

    fileprivate static var noAction: Phrase { Phrase(en: "no action is named", ru: "не сказано, что сделать") }

    fileprivate static func noVerb(_ word: String) -> Phrase {
        Phrase(en: "it is not clear what to do: `\(word)`", ru: "не понятно, что сделать: `\(word)`")
    }

    fileprivate static var noSuchVerb: Phrase {
        Phrase(en: "no known action begins so", ru: "так не начинается ни одно известное действие")
    }

    fileprivate static func nothingNamed(_ verb: String) -> Phrase {
        Phrase(en: "`\(verb)` names no object", ru: "`\(verb)` — не сказано, что именно")
    }

    fileprivate static var ofWhat: Phrase { Phrase(en: "which one?", ru: "что именно?") }

    fileprivate static func strayWords(_ words: String) -> Phrase {
        Phrase(en: "`\(words)` is not understood", ru: "`\(words)` не понятно")
    }

    fileprivate static var notReadHere: Phrase { Phrase(en: "this says nothing here", ru: "здесь это ничего не значит") }

    fileprivate static var quoteNames: Phrase {
        Phrase(
            en: "leave it out; a name with blanks stands in quotes: unplug \"meeting room AP\"",
            ru: "уберите лишнее; имя с пробелами пишется в кавычках: снять «свитч бухгалтерии»")
    }

    fileprivate static func ambiguousKind(_ name: String, _ kinds: [Operand]) -> Phrase {
        Phrase(
            en: "`\(name)` is " + kinds.map(\.noun.en).joined(separator: " and "),
            ru: "`\(name)` — это " + kinds.map(\.noun.ru).joined(separator: " и "))
    }

    fileprivate static func meansKinds(_ count: Int) -> Phrase {
        Phrase(en: "\(count) objects are called so", ru: "так называются объекты: \(count)")
    }

    fileprivate static func sayKind(_ name: String, _ kinds: [Operand]) -> Phrase {
        Phrase(
            en: "say " + kinds.map { "`\($0.hint.en) \(name)`" }.joined(separator: " or "),
            ru: "скажите " + kinds.map { "`\($0.hint.ru) \(name)`" }.joined(separator: " или "))
    }

    fileprivate static func wrongKind(_ verb: String, _ name: String) -> Phrase {
        Phrase(en: "`\(verb)` cannot be done to `\(name)`", ru: "`\(verb)` нельзя сказать про `\(name)`")
    }

    fileprivate static func thatIs(_ kind: Operand) -> Phrase {
        Phrase(en: "this is \(kind.noun.en)", ru: "это \(kind.noun.ru)")
    }

    fileprivate static var everythingWhere: Phrase { Phrase(en: "everything where?", ru: "всё — это где?") }

    fileprivate static var everythingExample: Phrase {
        Phrase(en: "say for example `remove everything in R2 except PP-9`", ru: "скажите, например: `убрать всё из R2 кроме PP-9`")
    }

    fileprivate static func twoPorts(_ verb: String) -> Phrase {
        Phrase(en: "`\(verb)` needs two ports", ru: "для `\(verb)` нужны два порта")
    }

    fileprivate static func whichPort(_ device: String) -> Phrase {
        Phrase(en: "it is not said which port of `\(device)`", ru: "не сказано, какой порт у `\(device)`")
    }

    fileprivate static func itHas(_ ports: [String]) -> Phrase {
        Phrase(en: "it has \(ports.quotedList)", ru: "у него есть \(ports.quotedList)")
    }

    fileprivate static func notAPort(_ name: String) -> Phrase {
        Phrase(en: "a cord cannot be plugged into `\(name)`", ru: "в `\(name)` нельзя воткнуть шнур")
    }

    fileprivate static func notAPlace(_ name: String) -> Phrase {
        Phrase(en: "a device cannot be installed in `\(name)`", ru: "в `\(name)` нельзя поставить устройство")
    }

    fileprivate static func whereTo(_ verb: String) -> Phrase {
        Phrase(en: "`\(verb)` does not say what goes where", ru: "`\(verb)` — не сказано, что и куда")
    }

    fileprivate static func withWhat(_ verb: String) -> Phrase {
        Phrase(en: "`\(verb)` does not say what comes instead of what", ru: "`\(verb)` — не сказано, что на что")
    }

    fileprivate static func whichEndInWords(_ cable: String) -> Phrase {
        Phrase(en: "it is not said which end of `\(cable)` moves", ru: "не сказано, какой конец `\(cable)` переносится")
    }

    fileprivate static func itEndsOn(_ names: [String]) -> Phrase {
        Phrase(en: "it ends on \(names.quotedList)", ru: "его концы: \(names.quotedList)")
    }

    fileprivate static func moveFrom(_ cable: String, _ port: String) -> Phrase {
        Phrase(en: "say `move \(cable) from \(port) to …`", ru: "скажите `переткнуть \(cable) из \(port) в …`")
    }

    fileprivate static var swapOrReplace: Phrase {
        Phrase(en: "it is not said which of the two devices is in use", ru: "не сказано, какое из двух устройств сейчас в работе")
    }

    fileprivate static func replaceInstead(_ first: String, _ second: String) -> Phrase {
        Phrase(en: "say `replace \(first) with \(second)`", ru: "скажите `заменить \(first) на \(second)`")
    }
}
