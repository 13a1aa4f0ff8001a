import Seals
import Testing

/// Entries of a small ledger that another program wrote: `signoff-vectors/vectors.json` beside the package, or in the
/// folder that `PRIMUM_SHARED` names.
struct VectorTests {
    @Test func `leaves and bodies of the vectors are canonical`() throws {
        let entries = try Vectors.shared().entries
        #expect(entries.count == 9)
        for entry in entries {
            for text in [entry.leaf, entry.body] {
                let value = try JSON(canonical: Array(text.utf8))
                #expect(try value.canonicalBytes() == Array(text.utf8))
            }
        }
    }

    @Test func `digests of the vectors agree`() throws {
        let vectors = try Vectors.shared()
        for entry in vectors.entries {
            #expect(Digest(leaf: Array(entry.leaf.utf8)).hex == entry.leafHash)
            let leaf = try JSON(canonical: Array(entry.leaf.utf8))
            let salt = try #require(bytes(hexadecimal: entry.saltHex).flatMap(Salt.init))
            #expect(leaf["body"]?.text == Digest(committing: Array(entry.body.utf8), salt).text)
        }
        #expect(vectors.roots.first == Digest(of: "").hex)
    }

    @Test func `roots of every size agree`() throws {
        let vectors = try Vectors.shared()
        var tree = HashTree()
        var roots = [tree.root.hex]
        for leaf in vectors.leaves {
            tree.append(leaf)
            roots.append(tree.root.hex)
        }
        #expect(roots == vectors.roots && roots.count == 10)
    }

    @Test func `inclusion proofs are the same, and hold`() throws {
        let vectors = try Vectors.shared()
        #expect(vectors.inclusion.count == 25)
        for expected in vectors.inclusion {
            let proof = InclusionProof(index: expected.i, in: Array(vectors.leaves.prefix(expected.n)))
            #expect(proof.path.map(\.hex) == expected.path)
            #expect(proof.holds(for: vectors.leaves[expected.i], in: try vectors.head(expected.n)))
        }
    }

    @Test func `consistency proofs are the same, and hold`() throws {
        let vectors = try Vectors.shared()
        #expect(vectors.consistency.count == 22)
        for expected in vectors.consistency {
            let proof = ConsistencyProof(from: expected.m, in: Array(vectors.leaves.prefix(expected.n)))
            #expect(proof.path.map(\.hex) == expected.path)
            #expect(proof.holds(from: try vectors.head(expected.m), to: try vectors.head(expected.n)))
        }
    }

    @Test func `the checkpoint is signed with the very bytes`() throws {
        let vectors = try Vectors.shared()
        let seed = try #require(bytes(hexadecimal: vectors.seedHex))
        let signer = try #require(NoteSigner(name: vectors.origin, seed: seed))
        #expect(signer.key.text == vectors.vkey && NoteKey(vectors.vkey) == signer.key)
        let checkpoint = Checkpoint(origin: vectors.origin, head: try vectors.head(9)).signed(by: signer)
        #expect(checkpoint.note.written == vectors.checkpoint && checkpoint.isSigned(by: signer.key))
        #expect(SignedCheckpoint(vectors.checkpoint.utf8) == checkpoint)
    }

    @Test func `the witness's line is verified, and tells when`() throws {
        let vectors = try Vectors.shared()
        let witness = try #require(NoteKey(vectors.witnessVkey))
        #expect(witness.text == vectors.witnessVkey && witness.purpose == .cosignature)
        let cosigned = try #require(SignedCheckpoint(vectors.cosigned.utf8))
        #expect(cosigned.note.written == vectors.cosigned)
        let key = try #require(NoteKey(vectors.vkey))
        #expect(cosigned.isSigned(by: key))
        #expect(cosigned.note.cosigningTime(by: witness) == 1_795_600_000)
        #expect(SignedCheckpoint(vectors.checkpoint.utf8)?.note.cosigningTime(by: witness) == nil)
    }

    @Test func `the proof of an entry is the same, and holds for it alone`() throws {
        let vectors = try Vectors.shared()
        let key = try #require(NoteKey(vectors.vkey))
        let proof = try #require(LogProof(Array(vectors.tlogProofOf2.utf8)))
        let inclusion = InclusionProof(index: 2, in: vectors.leaves)
        let checkpoint = try #require(SignedCheckpoint(vectors.checkpoint.utf8))
        #expect(LogProof(inclusion: inclusion, checkpoint: checkpoint).written == vectors.tlogProofOf2)
        for (index, leaf) in vectors.leaves.enumerated() { #expect(proof.holds(for: leaf, signedBy: key) == (index == 2)) }
    }
}
