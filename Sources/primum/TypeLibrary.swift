import Diagnostics
import LocatedYAML

/// Device types and module types on the disk: those of the client's folder, then those of a clone of the NetBox library.
///
/// A file is found by its manufacturer's folder and its name, both as slugs: `Cisco/WS-C2960X-24TS-L.yaml` is
/// `cisco/ws-c2960x-24ts-l`, and `cisco-ws-c2960x-24ts-l` too. The folders are listed when the first type is asked for.
final class TypeLibrary {
    private let folders: [String]
    private var paths: [String: String]?
    /// Files that are there and could not be read.
    private(set) var troubles: [Diagnostic] = []
    /// Types that were taken from the clone: the path within a client's folder, and the text.
    private(set) var borrowed: [(path: String, text: SourceText)] = []
    /// Folders of the clone, by what they are called in a client's folder.
    private let lenders: [(folder: String, name: String)]

    init(folders: [String], clone library: String?) {
        let clone = library.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        let inClone = clone.map { clone in ["device-types", "module-types"].map { Files.path(clone, $0) } } ?? []
        let isClone = inClone.contains { Files.kind(of: $0) == .folder }
        let lent = isClone ? inClone : clone.map { [$0] } ?? []
        self.folders = folders + lent
        lenders = lent.map { ($0, isClone ? Files.name(of: $0) : "device-types") }
    }

    /// The text of a type by its slug; nil where there is none.
    func text(of slug: String) -> SourceText? {
        let known = paths ?? index()
        paths = known
        let key = slug.split(separator: "/").map { Self.slug($0) }.joined(separator: "/")
        guard let path = known[key] else { return nil }
        do {
            let text = try Files.text(at: path)
            if let lender = lenders.first(where: { path.hasPrefix($0.folder + "/") }) {
                borrowed.append((Files.path(lender.name, String(path.dropFirst(lender.folder.count + 1))), text))
            }
            return text
        } catch {
            troubles.append(error.cured)
            return nil
        }
    }

    /// Copies what was taken from the clone into a client's folder; what is there already stays as it is.
    ///
    /// - Returns: the paths that were written.
    func keepBorrowed(in folder: String) throws(FileTrouble) -> [String] {
        var written: [String] = []
        for (name, text) in borrowed {
            let path = Files.path(folder, name)
            guard Files.kind(of: path) == nil else { continue }
            try Files.makeFolder(Files.parent(of: path))
            try Files.write(String(decoding: text.bytes, as: UTF8.self), to: path)
            written.append(path)
        }
        return written
    }

    private func index() -> [String: String] {
        var found: [String: String] = [:]
        for folder in folders where Files.kind(of: folder) == .folder {
            for name in names(in: folder) {
                let path = Files.path(folder, name)
                if Files.kind(of: path) == .folder {
                    for file in names(in: path) { add(Files.path(path, file), maker: name, file: file, to: &found) }
                } else {
                    add(path, maker: nil, file: name, to: &found)
                }
            }
        }
        return found
    }

    private func names(in folder: String) -> [String] {
        do {
            return try Files.names(in: folder)
        } catch {
            troubles.append(error.cured)
            return []
        }
    }

    private func add(_ path: String, maker: String?, file: String, to found: inout [String: String]) {
        guard let ending = [".yaml", ".yml", ".json"].first(where: { file.hasSuffix($0) }) else { return }
        let model = Self.slug(file.dropLast(ending.count))
        let maker = maker.map { Self.slug($0) }
        for key in maker.map({ ["\($0)/\(model)", "\($0)-\(model)"] }) ?? [model] where found[key] == nil { found[key] = path }
    }

    /// Small letters and digits, all else a hyphen.
    private static func slug(_ name: some StringProtocol) -> String {
        var slug = ""
        for character in name.lowercased() {
            if character.isLetter || character.isNumber || character == "_" {
                slug.append(character)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug.append("-")
            }
        }
        return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    }
}
