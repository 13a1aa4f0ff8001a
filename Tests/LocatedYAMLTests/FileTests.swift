import Diagnostics
import Glibc
import LocatedYAML
import Testing

/// What can be wrong with a file before its text is seen.
struct FileTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        var template = Array(("/tmp/primum-files-" + String(repeating: "X", count: 6)).utf8CString)
        guard let made = unsafe mkdtemp(&template) else { throw FileTrouble.missing(path: "/tmp") }
        let folder = unsafe String(cString: made)
        defer {
            for name in ["a.yaml", "link.yaml"] { unsafe unlink("\(folder)/\(name)") }
            unsafe rmdir(folder)
        }
        try body(folder)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        guard let file = unsafe fopen(path, "w") else { throw FileTrouble.missing(path: path) }
        _ = unsafe fwrite(bytes, 1, bytes.count, file)
        unsafe fclose(file)
    }

    @Test func `a file is read whole under the name that people know`() throws {
        try withFolder { folder in
            let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
            try write(bytes, to: "\(folder)/a.yaml")
            let text = try SourceText.readText(atPath: "\(folder)/a.yaml", name: "inventory/a.yaml")
            #expect(text.bytes == bytes)
            #expect(text.name == "inventory/a.yaml")
        }
    }

    @Test func `an empty file is an empty text`() throws {
        try withFolder { folder in
            try write([], to: "\(folder)/a.yaml")
            #expect(try SourceText.readText(atPath: "\(folder)/a.yaml").bytes.isEmpty)
        }
    }

    @Test func `what tells no size is read to its end`() throws {
        let status = try SourceText.readText(atPath: "/proc/self/status")
        #expect(String(decoding: status.bytes, as: UTF8.self).contains("VmPeak"))
    }

    @Test func `a missing file, a folder and a link to nothing are told apart`() throws {
        try withFolder { folder in
            unsafe symlink("\(folder)/nowhere", "\(folder)/link.yaml")
            let cases: [(String, FileTrouble)] = [
                ("\(folder)/b.yaml", .missing(path: "\(folder)/b.yaml")), (folder, .isFolder(path: folder)),
                ("\(folder)/link.yaml", .missing(path: "\(folder)/link.yaml")),
            ]
            for (path, trouble) in cases {
                #expect(throws: trouble) { try SourceText.readText(atPath: path) }
                let told = trouble.diagnostic
                #expect(told.severity == .error && told.summary.en.contains(path) && told.summary.ru.contains(path))
            }
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func `a file without permission is told apart`() throws {
        try withFolder { folder in
            try write([0x61], to: "\(folder)/a.yaml")
            unsafe chmod("\(folder)/a.yaml", 0)
            #expect(throws: FileTrouble.noPermission(path: "\(folder)/a.yaml")) {
                try SourceText.readText(atPath: "\(folder)/a.yaml")
            }
        }
    }
}
