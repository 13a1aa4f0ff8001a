import Foundation
import RandomNumbers
import Seals
import SignOffs
import Testing
import Times

struct LeafTests {
    private static let text =
        #"{"at":"2026-11-25T09:02:03Z","body":"sha256:\#(String(repeating: "0a", count: 32))","clock":"back","#
        + #""files":["sha256:\#(String(repeating: "1b", count: 32))","sha256:\#(String(repeating: "2c", count: 32))"],"#
        + #""kind":"answer","ledger":"primum/vostok/1f6c0a52d3b94e77","n":20,"order":"заявка 7","#
        + #""question":"sha256:\#(String(repeating: "3d", count: 32))","says":"does-not-know","v":"primum/entry/1"}"#

    @Test func `is read and written as it is`() throws {
        let leaf = try #require(Leaf(Array(Self.text.utf8), of: Workbench.origin))
        #expect(leaf.canonicalBytes == Array(Self.text.utf8))
        #expect(leaf.number == 20 && leaf.isClockBack && leaf.files.count == 2 && leaf.order == "заявка 7" && leaf.says == .doesNotKnow)
        #expect(Leaf(Array(Self.text.utf8), of: "primum/vostok/1f6c0a52d3b94e78") == nil)
    }

    @Test func `whatever is read is canonical JSON and is written the same`() throws {
        let text = Array(Self.text.utf8)
        var read = 0
        for place in text.indices {
            for byte in UInt8.min...UInt8.max where byte != text[place] {
                var changed = text
                changed[place] = byte
                guard let leaf = Leaf(changed, of: Workbench.origin) else { continue }
                read += 1
                #expect(leaf.canonicalBytes == changed && CanonicalJSON.isCanonical(changed))
            }
        }
        #expect(read > 1_000)
    }

    @Test func `whatever is cut, doubled or put elsewhere is refused`() {
        let text = Array(Self.text.utf8)
        for length in text.indices { #expect(Leaf(Array(text.prefix(length)), of: Workbench.origin) == nil) }
        #expect(Leaf(text + [0x0A], of: Workbench.origin) == nil && Leaf(text + text, of: Workbench.origin) == nil)
        for (part, other) in [
            (#""n":20"#, #""n":020"#), (#""n":20"#, #""n":-1"#), (#""n":20"#, #""n":9007199254740992"#), (#""n":20"#, #""n":20,"n":20"#),
            ("09:02:03Z", "09:02:60Z"), ("09:02:03Z", "24:02:03Z"), ("2026-11-25", "2026-11-31"), ("09:02:03Z", "09:02:03+00:00"),
            (#""kind":"answer""#, #""kind":"Answer""#), (#""says":"does-not-know""#, #""says":"agrees""#), ("/entry/1", "/entry/2"),
            (#""clock":"back""#, #""clock":"on""#), ("заявка 7", ""), ("заявка 7", String(repeating: "я", count: 101)), ("0a0a", "0A0A"),
            (#""files":["#, #""files":[,"#), (#","says":"does-not-know""#, #","says":"does-not-know","x":1"#),
        ] {
            #expect(Leaf(Array(Self.text.replacing(part, with: other).utf8), of: Workbench.origin) == nil, "\(other)")
        }
    }

    @Test func `the leaves of the shared vectors are read`() throws {
        struct Vectors: Decodable {
            struct Entry: Decodable { let leaf: String }
            let entries: [Entry]
        }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let shared = ProcessInfo.processInfo.environment["PRIMUM_SHARED"] ?? root.appending(path: "../shared").path
        let file = URL(filePath: shared).appending(path: "signoff-vectors/vectors.json")
        try #require(FileManager.default.fileExists(atPath: file.path), "the test vectors are missing: \(file.path)")
        let vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
        #expect(vectors.entries.count == 9)
        for (number, entry) in vectors.entries.enumerated() {
            let leaf = try #require(Leaf(Array(entry.leaf.utf8), of: Workbench.origin), "\(entry.leaf)")
            #expect(leaf.canonicalBytes == Array(entry.leaf.utf8) && leaf.number == number)
        }
    }
}
