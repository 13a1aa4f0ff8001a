import Foundation
import Seals
import Testing

struct Base64Tests {
    @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
    func `writes and reads RFC 4648's examples`(text: String) {
        let written = Base64.text(text.utf8)
        #expect(written == Data(text.utf8).base64EncodedString())
        #expect(Base64.bytes(written) == Array(text.utf8))
    }

    @Test func `agrees on every byte with another writer`() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        #expect(Base64.text(bytes) == Data(bytes).base64EncodedString() && Base64.bytes(Base64.text(bytes)) == bytes)
    }

    @Test(arguments: ["Zg", "Zg=", "Zh==", "Zm9=", "Zg==\n", " Zg==", "Zg==Zg==", "====", "Z===", "Zm-v", "Zm_v", "Zm9v=", "Жг=="])
    func `refuses every other form`(text: String) {
        #expect(Base64.bytes(text) == nil)
    }

    @Test func `hexadecimal digits are read in lower case and in pairs`() {
        #expect(hexadecimal([0, 0xAF, 0xFF]) == "00afff" && bytes(hexadecimal: "00afff") == [0, 0xAF, 0xFF])
        #expect(bytes(hexadecimal: "0") == nil && bytes(hexadecimal: "AF") == nil && bytes(hexadecimal: "0x") == nil)
    }
}
