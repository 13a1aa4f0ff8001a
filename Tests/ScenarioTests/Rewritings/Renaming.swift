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
        let stems = Set(names.map { Self.stem(of: $0.text) }).sorted()
        var new: [String: String] = [:]
        for (index, stem) in stems.enumerated() {
            // A range such as `ap-[1-4]` holds the stem alone.
            if stem.hasSuffix("-") { new[stem] = "zz\(index)zz-" }
        }
        for name in Set(names.map(\.text)) {
            let stem = Self.stem(of: name)
            let index = stems.firstIndex(of: stem)!
            new[name] = "zz\(index)zz" + (stem == name ? "" : "-" + name.dropFirst(stem.count))
        }
        self.new = new
        old = Dictionary(uniqueKeysWithValues: new.map { ($0.value, $0.key) })
    }

    /// A name without the number at its end.
    private static func stem(of name: String) -> String {
        let number = name.reversed().prefix { $0.isNumber }.count
        return number == name.count ? name : String(name.dropLast(number))
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
