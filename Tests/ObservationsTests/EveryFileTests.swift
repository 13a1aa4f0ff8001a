import Diagnostics
import Foundation
import Testing
import Times

@testable import Observations

/// All real captures, laid out as a client's folder is.
struct EveryFileTests {
    /// Every file in a folder of its own, so that none is joined with another, read with a given time.
    private static func read(_ paths: [String]) throws -> [(path: String, folder: ObservedFolder)] {
        try paths.map { path in
            var texts = SourceTexts()
            let name = "observed/device/" + path.split(separator: "/").last!
            let folder = ObservedFolder.read(
                [try ObservedFiles.text(path, name: name)], of: &texts, capturedAt: WrittenMoment("2026-11-22"), names: ["device": ownNames]
            )
            return (path, folder)
        }
    }

    /// What the devices of the samples call themselves: here it is not the question whose they are.
    private static let ownNames: [Symbol] = []

    @Test func `every file is read or refused with a reason`() throws {
        guard ObservedFiles.areHere else { return }
        let paths = ObservedFiles.paths().filter { !$0.hasPrefix("LICENSES/") && !$0.hasSuffix(".md") && $0 != "MANIFEST.csv" }
        #expect(paths.count > 1_100)
        var reasons: [String: Int] = [:]
        var formats: [String: Int] = [:]
        for (path, folder) in try Self.read(paths) {
            for refusal in folder.refusals { reasons[refusal.diagnostic.code, default: 0] += 1 }
            for capture in folder.captures where !capture.sightings.unread.isEmpty {
                print(
                    "observed: \(path): \(capture.sightings.unread.count) rows not understood, the first at byte \(capture.sightings.unread[0].start)"
                )
            }
            for capture in folder.captures { formats[capture.format.rawValue, default: 0] += 1 }
            if folder.captures.isEmpty, folder.refusals.isEmpty { Issue.record("\(path) is neither read nor refused") }
            if let refusal = folder.refusals.first, ProcessInfo.processInfo.environment["OBSERVED_REFUSALS"] != nil {
                print("refused \(path): \(refusal.diagnostic.code) \(refusal.diagnostic.summary.en)")
            }
        }
        print("observed: read \(formats.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))")
        print("observed: refused \(reasons.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))")
    }
}
