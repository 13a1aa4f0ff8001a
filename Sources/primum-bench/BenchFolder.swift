import ChangeOrders
import Diagnostics
import Glibc
import Inventories
import LocatedYAML
import Plants
import Seals
import Times

/// A client folder on disk, as it is measured.
struct BenchFolder {
    let path: String
    /// The paths of `client.yaml` and what stands in `inventory/`.
    let files: [String]
    /// The path of the order; nil where the folder has none.
    let order: String?

    init(_ path: String, order: String?) throws {
        self.path = path
        files = ["\(path)/client.yaml"] + yamlFiles(in: "\(path)/inventory")
        self.order = order ?? yamlFiles(in: "\(path)/orders").first
    }

    /// The texts, read from disk.
    func texts() throws -> [SourceText] {
        try files.map { try SourceText.readText(atPath: $0, name: String($0.dropFirst(path.utf8.count + 1))) }
    }

    /// One whole check in this process: what each part took, and how much memory the process had at most.
    func checkedOnce() throws -> JSON {
        let check = try TimedCheck(self)
        return .object([
            .init("processor_seconds", .seconds(check.laps.total.processor)),
            .init("elapsed_seconds", .seconds(check.laps.total.elapsed)), .init("laps", check.laps.json(\.processor)),
            .init("counts", check.counts),
            .init("peak_megabytes", JSON(peakMemory() / 1_000_000)),
        ])
    }
}

/// The YAML files of a folder in the order of their names.
private func yamlFiles(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
        let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { names.append("\(folder)/\(name)") }
    }
    return names.sorted()
}

/// The most memory this process has had, in bytes.
///
/// Linux keeps the greatest of all programs that a process has been in `getrusage`, and this one's in `/proc/self/status`.
private func peakMemory() -> Int {
    let status = (try? SourceText.readText(atPath: "/proc/self/status"))?.bytes ?? []
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 * 1_024 } ?? 0
}
