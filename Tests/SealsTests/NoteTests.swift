import Seals
import Testing

struct NoteTests {
    private let signer = NoteSigner(name: "primum/vostok/0123456789abcdef", seed: [UInt8](repeating: 7, count: 32))!
    private let witness = NoteSigner(name: "vostok/ci", purpose: .cosignature, seed: [UInt8](repeating: 8, count: 32))!

    private func signedNote(_ text: String = "a\n\nb\n") throws -> Note {
        var note = try #require(Note(text: text))
        note.sign(signer)
        return note
    }

    @Test func `is read as it is written, blank lines in the text included`() throws {
        var note = try signedNote()
        note.sign(witness, time: 1_795_600_000)
        #expect(Note(Array(note.written.utf8)) == note)
        #expect(note.isSigned(by: signer.key) && note.cosigningTime(by: witness.key) == 1_795_600_000)
    }

    @Test func `every change of one bit in text or signature is seen`() throws {
        let note = try signedNote("порт\n")
        let written = Array(note.written.utf8)
        for bit in 0..<written.count * 8 {
            var changed = written
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(Note(changed)?.isSigned(by: signer.key) != true, "bit \(bit)")
        }
    }

    @Test func `a bad signature beside a good one of the same key spoils it`() throws {
        let (note, other) = (try signedNote(), try signedNote("other\n"))
        let line = try #require(other.written.split(separator: "\n").last)
        let spoiled = try #require(Note(Array("\(note.written)\(line)\n".utf8)))
        #expect(spoiled.signatures.count == 2 && !spoiled.isSigned(by: signer.key))
    }

    @Test func `a signature over the text is no cosignature, and the other way round`() throws {
        let seed = [UInt8](repeating: 7, count: 32)
        let asWitness = try #require(NoteSigner(name: signer.key.name, purpose: .cosignature, seed: seed))
        let note = try signedNote()
        #expect(!note.isSigned(by: asWitness.key) && note.cosigningTime(by: signer.key) == nil)
    }

    @Test(arguments: [
        "", "a", "a\n", "a\n\n", "a\n\nb\n", "a\n\n— x\n", "a\n\n— x !!!!\n", "a\n\n— x AAAAAA==", "a\n\n- x AAAAAAA=\n",
        "a\n\n— x AAAAAA==\n", "a\n\n—  AAAAAAA=\n", "a\n\n— x AAAAAAA=\n\n", "a\r\n\n— x AAAAAAA=\n", "a\n\n— x+y AAAAAAA=\n",
        "\n— x AAAAAAA=\n",
        "a\n\n— x AAAAAAA= \n", "a\u{0}\n\n— x AAAAAAA=\n",
    ])
    func `what is no note is refused`(text: String) {
        #expect(Note(Array(text.utf8)) == nil)
    }

    @Test func `what is too large or bears too many signatures is refused`() throws {
        let line = "— x AAAAAAA=\n"
        #expect(Note(Array(("a\n\n" + String(repeating: line, count: 64)).utf8)) != nil)
        #expect(Note(Array(("a\n\n" + String(repeating: line, count: 65)).utf8)) == nil)
        #expect(Note(Array((String(repeating: "a\n", count: 40_000) + "\n" + line).utf8)) == nil)
        #expect(Note(text: "a") == nil && Note(text: "a\t\n") == nil)
    }

    @Test(arguments: [
        "", "x", "x+00000000+", "x+9ad83112+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c",
        "x+00000000+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c",
        "primum/vostok/1f6c0a52d3b94e77+9AD83112+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c",
        "primum/vostok/1f6c0a52d3b94e77+9ad83112+AoqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c",
        "primum/vostok/1f6c0a52d3b94e77+9ad83112+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D28=",
    ])
    func `what is no key is refused`(text: String) {
        #expect(NoteKey(text) == nil)
    }

    @Test(arguments: [
        "", "o\n1\n", "o\n1\nAAAA\n", "o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\next\n", "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "o\n9007199254740992\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    ])
    func `what is no checkpoint is refused`(text: String) {
        #expect(Checkpoint(text: text) == nil)
    }

    @Test func `a checkpoint counts only under the origin's own key`() throws {
        let checkpoint = Checkpoint(origin: "primum/vostok/fedcba9876543210", head: TreeHead(size: 0, root: .ofEmptyTree)).signed(
            by: signer)
        #expect(checkpoint.note.isSigned(by: signer.key) && !checkpoint.isSigned(by: signer.key))
    }

    @Test func `a proof without its parts is refused, and another's extra line is left aside`() throws {
        let leaves = (0..<3).map { Digest(leaf: [UInt8($0)]) }
        var tree = HashTree()
        for leaf in leaves { tree.append(leaf) }
        let checkpoint = Checkpoint(origin: signer.key.name, head: tree.head).signed(by: signer)
        let proof = LogProof(inclusion: InclusionProof(index: 1, in: leaves), checkpoint: checkpoint)
        let text = proof.written
        #expect(LogProof(Array(text.utf8)) == proof && proof.holds(for: leaves[1], signedBy: signer.key))
        #expect(LogProof(Array(text.replacing("@v1\n", with: "@v1\nextra Zm9v\n").utf8)) == proof)
        for (part, other) in [
            ("@v1", "@v2"), ("index 1", "index 01"), ("index 1\n", ""), ("index 1", "index -1"), ("@v1\n", "@v1\nextra Zm9\n"),
            ("\n\n", "\n"),
            ("— ", "- "),
        ] {
            #expect(LogProof(Array(text.replacing(part, with: other).utf8)) == nil, "\(part)")
        }
        for length in 0..<text.utf8.count { #expect(LogProof(Array(text.utf8.prefix(length))) == nil) }
    }
}
