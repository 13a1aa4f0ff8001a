import Diagnostics
import Glibc
import LocatedYAML

/// The file system: reading files and folders, writing files whole or not at all.
enum Files {
    enum Kind {
        case file, folder, other
    }

    /// What a path leads to, links followed; nil where there is nothing.
    static func kind(of path: String) -> Kind? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// A whole file; `-` is standard input.
    ///
    /// Pipes are read to their end; a device such as `/dev/zero`, which has none, is refused.
    static func text(at path: String) throws(FileTrouble) -> SourceText {
        if path == "-" { return try SourceText.readText(atPath: "/dev/stdin", name: "stdin") }
        var status = stat()
        if unsafe stat(path, &status) == 0, [S_IFCHR, S_IFBLK].contains(status.st_mode & S_IFMT), path != "/dev/stdin" {
            throw .other(path: path, errno: ENOTSUP)
        }
        return try SourceText.readText(atPath: path)
    }

    /// The names in a folder, sorted by their bytes; hidden ones left out.
    static func names(in folder: String) throws(FileTrouble) -> [String] {
        guard let directory = unsafe opendir(folder) else { throw trouble(errno, folder) }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Writes a file whole or not at all: beside it first, then renamed into its place.
    ///
    /// What is no regular file (`/dev/stdout`, a pipe) is written as it is.
    static func write(_ text: String, to path: String) throws(FileTrouble) {
        if kind(of: path) == .folder { throw .isFolder(path: path) }
        guard kind(of: path) != .other else { return try writeThrough(text, to: path) }
        let target = resolved(path)
        let draft = "\(target).\(getpid()).part"
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw trouble(errno, path) }
        let code = fill(file, with: text, like: target)
        close(file)
        guard code == 0 else {
            unsafe unlink(draft)
            throw trouble(code, path)
        }
        guard unsafe rename(draft, target) == 0 else {
            let code = errno
            unsafe unlink(draft)
            throw trouble(code, path)
        }
    }

    /// Makes a folder and those above it; one that is there is left as it is.
    static func makeFolder(_ path: String) throws(FileTrouble) {
        guard kind(of: path) != .folder, !path.isEmpty else { return }
        let above = parent(of: path)
        if above != path, above != "." { try makeFolder(above) }
        guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST && kind(of: path) == .folder else { throw trouble(errno, path) }
    }

    /// The path behind a symbolic link, so that the link stays; the path itself where it is none.
    private static func resolved(_ path: String) -> String {
        guard let real = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    /// Fills a fresh file, gives it the permissions of the one it replaces, and waits until it is on the disk.
    private static func fill(_ file: Int32, with text: String, like target: String) -> Int32 {
        var status = stat()
        if unsafe stat(target, &status) == 0 { fchmod(file, status.st_mode & 0o7777) }
        var text = text
        let code = text.withUTF8 { bytes in unsafe writeAll(UnsafeRawBufferPointer(bytes), to: file) }
        return code == 0 && fsync(file) != 0 ? errno : code
    }

    private static func writeThrough(_ text: String, to path: String) throws(FileTrouble) {
        let file = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw trouble(errno, path) }
        defer { close(file) }
        var text = text
        let code = text.withUTF8 { bytes in unsafe writeAll(UnsafeRawBufferPointer(bytes), to: file) }
        guard code == 0 else { throw trouble(code, path) }
    }

    private static func trouble(_ code: Int32, _ path: String) -> FileTrouble {
        switch code {
        case ENOENT, ENOTDIR: .missing(path: path)
        case EISDIR: .isFolder(path: path)
        case EACCES, EPERM: .noPermission(path: path)
        default: .other(path: path, errno: code)
        }
    }
}

// MARK: - Paths

extension Files {
    /// The folder above, by the words of the path alone: `a` for `a/b`, `.` for `a`, `..` for `.`.
    static func parent(of path: String) -> String {
        let words = path.split(separator: "/", omittingEmptySubsequences: true)
        guard let last = words.last else { return path.isEmpty ? ".." : path }
        if last == "." || last == ".." { return path == "." ? ".." : "\(path)/.." }
        let above = words.dropLast().joined(separator: "/")
        return path.hasPrefix("/") ? "/\(above)" : above.isEmpty ? "." : above
    }

    /// A path below a folder; the current folder is not written.
    static func path(_ folder: String, _ name: String) -> String {
        folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The path from the root where there is something; the path itself where there is nothing.
    static func absolute(_ path: String) -> String { resolved(path) }

    /// The last word of a path.
    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// True when both paths lead to the very same thing.
    static func isSame(_ left: String, _ right: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard unsafe stat(left, &first) == 0, unsafe stat(right, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
}
