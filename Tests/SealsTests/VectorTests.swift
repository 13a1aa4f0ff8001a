import Foundation
import Seals
import Testing

/// Entries of a small ledger that another program wrote: `signoff-vectors/vectors.json` beside the package, or in the
/// folder that `PRIMUM_SHARED` names.
struct VectorTests {
    private struct Vectors: Decodable {
        struct Entry: Decodable {
            let leaf: String, leafHash: String, saltHex: String, body: String
        }

        let entries: [Entry]
        let roots: [String]
    }

    private func vectors() throws -> Vectors {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let shared = ProcessInfo.processInfo.environment["PRIMUM_SHARED"] ?? root.appending(path: "../shared").path
        let file = URL(filePath: shared).appending(path: "signoff-vectors/vectors.json")
        try #require(FileManager.default.fileExists(atPath: file.path), "the test vectors are missing: \(file.path)")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Vectors.self, from: Data(contentsOf: file))
    }

    private func bytes(_ hex: String) -> [UInt8] {
        var digits = hex[...]
        var bytes: [UInt8] = []
        while let byte = UInt8(digits.prefix(2), radix: 16) {
            bytes.append(byte)
            digits = digits.dropFirst(2)
        }
        return bytes
    }

    @Test func `leaves and bodies of the vectors are canonical`() throws {
        let entries = try vectors().entries
        #expect(entries.count == 9)
        for entry in entries {
            for text in [entry.leaf, entry.body] {
                let value = try JSON(canonical: Array(text.utf8))
                #expect(try value.canonicalBytes() == Array(text.utf8))
            }
        }
    }

    @Test func `digests of the vectors agree`() throws {
        let vectors = try vectors()
        for entry in vectors.entries {
            #expect(Digest(of: [0], Array(entry.leaf.utf8)).hex == entry.leafHash)
            let leaf = try JSON(canonical: Array(entry.leaf.utf8))
            #expect(leaf["body"]?.text == Digest(of: bytes(entry.saltHex), Array(entry.body.utf8)).text)
        }
        #expect(vectors.roots.first == Digest(of: "").hex)
    }
}
