import Seals
import Testing

struct DigestTests {
    @Test func `SHA-256 of FIPS 180-2's example`() throws {
        let digest = Digest(of: "abc")
        #expect(digest.text == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(digest == Digest(of: [0x61], [0x62, 0x63]) && Digest(digest.text) == digest)
        #expect(digest.fingerprint == "ba7816bf8f01cfea414140de5dae2223")
        #expect(try JSON.object([]).digest() == Digest(of: "{}"))
    }

    @Test(arguments: [
        "", "sha256:", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "SHA256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "sha256:BA7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
        "sha256:xa7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    ])
    func `refuses what is no digest`(text: String) {
        #expect(Digest(text) == nil)
    }
}
