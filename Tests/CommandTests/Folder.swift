import Glibc
import Testing

/// A fresh folder that goes away with the test.
final class Folder {
    let root: String

    init() throws {
        var template = Array("/tmp/primum-test-\(String(repeating: "X", count: 6))".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { unsafe mkdtemp($0.baseAddress!) }
        root = unsafe String(cString: try #require(made, "no folder for the test could be made"))
    }

    deinit {
        Files.remove(root)
    }

    func path(_ name: String) -> String { "\(root)/\(name)" }

    /// Writes a file and the folders above it.
    func write(_ text: String, to name: String) {
        var above = root
        for step in name.split(separator: "/").dropLast() {
            above += "/\(step)"
            unsafe mkdir(above, 0o755)
        }
        guard let file = unsafe fopen(path(name), "w") else { return }
        var text = text
        _ = text.withUTF8 { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
        unsafe fclose(file)
    }

    func makeFolder(_ name: String) {
        unsafe mkdir(path(name), 0o755)
    }

    /// The text of a file; nil where there is none.
    func text(_ name: String) -> String? { Files.text(path(name)) }

    /// The names in the folder, sorted; hidden ones left out.
    var names: [String] { Files.names(root) }
}

/// Reading what lies on the disk.
enum Files {
    static func text(_ path: String) -> String? {
        guard let file = unsafe fopen(path, "r") else { return nil }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }

    /// Removes a file, or a folder with all that is in it; links are not followed.
    static func remove(_ path: String) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in allNames(path) { remove("\(path)/\(name)") }
            unsafe rmdir(path)
        } else {
            unsafe unlink(path)
        }
    }

    static func names(_ folder: String) -> [String] { allNames(folder).filter { !$0.hasPrefix(".") } }

    private static func allNames(_ folder: String) -> [String] {
        guard let directory = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
