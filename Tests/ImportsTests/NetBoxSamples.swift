import Diagnostics

@testable import Imports

/// A small NetBox, written as its REST API would answer: `[sw-1:eth0] --cable 7-- [PP-1:front 1]`.
struct NetBox {
    private var lists: [String: [String]] = [:]

    /// An object of a list; `fields` are JSON, without braces.
    @discardableResult
    mutating func add(_ list: String, _ id: Int, _ fields: String) -> NetBox {
        let url = #""url": "http://netbox.example/api/\#(list)/\#(id)/""#
        lists[list, default: []].append("{\"id\": \(id), \(url), \(fields)}")
        return self
    }

    mutating func empty(_ list: String) { lists[list] = lists[list] ?? [] }

    mutating func remove(_ list: String, _ id: Int) {
        lists[list]?.removeAll { $0.hasPrefix("{\"id\": \(id), ") }
    }

    mutating func change(_ list: String, _ id: Int, _ old: String, _ new: String) {
        lists[list] = lists[list]?.map { $0.hasPrefix("{\"id\": \(id), ") ? $0.replacing(old, with: new) : $0 }
    }

    /// One text for each list.
    var texts: [SourceText] {
        lists.keys.sorted().map { list in
            let objects = lists[list] ?? []
            let name = list.replacing("/", with: ".") + ".json"
            return SourceText(
                name: name,
                #"{"count": \#(objects.count), "next": null, "previous": null, "results": [\#(objects.joined(separator: ",\n"))]}"#)
        }
    }
}

extension NetBox {
    /// A site, a switch and a panel of two ports in a rack: the ground on which most cases stand.
    static var room: NetBox {
        var box = NetBox()
        box.site(1, "HQ")
        box.add(
            "dcim/racks", 1,
            #""name": "R1", "site": {"id": 1, "name": "HQ", "slug": "hq"}, "u_height": 42, "starting_unit": 1, "desc_units": false"#)
        box.device(1, "sw-1", role: "access-switch")
        box.device(2, "PP-1", role: "patch-panel")
        for port in 1...4 { box.port("interfaces", port, device: 1, "eth\(port - 1)", #""type": {"value": "1000base-t"}"#) }
        for port in 1...2 {
            box.port("rear-ports", port, device: 2, "\(port)", #""type": {"value": "8p8c"}, "positions": 1"#)
            box.port(
                "front-ports", port, device: 2, "\(port)",
                #""type": {"value": "8p8c"}, "positions": 1, "rear_ports": [{"position": 1, "rear_port": \#(port), "rear_port_position": 1}]"#
            )
        }
        box.empty("dcim/cables")
        return box
    }

    mutating func site(_ id: Int, _ name: String) {
        add("dcim/sites", id, #""name": "\#(name)", "slug": "\#(name.lowercased())", "status": {"value": "active"}"#)
    }

    mutating func device(_ id: Int, _ name: String?, site: (Int, String) = (1, "HQ"), role: String = "server", _ more: String = "") {
        let name = name.map { "\"\($0)\"" } ?? "null"
        add(
            "dcim/devices", id,
            #""name": \#(name), "role": {"id": 1, "slug": "\#(role)"}, "site": {"id": \#(site.0), "name": "\#(site.1)", "slug": "\#(site.1.lowercased())"}"#
                + (more.isEmpty ? "" : ", " + more))
    }

    mutating func port(_ list: String, _ id: Int, device: Int, _ name: String, _ more: String = "") {
        add("dcim/" + list, id, #""device": {"id": \#(device)}, "name": "\#(name)""# + (more.isEmpty ? "" : ", " + more))
    }

    /// A cable between ports such as `dcim.interface:1`.
    mutating func cable(_ id: Int, _ a: [String], _ b: [String], _ more: String = "") {
        func side(_ ends: [String]) -> String {
            ends.map { end in
                let parts = end.split(separator: ":")
                return #"{"object_type": "\#(parts[0])", "object_id": \#(parts[1]), "object": {"id": \#(parts[1])}}"#
            }.joined(separator: ", ")
        }
        add(
            "dcim/cables", id,
            #""a_terminations": [\#(side(a))], "b_terminations": [\#(side(b))], "status": {"value": "connected"}"#
                + (more.isEmpty ? "" : ", " + more))
    }

    /// What an import into an empty folder makes of it.
    func imported(_ options: ImportOptions = ImportOptions(client: "acme")) -> ImportResult {
        NetBoxImport.run(exports: texts, folder: [], options: options)
    }

    /// What an import makes of it over a folder that was imported before and edited since.
    func imported(
        over folder: [(path: String, text: SourceText)], _ options: ImportOptions = ImportOptions(client: "acme")
    ) -> ImportResult {
        NetBoxImport.run(exports: texts, folder: folder, options: options)
    }
}

extension ImportResult {
    /// All written texts but the memory, as one, for a look whether a line is there.
    var written: String {
        texts.filter { $0.path != Memory.path }.map(\.text).joined()
    }

    func text(_ path: String) -> String { texts.first { $0.path == path }?.text ?? "" }

    func list(_ path: String) -> ImportReport.List? { report.lists.first { $0.path == path } }

    /// Changes in short, such as `devices sw-1 changed(…)`.
    var changed: [ImportReport.Change] { report.changes }
}
