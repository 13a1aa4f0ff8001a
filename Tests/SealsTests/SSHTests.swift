import Crypto
import Foundation
import Seals
import Testing
import Times

/// Signatures of the real `ssh-keygen` (Debian's openssh-client), and what it says of ours.
struct SSHTests {
    private let tool = SSHTool()
    private let message = Array("{\"v\":\"primum/answers/1\",\"words\":\"порт PP-1:12\"}".utf8)
    private let namespace = "primum-answers-v1"

    @Test(arguments: [["ed25519"], ["ecdsa", "-b", "256"], ["rsa", "-b", "2048"], ["rsa", "-b", "3072"]])
    func `what ssh-keygen signs is verified, and no changed bit of the message`(type: [String]) throws {
        try tool.requireIsThere()
        let key = try SSHKey(line: tool.makeKey(type))
        let signature = try SSHSignature(armored: tool.sign(message, namespace: namespace))
        #expect(signature.key == key && signature.namespace == namespace && signature.device == nil)
        #expect(signature.holds(over: message, namespace: namespace))
        #expect(!signature.holds(over: message, namespace: "file"))
        for bit in stride(from: 0, to: message.count * 8, by: type[0] == "ed25519" ? 1 : 37) {
            var changed = message
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(!signature.holds(over: changed, namespace: namespace))
        }
        #expect(try key.fingerprint == tool.fingerprint())
    }

    @Test(arguments: [["ed25519"], ["ecdsa", "-b", "256"], ["rsa", "-b", "2048"]])
    func `ssh-keygen accepts the line that is exported, within its times alone`(type: [String]) throws {
        try tool.requireIsThere()
        let key = try SSHKey(line: tool.makeKey(type))
        let (start, end) = (Timestamp(rfc3339: "2026-11-01T00:00:00Z")!, Timestamp(rfc3339: "2026-12-01T12:30:15Z")!)
        let line = try #require(AllowedSigner("petrova@vostok.example", key, namespace: namespace, after: start, before: end)).line
        let signature = try tool.sign(message, namespace: namespace)
        func isAccepted(at time: String, as identity: String = "petrova@vostok.example") throws -> Bool {
            let moment = try #require(Timestamp(rfc3339: time))
            return try tool.verify(message, signature, line, as: identity, namespace: namespace, at: AllowedSigner.digits(moment))
        }
        #expect(try isAccepted(at: "2026-11-25T09:02:03Z"))
        #expect(try !isAccepted(at: "2026-10-31T23:59:59Z"))
        #expect(try isAccepted(at: "2026-12-01T12:30:14Z"))
        #expect(try !isAccepted(at: "2026-12-01T12:30:16Z"))
        #expect(try !isAccepted(at: "2026-11-25T09:02:03Z", as: "petrova@other.example"))
    }

    @Test func `a signature for another purpose is refused by both`() throws {
        try tool.requireIsThere()
        let key = try SSHKey(line: tool.makeKey(["ed25519"]))
        let armored = try tool.sign(message, namespace: "git")
        let line = try #require(AllowedSigner("petrova", key, namespace: namespace)).line
        #expect(try !SSHSignature(armored: armored).holds(over: message, namespace: namespace))
        #expect(try !tool.verify(message, armored, line, as: "petrova", namespace: namespace, at: "20261125Z"))
    }

    @Test func `no changed bit of a signature verifies`() throws {
        try tool.requireIsThere()
        _ = try tool.makeKey(["ed25519"])
        let armored = String(decoding: try tool.sign(message, namespace: namespace), as: UTF8.self)
        let blob = try #require(Base64.bytes(armored.split(separator: "\n").dropFirst().dropLast().joined()))
        for bit in 0..<blob.count * 8 {
            var changed = blob
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            let signature = try? SSHSignature(armored: SSHTool.armor(changed))
            #expect(signature?.holds(over: message, namespace: namespace) != true, "bit \(bit)")
        }
        #expect(try SSHSignature(armored: SSHTool.armor(blob)).holds(over: message, namespace: namespace))
    }

    @Test(arguments: [true, false])
    func `a device's word is read and signed with the rest, as ssh-keygen reads it`(isTouched: Bool) throws {
        try tool.requireIsThere()
        for device in [MadeDevice.ed25519(), .p256()] {
            let armored = device.sign(message, namespace: namespace, flags: isTouched ? 5 : 0, counter: 42)
            let signature = try SSHSignature(armored: armored)
            #expect(signature.device?.isTouched == isTouched && signature.device?.isPersonVerified == isTouched)
            #expect(signature.device?.counter == 42 && signature.key.kind.isInDevice)
            #expect(signature.holds(over: message, namespace: namespace))
            let line = try #require(AllowedSigner("petrova", signature.key, namespace: namespace)).line
            #expect(try tool.verify(message, armored, line, as: "petrova", namespace: namespace, at: "20261125Z"))
            // What the device says is under its signature.
            let forged = try SSHSignature(armored: device.sign(message, namespace: namespace, flags: 0, counter: 42, claiming: 1))
            #expect(forged.device?.isTouched == true && !forged.holds(over: message, namespace: namespace))
        }
    }

    @Test func `keys that do not count are refused, each with its reason`() throws {
        try tool.requireIsThere()
        #expect(throws: SSHKey.Fault.rsaSize(1_024)) { try SSHKey(line: tool.makeKey(["rsa", "-b", "1024"])) }
        #expect(throws: SSHKey.Fault.unknownKind("ecdsa-sha2-nistp384")) { try SSHKey(line: tool.makeKey(["ecdsa", "-b", "384"])) }
        let key = try SSHKey(line: tool.makeKey(["ed25519"]))
        #expect(try SSHKey(line: key.line + " petrova@vostok.example") == key)
        for line in ["", "ssh-ed25519", "ssh-ed25519 AAAA", "ssh-rsa " + key.line.split(separator: " ")[1], key.line + "A"] {
            #expect(throws: SSHKey.Fault.malformed) { try SSHKey(line: line) }
        }
        for byte in key.blob.indices {
            #expect(throws: SSHKey.Fault.self) { try SSHKey(blob: Array(key.blob.prefix(byte))) }
        }
        #expect(throws: SSHKey.Fault.malformed) { try SSHKey(blob: key.blob + [0]) }
    }

    @Test func `RSA with SHA-1 is refused`() throws {
        try tool.requireIsThere()
        _ = try tool.makeKey(["rsa", "-b", "2048"])
        let armored = String(decoding: try tool.sign(message, namespace: namespace), as: UTF8.self)
        var blob = try #require(Base64.bytes(armored.split(separator: "\n").dropFirst().dropLast().joined()))
        let place = try #require(blob.firstRange(of: Array("rsa-sha2-512".utf8)))
        blob.replaceSubrange(place.lowerBound - 4..<place.upperBound, with: [0, 0, 0, 7] + Array("ssh-rsa".utf8))
        // The length of the signature around it shrinks with the name.
        let outer = place.lowerBound - 8
        blob[outer + 3] &-= 5
        if blob[outer + 3] > 250 { blob[outer + 2] -= 1 }
        #expect(throws: SSHSignature.Fault.algorithm("ssh-rsa")) { try SSHSignature(armored: SSHTool.armor(blob)) }
    }

    @Test(arguments: ["", "*", "a b", "a,b", "!a", "a?", "\"a\"", "#a", "@a", "-a", "п", "a\n"])
    func `no pattern becomes an identity`(identity: String) throws {
        let key = MadeDevice.ed25519().key
        #expect(AllowedSigner(identity, key, namespace: "x") == nil && AllowedSigner("x", key, namespace: identity) == nil)
    }

    @Test func `what is no signature is refused, and what is too large unread`() {
        for text in [
            "", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
            "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n",
        ] {
            #expect(throws: SSHSignature.Fault.malformed) { try SSHSignature(armored: Array(text.utf8)) }
        }
        #expect(throws: SSHSignature.Fault.tooLarge) { try SSHSignature(armored: [UInt8](repeating: 0x41, count: 20_000)) }
    }
}
