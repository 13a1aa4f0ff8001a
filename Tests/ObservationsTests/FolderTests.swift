import Diagnostics
import Testing
import Times

@testable import Observations

/// Whose a file is and when it was taken, and what becomes of it where nobody says.
struct FolderTests {
    private static let status = "Port Name Status Vlan Duplex Speed Type\nGi1/0/3  x  connected  10  a-full a-100 T\n"

    @Test func `a file outside a device's folder is refused`() {
        #expect(Captures.refusals([("status.txt", Self.status)]) == ["capture-no-device"])
    }

    @Test func `a file without a time is refused`() {
        #expect(Captures.refusals([("sw-1/status.txt", Self.status)], at: nil) == ["capture-no-moment"])
    }

    @Test(arguments: [
        ("sw-1/status-2026-11-21T20-32-43Z.txt", "2026-11-21T20:32:43Z"), ("sw-1/20261121T203243Z_status.txt", "2026-11-21T20:32:43Z"),
        ("sw-1/2026-11-21T20:32Z/status.txt", "2026-11-21T20:32:00Z"), ("sw-1/status_2026-11-21T23-32-43+0300.txt", "2026-11-21T20:32:43Z"),
        ("sw-1/2026-11-21/status.txt", "2026-11-21T00:00:00Z"), ("sw-1/2026-11-20/status-2026-11-21.txt", "2026-11-21T00:00:00Z"),
        // A time that does not say where it was read counts as its day.
        ("sw-1/status-2026-11-21T20-32-43.txt", "2026-11-21T00:00:00Z"),
    ]) func `the time is read in the name of the file, else of its folders`(path: String, moment: String) throws {
        let capture = try #require(Captures.read([(path, Self.status)], at: nil).captures.first)
        #expect(capture.moment.timestamp.rfc3339 == moment)
        #expect(capture.moment.source == .fileName)
    }

    @Test(arguments: ["sw-1/status-202611.txt", "sw-1/status-2026-13-01.txt", "sw-1/202611211200.txt", "sw-1/10.0.20261121.txt9"])
    func `other numbers in a name are no time`(path: String) {
        #expect(Captures.read([(path, Self.status)], at: nil).captures.allSatisfy { $0.moment.time.precision == .day })
        #expect(Captures.refusals([("sw-1/status-202611.txt", Self.status)], at: nil) == ["capture-no-moment"])
    }

    @Test func `capture yaml says what names do not`() throws {
        let settings = "captured_at: 2026-11-20T08:00:00+03:00\nplatform: cisco_ios\nby: ivanov\n"
        let folder = Captures.read([("sw-1/a/capture.yaml", settings), ("sw-1/a/status.txt", Self.status)], at: nil)
        let capture = try #require(folder.captures.first)
        #expect(capture.moment.timestamp.rfc3339 == "2026-11-20T05:00:00Z")
        #expect(capture.moment.source == .captureFile)
        #expect(capture.platform == .ciscoIOS && capture.by == "ivanov")
    }

    @Test func `capture yaml nearest to a file comes first, and the file's own name before it`() throws {
        let folder = Captures.read(
            [
                ("sw-1/capture.yaml", "captured_at: 2026-11-18\nby: ivanov\n"), ("sw-1/a/capture.yaml", "captured_at: 2026-11-19\n"),
                ("sw-1/a/status.txt", Self.status), ("sw-1/a/status-2026-11-20.txt", Self.status),
            ], at: nil)
        #expect(folder.captures.map(\.moment.time) == [WrittenMoment("2026-11-19"), WrittenMoment("2026-11-20")])
        #expect(folder.captures.map(\.by) == ["ivanov", "ivanov"])
    }

    @Test func `a fault in capture yaml is told`() {
        let folder = Captures.read([("sw-1/capture.yaml", "captured: 2026-11-18\n"), ("sw-1/status.txt", Self.status)], at: nil)
        #expect(folder.log.kept.map(\.code).contains("unknown-key"))
        #expect(folder.refusals.map(\.diagnostic.code).contains("capture-no-moment"))
    }

    @Test(arguments: [
        ("x.json", "{\"a\": 1}", "capture-unknown-format"), ("x.json", "[]", "capture-unknown-format"),
        ("x.txt", "hello\n", "capture-unknown-format"),
        ("x.txt", "", "capture-empty"), ("x.xml", "<?xml version=\"1.0\"?><rpc-reply/>", "capture-xml"),
        ("x.txt", "IF-MIB::ifDescr.1 = STRING: lo\n", "capture-named-walk"), ("x.csv", "a,b\n1,2\n", "sheet-headings"),
        ("x.csv", "port,admin\n\"1,up\n", "sheet-open-quote"), ("x.bin", "\0\u{1}\u{2}", "capture-unknown-format"),
    ]) func `what is none of the captures is refused with the reason`(name: String, text: String, code: String) {
        #expect(Captures.refusals([("sw-1/" + name, text)]) == [code])
    }

    @Test func `JSON that breaks off is refused at the place`() throws {
        let folder = Captures.read([("sw-1/get_interfaces.json", #"{"Et1": {"is_up": true, "is_enabled": tr"#)])
        let refusal = try #require(folder.refusals.first)
        #expect(refusal.diagnostic.severity == .error && refusal.diagnostic.span != nil)
        #expect(folder.captures.isEmpty)
    }

    @Test func `pictures lie beside surveys`() {
        let folder = Captures.read([("R1/12.jpg", "\u{1}\u{2}")])
        #expect(folder.refusals.isEmpty && folder.captures.isEmpty)
    }

    @Test func `parts of a walk in one folder are read together, those of another time are not`() throws {
        let system = ".1.3.6.1.2.1.1.3.0 = Timeticks: (60000) 0:10:00.00\n"
        let table = ".1.3.6.1.2.1.2.2.1.2.1 = STRING: \"eth0\"\n.1.3.6.1.2.1.2.2.1.9.1 = Timeticks: (6000) 0:01:00.00\n"
        let near = Captures.read(
            [("sw-1/system-2026-11-21T20-00-00Z.txt", system), ("sw-1/ifTable-2026-11-21T20-01-00Z.txt", table)], at: nil)
        #expect(near.captures.count == 1)
        #expect(near.captures[0].sightings.ports[0].lastChange == .at(.captured - .minutes(9)))
        let far = Captures.read(
            [("sw-1/system-2026-11-21T20-00-00Z.txt", system), ("sw-1/ifTable-2026-11-22T20-01-00Z.txt", table)], at: nil)
        #expect(far.captures.count == 2)
        #expect(far.captures.flatMap(\.sightings.ports).map(\.lastChange) == [.unknown(.notTold)])
    }

    @Test func `every row knows its place`() throws {
        var texts = SourceTexts()
        let folder = ObservedFolder.read(
            [SourceText(name: "observed/sw-1/status.txt", "log begins\n" + Self.status)], of: &texts,
            capturedAt: WrittenMoment("2026-11-21"))
        let port = try #require(folder.captures.first?.sightings.ports.first)
        #expect(texts.place(of: port.place).description == "observed/sw-1/status.txt:3:1")
    }

    @Test func `a name that differs behind the dot is another device's`() {
        let log = "core01.tpe01#show interfaces status\n" + Self.status
        #expect(Captures.refusals([("core01.sjc01/status.txt", log)]) == ["capture-other-device"])
        #expect(Captures.refusals([("core01/status.txt", log)]).isEmpty)
    }
}
