import ChangeOrders
import Diagnostics
import Inventories
import LocatedYAML

/// An order read against a client's folder.
struct OrderDoor {
    /// The order as far as it could be read.
    let reading: OrderReading
    let order: ChangeOrder
    /// The folder's texts with those of the order behind them.
    let texts: SourceTexts

    /// Reads an order from the disk; cut sheets that it names lie beside it.
    ///
    /// - Throws: bad input where the text is no order at all.
    init(_ path: String, in session: ClientSession) throws(Failure) {
        var texts = session.folder.texts
        let file: FileID
        do {
            file = texts.add(try Files.text(at: path))
        } catch {
            throw Failure(error, session.language)
        }
        let beside = Files.parent(of: path)
        var troubles: [Diagnostic] = []
        var reading = ChangeOrder.read(file, of: &texts, against: session.inventory) { name in
            do throws(FileTrouble) {
                return try Files.text(at: name.hasPrefix("/") ? name : Files.path(beside, name))
            } catch {
                // A sheet that is not there is the order's own fault, which its reader reports.
                if case .missing = error { return nil }
                troubles.append(error.cured)
                return nil
            }
        }
        for trouble in troubles { reading.log.add(trouble) }
        guard let order = reading.order else { throw .input(reading.log, texts, session.language) }
        (self.reading, self.order, self.texts) = (reading, order, texts)
    }

    /// Reads an action in words; who does the work is the client's only contractor, where there is one.
    ///
    /// - Throws: wrong usage where it was not understood whole.
    init(action words: String, by person: String?, in session: ClientSession) throws(Failure) {
        var texts = session.folder.texts
        var reading = ChangeOrder.read(action: words, in: &texts, against: session.inventory)
        guard var order = reading.order else { throw .words(reading.log, texts, session.language) }
        let inventory = session.inventory
        let contractors = inventory.parties.refs.filter { inventory.parties[$0].kind == .contractor && inventory.parties[$0].under == nil }
        if contractors.count == 1 { order.contractor = contractors.first }
        order.requestedBy = person.map { name in inventory.contact(name).map { .contact($0) } ?? .text(Symbol(name)) }
        reading.order = order
        (self.reading, self.order, self.texts) = (reading, order, texts)
    }
}
