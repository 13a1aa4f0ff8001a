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
    init(_ texts: [(text: SourceText, file: FileID)], log: inout DiagnosticLog) {
        for (text, file) in texts {
            let tree = NodeTree.parse(text, file: file, log: &log)
            guard tree.isComplete, let root = tree.roots.first else {
                if tree.isComplete { skipped.append(text.name) }
                continue
            }
            read(root, of: text, log: &log)
        }
        for path in lists.keys.sorted() {
            lists[path]?.sort { $0.id < $1.id }
            index[path] = Dictionary(uniqueKeysWithValues: (lists[path] ?? []).enumerated().map { ($1.id, $0) })
        }
        reportMissingPages(&log)
    }

    private mutating func read(_ root: Node, of text: SourceText, log: inout DiagnosticLog) {
        let results = root.kind == .mapping ? root["results"] : root
        guard let results, results.kind == .sequence else {
            skipped.append(text.name)
            return
        }
        let byFile = Endpoint.named(byFile: text.name)
        let items = results.items
        let first = items.lazy.compactMap { $0.text("url").flatMap(Endpoint.named(byAddress:)) }.first
        guard let endpoint = first ?? byFile else {
            skipped.append(text.name)
            return
        }
        if lists[endpoint.path] == nil { lists[endpoint.path] = [] }
        if let count = root.integer("count"), let at = root["count"] { announce(count, of: endpoint, at: at) }
        for item in items { add(item, of: item.text("url").flatMap(Endpoint.named(byAddress:)) ?? endpoint, log: &log) }
    }

    private mutating func announce(_ count: Int, of endpoint: Endpoint, at node: Node) {
        if let known = announced[endpoint.path], known.count >= count { return }
        announced[endpoint.path] = (count, node)
    }

    /// Adds an object; one that stands on two pages (the list moved while it was read) counts once, as it was read last.
    private mutating func add(_ node: Node, of endpoint: Endpoint, log: inout DiagnosticLog) {
        guard node.kind == .mapping, let id = node.integer("id"), id >= 0 else {
            log.add(Diagnostic("netbox-object", .error, .objectWithoutID(endpoint.path), at: node.span, help: [.exportAgain]))
            return
        }
        let object = ForeignObject(node: node, endpoint: endpoint, id: id)
        if let position = index[endpoint.path]?[id] {
            lists[endpoint.path]?[position] = object
        } else {
            index[endpoint.path, default: [:]][id] = lists[endpoint.path]?.count ?? 0
            lists[endpoint.path, default: []].append(object)
        }
    }

    /// A page that is missing would look like objects that are gone.
    private func reportMissingPages(_ log: inout DiagnosticLog) {
        for path in announced.keys.sorted() {
            guard let (count, node) = announced[path], let held = lists[path]?.count, held < count else { continue }
            log.add(Diagnostic("netbox-pages", .error, .pagesMissing(path, held: held, of: count), at: node.span, help: [.followNext]))
        }
    }
}

extension Phrase {
    fileprivate static func objectWithoutID(_ path: String) -> Phrase {
        Phrase(en: "an object of `\(path)` has no number (`id`)", ru: "у объекта из `\(path)` нет номера (`id`)")
    }

    fileprivate static func pagesMissing(_ path: String, held: Int, of count: Int) -> Phrase {
        Phrase(
            en: "`\(path)` is not complete: \(held) of \(count) objects are here",
            ru: "список `\(path)` неполон: есть \(held) из \(count) объектов")
    }

    fileprivate static var followNext: Phrase {
        Phrase(
            en: "NetBox answers in pages: follow `next` until it is null, and give all pages together",
            ru: "NetBox отвечает страницами: идите по `next`, пока там не окажется null, и передайте все страницы вместе")
    }

    fileprivate static var exportAgain: Phrase {
        Phrase(en: "export the list again, without `brief` or `fields`", ru: "выгрузите список заново, без `brief` и `fields`")
    }
}
