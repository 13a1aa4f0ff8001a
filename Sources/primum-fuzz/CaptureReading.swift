import Diagnostics
import Observations
import Times

/// What is promised of captures: every file is read or refused, and every row lies in its file.
enum CaptureReading {
    /// Reads a capture of `sw-1`; the promise that is broken, and what was read.
    static func outcome(of bytes: [UInt8], name: String) -> (broken: String?, answer: String) {
        var texts = SourceTexts()
        let file = SourceText(name: "observed/sw-1/" + name, bytes: bytes)
        let folder = ObservedFolder.read([file], of: &texts, capturedAt: WrittenMoment("2026-11-24T12:00:00Z"))
        let answer =
            Promises.summary(of: folder.log)
            + folder.captures.map { "\($0.device.text) \($0.format) \(summary(of: $0.sightings))" }.joined()
        return (broken(by: folder, in: texts) ?? Promises.broken(by: folder.log, in: texts), answer)
    }

    private static func broken(by folder: ObservedFolder, in texts: SourceTexts) -> String? {
        // A sheet without rows that say anything is refused with what is wrong with them.
        if folder.captures.isEmpty, folder.refusals.isEmpty { return "the file is neither read nor refused" }
        for capture in folder.captures {
            for place in places(of: capture.sightings) {
                guard Int(place.file.index) < texts.texts.count, place.start <= place.end, Int(place.end) <= texts[place.file].bytes.count
                else {
                    return "a row is at \(place.start)..<\(place.end)"
                }
            }
            if capture.sightings.ports.contains(where: \.name.isEmpty) { return "a port has no name" }
            if capture.sightings.neighbours.contains(where: { $0.localPort == nil }) { return "a neighbour has no port" }
        }
        return nil
    }

    private static func places(of sightings: Sightings) -> [Span] {
        sightings.ports.map(\.place) + sightings.neighbours.map(\.place) + sightings.addresses.map(\.place)
            + sightings.indications.map(\.place)
            + sightings.survey.map(\.place) + sightings.ownNames.map(\.place) + sightings.unread
    }

    private static func summary(of sightings: Sightings) -> String {
        sightings.ports.map { "\($0.name.text) \($0.place.start) " }.joined()
            + sightings.neighbours.map { "\($0.localPort?.text ?? "") \($0.chassis?.text.text ?? "") \($0.place.start) " }.joined()
            + sightings.addresses.map { "\($0.mac.text) \($0.port?.text ?? "") " }.joined()
            + " \(sightings.indications.count) \(sightings.survey.count) \(sightings.unread.count)"
    }
}
