import Diagnostics

/// How the output of one command is read: how it is recognised, and what its lines come to.
///
/// A reader knows the command by its heading, never by a file's name, so that a log is read whatever it is called.
struct CommandReader: Sendable {
    let kind: CommandKind
    /// Whose command it is; any platform's where none is named.
    let platforms: [Platform]
    /// True for the line at which the output begins to be this one's.
    let isHeading: @Sendable (Line) -> Bool
    let read: @Sendable (inout OutputReading) -> Void

    /// A reader of a table whose rows are single lines.
    static func table(
        _ kind: CommandKind, _ platforms: Platform..., heading: @escaping @Sendable (Line) -> Bool,
        row: @escaping @Sendable (Line) -> Row?
    ) -> CommandReader {
        CommandReader(kind: kind, platforms: platforms, isHeading: heading) { $0.readTable(heading: heading, row: row) }
    }
}

/// The output of one command while it is read.
struct OutputReading {
    let lines: [Line]
    let platform: Platform?
    var rows: [Row] = []
    /// Lines that should be rows and are not understood.
    var unread: [Span] = []

    init(lines: [Line], platform: Platform?) {
        self.lines = lines
        self.platform = platform
    }

    /// Reads the lines below a heading as rows; blank lines, rulers and sums are none.
    mutating func readTable(heading: (Line) -> Bool, row: (Line) -> Row?) {
        var isBelow = false
        for line in lines {
            if heading(line) {
                isBelow = true
                continue
            }
            if line.isOtherTable { isBelow = false }
            guard isBelow, !line.isBlank, !line.isRuler, !line.isSum else { continue }
            if let row = row(line) { rows.append(row) } else { note(line) }
        }
    }

    /// Keeps the place of a line that should be a row; one without a number is a remark, for no port and no address lacks one.
    mutating func note(_ line: Line) {
        if line.bytes.contains(where: isDigit) { unread.append(line.span) }
    }
}

extension Line {
    /// True where a legend or another table begins below a table.
    fileprivate var isOtherTable: Bool { begins(with: "flags :") || begins(with: "module available") || begins(with: "> indicates") }

    /// True for a line that counts what a table holds, or says that it is at its end.
    var isSum: Bool {
        begins(with: "total") || begins(with: "number of") || begins(with: "---") && holds("more") || begins(with: "--more--")
            || begins(with: "legend") || begins(with: "flags:")
    }
}

extension CommandReader {
    /// All readers, the more particular before the more general.
    static let all: [CommandReader] =
        ciscoPorts + ciscoNeighbours + aristaReaders + nexusReaders + addressTables + procurveReaders + huaweiReaders + comwareReaders
        + junosReaders + eltexReaders + mikrotikReaders + smallReaders + linuxReaders

    /// The reader of an output: the first whose heading is there; those of the platform, and of the kind that is asked for, come first.
    static func reader(of lines: [Line], platform: Platform?, kind: CommandKind?) -> CommandReader? {
        let candidates = all.filter { reader in
            guard let platform, !reader.platforms.isEmpty else { return true }
            return reader.platforms.contains(platform)
        }
        let asked = candidates.filter { kind == nil || $0.kind.isLike(kind!) }
        return asked.first { $0.isIn(lines) } ?? candidates.first { $0.isIn(lines) }
    }

    private func isIn(_ lines: [Line]) -> Bool { lines.contains(where: isHeading) }
}

extension CommandKind {
    /// True where both ask for the same, whatever the protocol.
    func isLike(_ other: CommandKind) -> Bool {
        if case .neighbours(let mine) = self, case .neighbours(let theirs) = other { return mine == nil || theirs == nil || mine == theirs }
        return self == other
    }
}
