import Diagnostics
import Inventories
import LocatedYAML

/// A client folder read for a test.
struct Folder {
    let folder: ClientFolder

    /// Reads inventory texts beside a client file.
    init(client: String = Folder.client, _ inventory: String..., types: [String: String] = [:]) {
        self.init(client: client, inventory: inventory, types: types)
    }

    init(client: String = Folder.client, inventory: [String], types: [String: String] = [:]) {
        var texts = [SourceText(name: "client.yaml", client)]
        for (number, text) in inventory.enumerated() { texts.append(SourceText(name: "inventory/r\(number + 1).yaml", text)) }
        self.init(texts, types: types)
    }

    init(_ texts: [SourceText], types: [String: String] = [:]) {
        folder = ClientFolder.read(texts) { slug in types[slug].map { SourceText(name: "device-types/\(slug).yaml", $0) } }
    }

    var inventory: Inventory { folder.inventory }

    /// The codes of what is wrong, in the order in which it was found.
    var faults: [String] { folder.log.kept.map(\.code) }

    /// What a person sees.
    func picture(_ language: Language = .en) -> String {
        folder.log.kept.map { Typesetter(language: language).text(of: $0, in: folder.texts) }.joined(separator: "\n")
    }

    func device(_ name: String) -> Ref<Device>? { inventory.device(name).value }

    /// The full name of the port that a reference means; nil when it means none.
    func port(_ reference: String) -> String? {
        inventory.port(reference).value.map { inventory.name(of: .port($0)) }
    }

    static let client = """
        client: vostok
        name: Vostok Trading
        language: ru
        timezone: Europe/Moscow
        parties:
          - {id: netmasters, kind: contractor, name: NetMasters}
          - {id: vostok-it,  kind: department, name: IT, record_address: it-records@vostok.example}
          - {id: supply,     kind: department, name: Supply}
          - {id: starlink,   kind: vendor,     name: StarLink Integration}
        contacts:
          - {id: petrova, name: Anna Petrova, party: vostok-it, reach: "24/7", authority: [{over: {owner: vostok-it}, may: [any]}]}
          - {id: ivanov, name: Ivan Ivanov, party: netmasters}
        questions_to: [{contact: petrova}]

        """
}
