import Diagnostics
import LocatedYAML

/// The lists of an export, objects by number: what NetBox answered, before anything is made of it.
struct Export {
    /// By the path of the list; a list that was exported and is empty is here, too.
    private(set) var lists: [String: [ForeignObject]] = [:]
    /// By the path of the list, where an object stands in it.
    private var index: [String: [Int: Int]] = [:]
    /// How many objects the responses themselves announce.
    private var announced: [String: (count: Int, at: Node)] = [:]
    /// How many elements of a list are no objects.
    private var rejected: [String: Int] = [:]
    /// Texts that hold no list of objects.
    private(set) var skipped: [String] = []

    /// True when the export has a list, even an empty one: only then is an object that is not in it gone.
    func covers(_ endpoint: Endpoint) -> Bool {
        lists[endpoint.path] != nil
    }

    /// The objects of a list, by number.
    func objects(_ endpoint: Endpoint) -> [ForeignObject] {
        lists[endpoint.path] ?? []
    }

    func object(_ endpoint: Endpoint, _ id: Int?) -> ForeignObject? {
        guard let id, let position = index[endpoint.path]?[id] else { return nil }
        return lists[endpoint.path]?[position]
    }

    /// Reads the texts of an export: list responses (`results`) or bare lists, in any split.
    ///
    /// What is no JSON by its name and its first character, or is JSON of something else, is skipped. A text that should be a list and is
    /// none (a page of errors, one object, a list cut off) is an error.
    init(_ texts: [(text: SourceText, file: FileID)], log: inout DiagnosticLog) {
        for (text, file) in texts {
            switch Appearance(of: text) {
            case .page: log.add(.webPage(text, file))
            case .other: skipped.append(text.name)
            case .json:
                let tree = NodeTree.parse(text, file: file, log: &log)
                if tree.isComplete, let root = tree.roots.first { read(root, of: text, log: &log) }
            }
        }
        for path in lists.keys.sorted() {
            lists[path]?.sort { $0.id < $1.id }
            index[path] = Dictionary(uniqueKeysWithValues: (lists[path] ?? []).enumerated().map { ($1.id, $0) })
        }
        reportMissingPages(&log)
    }

    private mutating func read(_ root: Node, of text: SourceText, log: inout DiagnosticLog) {
        let byFile = Endpoint.named(byFile: text.name)
        let results = root.kind == .mapping ? root["results"] : root
        guard let results, results.kind == .sequence else {
            if let fault = Diagnostic.noList(root, of: text, isNamed: byFile != nil) { log.add(fault) } else { skipped.append(text.name) }
            return
        }
        let items = results.items
        let first = items.lazy.compactMap { $0.text("url").flatMap(Endpoint.named(byAddress:)) }.first
        guard let endpoint = first ?? byFile else {
            skipped.append(text.name)
            return
        }
        if lists[endpoint.path] == nil { lists[endpoint.path] = [] }
        if let count = root.integer("count"), let at = root["count"] {
            announce(count, of: endpoint, at: at)
        } else if let next = root.kind == .mapping ? root.present("next") : nil {
            log.add(Diagnostic("netbox-pages", .error, .pageFollows(endpoint.path), at: next.span, help: [.followNext]))
        }
        for item in items { add(item, of: item.text("url").flatMap(Endpoint.named(byAddress:)) ?? endpoint, log: &log) }
    }

    private mutating func announce(_ count: Int, of endpoint: Endpoint, at node: Node) {
        if let known = announced[endpoint.path], known.count >= count { return }
        announced[endpoint.path] = (count, node)
    }

    /// Adds an object; one that stands on two pages (the list moved while it was read) counts once, if both say the same.
    private mutating func add(_ node: Node, of endpoint: Endpoint, log: inout DiagnosticLog) {
        guard node.kind == .mapping, let id = node.integer("id"), (0...Self.highestID).contains(id) else {
            rejected[endpoint.path, default: 0] += 1
            log.add(Diagnostic("netbox-object", .error, .objectWithoutID(endpoint.path), at: node.span, help: [.exportAgain]))
            return
        }
        let object = ForeignObject(node: node, endpoint: endpoint, id: id)
        if let position = index[endpoint.path]?[id], let first = lists[endpoint.path]?[position].node {
            if Canonical.text(first) != Canonical.text(node) { log.add(.toldTwice(object, first: first)) }
        } else {
            index[endpoint.path, default: [:]][id] = lists[endpoint.path]?.count ?? 0
            lists[endpoint.path, default: []].append(object)
        }
    }

    /// NetBox numbers its objects with 63 bits; no number of a living one comes near to what JSON still holds exactly.
    private static let highestID = 1 << 53

    /// A page that is missing would look like objects that are gone.
    private func reportMissingPages(_ log: inout DiagnosticLog) {
        for path in announced.keys.sorted() {
            guard let (count, node) = announced[path], let held = lists[path]?.count, held + (rejected[path] ?? 0) < count else { continue }
            log.add(Diagnostic("netbox-pages", .error, .pagesMissing(path, held: held, of: count), at: node.span, help: [.followNext]))
        }
    }
}
