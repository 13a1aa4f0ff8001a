import Diagnostics
import Inventories
import LocatedYAML
import Testing
import Times

@testable import Imports

#if canImport(Glibc)
    import Glibc
#endif

/// The demo data, from `../shared/netbox-demo` or the folder that `NETBOX_DEMO` names.
enum Demo {
    static var folder: String {
        guard let path = unsafe getenv("NETBOX_DEMO") else { return "../shared/netbox-demo" }
        return unsafe String(cString: path)
    }

    static let options = ImportOptions(
        client: "demo", asOf: CivilDate(year: 2026, month: 11, day: 1), vouchedBy: "dwight-schrute", ownerFrom: .tenant)

    /// What an import into an empty folder makes of the demo; nil, and a failure that says so, where the data is not there.
    static func imported() -> ImportResult? {
        lists() == nil ? nil : firstImport
    }

    private static let firstImport = lists().map { NetBoxImport.run(exports: $0, folder: [], options: options) }

    /// The lists of the REST API; nil, and a failure that says so, where the data is not there.
    static func lists() -> [SourceText]? {
        guard let directory = unsafe opendir(folder) else {
            Issue.record("the demo data is not at `\(folder)`: set NETBOX_DEMO to its folder")
            return nil
        }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name.hasSuffix(".json") { names.append(name) }
        }
        return names.sorted().compactMap { name in
            text("\(folder)/\(name)").map { SourceText(name: name, bytes: $0) }
        }
    }

    /// How many objects each list says that it has.
    static func announcedCounts(_ lists: [SourceText]) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for list in lists {
            var log = DiagnosticLog()
            let root = try #require(NodeTree.parse(list, file: FileID(index: 0), log: &log).roots.first)
            guard let count = root.integer("count"), let file = list.name.split(separator: "/").last else { continue }
            let words = file.split(separator: ".")
            counts["\(words[0])/\(words[1])"] = count
        }
        return counts
    }

    /// The client folder that an import writes, read as `primum` reads it.
    static func folder(of result: ImportResult) -> ClientFolder {
        ClientFolder.read(result.folder().filter { NetBoxImport.reads($0.path) && $0.path != NetBoxImport.memoryPath }.map(\.text)) { _ in
            nil
        }
    }

    static func text(_ path: String) -> [UInt8]? {
        guard let file = unsafe fopen(path, "r") else { return nil }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}

extension ImportResult {
    /// The folder after the import: what was there, with the texts that were written.
    func folder(over before: [(path: String, text: SourceText)] = []) -> [(path: String, text: SourceText)] {
        var texts = Dictionary(before.map { ($0.path, $0.text) }) { $1 }
        for (path, text) in self.texts { texts[path] = SourceText(name: path, text) }
        return texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
