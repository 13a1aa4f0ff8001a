import Diagnostics
import Times

/// A terminal's log: the outputs of one command or of several, with the prompts between them where it has any.
struct Transcript {
    let sightings: Sightings
    /// False where no command in it is one that is read here.
    let isKnown: Bool

    /// Reads a log.
    ///
    /// - Parameters:
    ///   - platform: whose words it is written in, where that is known: one word means different things to different vendors.
    ///   - kind: what it was asked for, by its file's name; the headings decide.
    static func read(_ text: SourceText, file: FileID, platform: Platform?, kind: CommandKind?, moment: Timestamp) -> Transcript {
        let outputs = Output.all(in: Line.all(in: text, file: file), platform: platform, kind: kind)
        var sightings = Sightings()
        var isKnown = false
        for output in outputs {
            if let name = output.name { sightings.addOwnName(name) }
            guard let reader = output.reader else { continue }
            isKnown = true
            let read = output.rows(by: reader)
            let own = platform ?? (reader.platforms.count == 1 ? reader.platforms[0] : nil)
            var part = RowMeaning(platform: own, kind: reader.kind, moment: moment).sightings(of: read.rows)
            part.unread += read.unread
            part.takeWholeness(of: output, reader.kind)
            sightings.add(part)
        }
        return Transcript(sightings: sightings, isKnown: isKnown)
    }

    /// One command's output in a log.
    struct Output {
        var name: OwnName?
        var command: String?
        var platform: Platform?
        var kind: CommandKind?
        var lines: [Line] = []

        var reader: CommandReader? { CommandReader.reader(of: lines, platform: platform, kind: kind) }

        /// The rows of the output, and the lines that were not understood.
        func rows(by reader: CommandReader) -> (rows: [Row], unread: [Span]) {
            var reading = OutputReading(lines: lines, platform: platform)
            reader.read(&reading)
            return (reading.rows, reading.unread)
        }

        /// The outputs between the prompts; one without prompts where there are none.
        static func all(in lines: [Line], platform: Platform?, kind: CommandKind?) -> [Output] {
            var outputs = [Output(platform: platform, kind: kind)]
            for line in lines {
                if let prompt = Prompt(line) {
                    outputs.append(
                        Output(
                            name: OwnName(name: Symbol(prompt.name), place: line.span), command: prompt.command, platform: platform,
                            kind: CommandKind(words: prompt.command) ?? kind))
                } else {
                    outputs[outputs.count - 1].lines.append(line)
                }
            }
            return outputs.filter { $0.name != nil || $0.lines.contains { !$0.isBlank } }
        }
    }
}

/// A prompt with what was typed behind it: it names the device.
struct Prompt {
    let name: String
    /// Empty where nothing was typed.
    let command: String

    private static let verbs: [StaticString] = [
        "show ", "sh ", "display ", "do show ", "dis ", "/interface ", "/ip ", "interface ", "ip ", "bridge ", "lldpcli ", "diagnose ",
        "sudo ",
    ]

    /// Reads `sw-1#show …`, `<sw-1>display …`, `user@sw-1> show …` and `[admin@sw-1] > /ip neighbor print detail`; nil for another line.
    init?(_ line: Line) {
        let bytes = line.bytes
        guard let first = bytes.first, bytes.count <= 400, let (name, rest) = Self.parts(bytes, first) else { return nil }
        let command = Line(bytes: trimmed(rest), file: line.file)
        guard command.bytes.isEmpty || Self.verbs.contains(where: { command.begins(with: $0) }) else { return nil }
        let host = Self.host(name)
        guard !host.isEmpty, host.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ",") }) else { return nil }
        self.name = String(decoding: host, as: UTF8.self)
        self.command = command.text
    }

    private static func parts(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> (name: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
        switch first {
        case UInt8(ascii: "<"):
            guard let close = bytes.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            return (bytes[bytes.index(after: bytes.startIndex)..<close], bytes[(close + 1)...])
        case UInt8(ascii: "["):
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let rest = bytes[(close + 1)...].drop { $0 == UInt8(ascii: " ") }
            return (bytes[bytes.index(after: bytes.startIndex)..<close], rest.first == UInt8(ascii: ">") ? rest.dropFirst() : rest)
        default:
            guard
                let mark = bytes.prefix(80).firstIndex(where: {
                    $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "$")
                })
            else {
                return nil
            }
            return (bytes[..<mark], bytes[(mark + 1)...])
        }
    }

    /// The host in `admin@sw-1`, `sw-1(config)`, `root@sw-1:~`, `{master:0}` left aside.
    private static func host(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var host = name
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        if let bracket = host.firstIndex(of: UInt8(ascii: "(")) { host = host[..<bracket] }
        if let colon = host.firstIndex(of: UInt8(ascii: ":")), host[colon...].count > 1,
            host[colon + 1] == UInt8(ascii: "~") || host[colon + 1] == UInt8(ascii: "/")
        {
            host = host[..<colon]
        }
        return trimmed(host)
    }
}

extension Sightings {
    /// A log repeats its prompt; the name counts once.
    fileprivate mutating func addOwnName(_ name: OwnName) {
        if !ownNames.contains(where: { $0.name == name.name }) { ownNames.append(name) }
    }

    /// Whether the whole table is there shows by the command, where a prompt tells it: with a filter, or for one port, it is not.
    fileprivate mutating func takeWholeness(of output: Transcript.Output, _ kind: CommandKind) {
        guard let command = output.command, !command.contains("|"), !command.utf8.contains(where: isDigit) else { return }
        switch kind {
        case .ports: listsAllPorts = true
        case .neighbours: listsAllNeighbours = true
        case .addresses: listsAllAddresses = true
        default: break
        }
    }
}
