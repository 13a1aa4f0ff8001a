import Diagnostics
import Inventories
import Testing

@Suite struct RewritingTests {
    static let clients: [(name: String, texts: ClientTexts)] =
        [
            ("the paper office", PaperOffice(seed: 3).texts)
        ] + ((try? ClientTexts(shippedIn: "inventories/vostok")).map { [("the story", $0)] } ?? [])

    @Test func `there are clients to write in other ways`() {
        #expect(Self.clients.map(\.name) == ["the paper office", "the story"])
    }

    @Test(arguments: Rewriting.all)
    func `a folder that is written in another way says the same`(rewriting: Rewriting) {
        for (name, client) in Self.clients {
            let folder = rewriting(client).folder
            #expect(folder.log.pictures(in: folder.texts) == "", "\(name)")
            #expect(folder.inventory.record == client.folder.inventory.record, "\(name)")
        }
    }

    @Test func `a folder with other names says the same of them`() {
        for (name, client) in Self.clients {
            let inventory = client.folder.inventory
            let renaming = Renaming(inventory)
            let folder = renaming.renamed(client).folder
            #expect(folder.log.pictures(in: folder.texts) == "", "\(name)")
            #expect(folder.inventory.record != inventory.record, "\(name): nothing was renamed")
            #expect(folder.inventory.record.map(renaming.restored).sorted() == inventory.record, "\(name)")
        }
    }
}
