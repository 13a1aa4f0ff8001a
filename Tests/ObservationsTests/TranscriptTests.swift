import Diagnostics
import Testing
import Times

@testable import Observations

/// Logs of terminals.
struct TranscriptTests {
    @Test func `a log of several commands is read between its prompts`() throws {
        let said = try Captures.sightings(
            "session.log",
            """
            sw-1#terminal length 0
            sw-1#show interfaces status

            Port      Name               Status       Vlan       Duplex  Speed Type
            Gi1/0/1                      notconnect   1            auto   auto 10/100/1000BaseTX
            Gi1/0/2   Бухгалтерия        connected    8          a-full a-1000 10/100/1000BaseTX
            sw-1#show version
            Software of some version, uptime is 3 weeks
            sw-1#show mac address-table
                      Mac Address Table
            -------------------------------------------

            Vlan    Mac Address       Type        Ports
            ----    -----------       --------    -----
             All    0100.0ccc.cccc    STATIC      CPU
               8    28af.fd99.82c7    DYNAMIC     Gi1/0/2
            Total Mac Addresses for this criterion: 2
            sw-1#

            """)
        #expect(said.ownNames.map(\.name) == ["sw-1"])
        #expect(said.ports.map(\.operational) == [.down, .up])
        #expect(said.ports[1].description == "Бухгалтерия")
        #expect(said.addresses.map(\.kind) == [.own, .learned])
        #expect(said.listsAllPorts && said.listsAllAddresses && !said.listsAllNeighbours)
        #expect(said.unread.isEmpty)
    }

    @Test(arguments: [
        ("sw-1#show lldp neighbors", "sw-1"), ("sw-1> show lldp neighbors", "sw-1"), ("<sw-1>display lldp neighbor", "sw-1"),
        ("admin@sw-1> show lldp neighbors", "sw-1"), ("[admin@sw-1] > /ip neighbor print detail", "sw-1"),
        ("sw-1(config)#do show lldp neighbors", "sw-1"),
        ("root@sw-1:~# ip link show", "sw-1"), ("sw-1.hq.example.net#sh lldp neighbors", "sw-1.hq.example.net"), ("sw-1#", "sw-1"),
    ]) func `prompts name the device`(line: String, name: String) throws {
        let text = SourceText(name: "a", line)
        #expect(Prompt(try #require(Line.all(in: text, file: FileID(index: 0)).first))?.name == name)
    }

    @Test(arguments: [
        "Gi1/0/1  text # show", "<C4> work - station 1", "Et1 > up", "GE0/0/1 up up #1 uplink", "", "#", "[1] up", "a=b# show x",
        "name# of the port",
    ]) func `other lines are no prompts`(line: String) {
        #expect(Line.all(in: SourceText(name: "a", line), file: FileID(index: 0)).first.flatMap(Prompt.init) == nil)
    }

    @Test func `a filtered command does not list all`() throws {
        let log =
            "sw-1#show interfaces status | include Gi1\nPort Name Status Vlan Duplex Speed Type\nGi1/0/3  x  connected  10  a-full a-100 T\n"
        #expect(try !Captures.sightings("status.txt", log).listsAllPorts)
    }

    @Test func `what a pager wiped out is not read`() throws {
        let log =
            "Port Name Status Vlan Duplex Speed Type\nGi1/0/3  x  connected  10  a-full a-100 T\n --More-- \u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}Gi1/0/4  y  notconnect  10  auto auto T\n"
        #expect(try Captures.sightings("status.txt", log).ports.map(\.name) == ["Gi1/0/3", "Gi1/0/4"])
    }

    @Test func `rows that are not understood are told`() throws {
        let folder = Captures.read([("sw-1/a.txt", "Port Name Status Vlan Duplex Speed Type\nGi1/0/3  x  wobbling  10  a-full a-100 T\n")])
        #expect(folder.captures[0].sightings.unread.count == 1)
        #expect(folder.log.kept.map(\.code) == ["capture-lines-unread"])
    }

    @Test func `names may hold every word of the table`() throws {
        let log = """
            Port      Name               Status       Vlan       Duplex  Speed Type
            Gi0/1     connected to trunk notconnect   trunk        auto   auto 10/100BaseTX
            Gi0/2     disabled 10 auto x connected    10         a-full  a-100 Not Present
            Gi0/3     connected: 5       err-disabled 7          a-half   auto

            """
        let said = try Captures.sightings("status.txt", log)
        #expect(said.ports.map(\.description) == ["connected to trunk", "disabled 10 auto x", "connected: 5"])
        #expect(said.ports.map(\.operational) == [.down, .up, .errorDisabled])
    }

    @Test func `NX-OS tells ports without transceivers and those of fibre channel`() throws {
        let said = try Captures.sightings(
            "status.txt",
            """
            --------------------------------------------------------------------------------
            Port          Name               Status    Vlan      Duplex  Speed   Type
            --------------------------------------------------------------------------------
            fc2/5 is down (SFP not present)
            mgmt0         --                 connected routed    full    1000    --
            Eth1/3        --                 xcvrAbsen 1         auto    auto    --

            """, platform: "cisco_nxos")
        #expect(said.ports.map(\.operational) == [.down, .up, .noTransceiver])
        #expect(said.ports.map(\.description) == [nil, nil, nil])
    }

    @Test func `Huawei's star says that people switched a port off`() throws {
        let said = try Captures.sightings(
            "brief.txt",
            """
            PHY: Physical
            *down: administratively down
            Interface                   PHY   Protocol  InUti OutUti   inErrors  outErrors
            GigabitEthernet0/0/1        *down down         0%     0%          0          0
            GigabitEthernet0/0/2        down  down         0%     0%          0          0
            GigabitEthernet0/0/3        ^down down         0%     0%          0          0

            """)
        #expect(said.ports.map(\.admin) == [.down, nil, .up])
        #expect(said.ports.map(\.operational) == [.down, .down, .standby])
    }

    @Test func `a switch that answers in Windows lines is read`() throws {
        let said = try Captures.sightings(
            "status.txt", "Port Name Status Vlan Duplex Speed Type\r\nGi1/0/3  x  connected  10  a-full a-100 T\r\n")
        #expect(said.ports.count == 1 && said.unread.isEmpty)
    }
}
