import Diagnostics
import Glibc
import Testing
import Times

@testable import Observations

/// Texts that somebody wants to do harm with, and texts that break off.
struct HostileTests {
    /// One sound capture of each kind.
    static let samples: [(name: String, text: String)] = [
        (
            "status.txt",
            "Port      Name               Status       Vlan       Duplex  Speed Type\nGi1/0/2   NAME               connected    8          a-full a-1000 T\n"
        ),
        (
            "lldp.txt",
            "Device ID           Local Intf     Hold-time  Capability      Port ID\nNAME                Gi2/0/6        105        B               Gi1/0/1\n"
        ),
        (
            "lldp-detail.txt",
            "Local Intf: Gi0/1\nChassis id: a000.f00e.300d\nPort id: NAME\nPort Description: NAME\nSystem Name: NAME\n\nSystem Description:\nNAME\n\nTime remaining: 110 seconds\n"
        ),
        (
            "cdp.txt",
            "Device ID: NAME\nPlatform: NAME,  Capabilities: Switch\nInterface: Gi0/1,  Port ID (outgoing port): NAME\nHoldtime : 164 sec\n"
        ),
        (
            "mac.txt",
            "Vlan    Mac Address       Type        Ports\n----    -----------       --------    -----\n   1    28af.fd99.82c7    DYNAMIC     NAME\n"
        ),
        (
            "huawei.txt",
            "GE1/0/25 has 1 neighbor(s):\n\nNeighbor index :1\nChassis type :MAC Address\nChassis ID :aaaa-aaaa-aaaa\nPort ID :NAME\nSystem name :NAME\nSystem description :NAME\nmore\nExpired time :102s\n"
        ),
        (
            "mikrotik.txt",
            " 0 interface=ether1 address=10.0.0.1 mac-address=12:34:56:78:90:AB identity=\"NAME\" platform=\"MikroTik\" interface-name=\"NAME\"\n"
        ),
        (
            "ip-link.txt",
            "2: eth0: <BROADCAST,UP,LOWER_UP> mtu 1500 state UP mode DEFAULT\n    link/ether 00:0c:29:56:07:1b brd ff:ff:ff:ff:ff:ff\n    alias NAME\n"
        ),
        (
            "walk.txt",
            ".1.3.6.1.2.1.2.2.1.2.1 = STRING: \"NAME\"\n.1.3.6.1.2.1.31.1.1.1.18.1 = STRING: \"NAME\"\n.1.3.6.1.2.1.2.2.1.8.1 = INTEGER: 1\n"
        ),
        ("get_interfaces.json", "{\"NAME\": {\"is_up\": true, \"is_enabled\": true, \"description\": \"NAME\", \"last_flapped\": -1.0}}\n"),
        ("rows.json", "[{\"local_interface\": \"1\", \"neighbor_name\": \"NAME\", \"neighbor_interface\": \"NAME\"}]\n"),
        (
            "lldpcli.json",
            "{\"lldp\": {\"interface\": {\"eth0\": {\"via\": \"LLDP\", \"chassis\": {\"NAME\": {\"id\": {\"type\": \"local\", \"value\": \"NAME\"}}}}}}}\n"
        ),
        ("ports.csv", "port,oper,remote_device,description\n1,up,NAME,NAME\n"),
        ("survey.csv", "port;label;who;when\n1;NAME;NAME;2026-11-20\n"),
    ]

    /// Seconds that this thread computes while `body` runs: what others do on the machine does not count.
    private static func seconds(_ body: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        body()
        return now() - start
    }

    private static func read(_ name: String, _ text: [UInt8]) -> (folder: ObservedFolder, texts: SourceTexts) {
        var texts = SourceTexts()
        let file = SourceText(name: "observed/sw-1/" + name, bytes: text)
        let folder = ObservedFolder.read([file], of: &texts, capturedAt: WrittenMoment("2026-11-21T20:00:00Z"))
        return (folder, texts)
    }

    private static func count(_ folder: ObservedFolder) -> Int {
        folder.captures.reduce(0) {
            $0 + $1.sightings.ports.count + $1.sightings.neighbours.count + $1.sightings.addresses.count + $1.sightings.survey.count
        }
    }

    @Test func `sound captures are read`() {
        for (name, text) in Self.samples {
            let (folder, _) = Self.read(name, Array(text.utf8))
            #expect(folder.refusals.isEmpty && Self.count(folder) > 0, "\(name)")
        }
    }

    @Test func `hostile names change nothing but the report`() {
        let names = [
            "\u{1B}[2J\u{1B}]0;x\u{7}", "a\0b", String(repeating: "\u{202E}x", count: 10), "'; DROP TABLE", "../../etc/passwd", "{{7*7}}",
            "connected",
            "\u{FEFF}x", String(repeating: "e\u{301}", count: 50),
        ]
        for (name, text) in Self.samples {
            let sound = Self.count(Self.read(name, Array(text.utf8)).folder)
            for hostile in names where !(hostile.utf8.contains { $0 < 0x20 } && name.hasSuffix(".json")) {
                let (folder, texts) = Self.read(name, Array(text.replacing("NAME", with: hostile).utf8))
                // A name may end a word and with it a row; more than was there it never makes.
                #expect(Self.count(folder) <= sound, "\(name): \(hostile)")
                for diagnostic in folder.log.kept {
                    let picture = Typesetter(language: .ru).text(of: diagnostic, in: texts)
                    #expect(!picture.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(name)")
                }
            }
        }
    }

    @Test func `captures that break off anywhere are read or refused`() {
        for (name, text) in Self.samples {
            let bytes = Array(text.utf8)
            for end in 0..<bytes.count {
                let (folder, texts) = Self.read(name, Array(bytes[..<end]))
                #expect(!folder.captures.isEmpty || !folder.refusals.isEmpty, "\(name) at \(end)")
                for diagnostic in folder.log.kept {
                    guard let span = diagnostic.span else { continue }
                    #expect(span.start <= span.end && Int(span.end) <= texts[span.file].bytes.count)
                }
            }
        }
    }

    @Test func `a name of a megabyte takes no more than its share of time`() {
        let long = String(repeating: "x", count: 1 << 20)
        let spaced = String(repeating: "x up ", count: 1 << 18)
        for (name, text) in Self.samples {
            // What reads words meets a quarter of a million of them.
            for filling in name.hasSuffix(".txt") ? [long, spaced] : [long] {
                let bytes = Array(text.replacing("NAME", with: filling).utf8)
                let time = Self.seconds { _ = Self.read(name, bytes) }
                // Without optimisation, on the slowest of machines.
                #expect(time < 20, "\(name) took \(time) seconds")
            }
        }
    }

    @Test func `time grows with the text and no faster`() {
        for (name, text) in Self.samples where !name.hasSuffix(".json") {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            func repeated(_ count: Int) -> [UInt8] {
                let head = name.hasSuffix(".csv") || name == "status.txt" || name == "mac.txt" || name == "lldp.txt" ? 1 : 0
                let body = lines.dropFirst(head).dropLast().joined(separator: "\n") + "\n"
                return Array((lines.prefix(head).map { $0 + "\n" }.joined() + String(repeating: body, count: count)).utf8)
            }
            let (small, large) = (repeated(500), repeated(4_000))
            let first = (0..<3).map { _ in Self.seconds { _ = Self.read(name, small) } }.min()!
            let second = (0..<2).map { _ in Self.seconds { _ = Self.read(name, large) } }.min()!
            // Eight times the text; quadratic time would be sixty-four times as long.
            #expect(second < first * 24 + 0.02, "\(name): \(first) and \(second)")
        }
    }

    @Test func `nested brackets end in a refusal`() {
        let text = String(repeating: "[", count: 60_000)
        let (folder, _) = Self.read("x.json", Array(text.utf8))
        #expect(folder.refusals.count == 1)
    }
}
