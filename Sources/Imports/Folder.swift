import Diagnostics
import LocatedYAML

/// The texts of a client folder as they are, with every object that an import wrote found by its key.
struct Folder {
    struct File {
        let path: String
        let text: SourceText
        let tree: NodeTree

        /// The one mapping of the file; nil where it holds something else.
        var root: Node? { tree.roots.first.flatMap { $0.kind == .mapping ? $0 : nil } }
    }

    /// One object of a list, at the top of a file or inside another object.
    struct Entry {
        let file: Int
        let section: String
        let node: Node
        /// The key of the object in which it stands.
        let parent: String?
    }

    private(set) var files: [File] = []
    /// Objects by key; a line that stands for several (`dcim.interface:[3-26]`) is there for each of them.
    private(set) var entries: [String: Entry] = [:]
    /// Keys in the order of the files.
    private(set) var order: [String] = []
    private(set) var names = FolderNames()
    private var texts: [String: SourceText] = [:]

    /// Reads the folder's texts; what is wrong with them is in the log.
    ///
    /// - Parameter texts: by paths inside the folder, such as `client.yaml` and `inventory/r1.yaml`.
    init(_ texts: [(path: String, text: SourceText, file: FileID)], memory: Memory, log: inout DiagnosticLog) {
        for (path, text, _) in texts { self.texts[path] = text }
        for (path, text, file) in texts where path == "client.yaml" || path.hasPrefix("inventory/") {
            files.append(File(path: path, text: text, tree: NodeTree.parse(text, file: file, log: &log)))
        }
        for index in files.indices {
            files[index].root?.forEachPair { key, value in
                value.forEachItem { read($0, in: key.string, of: index, parent: nil, memory, &log) }
            }
        }
    }

    func file(_ path: String) -> File? {
        files.first { $0.path == path }
    }

    /// The text at a path, whatever it is.
    func text(_ path: String) -> SourceText? { texts[path] }

    /// The ids of the people whom `client.yaml` names.
    var contacts: [String] {
        file("client.yaml")?.root?["contacts"]?.items.compactMap { $0.text("id") } ?? []
    }

    /// The list at the top of a file in which an object stands.
    func list(of entry: Entry) -> Node? {
        files[entry.file].root?[entry.section]
    }

    /// The name of an object of the folder, its key where it has none.
    func name(_ origin: String) -> String {
        guard let entry = entries[origin] else { return origin }
        return entry.node.text(FolderNames.key(of: entry.section)) ?? entry.node.text("name") ?? origin
    }

    private mutating func read(
        _ node: Node, in section: String, of file: Int, parent: String?, _ memory: Memory, _ log: inout DiagnosticLog
    ) {
        guard node.kind == .mapping else { return }
        let written = node.text("origin") ?? ""
        let origins = FolderOrigins.keys(written)
        for origin in origins { add(origin, Entry(file: file, section: section, node: node, parent: parent), &log) }
        let nameKey = FolderNames.key(of: section)
        if let name = node.text(nameKey) {
            if let origin = origins.first, origins.count == 1 {
                let isStable = section == "parties" || section == "contacts"
                if isStable || memory.wasEdited(origin, nameKey, node[nameKey]) { names.kept[origin] = name }
            } else if origins.isEmpty {
                names.taken[section, default: []].insert(name)
            }
        }
        let own = origins.first
        node.forEachPair { key, value in
            guard value.kind == .sequence else { return }
            value.forEachItem { read($0, in: key.string, of: file, parent: own ?? parent, memory, &log) }
        }
    }

    private mutating func add(_ origin: String, _ entry: Entry, _ log: inout DiagnosticLog) {
        if let first = entries[origin] {
            log.add(
                Diagnostic(
                    "import-origin-twice", .error, .originTwice(origin), at: entry.node["origin"]?.span,
                    related: first.node["origin"].map { [.init($0.span, .firstHere)] } ?? [], help: [.removeOne]))
            return
        }
        entries[origin] = entry
        order.append(origin)
    }
}

/// The names in a folder that an import must respect.
struct FolderNames {
    /// Names that people gave to imported objects, by key.
    var kept: [String: String] = [:]
    /// Names of objects that are no import's, by list.
    var taken: [String: Set<String>] = [:]

    /// The field that names an object of a list.
    static func key(of section: String) -> String {
        switch section {
        case "parties", "contacts", "circuits", "cables": "id"
        default: "name"
        }
    }
}

/// Keys of foreign objects as they are written.
enum FolderOrigins {
    /// The keys of a line: one, or all that `dcim.interface:[3-20,31]` stands for; none where nothing is written.
    static func keys(_ written: String) -> [String] {
        guard let colon = written.firstIndex(of: ":"), colon > written.startIndex else { return [] }
        let (model, rest) = (written[..<colon], written[written.index(after: colon)...])
        guard rest.hasPrefix("["), rest.hasSuffix("]") else { return [written] }
        var keys: [String] = []
        for part in rest.dropFirst().dropLast().split(separator: ",") {
            let ends = part.split(separator: "-").compactMap { Int($0) }
            guard let low = ends.first, let high = ends.last, low <= high, high - low < 10_000, keys.count < 10_000 else { return [] }
            keys += (low...high).map { "\(model):\($0)" }
        }
        return keys
    }
}

extension Phrase {
    fileprivate static func originTwice(_ origin: String) -> Phrase {
        Phrase(en: "two objects have the key `\(origin)`", ru: "ключ `\(origin)` стоит у двух объектов")
    }

    fileprivate static var firstHere: Phrase {
        Phrase(en: "the first one", ru: "первый")
    }

    fileprivate static var removeOne: Phrase {
        Phrase(
            en: "an object stands in the folder once: remove `origin` from the copy",
            ru: "объект записан в папке один раз: уберите `origin` у копии")
    }
}
