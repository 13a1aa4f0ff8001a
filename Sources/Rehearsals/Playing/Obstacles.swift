import Diagnostics

extension Obstacle {
    private init(_ kind: Symbol, _ what: String, _ why: Phrase) {
        self.init(kind: kind, what: Symbol(what), why: why)
    }

    static func alreadyUnplugged(_ what: String) -> Obstacle { Obstacle("already-unplugged", what, .alreadyUnplugged(what)) }
    static func knownEmpty(_ what: String) -> Obstacle { Obstacle("already-unplugged", what, .knownEmpty(what)) }
    static func onlyPlanned(_ what: String) -> Obstacle { Obstacle("not-there", what, .onlyPlanned(what)) }
    static func noCord(_ what: String) -> Obstacle { Obstacle("no-cord", what, .noCord(what)) }
    static func filled(_ what: String) -> Obstacle { Obstacle("occupied", what, .filled(what)) }
    static func pluggedAlready(_ what: String) -> Obstacle { Obstacle("already-plugged", what, .pluggedAlready(what)) }
    static func pluggedElsewhere(_ what: String, at ports: [String]) -> Obstacle {
        Obstacle("plugged-twice", what, .pluggedElsewhere(what, ports))
    }
    static func endsUnknown(_ what: String) -> Obstacle { Obstacle("ends-unknown", what, .endsUnknown(what)) }
    static func carriedAway(_ what: String) -> Obstacle { Obstacle("not-there", what, .carriedAway(what)) }
    static func alreadyInstalled(_ what: String) -> Obstacle { Obstacle("already-installed", what, .alreadyInstalled(what)) }
    static func outsideRack(_ what: String, _ rack: String, units: Int) -> Obstacle {
        Obstacle("unit-outside", what, .outsideRack(what, rack, units))
    }
    static func unitTaken(_ what: String, _ rack: String, by other: String) -> Obstacle {
        Obstacle("unit-taken", what, .unitTaken(what, rack, other))
    }
    static func isOff(_ what: String) -> Obstacle { Obstacle("off", what, .isOff(what)) }
    static func isOn(_ what: String) -> Obstacle { Obstacle("on", what, .isOn(what)) }
}

extension Phrase {
    fileprivate static func alreadyUnplugged(_ what: String) -> Phrase {
        Phrase(en: "an earlier step has unplugged `\(what)`", ru: "`\(what)` уже отключён одним из прежних шагов")
    }

    fileprivate static func knownEmpty(_ what: String) -> Phrase {
        Phrase(en: "nothing is plugged into `\(what)`", ru: "в `\(what)` ничего не включено")
    }

    fileprivate static func onlyPlanned(_ what: String) -> Phrase {
        Phrase(en: "cable `\(what)` is only planned", ru: "кабель `\(what)` только запланирован")
    }

    fileprivate static func noCord(_ what: String) -> Phrase {
        Phrase(en: "there is no cord in `\(what)` to move", ru: "в `\(what)` нет кабеля, который можно перенести")
    }

    fileprivate static func filled(_ what: String) -> Phrase {
        Phrase(en: "an earlier step has plugged a cord into `\(what)`", ru: "прежний шаг уже включил кабель в `\(what)`")
    }

    fileprivate static func pluggedAlready(_ what: String) -> Phrase {
        Phrase(en: "cable `\(what)` is plugged there already", ru: "кабель `\(what)` уже включён именно так")
    }

    fileprivate static func pluggedElsewhere(_ what: String, _ ports: [String]) -> Phrase {
        let list = ports.map { "`\($0)`" }
        return Phrase(
            en: "cable `\(what)` is plugged already, into \(list.joined(separator: " and "))",
            ru: "кабель `\(what)` уже включён в \(list.joined(separator: " и "))")
    }

    fileprivate static func endsUnknown(_ what: String) -> Phrase {
        Phrase(en: "nobody knows where cable `\(what)` ends", ru: "никто не знает, где концы кабеля `\(what)`")
    }

    fileprivate static func carriedAway(_ what: String) -> Phrase {
        Phrase(en: "`\(what)` is gone: an earlier step has removed it", ru: "`\(what)` уже нет: прежний шаг его убрал")
    }

    fileprivate static func alreadyInstalled(_ what: String) -> Phrase {
        Phrase(en: "`\(what)` is in place already", ru: "`\(what)` уже стоит на месте")
    }

    fileprivate static func outsideRack(_ what: String, _ rack: String, _ units: Int) -> Phrase {
        Phrase(
            en: "`\(what)` does not fit: rack `\(rack)` has \(units) units",
            ru: "`\(what)` не помещается: в стойке `\(rack)` юнитов — \(units)")
    }

    fileprivate static func unitTaken(_ what: String, _ rack: String, _ other: String) -> Phrase {
        Phrase(
            en: "`\(other)` stands in rack `\(rack)` where `\(what)` is to go",
            ru: "место для `\(what)` в стойке `\(rack)` занято: там `\(other)`")
    }

    fileprivate static func isOff(_ what: String) -> Phrase {
        Phrase(en: "`\(what)` is off already", ru: "питание `\(what)` уже отключено")
    }

    fileprivate static func isOn(_ what: String) -> Phrase {
        Phrase(en: "`\(what)` is on already", ru: "питание `\(what)` уже включено")
    }
}
