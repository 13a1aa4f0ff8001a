import Diagnostics

/// Kinds of things that have names, with the words for them.
enum NamedThing: String, Hashable, Sendable {
    case party, contact, service, region, site, location, room, rack, device, module, port, cable, circuit, feed, provider, bay, group,
        role, tag
    case owner
    case deviceType = "device-type"
    case moduleType = "module-type"
    case powerPanel = "power-panel"
    case providerNetwork = "provider-network"
    case virtualChassis = "virtual-chassis"
    case object

    init(_ reference: ObjectReference) {
        switch reference {
        case .port: self = .port
        case .named(let kind, _): self = NamedThing(rawValue: kind.rawValue) ?? .powerPanel
        case .name(let name): self = name.text.utf8.contains(UInt8(ascii: ":")) ? .port : .object
        }
    }

    /// The word in English.
    var english: String {
        switch self {
        case .owner: "party"
        case .deviceType: "device type"
        case .moduleType: "module type"
        case .powerPanel: "power panel"
        case .feed: "power feed"
        case .providerNetwork: "provider network"
        case .virtualChassis: "virtual chassis"
        default: rawValue
        }
    }

    /// The word in Russian in the genitive, as after `нет`.
    var russian: String {
        switch self {
        case .party, .owner: "организации"
        case .contact: "контакта"
        case .service: "сервиса"
        case .region: "региона"
        case .site: "площадки"
        case .location: "места"
        case .room: "помещения"
        case .rack: "стойки"
        case .device: "устройства"
        case .module: "модуля"
        case .port: "порта"
        case .cable: "кабеля"
        case .circuit: "канала связи"
        case .feed: "линии питания"
        case .provider: "провайдера"
        case .bay: "отсека"
        case .group: "группы"
        case .role: "роли"
        case .tag: "метки"
        case .deviceType: "типа устройства"
        case .moduleType: "типа модуля"
        case .powerPanel: "щита питания"
        case .providerNetwork: "сети провайдера"
        case .virtualChassis: "виртуального шасси"
        case .object: "объекта"
        }
    }

    /// The word in Russian in the nominative with a capital verb's agreement avoided: `имя … уже занято`.
    var russianName: String {
        switch self {
        case .party, .owner: "организация"
        case .contact: "контакт"
        case .service: "сервис"
        case .region: "регион"
        case .site: "площадка"
        case .location: "место"
        case .room: "помещение"
        case .rack: "стойка"
        case .device: "устройство"
        case .module: "модуль"
        case .port: "порт"
        case .cable: "кабель"
        case .circuit: "канал связи"
        case .feed: "линия питания"
        case .provider: "провайдер"
        case .bay: "отсек"
        case .group: "группа"
        case .role: "роль"
        case .tag: "метка"
        case .deviceType: "тип устройства"
        case .moduleType: "тип модуля"
        case .powerPanel: "щит питания"
        case .providerNetwork: "сеть провайдера"
        case .virtualChassis: "виртуальное шасси"
        case .object: "объект"
        }
    }
}
