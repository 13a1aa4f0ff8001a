import Diagnostics
import Foundation

/// The real captures, from `../shared/observed` or the folder that `OBSERVED_DIR` names.
enum ObservedFiles {
    static let root: URL = {
        let named = ProcessInfo.processInfo.environment["OBSERVED_DIR"]
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return named.map { URL(filePath: $0) } ?? package.appending(path: "../shared/observed")
    }()

    /// False where the folder is not there; the tests that need it then say so and hold nothing.
    static let areHere: Bool = {
        let isHere = FileManager.default.fileExists(atPath: root.appending(path: "MANIFEST.csv").path)
        if !isHere { print("observed: the folder \(root.path) is missing; nothing was compared") }
        return isHere
    }()

    /// The paths of all files below a folder, in order, without the folder's own.
    static func paths(below folder: String = "") -> [String] {
        let start = root.appending(path: folder).standardizedFileURL.resolvingSymlinksInPath()
        let found =
            FileManager.default.enumerator(at: start, includingPropertiesForKeys: [.isRegularFileKey])?.compactMap { $0 as? URL } ?? []
        let files = found.filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
        let depth = start.path.count + 1
        return files.map { String($0.resolvingSymlinksInPath().path.dropFirst(depth)) }.sorted()
    }

    static func text(_ path: String, name: String? = nil) throws -> SourceText {
        SourceText(name: name ?? path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
    }
}
