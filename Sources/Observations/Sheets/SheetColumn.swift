/// What a column of a sheet says, by its heading in either language.
enum SheetColumn: CaseIterable, Hashable {
    case device, port, admin, operational, lastChange, remoteDevice, remotePort, macs, vlan, description
    case source, moment, by
    case part, reading
    case label, colour, photo, occupied, note

    /// The headings, without case, blanks and strokes.
    private var headings: [String] {
        switch self {
        case .device:
            ["device", "switch", "host", "hostname", "sysname", "panel", "patchpanel", "устройство", "коммутатор", "панель", "патчпанель"]
        case .port: ["port", "interface", "localport", "panelport", "patchpanelport", "порт", "интерфейс"]
        case .admin: ["admin", "adminstate", "adminstatus", "enabled", "административно", "включён"]
        case .operational: ["oper", "operstate", "operstatus", "status", "state", "link", "linkstate", "состояние", "линк"]
        case .lastChange: ["lastchange", "changed", "lastflapped", "изменение", "изменён"]
        case .remoteDevice:
            ["remotedevice", "neighbor", "neighbour", "remotesystem", "fardevice", "кудаустройство", "сосед", "дальнееустройство"]
        case .remotePort: ["remoteport", "neighborport", "neighbourport", "farport", "кудапорт", "портсоседа", "дальнийпорт"]
        case .macs: ["mac", "macs", "macaddress", "macaddresses", "macадрес", "macадреса"]
        case .vlan: ["vlan", "vlanid", "влан"]
        case .description: ["description", "alias", "portdescription", "описание"]
        case .source: ["source", "источник"]
        case .moment: ["observedat", "seen", "when", "time", "date", "seenat", "capturedat", "когда", "дата", "время"]
        case .by: ["by", "who", "person", "кто", "ктосмотрел"]
        case .part: ["part", "supply", "psu", "indication", "indicator", "component", "блокпитания", "деталь", "индикатор"]
        case .reading: ["reading", "value", "light", "led", "показание", "светодиод"]
        case .label: ["label", "labelread", "cablelabel", "cordlabel", "метка", "бирка", "маркировка"]
        case .colour: ["color", "colour", "cordcolor", "cordcolour", "cablecolor", "цвет", "цветшнура", "цветкабеля"]
        case .photo: ["photo", "photoname", "picture", "image", "фото", "снимок"]
        case .occupied: ["occupied", "incord", "cord", "занят", "занято", "шнур"]
        case .note: ["note", "notes", "remark", "comment", "примечание", "комментарий"]
        }
    }

    private static let byHeading: [String: SheetColumn] = {
        var table: [String: SheetColumn] = [:]
        for column in allCases {
            for heading in column.headings { table[heading] = column }
        }
        return table
    }()

    /// The column under a heading; nil for one that says nothing here.
    init?(heading: String) {
        guard heading.utf8.count <= 80 else { return nil }
        let key = heading.lowercased().filter { !" _-./#".contains($0) }
        guard let column = Self.byHeading[key] else { return nil }
        self = column
    }
}
