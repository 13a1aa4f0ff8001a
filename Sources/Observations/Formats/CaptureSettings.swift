import Diagnostics
import LocatedYAML
import Times

/// `capture.yaml` beside captures: what their names do not say.
struct CaptureSettings {
    var capturedAt: WrittenMoment?
    var device: Symbol?
    var platform: Platform?
    var by: Symbol?
    var note: Symbol?

    static let shape = Shape<CaptureSettings>(
        "capture", "When, where and by whom the captures in this folder were taken.", start: { _ in CaptureSettings() },
        fields: [
            Field("captured_at", .moment, \.capturedAt, "When the captures were taken: a day, or a time with its offset."),
            Field("device", .symbol, \.device, "The device that they were taken from, where the folder's name does not say."),
            Field(
                "platform", .platform, \.platform,
                "Whose words they are written in, as ntc-templates, netmiko or NAPALM call it: cisco_ios, eos, juniper_junos."),
            Field("by", .symbol, \.by, "Who took them: a contact, or a name."),
            Field("note", .symbol, \.note, "What else should be known about them."),
        ])

    /// The settings of a folder, where those of the folder above hold what it leaves open.
    func over(_ outer: CaptureSettings) -> CaptureSettings {
        CaptureSettings(
            capturedAt: capturedAt ?? outer.capturedAt, device: device ?? outer.device, platform: platform ?? outer.platform,
            by: by ?? outer.by, note: note ?? outer.note)
    }
}

extension Form where Value == Platform {
    fileprivate static var platform: Form {
        Form(.choice(Platform.allCases.map(\.rawValue))) { node, log in
            if node.kind == .scalar, let platform = Platform(written: node.string) { return platform }
            return Form<String>.choice(Platform.allCases.map(\.rawValue)).read(node, &log).flatMap(Platform.init(rawValue:))
        }
    }
}

extension WrittenMoment {
    /// The last moment that is written in a path: `2026-11-21`, `2026-11-21T20:32:43Z`, `20261121T203243Z`, `2026-11-21T20-32-43Z`,
    /// `2026-11-21T20-32-43+0300`; nil where there is none.
    ///
    /// A time without an offset counts as its day: which hour it was, nobody can tell.
    static func inName(_ name: some StringProtocol) -> WrittenMoment? {
        let bytes = Array(name.utf8)
        var found: WrittenMoment?
        var index = 0
        while index + 8 <= bytes.count {
            // A longer number is no date.
            let isStart = isDigit(bytes[index]) && (index == 0 || !isDigit(bytes[index - 1]))
            if isStart, let (moment, length) = NamedMoment.read(bytes[index...]) {
                found = moment
                index += length
            } else {
                index += 1
            }
        }
        return found
    }
}

/// A moment as file names can hold it, in which colons are no good.
private enum NamedMoment {
    static func read(_ bytes: ArraySlice<UInt8>) -> (moment: WrittenMoment, length: Int)? {
        var rest = bytes
        guard let year = number(&rest, 4) else { return nil }
        let hyphen = skip(&rest, "-")
        guard let month = number(&rest, 2), skip(&rest, "-") == hyphen, let day = number(&rest, 2) else { return nil }
        let date = "\(year)-\(month)-\(day)"
        guard let whole = WrittenMoment(date), rest.first.map({ !isDigit($0) }) ?? true else { return nil }
        let dayLength = rest.startIndex - bytes.startIndex
        guard skip(&rest, "T") || skip(&rest, "t") || skip(&rest, "_"), let time = time(&rest),
            let moment = WrittenMoment("\(date)T\(time)")
        else {
            return (whole, dayLength)
        }
        return (moment, rest.startIndex - bytes.startIndex)
    }

    /// Hours, minutes, perhaps seconds, and the offset, as RFC 3339 writes them.
    private static func time(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let hours = number(&rest, 2) else { return nil }
        skipSeparator(&rest)
        guard let minutes = number(&rest, 2) else { return nil }
        var text = "\(hours):\(minutes)"
        var seconds = rest
        skipSeparator(&seconds)
        if let value = number(&seconds, 2) {
            text += ":\(value)"
            rest = seconds
        }
        if skip(&rest, "Z") || skip(&rest, "z") { return text + "Z" }
        guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        rest = rest.dropFirst()
        guard let offsetHours = number(&rest, 2) else { return nil }
        skipSeparator(&rest)
        guard let offsetMinutes = number(&rest, 2) else { return nil }
        return text + (sign == UInt8(ascii: "+") ? "+" : "-") + "\(offsetHours):\(offsetMinutes)"
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ count: Int) -> String? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return String(decoding: digits, as: UTF8.self)
    }

    private static func skip(_ rest: inout ArraySlice<UInt8>, _ letter: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: letter) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func skipSeparator(_ rest: inout ArraySlice<UInt8>) {
        if rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: ".") { rest = rest.dropFirst() }
    }
}
