import Diagnostics
import LocatedYAML
import Times

// The words for names that do not lead where they should.
extension Phrase {
    static func unknown(_ kind: NamedThing, _ name: String) -> Phrase {
        Phrase(en: "no \(kind.english) `\(name)` on record", ru: "в записях нет \(kind.russian) `\(name)`")
    }

    static var notOnRecord: Phrase {
        Phrase(en: "not on record", ru: "такого в записях нет")
    }

    static func meant(_ names: [String]) -> Phrase {
        let list = names.map { "`\($0)`" }
        return Phrase(en: "did you mean \(list.joined(separator: " or "))?", ru: "может быть, \(list.joined(separator: " или "))?")
    }

    static func ambiguous(_ kind: NamedThing, _ name: String) -> Phrase {
        Phrase(en: "`\(name)` may be more than one \(kind.english)", ru: "имя `\(name)` подходит больше чем к одному объекту")
    }

    static var severalMeant: Phrase {
        Phrase(en: "which one is meant?", ru: "который из них имеется в виду?")
    }

    static func couldBe(_ names: [String]) -> Phrase {
        let list = names.map { "`\($0)`" }.joined(separator: ", ")
        return Phrase(en: "it may be \(list)", ru: "это может быть \(list)")
    }

    static var writeFullName: Phrase {
        Phrase(en: "write one of these names in full", ru: "напишите одно из этих имён полностью")
    }

    static func notAName(_ kind: NamedThing, _ name: String) -> Phrase {
        Phrase(en: "`\(name)` does not name a \(kind.english)", ru: "`\(name)` не похоже на имя \(kind.russian)")
    }

    static var portReferenceForm: Phrase {
        Phrase(
            en: "write a port as `device:port`, such as `sw-1:Gi1/0/7`, `PP-1:rear/7` or `sw-2:power/PSU2`",
            ru: "порт пишется как `устройство:порт`, например `sw-1:Gi1/0/7`, `PP-1:rear/7` или `sw-2:power/PSU2`")
    }

    static var portMapUnclear: Phrase {
        Phrase(en: "it is not clear which port is meant", ru: "не ясно, какой порт имеется в виду")
    }

    static var portMapForms: Phrase {
        Phrase(
            en: "write `{device: …, port: …}`, `{circuit: …, side: A}` or `{feed: …}`",
            ru: "напишите `{device: …, port: …}`, `{circuit: …, side: A}` или `{feed: …}`")
    }

    static var objectMapUnclear: Phrase {
        Phrase(en: "it is not clear which object is meant", ru: "не ясно, какой объект имеется в виду")
    }

    static var objectMapForms: Phrase {
        Phrase(en: "write one name, such as `{rack: R1}`", ru: "напишите одно имя, например `{rack: R1}`")
    }

    static func duplicate(_ kind: NamedThing, _ name: String) -> Phrase {
        Phrase(en: "there are two of the \(kind.english) `\(name)`", ru: "\(kind.russianName) `\(name)`: такое имя уже есть")
    }

    static var secondTime: Phrase {
        Phrase(en: "for the second time; this one is left out", ru: "второй раз; эта запись не учитывается")
    }

    static var firstTime: Phrase {
        Phrase(en: "for the first time here", ru: "первый раз здесь")
    }

    static var renameOne: Phrase {
        Phrase(en: "remove one of the two or give it another name", ru: "уберите одну из двух записей или дайте ей другое имя")
    }

    static func noPort(_ name: String, _ device: String) -> Phrase {
        Phrase(en: "`\(device)` has no port `\(name)`", ru: "у устройства `\(device)` нет порта `\(name)`")
    }

    static var noSuchPort: Phrase {
        Phrase(en: "there is no such port", ru: "такого порта нет")
    }

    static func addPort(_ device: String) -> Phrase {
        Phrase(
            en: "give `\(device)` its ports, by `device_type` or by `interfaces`, `front_ports` and the like",
            ru: "перечислите порты `\(device)`: через `device_type` или через `interfaces`, `front_ports` и т. п.")
    }

    static var provideType: Phrase {
        Phrase(
            en: "name the folder of the device-type library with `--device-types`, or describe the type under `device_types`",
            ru: "укажите папку библиотеки типов ключом `--device-types` или опишите тип в `device_types`")
    }
}

// The words for places and racks.
extension Phrase {
    static func missingSite(_ kind: NamedThing, _ name: String) -> Phrase {
        Phrase(
            en: "the \(kind.english) `\(name)` does not say at which site it is", ru: "не сказано, на какой площадке находится `\(name)`")
    }

    static var writeSite: Phrase {
        Phrase(en: "add `site`", ru: "добавьте `site`")
    }

    static var writeRack: Phrase {
        Phrase(en: "add `rack`", ru: "добавьте `rack`")
    }

    static var writeRoom: Phrase {
        Phrase(en: "give the location `kind: room`", ru: "напишите у этого места `kind: room`")
    }

    static var writeDevice: Phrase {
        Phrase(en: "add `device`", ru: "добавьте `device`")
    }

    static func notARoom(_ name: String) -> Phrase {
        Phrase(en: "the location `\(name)` is not a room", ru: "место `\(name)` — не помещение")
    }

    static func locationElsewhere(_ name: String) -> Phrase {
        Phrase(en: "there is a location `\(name)`, but at another site", ru: "место `\(name)` есть, но на другой площадке")
    }

    static func rackStandsElsewhere(_ device: String, _ rack: String, _ location: String) -> Phrase {
        Phrase(
            en: "`\(device)` is in rack `\(rack)`, which stands in `\(location)`",
            ru: "`\(device)` в стойке `\(rack)`, а она стоит в другом месте: `\(location)`")
    }

    static func rackAtOtherSite(_ rack: String, _ site: String) -> Phrase {
        Phrase(en: "the rack `\(rack)` is at site `\(site)`", ru: "стойка `\(rack)` — на площадке `\(site)`")
    }

    static func unitOutsideRack(_ unit: Int, _ rack: String, _ units: Range<Int>) -> Phrase {
        Phrase(
            en: "the rack `\(rack)` has no unit \(unit), only \(units.lowerBound) to \(units.upperBound - 1)",
            ru: "в стойке `\(rack)` нет юнита \(unit), есть \(units.lowerBound)–\(units.upperBound - 1)")
    }

    static func outsideRack(_ device: String, _ rack: String) -> Phrase {
        Phrase(en: "`\(device)` does not fit into rack `\(rack)` there", ru: "`\(device)` на этом месте не помещается в стойку `\(rack)`")
    }

    static func rackUnits(_ first: Int, _ last: Int) -> Phrase {
        Phrase(en: "the rack has the units \(first) to \(last)", ru: "в стойке юниты \(first)–\(last)")
    }

    static func unitsTaken(_ device: String, _ other: String) -> Phrase {
        Phrase(en: "`\(device)` and `\(other)` are in the same unit", ru: "`\(device)` и `\(other)` стоят в одном юните")
    }

    static var otherDevice: Phrase {
        Phrase(en: "the other device", ru: "другое устройство")
    }

    static var writeFaceOrDepth: Phrase {
        Phrase(
            en: "correct `position`, or write `face` and `is_full_depth: false` where they stand back to back",
            ru: "исправьте `position`; если они стоят спина к спине, напишите `face` и `is_full_depth: false`")
    }

    static func positionWithoutRack(_ device: String) -> Phrase {
        Phrase(en: "`\(device)` has a position but no rack", ru: "у `\(device)` есть позиция, но нет стойки")
    }

    static var moduleWithoutDevice: Phrase {
        Phrase(en: "the module does not say in which device it is", ru: "не сказано, в каком устройстве стоит модуль")
    }

    static func cyclicLocations(_ names: [String]) -> Phrase {
        Phrase(en: "the location `\(names[0])` is part of itself", ru: "место `\(names[0])` через вложенность входит само в себя")
    }

    static func cyclicRegions(_ names: [String]) -> Phrase {
        Phrase(en: "the region `\(names[0])` is part of itself", ru: "регион `\(names[0])` через вложенность входит сам в себя")
    }

    static func cyclicParties(_ names: [String]) -> Phrase {
        Phrase(en: "the parties are under each other: `\(names[0])`", ru: "организации подчинены друг другу по кругу: `\(names[0])`")
    }

    static func cyclicDeputies(_ names: [String]) -> Phrase {
        Phrase(en: "deputies go round in a circle at `\(names[0])`", ru: "заместители замкнуты в круг на `\(names[0])`")
    }

    static func cyclicServices(_ service: String, _ needed: String) -> Phrase {
        Phrase(en: "`\(service)` needs `\(needed)`, which needs it in turn", ru: "`\(service)` нуждается в `\(needed)`, а тот — в нём")
    }

    static func cyclicChassis(_ device: String) -> Phrase {
        Phrase(en: "`\(device)` sits in a bay of itself", ru: "`\(device)` оказывается в отсеке самого себя")
    }

    static var cycleClosesHere: Phrase {
        Phrase(en: "the circle closes here; this is left out", ru: "круг замыкается здесь; эта связь не учитывается")
    }
}

// The words for ports and cables.
extension Phrase {
    static func badRange(_ fault: NameRange.Fault) -> Phrase {
        switch fault {
        case .unordered(let range):
            Phrase(en: "the range `\(range)` has no beginning and end", ru: "в диапазоне `\(range)` не разобрать начала и конца")
        case .tooLong:
            Phrase(en: "the range stands for more than \(NameRange.limit) names", ru: "диапазон даёт больше \(NameRange.limit) имён")
        }
    }

    static var rangeForm: Phrase {
        Phrase(en: "write ranges as `[1-24]`, `[a-c]` or `[1,3,5-7]`", ru: "диапазоны пишутся `[1-24]`, `[a-c]` или `[1,3,5-7]`")
    }

    static func rangeMismatch(_ other: String, _ otherCount: Int, _ name: String, _ count: Int) -> Phrase {
        Phrase(
            en: "`\(other)` gives \(otherCount) names, but `\(name)` gives \(count)",
            ru: "`\(other)` — это \(Noun.names.russianCounted(otherCount)), а `\(name)` — \(Noun.names.russianCounted(count))")
    }

    static func namesHere(_ count: Int) -> Phrase {
        Phrase(en: Noun.names.counted(count).en + " here", ru: "здесь \(Noun.names.russianCounted(count))")
    }

    static var matchRanges: Phrase {
        Phrase(
            en: "make both ranges equally long, or name one rear port", ru: "сделайте диапазоны одной длины или назовите один задний порт")
    }

    static func noRearPort(_ name: String, _ device: String) -> Phrase {
        Phrase(en: "`\(device)` has no rear port `\(name)`", ru: "у `\(device)` нет заднего порта `\(name)`")
    }

    static func addRearPort(_ name: String) -> Phrase {
        Phrase(en: "add `\(name)` to `rear_ports`", ru: "добавьте `\(name)` в `rear_ports`")
    }

    static func positionOutside(_ position: Int, _ limit: Int, _ port: String) -> Phrase {
        Phrase(
            en: "the port `\(port)` has no position \(position), only \(limit == 1 ? "1" : "1 to \(limit)")",
            ru: "у порта `\(port)` нет позиции \(position), есть \(limit == 1 ? "только 1" : "1–\(limit)")")
    }

    static var writePositions: Phrase {
        Phrase(en: "give the port `positions`", ru: "укажите у порта `positions`")
    }

    static func positionTaken(_ position: Int, _ port: String) -> Phrase {
        Phrase(
            en: "two front ports lead to position \(position) of `\(port)`",
            ru: "два передних порта ведут в позицию \(position) порта `\(port)`")
    }

    static func occupiedAndEmpty(_ port: String) -> Phrase {
        Phrase(en: "`\(port)` is said to be occupied and empty", ru: "`\(port)` назван и занятым, и пустым")
    }

    static var occupiedHere: Phrase {
        Phrase(en: "occupied here", ru: "здесь — занят")
    }

    static var emptyHere: Phrase {
        Phrase(en: "empty here", ru: "здесь — пуст")
    }

    static func cableInEmptyPort(_ port: String) -> Phrase {
        Phrase(en: "a cable ends in `\(port)`, which is said to be empty", ru: "кабель приходит в `\(port)`, а этот порт назван пустым")
    }

    static var sameEvidence: Phrase {
        Phrase(
            en: "correct one of the two, or give each its own `evidence`: then it is a conflict to be cleared up",
            ru: "исправьте одну из двух записей или дайте каждой свой `evidence`: тогда это противоречие, которое выясняют")
    }

    static func endsOnItself(_ port: String) -> Phrase {
        Phrase(en: "both sides of the cable are `\(port)`", ru: "обе стороны кабеля — `\(port)`")
    }

    static func endTwice(_ port: String) -> Phrase {
        Phrase(en: "`\(port)` is twice on one side of the cable", ru: "`\(port)` дважды на одной стороне кабеля")
    }

    static func powerIntoData(_ power: String, _ data: String) -> Phrase {
        Phrase(
            en: "the cable joins `\(power)`, which is power, with `\(data)`, which is not",
            ru: "кабель соединяет питание `\(power)` с портом данных `\(data)`")
    }

    static var isPower: Phrase { Phrase(en: "power", ru: "питание") }
    static var isNoPower: Phrase { Phrase(en: "no power", ru: "не питание") }
    static func portTakenTwice(_ port: String, _ cable: String, _ other: String) -> Phrase {
        Phrase(en: "two cables are in `\(port)`: `\(other)` and `\(cable)`", ru: "в порту `\(port)` два кабеля: `\(other)` и `\(cable)`")
    }

    static var firstCable: Phrase { Phrase(en: "the first cable", ru: "первый кабель") }
    static var secondCable: Phrase { Phrase(en: "the second cable", ru: "второй кабель") }

    static var bothSameEvidence: Phrase {
        Phrase(
            en: "both rest on the same evidence, so one of them is a mistake",
            ru: "оба известны из одного источника, значит, один из них — ошибка")
    }
}

// The words for values and files.
extension Phrase {
    static func badHours(_ fault: OpeningHours.Fault) -> Phrase {
        Phrase(en: fault.english, ru: fault.russian)
    }

    static var hoursForm: Phrase {
        Phrase(
            en: "write hours as `24/7` or `Mo-Fr 08:00-20:00; Sa 10:00-14:00`",
            ru: "часы пишутся `24/7` или `Mo-Fr 08:00-20:00; Sa 10:00-14:00`")
    }

    static func badZone(_ name: String) -> Phrase {
        Phrase(en: "no time zone `\(name)` is known", ru: "часовой пояс `\(name)` не известен")
    }

    static var zoneForm: Phrase {
        Phrase(
            en: "write an IANA name such as `Europe/Moscow`, or an offset such as `+03:00`",
            ru: "напишите имя IANA, например `Europe/Moscow`, или смещение, например `+03:00`")
    }

    static func badUnits(_ text: String) -> Phrase {
        Phrase(en: "`\(text)` names no units of a rack", ru: "`\(text)` — это не юниты стойки")
    }

    static var unitsForm: Phrase {
        Phrase(en: "write `7`, `[7, 8]` or `\"7-9\"`", ru: "напишите `7`, `[7, 8]` или `\"7-9\"`")
    }

    static func badUnit(_ text: String) -> Phrase {
        Phrase(en: "`\(text)` is no number of units", ru: "`\(text)` — не число юнитов")
    }

    static var unitForm: Phrase {
        Phrase(en: "units are whole or half numbers from 0 to 1000", ru: "юниты — целые или половинные числа от 0 до 1000")
    }

    static func selectorTooLong(_ limit: Int) -> Phrase {
        Phrase(en: "the lists of the selector make more than \(limit) combinations", ru: "списки в отборе дают больше \(limit) сочетаний")
    }

    static var selectorEmpty: Phrase {
        Phrase(en: "the selector is empty and would mean nothing or everything", ru: "пустой отбор: не ясно, ничего это или всё")
    }

    static func needsTooMany(_ needs: Int, _ count: Int, _ group: String) -> Phrase {
        Phrase(
            en: "the group `\(group)` needs \(needs) of \(count) members",
            ru: "группе `\(group)` нужно \(needs) из \(Noun.members.russianCounted(count))")
    }

    static var endsBeforeItBegins: Phrase {
        Phrase(en: "the time ends before it begins", ru: "время кончается раньше, чем начинается")
    }

    static var calendarUnclear: Phrase {
        Phrase(
            en: "an entry of the calendar is either `blackout` or `allowed`", ru: "запись календаря — это либо `blackout`, либо `allowed`")
    }

    static var calendarForms: Phrase {
        Phrase(
            en: "write `blackout: {from: …, to: …}` or `allowed: \"Mo-Su 00:00-06:00\"`",
            ru: "напишите `blackout: {from: …, to: …}` или `allowed: \"Mo-Su 00:00-06:00\"`")
    }

    static func emptyFile(_ name: String) -> Phrase {
        Phrase(en: "the file `\(name)` is empty", ru: "файл `\(name)` пуст")
    }

    static var noClient: Phrase {
        Phrase(en: "there is no `client.yaml`", ru: "нет файла `client.yaml`")
    }

    static var writeClient: Phrase {
        Phrase(en: "`primum init` makes a client folder", ru: "папку клиента создаёт `primum init`")
    }
}

extension Noun {
    static let names = Noun(en: ("name", "names"), ru: ("имя", "имени", "имён"))
    static let members = Noun(en: ("member", "members"), ru: ("участника", "участников", "участников"))

    func russianCounted(_ count: Int) -> String { counted(count).ru }
}
