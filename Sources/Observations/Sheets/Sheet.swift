import Diagnostics
import Times

/// A sheet with a line for each port, part or plug: what people write, and what tools that are not read here can be made to print.
struct Sheet {
    let format: CaptureFormat
    private let columns: [SheetColumn?]
    private let rows: [[CSVText.Cell]]
    /// Headings that say nothing here.
    let unknownHeadings: [CSVText.Cell]

    /// What a sheet says of one device at one moment.
    struct Part {
        var device: Symbol
        var moment: CaptureMoment
        var by: Symbol?
        var sightings = Sightings()
    }

    /// Why a row says nothing.
    struct Fault {
        enum Reason { case noDevice, noPort, noMoment, badMoment, nothing }

        let reason: Reason
        let span: Span
    }

    /// A sheet by its headings; nil for cells that are none.
    init?(_ text: CSVText) {
        guard let first = text.lines.first else { return nil }
        columns = first.map { SheetColumn(heading: $0.text) }
        let known = Set(columns.compactMap { $0 })
        if known.contains(.part) || known.contains(.reading) {
            format = .indicationSheet
        } else if known.contains(.port), !known.isDisjoint(with: [.label, .colour, .photo, .occupied]) {
            format = .surveySheet
        } else if known.contains(.port), !known.isDisjoint(with: [.admin, .operational, .remoteDevice, .macs, .lastChange]) {
            format = .portSheet
        } else {
            return nil
        }
        rows = Array(text.lines.dropFirst())
        unknownHeadings = zip(first, columns).filter { $0.1 == nil && !$0.0.text.isEmpty }.map(\.0)
    }

    /// Reads the rows, those of one device and moment together.
    ///
    /// - Parameters:
    ///   - device: whose folder the sheet lies in; nil where it lies in none.
    ///   - moment: when it was written, where the rows do not say.
    func parts(device: Symbol?, moment: CaptureMoment?, faults: inout [Fault]) -> [Part] {
        var parts: [Part] = []
        var places: [PartKey: Int] = [:]
        for cells in rows {
            guard let row = SheetRow(cells, columns) else { continue }
            guard let whose = row.symbol(.device) ?? device else {
                faults.append(Fault(reason: .noDevice, span: row.span))
                continue
            }
            guard let when = self.moment(of: row, else: moment, &faults) else { continue }
            let key = PartKey(device: whose, moment: when, by: row.symbol(.by))
            let index = places[key] ?? parts.count
            if index == parts.count {
                parts.append(Part(device: whose, moment: when, by: key.by))
                places[key] = index
            }
            if !add(row, of: whose, at: when, to: &parts[index].sightings) { faults.append(Fault(reason: .noPort, span: row.span)) }
        }
        return parts.filter { !$0.sightings.isEmpty }
    }

    private struct PartKey: Hashable {
        let device: Symbol
        let moment: CaptureMoment
        let by: Symbol?
    }

    private func moment(of row: SheetRow, else given: CaptureMoment?, _ faults: inout [Fault]) -> CaptureMoment? {
        guard let written = row.text(.moment) else {
            if given == nil { faults.append(Fault(reason: .noMoment, span: row.span)) }
            return given
        }
        guard let time = WrittenMoment(written) else {
            faults.append(Fault(reason: .badMoment, span: row.cell(.moment)!.span))
            return nil
        }
        return CaptureMoment(time: time, source: .row)
    }

    /// Whether the row says anything.
    private func add(_ row: SheetRow, of device: Symbol, at moment: CaptureMoment, to sightings: inout Sightings) -> Bool {
        switch format {
        case .indicationSheet: addIndication(row, to: &sightings)
        case .surveySheet: addSurvey(row, of: device, at: moment, to: &sightings)
        default: addPort(row, at: moment.timestamp, to: &sightings)
        }
    }

    private func addIndication(_ row: SheetRow, to sightings: inout Sightings) -> Bool {
        guard let name = row.symbol(.part) ?? row.symbol(.port) else { return false }
        let word = row.text(.reading) ?? row.text(.operational)
        sightings.indications.append(
            Indication(
                part: Self.part(name.text), name: name, isGood: word.flatMap(SupplyWords.isGood), word: word.map { Symbol($0) },
                place: row.span))
        return true
    }

    private static func part(_ name: String) -> Indication.Part {
        let name = name.lowercased()
        if name.contains("fan") || name.contains("вентилятор") { return .fan }
        if name.contains("temp") || name.contains("температур") { return .temperature }
        return name.contains("ps") || name.contains("power") || name.contains("supply") || name.contains("бп") || name.contains("питани")
            ? .supply : .other
    }

    private func addSurvey(_ row: SheetRow, of device: Symbol, at moment: CaptureMoment, to sightings: inout Sightings) -> Bool {
        guard let port = row.symbol(.port) else { return false }
        sightings.survey.append(
            SurveyRow(
                device: device, port: port, isOccupied: row.text(.occupied).flatMap(StateWords.truth), label: row.symbol(.label),
                colour: row.symbol(.colour), photo: row.symbol(.photo), farDevice: row.symbol(.remoteDevice),
                farPort: row.symbol(.remotePort),
                by: row.symbol(.by), moment: moment, note: row.symbol(.note) ?? row.symbol(.description), place: row.span))
        return true
    }

    private func addPort(_ row: SheetRow, at moment: Timestamp, to sightings: inout Sightings) -> Bool {
        guard let name = row.symbol(.port) else { return false }
        var port = ObservedPort(name: name, place: row.span)
        if let word = row.text(.operational) {
            let state = StateWords.state(of: word)
            (port.admin, port.operational, port.stateWord) = (state?.admin, state?.operational, Symbol(word))
        }
        if let word = row.text(.admin), let isUp = StateWords.truth(word) { port.admin = isUp ? .up : .down }
        port.description = row.symbol(.description)
        port.lastChange = lastChange(row.text(.lastChange), at: moment)
        sightings.ports.append(port)
        addNeighbour(row, at: name, to: &sightings)
        for mac in row.text(.macs)?.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " || $0 == "|" }) ?? [] {
            if let address = MACAddress(mac) {
                sightings.addresses.append(
                    ObservedAddress(mac: address, port: name, vlan: row.symbol(.vlan), kind: .learned, place: row.cell(.macs)!.span))
            } else {
                sightings.unread.append(row.cell(.macs)!.span)
            }
        }
        return true
    }

    private func addNeighbour(_ row: SheetRow, at port: Symbol, to sightings: inout Sightings) {
        var neighbour = ObservedNeighbour(place: (row.cell(.remoteDevice) ?? row.cell(.remotePort))?.span ?? row.span)
        neighbour.localPort = port
        neighbour.systemName = row.symbol(.remoteDevice)
        neighbour.port = row.text(.remotePort).flatMap { Identifier($0) }
        if let word = row.text(.source).map({ asciiLowercased($0) }) { neighbour.discovery = DiscoveryProtocol(rawValue: word) }
        if !neighbour.isNameless { sightings.neighbours.append(neighbour) }
    }

    /// A moment, or how long ago.
    private func lastChange(_ written: String?, at moment: Timestamp) -> LastChange {
        guard let written else { return .unknown(.notTold) }
        if let told = WrittenMoment(written) { return .told(told.moment, captured: moment) }
        return .ago(Ages.period(written), before: moment)
    }
}

/// One line of a sheet by what its columns say.
struct SheetRow {
    private var cells: [SheetColumn: CSVText.Cell] = [:]
    let span: Span

    /// Nil for a line without a cell under a known heading.
    init?(_ line: [CSVText.Cell], _ columns: [SheetColumn?]) {
        guard let first = line.first, let last = line.last else { return nil }
        span = Span(file: first.span.file, start: first.span.start, end: max(first.span.end, last.span.end))
        for (cell, column) in zip(line, columns) {
            if let column, !cell.text.isEmpty, cells[column] == nil { cells[column] = cell }
        }
        if cells.isEmpty { return nil }
    }

    func cell(_ column: SheetColumn) -> CSVText.Cell? { cells[column] }

    func text(_ column: SheetColumn) -> String? { cells[column]?.text }

    func symbol(_ column: SheetColumn) -> Symbol? { cells[column].map { Symbol($0.text) } }
}
