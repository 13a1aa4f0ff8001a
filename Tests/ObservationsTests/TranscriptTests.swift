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
        "name# of the port", "*****>", "---#",
    ]) func `other lines are no prompts`(line: String) {
        #expect(Line.all(in: SourceText(name: "a", line), file: FileID(index: 0)).first.flatMap(Prompt.init) == nil)
    }

    @Test(arguments: [("sw-1#", true), ("", false)]) func `a log that breaks off does not list all`(end: String, isWhole: Bool) throws {
        let log =
            "sw-1#show interfaces status\nPort Name Status Vlan Duplex Speed Type\nGi1/0/3  x  connected  10  a-full a-100 T\n\(end)\n"
        #expect(try Captures.sightings("status.txt", log).listsAllPorts == isWhole)
    }

    @Test func `a filtered command does not list all`() throws {
        let log =
            "sw-1#show interfaces status | include Gi1\nPort Name Status Vlan Duplex Speed Type\nGi1/0/3  x  connected  10  a-full a-100 T\nsw-1#\n"
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
            Gi0/4     spare              notconnect   1            auto   auto Not Present

            """
        let said = try Captures.sightings("status.txt", log)
        #expect(said.ports.map(\.description) == ["connected to trunk", "disabled 10 auto x", "connected: 5", "spare"])
        #expect(said.ports.map(\.operational) == [.down, .up, .errorDisabled, .noTransceiver])
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
        #expect(said.ports.map(\.operational) == [.noTransceiver, .up, .noTransceiver])
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

    @Test func `tables of addresses are read on every platform`() throws {
        let tables: [(platform: String, text: String)] = [
            (
                "arista_eos",
                "Vlan    Mac Address       Type        Ports      Moves   Last Move\n----    -----------       ----        -----      -----   ---------\n  10    2cc2.6081.eaf9    DYNAMIC     Et1        1       0:00:10 ago\n"
            ),
            (
                "juniper_junos",
                "  VLAN              MAC address       Type         Age Interfaces\n  v10               *                 Flood          - All-members\n  v10               2c:c2:60:81:ea:f9 Learn          0 Et1\n"
            ),
            (
                "juniper_junos",
                "   Vlan                MAC                 MAC      Age    Logical                NH        RTR\n   name                address             flags           interface              Index     ID\n   v10                 2c:c2:60:81:ea:f9   D             -   Et1                    0         0\n"
            ),
            (
                "mikrotik_routeros",
                "#       MAC-ADDRESS        VID  ON-INTERFACE  BRIDGE\n0 D     2C:C2:60:81:EA:F9   10  Et1           bridge1\n1 DL    2C:C2:60:81:EA:FA       ether2        bridge1\n"
            ),
            (
                "eltex",
                "  Vlan          Mac Address         Port       Type\n------------ --------------------- ---------- ----------\n    10        2c:c2:60:81:ea:f9     Et1      dynamic\n"
            ),
            ("hp_procurve", "  MAC Address   Port   VLAN\n  ------------- ------ ----\n  2cc260-81eaf9 Et1    10\n"),
        ]
        for (platform, text) in tables {
            let said = try Captures.sightings("mac.txt", text, platform: platform)
            let learned = said.addresses.filter(\.showsStation)
            #expect(learned.map(\.mac.text) == ["2c:c2:60:81:ea:f9"], "\(platform)")
            #expect(learned.map(\.port) == ["Et1"], "\(platform)")
            #expect(learned.map(\.vlan?.text).first??.hasSuffix("10") == true, "\(platform)")
        }
    }

    @Test(arguments: [
        "Local Intf   Neighbor Dev             Neighbor Intf             Exptime\nGE0/0/1      sw 2                     GE0/0/24                  101\n",
        "Local Interface         Exptime(s) Neighbor Interface      Neighbor Device\n-------\nGE0/0/1                 101        GE0/0/24                sw 2\n",
    ]) func `Huawei's short table of neighbours is read`(text: String) throws {
        let said = try Captures.sightings("lldp.txt", text)
        #expect(said.neighbours.map(\.localPort) == ["GE0/0/1"] && said.neighbours[0].systemName == "sw 2")
        #expect(said.neighbours[0].port?.text == "GE0/0/24" && said.neighbours[0].timeToLive == Period(seconds: 101))
    }

    @Test func `a neighbour in detail is read whole`() throws {
        let said = try Captures.sightings(
            "lldp.txt",
            """
            ------------------------------------------------
            Local Intf: Gi1/0/22
            Chassis id: 0061.75f5.b5ff
            Port id: Gi0/1
            Port Description: TO THE CORE
            System Name: sw-2.example.com

            System Description:
            Some Software, Version 1
            Technical Support: http://example.com

            Time remaining: 44 seconds
            Management Addresses:
                IP: 10.0.0.2
            Vlan ID: - not advertised

            """)
        let neighbour = try #require(said.neighbours.first)
        #expect(said.neighbours.count == 1 && neighbour.localPort == "Gi1/0/22" && neighbour.discovery == .lldp)
        #expect(neighbour.chassis == Identifier("00:61:75:f5:b5:ff", kind: .macAddress) && neighbour.port?.text == "Gi0/1")
        #expect(neighbour.portDescription == "TO THE CORE" && neighbour.systemName == "sw-2.example.com")
        #expect(neighbour.systemDescription == "Some Software, Version 1" && neighbour.managementAddresses == ["10.0.0.2"])
    }

    @Test func `supplies of a stack are read`() throws {
        let said = try Captures.sightings(
            "show_environment_power_all.txt",
            """
            SW  PID                 Serial#     Status           Sys Pwr  PoE Pwr  Watts
            --  ------------------  ----------  ---------------  -------  -------  -----
            1A  PWR-C1-715WAC       LIT0000000A  OK              Good     Good     715
            1B  PWR-C1-715WAC       LIT0000000B  No Input Power  Bad      Bad      715
            2A  Not Present

            """)
        #expect(said.indications.map(\.name) == ["1A", "1B", "2A"])
        #expect(said.indications.map(\.isGood) == [true, false, nil])
    }
}
