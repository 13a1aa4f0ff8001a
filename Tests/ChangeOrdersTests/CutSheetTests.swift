import ChangeOrders
import Diagnostics
import Inventories
import Testing

/// What was read of a cut sheet: `from > to (label)` for each cord.
private func moves(_ sheet: [UInt8]) -> (rows: [String], codes: [String]) {
    var texts = SourceTexts()
    let file = texts.add(SourceText(name: "CO-1.yaml", "{order: CO-1, steps: [{do: move, list: moves.csv}]}"))
    let reading = ChangeOrder.read(file, of: &texts, against: Plant.inventory) { SourceText(name: $0, bytes: sheet) }
    func name(_ end: Step.Endpoint) -> String {
        switch end {
        case .port(let port): Plant.inventory.name(of: .port(port))
        case .unrecorded(let name, _): "?\(name)"
        case .unknown: "unknown"
        }
    }
    let rows = (reading.order?.steps.flatMap(\.transfers) ?? []).map { transfer in
        "\(name(transfer.from)) > \(name(transfer.to))" + (transfer.label.map { " (\($0))" } ?? "")
            + (transfer.cable.map { " = \(Plant.inventory.name(of: .cable($0)))" } ?? "")
    }
    return (rows, reading.log.kept.map(\.code))
}

private let twoCords = ["PP-1:front/9 > PP-1:front/1 (R1-09)", "PP-1:front/10 > PP-1:front/2"]

@Test(
    arguments: [
        "from,to,label\nPP-1:9,PP-1:1,R1-09\nPP-1:10,PP-1:2,\n",
        "from,to,label\r\nPP-1:9,PP-1:1,R1-09\r\nPP-1:10,PP-1:2,\r\n",
        "\u{FEFF}from;to;label\nPP-1:9;PP-1:1;R1-09\nPP-1:10;PP-1:2;",
        "label\tto\tfrom\nR1-09\tPP-1:1\tPP-1:9\n\tPP-1:2\tPP-1:10\n",
        "\"From\",\"To\",\"Label\"\n\"PP-1:9\",\"PP-1:1\",\"R1-09\"\n\"PP-1:10\" , \"PP-1:2\"\n",
        "Откуда;Куда;Метка кабеля\nPP-1:9;PP-1:1;R1-09\n\nPP-1:10;PP-1:2\n",
        "# two cords\nOld port, New port, Cable ID\nPP-1:9, PP-1:1, R1-09\n# the other\nPP-1:10, PP-1:2,\n",
        "PP-1:9,PP-1:1,R1-09\nPP-1:10,PP-1:2\n",
        "source,destination,cable\n PP-1:9 ,\tPP-1:1,R1-09 \nPP-1:10,PP-1:2\n,,\n",
    ])
func `a cut sheet is read as people have it`(sheet: String) {
    let read = moves(Array(sheet.utf8))
    #expect(read.rows == twoCords)
    #expect(read.codes == [])
}

@Test func `quotes hold separators, line ends and quotes`() {
    let read = moves(Array("from,to,label\nPP-1:9,PP-1:1,\"a, \"\"b\"\"\nc\"\n".utf8))
    #expect(read.rows == ["PP-1:front/9 > PP-1:front/1 (a, \"b\"\nc)"])
    #expect(read.codes == [])
}

@Test func `a label that is on record names the cable`() {
    #expect(moves(Array("from,to,label\nPP-1:7,PP-1:20,R1-07\n".utf8)).rows == ["PP-1:front/7 > PP-1:front/20 (R1-07) = C-0017"])
}

@Test func `ports that nobody knows and ports that are not on record stay as they are written`() {
    let read = moves(Array("from,to\nunknown,PP-1:20\n?,PP-1:19\nPP-7:1,PP-1:18\n".utf8))
    #expect(read.rows == ["unknown > PP-1:front/20", "unknown > PP-1:front/19", "?PP-7:1 > PP-1:front/18"])
    #expect(read.codes == [])
}

@Test(
    arguments: [
        // `откуда;куда` in the code page 1251 of Windows, and UTF-16.
        [0xEE, 0xF2, 0xEA, 0xF3, 0xE4, 0xE0, 0x3B, 0xEA, 0xF3, 0xE4, 0xE0, 0x0A], [0xFF, 0xFE, 0x66, 0x00, 0x2C, 0x00],
    ] as [[UInt8]])
func `a cut sheet in another encoding is refused`(sheet: [UInt8]) {
    let read = moves(sheet)
    #expect(read.rows == [])
    #expect(read.codes == ["list-encoding"])
}

@Test func `an empty cut sheet is told from one without rows`() {
    #expect(moves([]).codes == ["list-empty"])
    #expect(moves(Array("\n\n".utf8)).codes == ["list-empty"])
    #expect(moves(Array("from,to\n".utf8)).codes == ["list-empty"])
}
