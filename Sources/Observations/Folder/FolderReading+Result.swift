import Diagnostics
import Times

// What the files come to together.
extension FolderReading {
    mutating func result() -> ObservedFolder {
        readWalks()
        refuseOthers()
        findLocalPorts()
        return folder
    }

    /// Walks of one device in one folder that were taken within minutes are one: the tables refer to each other.
    private mutating func readWalks() {
        var groups: [[WalkPart]] = []
        var open: [String: Int] = [:]
        for part in walks {
            let key = "\(part.setting.device?.text ?? "")\u{0}\(part.setting.directory)"
            if let index = open[key], Self.areTogether(groups[index][0], part) {
                groups[index].append(part)
            } else {
                open[key] = groups.count
                groups.append([part])
            }
        }
        for group in groups {
            var walk = Walk()
            for part in group { walk.read(part.text, file: part.file) }
            let setting = group[0].setting
            let sightings = walk.sightings(at: setting.moment?.timestamp ?? Timestamp(seconds: 0))
            keep(sightings, .walk, of: group.map(\.file), setting, platform: walk.platform)
        }
    }

    private static func areTogether(_ first: WalkPart, _ second: WalkPart) -> Bool {
        guard let start = first.setting.moment?.timestamp, let next = second.setting.moment?.timestamp else { return true }
        return abs(start.seconds - next.seconds) <= 600
    }

    /// Refuses captures in which the device calls itself otherwise, and those beside them that do not say: they came from the same hand.
    private mutating func refuseOthers() {
        var book = SystemNameBook<Symbol>()
        for (device, further) in names {
            for name in [device] + further { book.add(name.text, device) }
        }
        for device in Set(folder.captures.map(\.device)) where names[device] == nil { book.add(device.text, device) }
        book.close()
        var strangers: [String: OwnName] = [:]
        for (number, capture) in folder.captures.enumerated() {
            for own in capture.sightings.ownNames where !Self.isOf(capture.device, own, book) {
                strangers["\(capture.device.text)\u{0}\(directories[number])"] = own
            }
        }
        guard !strangers.isEmpty else { return }
        var kept: [Capture] = []
        for (number, capture) in folder.captures.enumerated() {
            guard let stranger = strangers["\(capture.device.text)\u{0}\(directories[number])"],
                capture.sightings.ownNames.allSatisfy({ !Self.isOf(capture.device, $0, book) })
            else {
                kept.append(capture)
                continue
            }
            for file in capture.files { refuse(file, .otherDevice(stranger.name, capture.device, at: stranger.place)) }
        }
        folder.captures = kept
    }

    private static func isOf(_ device: Symbol, _ own: OwnName, _ book: SystemNameBook<Symbol>) -> Bool {
        // `core01.sjc01` is not `core01.tpe01`, even where no other device has that short name.
        if case .found(let found, let rule) = book.match(own.name.text) { return found == device && rule < .otherDomain }
        return false
    }

    /// Gives neighbours the local port that their own text leaves out, where another capture of the device, taken within minutes, has the
    /// same neighbour with it; drops those that remain.
    private mutating func findLocalPorts() {
        for index in folder.captures.indices {
            let neighbours = folder.captures[index].sightings.neighbours
            guard neighbours.contains(where: { $0.localPort == nil }) else { continue }
            let others = tablesBeside(folder.captures[index])
            var placed: [ObservedNeighbour] = []
            for var neighbour in neighbours {
                if neighbour.localPort == nil { neighbour.localPort = Self.localPort(of: neighbour, among: neighbours, in: others) }
                if neighbour.localPort == nil { folder.log.add(.noLocalPort(at: neighbour.place)) } else { placed.append(neighbour) }
            }
            folder.captures[index].sightings.neighbours = placed
            if placed.count < neighbours.count { folder.captures[index].sightings.listsAllNeighbours = false }
        }
        refuseEmptied()
    }

    private func tablesBeside(_ capture: Capture) -> [ObservedNeighbour] {
        folder.captures.filter { other in
            other.device == capture.device && abs(other.moment.timestamp.seconds - capture.moment.timestamp.seconds) <= 600
        }.flatMap(\.sightings.neighbours).filter { $0.localPort != nil }
    }

    /// The one port at which the same neighbour is listed; two of a kind cannot be told apart.
    private static func localPort(
        of neighbour: ObservedNeighbour, among all: [ObservedNeighbour], in others: [ObservedNeighbour]
    ) -> Symbol? {
        let isTwin = all.count(where: { isSame($0, neighbour) }) > 1
        let ports = Set(others.filter { isSame($0, neighbour) }.map(\.localPort))
        return isTwin || ports.count != 1 ? nil : ports.first!
    }

    /// The same port of the same box; tables cut names to twenty letters.
    private static func isSame(_ first: ObservedNeighbour, _ second: ObservedNeighbour) -> Bool {
        guard first.port != nil, first.port == second.port else { return false }
        guard let name = first.systemName?.text, let other = second.systemName?.text else { return first.systemName == second.systemName }
        let shorter = min(name.utf8.count, other.utf8.count)
        return name.utf8.prefix(shorter).elementsEqual(other.utf8.prefix(shorter)) && (shorter >= 20 || name.utf8.count == other.utf8.count)
    }

    /// A capture of nothing but neighbours, none of which has a port, says nothing.
    private mutating func refuseEmptied() {
        var kept: [Capture] = []
        for capture in folder.captures {
            let sightings = capture.sightings
            let hadNeighbours = folder.log.kept.contains {
                $0.code == "capture-no-local-port" && $0.span.map { capture.files.contains($0.file) } == true
            }
            if hadNeighbours, sightings.neighbours.isEmpty, sightings.ports.isEmpty, sightings.addresses.isEmpty {
                refuse(capture.files[0], .noLocalPorts(at: start(of: capture.files[0])))
            } else {
                kept.append(capture)
            }
        }
        folder.captures = kept
    }
}
