import Diagnostics
import LocatedYAML
import Testing

/// A text with a fault in it, and what a person sees of it.
struct FaultPicture: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let picture: String

    init(_ name: String, _ text: String, _ picture: String) {
        self.name = name
        self.text = text
        self.picture = picture + "\n"
    }

    var testDescription: String { name }
}

/// Every kind of fault is drawn under the very token, with its cure.
struct FaultPictureTests {
    @Test(arguments: lineFaults + markFaults)
    func `of syntax`(fault: FaultPicture) {
        let reading = Reading(fault.text)
        #expect(reading.picture() == fault.picture)
        #expect(!reading.tree.isComplete)
    }

    @Test(arguments: textFaults)
    func `of anchors, keys and letters`(fault: FaultPicture) {
        #expect(Reading(fault.text).picture() == fault.picture)
    }

    @Test(arguments: jsonFaults)
    func `of JSON`(fault: FaultPicture) {
        #expect(Reading(fault.text, name: "r1.json").picture() == fault.picture)
    }

    @Test(arguments: formFaults)
    func `of values`(fault: FaultPicture) {
        #expect(Reading(fault.text).picture(of: Form<Gadget>.shape(Gadget.shape)) == fault.picture)
    }

    @Test(arguments: lineFaults + markFaults + textFaults + formFaults)
    func `in Russian as well`(fault: FaultPicture) throws {
        let reading = Reading(fault.text)
        var log = reading.log
        for root in reading.tree.roots { _ = Gadget.shape.read(root, &log) }
        for diagnostic in log.kept {
            for phrase in [diagnostic.summary] + (diagnostic.label.map { [$0] } ?? []) + diagnostic.notes {
                #expect(phrase.ru.unicodeScalars.contains { ("а"..."я").contains($0) }, "\(phrase.ru)")
                #expect(phrase.ru != phrase.en)
            }
        }
    }
}
