package import Diagnostics
import Glibc

/// Why a file could not be read.
package enum FileTrouble: Error, Hashable, Sendable {
    case missing(path: String)
    case isFolder(path: String)
    case noPermission(path: String)
    /// Two gigabytes or more.
    case tooLarge(path: String)
    /// Any other word of the system, with its number.
    case other(path: String, errno: Int32)

    init(errno code: Int32, path: String) {
        self =
            switch code {
            case ENOENT, ENOTDIR: .missing(path: path)
            case EISDIR: .isFolder(path: path)
            case EACCES, EPERM: .noPermission(path: path)
            default: .other(path: path, errno: code)
            }
    }

    /// The path that was to be read.
    package var path: String {
        switch self {
        case .missing(let path), .isFolder(let path), .noPermission(let path), .tooLarge(let path), .other(let path, _): path
        }
    }

    /// What people are told.
    package var diagnostic: Diagnostic {
        switch self {
        case .missing(let path): Diagnostic("file-missing", .error, .missing(path))
        case .isFolder(let path): Diagnostic("file-is-folder", .error, .isFolder(path))
        case .noPermission(let path): Diagnostic("file-not-permitted", .error, .noPermission(path))
        case .tooLarge(let path): Diagnostic("text-too-large", .error, .tooLarge(path))
        case .other(let path, let code): Diagnostic("file-unreadable", .error, .other(path, unsafe String(cString: strerror(code))))
        }
    }
}

extension SourceText {
    /// Reads a whole file; `name` is how people are told of it, the path itself where none is given.
    ///
    /// - Throws: why the file cannot be read.
    package static func readText(atPath path: String, name: String? = nil) throws(FileTrouble) -> SourceText {
        let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileTrouble(errno: errno, path: path) }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw FileTrouble(errno: errno, path: path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder(path: path) }
        guard status.st_size < NodeTree.sizeLimit else { throw .tooLarge(path: path) }
        return SourceText(name: name ?? path, bytes: try wholeFile(file, expecting: Int(status.st_size), path: path))
    }

    /// The bytes of an open file: in one piece where its size is told, however long where it is not (a pipe).
    private static func wholeFile(_ file: Int32, expecting size: Int, path: String) throws(FileTrouble) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = size + 1
        while true {
            var code: Int32 = 0
            let part = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                count = 0
                while count < room {
                    let step = unsafe read(file, buffer.baseAddress! + count, room - count)
                    if step < 0, errno == EINTR { continue }
                    if step < 0 { code = errno }
                    if step <= 0 { break }
                    count += step
                }
            }
            guard code == 0 else { throw FileTrouble(errno: code, path: path) }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            if part.count < room { return bytes }
            guard bytes.count < NodeTree.sizeLimit else { throw .tooLarge(path: path) }
            room = max(room, 1 << 16)
        }
    }
}

extension Phrase {
    fileprivate static func missing(_ path: String) -> Phrase {
        Phrase(en: "there is no file `\(path)`", ru: "файла `\(path)` нет")
    }

    fileprivate static func isFolder(_ path: String) -> Phrase {
        Phrase(en: "`\(path)` is a folder, not a file", ru: "`\(path)` — папка, а не файл")
    }

    fileprivate static func noPermission(_ path: String) -> Phrase {
        Phrase(en: "there is no permission to read `\(path)`", ru: "нет прав на чтение `\(path)`")
    }

    fileprivate static func tooLarge(_ path: String) -> Phrase {
        Phrase(en: "`\(path)` is larger than 2 GB and is not read", ru: "`\(path)` больше 2 ГБ и не прочитан")
    }

    fileprivate static func other(_ path: String, _ words: String) -> Phrase {
        Phrase(en: "`\(path)` cannot be read: \(words)", ru: "`\(path)` не читается: \(words)")
    }
}
