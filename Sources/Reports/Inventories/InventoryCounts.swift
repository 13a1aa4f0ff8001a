import Diagnostics
import Inventories

/// How many objects of each kind are written.
struct InventoryCounts {
    /// In documents, for people, and how many.
    let kinds: [(key: String, noun: Noun, count: Int)]

    init(_ inventory: Inventory) {
        kinds = [
            ("sites", .sites, inventory.sites.count),
            ("locations", .locations, inventory.locations.count),
            ("racks", .racks, inventory.racks.count),
            ("devices", .devices, inventory.devices.count),
            ("modules", .modules, inventory.modules.count),
            ("ports", .ports, inventory.ports.count),
            ("cables", .cables, inventory.cables.count),
            ("circuits", .circuits, inventory.circuits.count),
            ("power_panels", .powerPanels, inventory.powerPanels.count),
            ("groups", .groups, inventory.groups.count),
            ("parties", .parties, inventory.parties.count),
            ("contacts", .contacts, inventory.contacts.count),
            ("services", .services, inventory.services.count),
            ("statements", .statements, inventory.statements.count),
        ]
    }
}

extension Noun {
    fileprivate static let sites = Noun(en: ("site", "sites"), ru: ("площадка", "площадки", "площадок"))
    fileprivate static let locations = Noun(en: ("location", "locations"), ru: ("место", "места", "мест"))
    fileprivate static let racks = Noun(en: ("rack", "racks"), ru: ("стойка", "стойки", "стоек"))
    fileprivate static let devices = Noun(en: ("device", "devices"), ru: ("устройство", "устройства", "устройств"))
    fileprivate static let modules = Noun(en: ("module", "modules"), ru: ("модуль", "модуля", "модулей"))
    fileprivate static let ports = Noun(en: ("port", "ports"), ru: ("порт", "порта", "портов"))
    fileprivate static let cables = Noun(en: ("cable", "cables"), ru: ("кабель", "кабеля", "кабелей"))
    fileprivate static let circuits = Noun(en: ("circuit", "circuits"), ru: ("канал связи", "канала связи", "каналов связи"))
    fileprivate static let powerPanels = Noun(en: ("power panel", "power panels"), ru: ("щит питания", "щита питания", "щитов питания"))
    fileprivate static let groups = Noun(en: ("group", "groups"), ru: ("группа", "группы", "групп"))
    fileprivate static let parties = Noun(en: ("party", "parties"), ru: ("организация", "организации", "организаций"))
    fileprivate static let contacts = Noun(en: ("contact", "contacts"), ru: ("контакт", "контакта", "контактов"))
    fileprivate static let services = Noun(en: ("service", "services"), ru: ("сервис", "сервиса", "сервисов"))
    fileprivate static let statements = Noun(en: ("statement", "statements"), ru: ("высказывание", "высказывания", "высказываний"))
}
