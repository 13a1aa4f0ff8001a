import Diagnostics
import Testing
import Times

@testable import Observations

/// Sheets of ports, of readings, and of what was seen on foot.
struct SheetTests {
    @Test func `one line per port is read, for one device or many`() throws {
        let folder = Captures.read(
            [
                (
                    "ports.csv",
                    """
                    device;port;admin;oper;last_change;remote_device;remote_port;macs;source;observed_at
                    sw-1;Gi1/0/1;up;up;2026-11-01T10:00Z;rtr-1;Gi0/0;02:00:00:00:00:01 02:00:00:00:00:02;lldp;2026-11-20T10:00:00Z
                    sw-1;Gi1/0/2;up;down;;;;;;2026-11-20T10:00:00Z
                    sw-2;1;down;down;3 days;;;;;2026-11-21

                    """
                )
            ], at: nil)
        #expect(folder.refusals.isEmpty)
        #expect(folder.captures.map(\.device) == ["sw-1", "sw-2"])
        let first = folder.captures[0].sightings
        #expect(first.ports.map(\.name) == ["Gi1/0/1", "Gi1/0/2"])
        #expect(first.ports.map(\.operational) == [.up, .down])
        #expect(first.ports[0].lastChange == .at(Timestamp(rfc3339: "2026-11-01T10:00:00Z")!))
        #expect(first.neighbours.map(\.systemName) == ["rtr-1"] && first.neighbours[0].discovery == .lldp)
        #expect(first.addresses.map(\.mac.text) == ["02:00:00:00:00:01", "02:00:00:00:00:02"])
        #expect(folder.captures[1].sightings.ports[0].admin == .down)
        #expect(folder.captures[1].moment.time.precision == .day && folder.captures[1].moment.source == .row)
    }

    @Test func `a survey on foot is read in either language`() throws {
        let russian = """
            панель;порт;метка;цвет;фото;кто;когда;примечание
            PP-1;12;R1-12;синий;12.jpg;ivanov;2026-11-20;"висит ""лишний"" шнур"
            PP-1;13;;;13.jpg;ivanov;2026-11-20;

            """
        let folder = Captures.read([("survey.csv", russian)], at: nil)
        let rows = folder.captures.flatMap(\.sightings.survey)
        #expect(rows.map(\.port) == ["12", "13"])
        #expect(rows[0].device == "PP-1" && rows[0].label == "R1-12" && rows[0].colour == "синий" && rows[0].photo == "12.jpg")
        #expect(rows[0].by == "ivanov" && rows[0].note == "висит \"лишний\" шнур")
        #expect(rows[0].moment.timestamp.rfc3339 == "2026-11-20T00:00:00Z")
        let english = "panel,port,label read,cord colour,photo name,who,when,occupied\nPP-1,12,R1-12,blue,12.jpg,ivanov,2026-11-20,yes\n"
        let row = try #require(Captures.read([("survey.csv", english)], at: nil).captures.first?.sightings.survey.first)
        #expect(row.label == "R1-12" && row.colour == "blue" && row.isOccupied == true)
    }

    @Test func `readings of supplies are read`() throws {
        let said = try Captures.sightings(
            "psu.csv", "part,reading,by\nPSU1,input ok,ivanov\nPSU2,amber,ivanov\nFan 1,OK,ivanov\nPSU3,?,ivanov\n")
        #expect(said.indications.map(\.isGood) == [true, false, true, nil])
        #expect(said.indications.map(\.part) == [.supply, .supply, .fan, .supply])
        #expect(said.indications[1].word == "amber")
    }

    @Test func `rows that say too little are told, the others are read`() {
        let folder = Captures.read(
            [
                (
                    "ports.csv",
                    "device,port,oper,observed_at\n,1,up,2026-11-20\nsw-1,,up,2026-11-20\nsw-1,3,up,\nsw-1,4,up,yesterday\nsw-1,5,up,2026-11-20\n"
                )
            ],
            at: nil)
        #expect(folder.log.kept.map(\.code) == ["sheet-no-device", "sheet-no-port", "sheet-no-moment", "sheet-bad-moment"])
        #expect(folder.captures.flatMap(\.sightings.ports).map(\.name) == ["5"])
    }

    @Test func `columns that are not read are named`() {
        let folder = Captures.read([("sw-1/ports.csv", "port,oper,mood\n1,up,fine\n")])
        #expect(folder.log.kept.map(\.summary.en) == ["the column `mood` is not read"])
        #expect(folder.captures.count == 1)
    }

    @Test func `a sheet in a code page of Windows is refused`() {
        var texts = SourceTexts()
        let bytes = Array("port,oper,label\n1,up,".utf8) + [0xEF, 0xEE, 0xF0, 0xF2]
        let folder = ObservedFolder.read(
            [SourceText(name: "observed/sw-1/a.csv", bytes: bytes)], of: &texts, capturedAt: WrittenMoment("2026-11-21"))
        #expect(folder.refusals.map(\.diagnostic.code) == ["capture-encoding"])
    }

    @Test func `cells keep their places`() {
        let text = "port;label\n 1 ;\"a;\"\"b\"\"\"\r\n# remark\n2;x"
        let cells = CSVText(SourceText(name: "a.csv", text), file: FileID(index: 0))
        #expect(cells.lines.map { $0.map(\.text) } == [["port", "label"], ["1", "a;\"b\""], ["2", "x"]])
        let bytes = Array(text.utf8)
        for cell in cells.lines.joined() {
            let written = String(decoding: bytes[Int(cell.span.start)..<Int(cell.span.end)], as: UTF8.self)
            #expect(written == cell.text || written == "\"a;\"\"b\"\"\"")
        }
    }
}
