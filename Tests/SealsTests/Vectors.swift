import Foundation
import Seals
import Testing

/// What another program computed of a small ledger: `signoff-vectors/vectors.json` beside the package, or in the folder
/// that `PRIMUM_SHARED` names.
struct Vectors: Decodable {
    struct Entry: Decodable {
        let leaf: String, leafHash: String, saltHex: String, body: String
    }
    struct Inclusion: Decodable {
        let i: Int, n: Int, path: [String]
    }
    struct Consistency: Decodable {
        let m: Int, n: Int, path: [String]
    }

    let origin: String, seedHex: String, vkey: String, witnessVkey: String
    let entries: [Entry]
    let roots: [String]
    let inclusion: [Inclusion]
    let consistency: [Consistency]
    let checkpoint: String, cosigned: String, tlogProofOf2: String

    static func shared() throws -> Vectors {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let shared = ProcessInfo.processInfo.environment["PRIMUM_SHARED"] ?? root.appending(path: "../shared").path
        let file = URL(filePath: shared).appending(path: "signoff-vectors/vectors.json")
        try #require(FileManager.default.fileExists(atPath: file.path), "the test vectors are missing: \(file.path)")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Vectors.self, from: Data(contentsOf: file))
    }

    /// The hashes of all leaves.
    var leaves: [Seals.Digest] { entries.map { Digest(leaf: Array($0.leaf.utf8)) } }

    /// The tree of the first so many leaves.
    func head(_ size: Int) throws -> TreeHead {
        TreeHead(size: size, root: try #require(Digest("sha256:\(roots[size])")))
    }
}
