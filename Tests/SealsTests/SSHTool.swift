import Crypto
import Foundation
import Seals
import Testing

/// The real `ssh-keygen`, in a folder of its own with one key.
final class SSHTool {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "primum-ssh-\(UUID().uuidString)")

    init() {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func requireIsThere() throws {
        let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        try #require(
            paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/ssh-keygen") },
            "`ssh-keygen` is missing: install Debian's openssh-client")
    }

    /// Makes the key and returns its public line.
    func makeKey(_ type: [String]) throws -> String {
        try? FileManager.default.removeItem(at: folder.appending(path: "key"))
        let outcome = try run(["-q", "-t"] + type + ["-N", "", "-C", "made for a test", "-f", "key"])
        try #require(outcome.status == 0, "\(outcome.output)")
        return try String(contentsOf: folder.appending(path: "key.pub"), encoding: .utf8)
    }

    func sign(_ message: [UInt8], namespace: String) throws -> [UInt8] {
        try Data(message).write(to: folder.appending(path: "message"))
        try? FileManager.default.removeItem(at: folder.appending(path: "message.sig"))
        let outcome = try run(["-Y", "sign", "-f", "key", "-n", namespace, "message"])
        try #require(outcome.status == 0, "\(outcome.output)")
        return Array(try Data(contentsOf: folder.appending(path: "message.sig")))
    }

    func verify(_ message: [UInt8], _ signature: [UInt8], _ allowed: String, as identity: String, namespace: String, at time: String) throws
        -> Bool
    {
        try Data((allowed + "\n").utf8).write(to: folder.appending(path: "allowed_signers"))
        try Data(signature).write(to: folder.appending(path: "signature"))
        let arguments = [
            "-Y", "verify", "-f", "allowed_signers", "-I", identity, "-n", namespace, "-s", "signature", "-O", "verify-time=\(time)",
        ]
        return try run(arguments, input: message).status == 0
    }

    func fingerprint() throws -> String {
        String(try #require(try run(["-l", "-f", "key.pub"]).output.split(separator: " ").dropFirst().first))
    }

    private func run(_ arguments: [String], input: [UInt8] = []) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["ssh-keygen"] + arguments
        process.currentDirectoryURL = folder
        let (into, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (into, output, output)
        try process.run()
        try into.fileHandleForWriting.write(contentsOf: Data(input))
        try into.fileHandleForWriting.close()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, said)
    }

    /// A signature in its armour.
    static func armor(_ blob: [UInt8]) -> [UInt8] {
        Array("-----BEGIN SSH SIGNATURE-----\n\(Base64.text(blob))\n-----END SSH SIGNATURE-----\n".utf8)
    }
}

/// A device that a test plays: it signs as a FIDO device does, with whatever flags.
enum MadeDevice {
    case ofEd25519(Curve25519.Signing.PrivateKey)
    case ofP256(P256.Signing.PrivateKey)

    static func ed25519() -> MadeDevice { .ofEd25519(Curve25519.Signing.PrivateKey()) }
    static func p256() -> MadeDevice { .ofP256(P256.Signing.PrivateKey()) }

    private func string(_ bytes: some Collection<UInt8>) -> [UInt8] { number(bytes.count) + bytes }
    private func number(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
    private func positive(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let digits = Array(bytes.drop { $0 == 0 })
        return string(digits[0] >= 0x80 ? [0] + digits : digits)
    }

    private var name: String {
        switch self {
        case .ofEd25519: "sk-ssh-ed25519@openssh.com"
        case .ofP256: "sk-ecdsa-sha2-nistp256@openssh.com"
        }
    }

    private var blob: [UInt8] {
        switch self {
        case .ofEd25519(let key): string(name.utf8) + string(key.publicKey.rawRepresentation) + string("ssh:".utf8)
        case .ofP256(let key): string(name.utf8) + string("nistp256".utf8) + string(key.publicKey.x963Representation) + string("ssh:".utf8)
        }
    }

    var key: SSHKey { try! SSHKey(blob: blob) }

    func sign(_ message: [UInt8], namespace: String, flags: UInt8, counter: Int, claiming claimed: UInt8? = nil) -> [UInt8] {
        let envelope =
            Array("SSHSIG".utf8) + string(namespace.utf8) + string([]) + string("sha512".utf8)
            + string(SHA512.hash(data: message).map { $0 })
        let signed = SHA256.hash(data: Array("ssh:".utf8)).map { $0 } + [flags] + number(counter) + SHA256.hash(data: envelope).map { $0 }
        let value: [UInt8]
        switch self {
        case .ofEd25519(let key): value = Array(try! key.signature(for: signed))
        case .ofP256(let key):
            let raw = Array(try! key.signature(for: SHA256.hash(data: signed)).rawRepresentation)
            value = positive(raw.prefix(32)) + positive(raw.suffix(32))
        }
        let signature = string(name.utf8) + string(value) + [claimed ?? flags] + number(counter)
        let body = string(namespace.utf8) + string([]) + string("sha512".utf8) + string(signature)
        return SSHTool.armor(Array("SSHSIG".utf8) + number(1) + string(blob) + body)
    }
}
