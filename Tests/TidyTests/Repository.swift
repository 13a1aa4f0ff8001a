import Foundation

/// The package as it lies on disk.
struct Repository {
    /// Where modules stand that only tests use.
    static let support = "Tests/Support/"
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A Swift file of the package.
    struct File {
        /// From the package's root, such as `Sources/Times/Interval.swift`.
        let path: String
        let text: String
        let masked: MaskedSource

        /// The target it belongs to: the folder below `Sources`, `Tests` or `Tests/Support`.
        var module: String {
            let folders = path.split(separator: "/")
            return String(path.hasPrefix(Repository.support) ? folders[2] : folders[1])
        }
        var name: String { String(path.split(separator: "/").last ?? "") }
    }

    /// All Swift files of the modules, in the order of their paths.
    static let sources = Result { try swiftFiles(under: "Sources") }
    /// All Swift files of the tests.
    static let tests = Result { try swiftFiles(under: "Tests") }

    private static func swiftFiles(under folder: String) throws -> [File] {
        let base = root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") && $0.contains("/") }.sorted().map { path in
            let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
            return File(path: "\(folder)/\(path)", text: text, masked: MaskedSource(text))
        }
    }

    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
