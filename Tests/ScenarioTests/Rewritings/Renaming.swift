import Diagnostics
import Inventories

/// The same client with another name for everything that has one.
struct Renaming: Sendable {
    private let new: [String: String]
    private let old: [String: String]

    /// New names for all parties, people, services, places, devices and cables of a client.
    init(_ inventory: Inventory) {
        var names: [Symbol] = [inventory.client.id]
        names += inventory.parties.rows.map(\.id) + inventory.contacts.rows.map(\.id) + inventory.services.rows.map(\.id)
        names += inventory.sites.rows.map(\.name) + inventory.locations.rows.map(\.name) + inventory.racks.rows.map(\.name)
        names += inventory.devices.rows.map(\.name)
        // A cable that goes by its label is named on the cord itself: that stays.
        names += inventory.cables.rows.filter { $0.id != $0.label }.compactMap(\.id)
        let unique = Set(names.map(\.text)).sorted()
        new = Dictionary(uniqueKeysWithValues: unique.enumerated().map { ($0.element, "zz\($0.offset)zz") })
        old = Dictionary(uniqueKeysWithValues: new.map { ($0.value, $0.key) })
    }

    /// A text with the new names in it, wherever an old one stands alone.
    func renamed(_ text: SourceText) -> SourceText {
        SourceText(name: text.name, Self.replacing(new, in: String(decoding: text.bytes, as: UTF8.self)))
    }

    func renamed(_ client: ClientTexts) -> ClientTexts {
        var client = client
        client.texts = client.texts.map { renamed($0) }
        return client
    }

    /// What was said of the renamed client, in the names of the first.
    func restored(_ text: String) -> String { Self.replacing(old, in: text) }

    private static func replacing(_ names: [String: String], in text: String) -> String {
        var result = ""
        var word = ""
        for character in text {
            if character.isLetter || character.isNumber || character == "-" || character == "_" {
                word.append(character)
            } else {
                result += names[word] ?? word
                result.append(character)
                word = ""
            }
        }
        return result + (names[word] ?? word)
    }
}
