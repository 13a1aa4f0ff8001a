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
        func stranger(in capture: Capture) -> OwnName? { capture.sightings.ownNames.first { !Self.isOf(capture.device, $0, book) } }
        // By the device and the folder of its captures.
        var strangers: [[String]: OwnName] = [:]
        for (capture, directory) in zip(folder.captures, directories) {
            if let own = stranger(in: capture) { strangers[[capture.device.text, directory]] = own }
        }
        guard !strangers.isEmpty else { return }
        var kept: [Capture] = []
        for (capture, directory) in zip(folder.captures, directories) {
            // One whose names are all the device's own is beyond doubt; a log of two devices is not.
            let beside = capture.sightings.ownNames.isEmpty ? strangers[[capture.device.text, directory]] : nil
            if let own = stranger(in: capture) ?? beside {
                for file in capture.files { refuse(file, .otherDevice(own.name, capture.device, at: own.place)) }
            } else {
                kept.append(capture)
            }
        }
        folder.captures = kept
    }

    private static func isOf(_ device: Symbol, _ own: OwnName, _ book: SystemNameBook<Symbol>) -> Bool {
        // `core01.sjc01` is not `core01.tpe01`, even where no other device has that short name.
        if case .found(let found, let rule) = book.match(own.name.text) { return found == device && rule < .otherDomain }
        return false
    }
}
