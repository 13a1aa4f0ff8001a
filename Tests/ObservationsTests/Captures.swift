import Diagnostics
import Testing
import Times

@testable import Observations

/// Captures written out in tests.
enum Captures {
    /// Reads files of a folder `observed/`, taken at a given moment where they do not say.
    static func read(
        _ files: [(path: String, text: String)], at moment: String? = "2026-11-21T20:00:00Z", names: [Symbol: [Symbol]] = [:]
    ) -> ObservedFolder {
        var texts = SourceTexts()
        return ObservedFolder.read(
            files.map { SourceText(name: "observed/" + $0.path, $0.text) }, of: &texts, capturedAt: moment.flatMap { WrittenMoment($0) },
            names: names)
    }

    /// What one file in the folder of `sw-1` says.
    static func sightings(_ name: String, _ text: String, platform: String? = nil) throws -> Sightings {
        var files = [("sw-1/" + name, text)]
        if let platform { files.append(("sw-1/capture.yaml", "platform: \(platform)")) }
        let folder = read(files)
        #expect(folder.refusals.isEmpty, "\(folder.refusals.map(\.diagnostic.summary.en))")
        return try #require(folder.captures.first).sightings
    }

    /// The codes of the reasons for which files are refused.
    static func refusals(_ files: [(path: String, text: String)], at moment: String? = "2026-11-21T20:00:00Z") -> [String] {
        read(files, at: moment).refusals.map(\.diagnostic.code)
    }
}

extension Timestamp {
    /// The moment at which captures in tests are taken.
    static let captured = Timestamp(rfc3339: "2026-11-21T20:00:00Z")!
}
