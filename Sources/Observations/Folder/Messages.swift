import Diagnostics

// Why captures are refused, and what else is said of them.
extension Diagnostic {
    static func noDevice(at span: Span) -> Diagnostic {
        Diagnostic("capture-no-device", .error, .noDevice, at: span, help: [.placeInFolder])
    }

    static func noMoment(at span: Span) -> Diagnostic {
        Diagnostic("capture-no-moment", .error, .noMoment, at: span, help: [.writeMoment])
    }

    static func otherDevice(_ own: Symbol, _ device: Symbol, at span: Span) -> Diagnostic {
        Diagnostic("capture-other-device", .error, .otherDevice(own.text, device.text), at: span, label: .ownName, help: [.knownAs])
    }

    static func unknownFormat(at span: Span) -> Diagnostic {
        Diagnostic("capture-unknown-format", .error, .unknownFormat, at: span, help: [.formats])
    }

    static func xml(at span: Span) -> Diagnostic { Diagnostic("capture-xml", .error, .xml, at: span, help: [.formats]) }

    static func namedWalk(at span: Span) -> Diagnostic {
        Diagnostic("capture-named-walk", .error, .namedWalk, at: span, help: [.walkNumeric])
    }

    static func empty(at span: Span) -> Diagnostic { Diagnostic("capture-empty", .error, .empty, at: span) }

    static func notUTF8(at span: Span) -> Diagnostic { Diagnostic("capture-encoding", .error, .notUTF8, at: span, help: [.saveAsUTF8]) }

    static func openQuote(at span: Span) -> Diagnostic { Diagnostic("sheet-open-quote", .error, .openQuote, at: span) }

    static func unknownSheet(at span: Span) -> Diagnostic {
        Diagnostic("sheet-headings", .error, .unknownSheet, at: span, help: [.sheetHeadings])
    }

    static func unknownHeading(_ heading: String, at span: Span) -> Diagnostic {
        Diagnostic("sheet-unknown-column", .note, .unknownHeading(heading), at: span)
    }

    static func linesUnread(_ count: Int, at span: Span) -> Diagnostic {
        Diagnostic("capture-lines-unread", .warning, .linesUnread(count), at: span)
    }

    static func noLocalPort(at span: Span) -> Diagnostic {
        Diagnostic("capture-no-local-port", .warning, .noLocalPort, at: span, help: [.addNeighbourTable])
    }

    static func noLocalPorts(at span: Span) -> Diagnostic {
        Diagnostic("capture-no-local-ports", .error, .noLocalPorts, at: span, help: [.addNeighbourTable])
    }

    static func sheetRow(_ fault: Sheet.Fault) -> Diagnostic {
        switch fault.reason {
        case .noDevice: Diagnostic("sheet-no-device", .error, .rowWithoutDevice, at: fault.span, help: [.placeInFolder])
        case .noPort, .nothing: Diagnostic("sheet-no-port", .error, .rowWithoutPort, at: fault.span)
        case .noMoment: Diagnostic("sheet-no-moment", .error, .rowWithoutMoment, at: fault.span, help: [.writeMoment])
        case .badMoment: Diagnostic("sheet-bad-moment", .error, .badMoment, at: fault.span, help: [.momentForm])
        }
    }
}

extension Phrase {
    fileprivate static var noDevice: Phrase {
        Phrase(en: "nothing says which device this capture was taken from", ru: "не сказано, с какого устройства снята эта запись")
    }

    fileprivate static var noMoment: Phrase {
        Phrase(en: "nothing says when this capture was taken", ru: "не сказано, когда снята эта запись")
    }

    fileprivate static func otherDevice(_ own: String, _ device: String) -> Phrase {
        Phrase(
            en: "the capture lies in the folder of `\(device)`, and the device in it calls itself `\(own)`",
            ru: "запись лежит в папке устройства `\(device)`, а устройство в ней называет себя `\(own)`")
    }

    fileprivate static var ownName: Phrase { Phrase(en: "its own name", ru: "его собственное имя") }

    fileprivate static var unknownFormat: Phrase {
        Phrase(en: "the file is none of the captures that are read", ru: "файл не похож ни на одну из читаемых записей")
    }

    fileprivate static var xml: Phrase { Phrase(en: "XML captures are not read", ru: "записи в XML не читаются") }

    fileprivate static var namedWalk: Phrase {
        Phrase(
            en: "the walk was printed with names, which lose the addresses in the index",
            ru: "обход напечатан с именами, а в них теряются адреса из индексов")
    }

    fileprivate static var empty: Phrase { Phrase(en: "the file is empty", ru: "файл пуст") }

    fileprivate static var notUTF8: Phrase { Phrase(en: "the sheet is not UTF-8", ru: "таблица не в кодировке UTF-8") }

    fileprivate static var openQuote: Phrase { Phrase(en: "a quote is opened and never closed", ru: "кавычка открыта и не закрыта") }

    fileprivate static var unknownSheet: Phrase {
        Phrase(en: "the headings do not say what the sheet is about", ru: "по заголовкам не понять, о чём таблица")
    }

    fileprivate static func unknownHeading(_ heading: String) -> Phrase {
        Phrase(en: "the column `\(heading)` is not read", ru: "столбец `\(heading)` не читается")
    }

    fileprivate static func linesUnread(_ count: Int) -> Phrase {
        let rows = Noun(en: ("row", "rows"), ru: ("строка", "строки", "строк"))
        let counted = rows.counted(count)
        return Phrase(
            en: "\(counted.en) of the capture \(count == 1 ? "was" : "were") not understood; this is the first",
            ru: "в записи не понято: \(counted.ru); вот первая")
    }

    fileprivate static var noLocalPort: Phrase {
        Phrase(en: "the text does not say which port has this neighbour", ru: "в тексте не сказано, на каком порту этот сосед")
    }

    fileprivate static var noLocalPorts: Phrase {
        Phrase(
            en: "none of the neighbours can be given a port of the device", ru: "ни одного из соседей нельзя отнести к порту устройства")
    }

    fileprivate static var rowWithoutDevice: Phrase { Phrase(en: "the row names no device", ru: "в строке не названо устройство") }

    fileprivate static var rowWithoutPort: Phrase { Phrase(en: "the row names no port", ru: "в строке не назван порт") }

    fileprivate static var rowWithoutMoment: Phrase {
        Phrase(en: "the row does not say when it was seen", ru: "в строке не сказано, когда это видели")
    }

    fileprivate static var badMoment: Phrase { Phrase(en: "this is no moment", ru: "это не момент времени") }

    // The cures.

    fileprivate static var placeInFolder: Phrase {
        Phrase(
            en: "put it into the device's folder, `observed/DEVICE/`, or name the device in `capture.yaml` beside it",
            ru: "положите его в папку устройства, `observed/УСТРОЙСТВО/`, или назовите устройство в `capture.yaml` рядом")
    }

    fileprivate static var writeMoment: Phrase {
        Phrase(
            en: "put the time into its name (2026-11-21T20-32-43Z) or into `captured_at` of a `capture.yaml` beside it",
            ru: "впишите время в имя файла (2026-11-21T20-32-43Z) или в `captured_at` файла `capture.yaml` рядом")
    }

    fileprivate static var momentForm: Phrase {
        Phrase(en: "write 2026-11-21 or 2026-11-21T20:32Z", ru: "пишите 2026-11-21 или 2026-11-21T20:32Z")
    }

    fileprivate static var knownAs: Phrase {
        Phrase(
            en: "if it is the same device, write that name into its `aka`", ru: "если это одно устройство, впишите это имя в его `aka`")
    }

    fileprivate static var formats: Phrase {
        Phrase(
            en: "read are: NAPALM getters and ntc-templates rows as JSON, logs of show commands, `snmpwalk -On`, `lldpcli -f json0`, "
                + "`ip -j link`, `bridge -j fdb show`, UniFi `stat/device`, CSV",
            ru: "читаются: JSON из NAPALM и ntc-templates, журналы команд show, `snmpwalk -On`, `lldpcli -f json0`, `ip -j link`, "
                + "`bridge -j fdb show`, `stat/device` из UniFi, CSV")
    }

    fileprivate static var walkNumeric: Phrase { Phrase(en: "repeat it with `snmpwalk -On`", ru: "повторите с `snmpwalk -On`") }

    fileprivate static var saveAsUTF8: Phrase { Phrase(en: "save it as CSV UTF-8", ru: "сохраните как CSV в UTF-8") }

    fileprivate static var sheetHeadings: Phrase {
        Phrase(
            en: "a sheet of ports has `port` and one of `admin`, `oper`, `remote_device`, `macs`; one of a survey `port` and `label`, "
                + "`color` or `photo`; one of readings `part` and `reading`",
            ru: "в таблице портов есть `port` и что-то из `admin`, `oper`, `remote_device`, `macs`; в таблице обхода `порт` и `метка`, "
                + "`цвет` или `фото`; в таблице показаний `деталь` и `показание`")
    }

    fileprivate static var addNeighbourTable: Phrase {
        Phrase(
            en: "take `show lldp neighbors` along, or lldpLocPortTable of a walk: there the port is named",
            ru: "снимите также `show lldp neighbors`, а для обхода lldpLocPortTable: там порт назван")
    }
}
