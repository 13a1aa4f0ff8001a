import ChangeOrders
import Diagnostics
import Inventories

extension DiagnosticLog {
    /// All that was said, as a person sees it.
    func pictures(in texts: SourceTexts) -> String {
        kept.map { Typesetter(language: .en).text(of: $0, in: texts) }.joined(separator: "\n")
    }
}

/// A client folder and an order that are read together, and what was wrong with either.
struct ReadCase {
    let folder: ClientFolder
    let order: ChangeOrder?
    let faults: String

    init(_ client: ClientTexts, order text: SourceText, lists: [String: SourceText] = [:]) {
        folder = client.folder
        var texts = SourceTexts()
        let file = texts.add(text)
        let reading = ChangeOrder.read(file, of: &texts, against: folder.inventory) { lists[$0] }
        order = reading.order
        faults = folder.log.pictures(in: folder.texts) + reading.log.pictures(in: texts)
    }
}
