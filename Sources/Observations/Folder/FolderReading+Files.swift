import Diagnostics
import LocatedYAML
import Times

// What kind of capture a file is shows by what is in it; the name only helps.
extension FolderReading {
    mutating func readCapture(_ text: SourceText, _ file: FileID) {
        let setting = setting(of: text)
        // Pictures lie beside surveys that name them.
        if Self.isPicture(text.name) { return }
        guard !text.bytes.isEmpty else { return refuse(file, .empty(at: start(of: file))) }
        guard let first = text.bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) else {
            return refuse(file, .unknownFormat(at: start(of: file)))
        }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), !Self.isPromptInBrackets(text, file) {
            return readDocument(text, file, setting)
        }
        if text.name.hasSuffix(".yaml") || text.name.hasSuffix(".yml") || text.name.hasSuffix(".json") && first == UInt8(ascii: "\"") {
            return readDocument(text, file, setting)
        }
        if first == UInt8(ascii: "<"), Self.isXML(text) { return refuse(file, .xml(at: start(of: file))) }
        if WalkLines.isWalk(text) {
            walks.append(WalkPart(text: text, file: file, setting: setting))
            return
        }
        readText(text, file, setting)
    }

    private static func isPicture(_ name: String) -> Bool {
        let lower = name.lowercased()
        return [".jpg", ".jpeg", ".png", ".heic", ".gif", ".webp"].contains { lower.hasSuffix($0) }
    }

    private static func isXML(_ text: SourceText) -> Bool {
        let line = Line(bytes: text.bytes.prefix(400)[...], file: FileID(index: 0))
        return line.holds("<?xml") || line.holds("</") || line.holds("xmlns") || line.holds("/>") || line.begins(with: "<rpc")
    }

    /// `[admin@MikroTik] > …` begins with a bracket and is no JSON.
    private static func isPromptInBrackets(_ text: SourceText, _ file: FileID) -> Bool {
        Line.all(in: SourceText(name: "", bytes: Array(text.bytes.prefix(400))), file: file).first { !$0.isBlank }.map { Prompt($0) != nil }
            ?? false
    }

    /// JSON or YAML.
    private mutating func readDocument(_ text: SourceText, _ file: FileID, _ setting: FileSetting) {
        var log = DiagnosticLog()
        let tree = NodeTree.parse(text, file: file, log: &log)
        guard tree.isComplete, !log.hasErrors, let root = tree.roots.first else {
            let fault = log.kept.first { $0.severity == .error }
            // Some getters' files hold the plain text of the command.
            if root(of: tree) == nil, readsAsText(text, file, setting) { return }
            return refuse(file, fault ?? .unknownFormat(at: start(of: file)))
        }
        if !UniFi.devices(in: root).isEmpty { return readControllerAnswer(root, file, setting) }
        let moment = setting.moment?.timestamp ?? Timestamp(seconds: 0)
        if let format = NAPALM.format(of: root) {
            let platform = setting.platform ?? Self.platform(inName: text.name)
            keep(NAPALM(platform: platform, moment: moment).sightings(root, format), format, of: [file], setting, platform: platform)
        } else if let format = LLDPCLI.format(of: root) {
            keep(LLDPCLI.sightings(root, format), format, of: [file], setting, platform: .linux)
        } else if let format = IPRoute.format(of: root) {
            keep(IPRoute.sightings(root, format), format, of: [file], setting, platform: .linux)
        } else if let list = RowFile.list(in: root) {
            let platform = setting.platform ?? Self.platform(inName: text.name)
            let meaning = RowMeaning(platform: platform, hint: setting.kind, moment: moment)
            keep(meaning.sightings(of: RowFile.rows(list)), .rows, of: [file], setting, platform: platform)
        } else {
            refuse(file, .unknownFormat(at: start(of: file)))
        }
    }

    private func root(of tree: NodeTree) -> Node? { tree.roots.first { $0.kind != .scalar } }

    /// The platform that a file's name begins with, as `cisco_ios_show_interfaces_status.json` and `junos__normal.json` do.
    static func platform(inName name: String) -> Platform? {
        guard let last = name.split(separator: "/").last else { return nil }
        let word = asciiLowercased(last)
        if let platform = Platform.allCases.first(where: { word.hasPrefix($0.rawValue + "_") }) { return platform }
        let drivers = ["ios", "eos", "nxos_ssh", "nxos", "iosxr_netconf", "iosxr", "junos", "procurve", "huawei_vrp", "routeros", "ros"]
        return drivers.first { word.hasPrefix($0 + "_") }.flatMap { Platform(written: $0) }
    }

    /// The controller's answer holds all its devices: one capture for each. In the folder of a device, one alone is that device's.
    private mutating func readControllerAnswer(_ root: Node, _ file: FileID, _ setting: FileSetting) {
        let devices = UniFi.devices(in: root)
        for device in devices {
            let sightings = UniFi.sightings(device)
            let isAlone = devices.count == 1 && setting.device != nil
            guard let whose = isAlone ? setting.device : sightings.ownNames.first?.name else {
                refuse(file, .noDevice(at: device.span))
                continue
            }
            let own = FileSetting(
                directory: setting.directory, device: whose, moment: setting.moment, platform: setting.platform, by: setting.by, kind: nil)
            keep(sightings, .unifi, of: [file], own, platform: .unifi)
        }
    }

    /// Sheets and logs.
    private mutating func readText(_ text: SourceText, _ file: FileID, _ setting: FileSetting) {
        let isSheet = text.name.hasSuffix(".csv") || text.name.hasSuffix(".tsv")
        if isSheet { return readSheet(text, file, setting) }
        if readsAsText(text, file, setting) { return }
        refuse(file, Self.isNamedWalk(text) ? .namedWalk(at: start(of: file)) : .unknownFormat(at: start(of: file)))
    }

    private mutating func readsAsText(_ text: SourceText, _ file: FileID, _ setting: FileSetting) -> Bool {
        let platform = setting.platform ?? Self.platform(inName: text.name)
        let transcript = Transcript.read(
            text, file: file, platform: platform, kind: setting.kind, moment: setting.moment?.timestamp ?? Timestamp(seconds: 0))
        guard transcript.isKnown else { return false }
        keep(transcript.sightings, .transcript, of: [file], setting, platform: platform)
        return true
    }

    /// `IF-MIB::ifDescr.1 = …`: with MIB files loaded, addresses in the index print as characters and are lost.
    private static func isNamedWalk(_ text: SourceText) -> Bool {
        Line.all(in: SourceText(name: "", bytes: Array(text.bytes.prefix(2_000))), file: FileID(index: 0)).prefix(5).contains { line in
            line.holds("::", ".") && (line.holds(" = ") || line.holds("[")) || line.holds("::", " ")
        }
    }

    private mutating func readSheet(_ text: SourceText, _ file: FileID, _ setting: FileSetting) {
        guard String(validating: text.bytes, as: UTF8.self) != nil else { return refuse(file, .notUTF8(at: start(of: file))) }
        let cells = CSVText(text, file: file)
        if let quote = cells.openQuote { return refuse(file, .openQuote(at: quote)) }
        guard let sheet = Sheet(cells) else { return refuse(file, .unknownSheet(at: start(of: file))) }
        for heading in sheet.unknownHeadings { folder.log.add(.unknownHeading(heading.text, at: heading.span)) }
        var faults: [Sheet.Fault] = []
        let parts = sheet.parts(device: setting.device, moment: setting.moment, faults: &faults)
        for fault in faults { folder.log.add(.sheetRow(fault)) }
        if parts.isEmpty { return refuse(file, faults.first.map(Diagnostic.sheetRow) ?? .empty(at: start(of: file))) }
        for part in parts {
            let own = FileSetting(
                directory: setting.directory, device: part.device, moment: part.moment, platform: setting.platform,
                by: part.by ?? setting.by,
                kind: nil)
            keep(part.sightings, sheet.format, of: [file], own)
        }
    }
}
