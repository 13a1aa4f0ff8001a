/// Sound captures, out of which damaged ones are made.
enum CaptureSeeds {
    static let napalm = [
        #"{"Et1": {"is_up": true, "is_enabled": true, "description": "x", "last_flapped": 1466586841.4, "mac_address": "08:00:27:10:C4:8F"}, "Ma1": {"is_up": false, "is_enabled": false, "description": "", "last_flapped": -1.0, "mac_address": ""}}"#,
        #"{"Et1": [{"parent_interface": "", "remote_port": "15", "remote_port_description": "uplink", "remote_chassis_id": "00:18:FE:1E:B0:20", "remote_system_name": "sw-2"}], "Et2": [{"hostname": "sw-3", "port": "Gi0/1"}]}"#,
        #"[{"mac": "02:00:00:00:00:01", "interface": "Gi1/0/1,Po1", "vlan": 10, "static": false, "active": true, "moves": 0, "last_move": 0.0}]"#,
        #"{"power": {"PSU1": {"status": true, "capacity": 715.0, "output": 86.0}}, "fans": {"Fan 1": {"status": false}}, "temperature": {"CPU": {"is_alert": false, "temperature": 44.0}}}"#,
        #"{"hostname": "sw-1", "fqdn": "sw-1.hq.example.net", "interface_list": ["Gi1"]}"#,
    ]

    static let rows = [
        #"[{"port": "Gi1/0/1", "name": "x", "status": "err-disabled", "vlan_id": "1"}, {"interface": "Gi1/0/2", "link_status": "down (SFP not present)", "admin_state": "up"}]"#,
        #"[{"local_interface": "Gi1/0/1", "neighbor_name": "sw-2", "neighbor_port_id": "Gi0/1", "neighbor_interface": "text", "chassis_id": "0001.0203.0405", "mgmt_address": ["10.0.0.1"]}]"#,
        "- {bundle_name: Po1, bundle_status: SU, member_interface: [Te1/1, Te1/2], member_interface_status: [P, D]}\n- {parent: Eth1/2, breakout_map: 10g-4x, breakout_ports: Eth1/2/1-4}\n",
        #"[{"destination_address": "0001.0203.0405", "destination_port": ["Gi1/0/1"], "type": "DYNAMIC", "vlan_id": "10"}, {"ps": "PS1", "status": "OK"}]"#,
    ]

    static let lldpcli = [
        #"{"lldp": {"interface": [{"swp1": {"via": "CDPv2", "rid": "1", "age": "0 day, 00:01:45", "chassis": {"ap-1": {"id": {"type": "local", "value": "ap-1"}, "descr": "x", "mgmt-ip": ["10.0.0.1", "fe80::1"]}}, "port": {"id": {"type": "ifname", "value": "eth0"}, "descr": "eth0", "ttl": "120"}}}]}}"#,
        #"{"lldp": [{"interface": [{"name": "swp1", "via": "LLDP", "age": "1 day, 00:01:45", "chassis": [{"id": [{"type": "mac", "value": "02:f0:00:00:00:01"}], "name": [{"value": "phone-1"}]}], "port": [{"id": [{"type": "mac", "value": "02:f0:00:00:00:01"}], "ttl": [{"value": "120"}]}]}]}]}"#,
        #"{"local-chassis": {"chassis": {"sw-1": {"id": {"type": "mac", "value": "02:c0:00:00:02:01"}}}}}"#,
    ]

    static let ipRoute = [
        #"[{"ifindex": 3, "ifname": "swp3", "flags": ["NO-CARRIER", "SLAVE", "UP"], "master": "bond1", "operstate": "DOWN", "link_type": "ether", "address": "02:c0:00:00:01:03", "permaddr": "02:c0:00:00:01:13", "ifalias": "x", "linkinfo": {"info_kind": "veth"}}]"#,
        #"[{"mac": "33:33:00:00:00:01", "ifname": "br0", "flags": ["self"], "state": "permanent"}, {"mac": "02:f0:00:00:00:01", "ifname": "swp2", "vlan": 20, "updated": 12, "flags": [], "master": "br0", "state": ""}]"#,
    ]

    static let unifi = [
        #"{"meta": {"rc": "ok"}, "data": [{"mac": "f0:9f:c2:00:00:01", "name": "sw-1", "port_table": [{"port_idx": 5, "name": "Port 5", "up": true, "enable": true, "lldp_table": [{"lldp_chassis_id": "78:8a:20:00:00:01", "lldp_port_id": "eth1", "lldp_system_name": "USG"}], "mac_table": [{"mac": "02:00:00:00:00:01", "age": 1, "static": false, "vlan": 1}]}], "lldp_table": [{"local_port_idx": 1, "chassis_id": "fc:ec:00:00:00:01", "port_id": "Port 7"}]}]}"#
    ]

    static let walk = [
        """
        .1.3.6.1.2.1.1.1.0 = STRING: "A switch
        of two lines"
        .1.3.6.1.2.1.1.2.0 = OID: .1.3.6.1.4.1.2636.1.1
        .1.3.6.1.2.1.1.3.0 = Timeticks: (100000) 0:16:40.00
        .1.3.6.1.2.1.2.2.1.2.19 = STRING: "GigabitEthernet0/0/14"
        .1.3.6.1.2.1.2.2.1.6.19 = Hex-STRING: 02 00 00 00 00 01\u{20}
        .1.3.6.1.2.1.2.2.1.8.19 = INTEGER: up(1)
        .1.3.6.1.2.1.2.2.1.9.19 = Timeticks: (40000) 0:06:40.00
        .1.3.6.1.2.1.31.1.1.1.1.19 = STRING: "Gi0/0/14"
        .1.3.6.1.2.1.17.1.4.1.2.3 = INTEGER: 19
        .1.3.6.1.2.1.17.7.1.2.2.1.2.10.2.0.0.0.0.9 = INTEGER: 3
        .1.3.6.1.2.1.17.7.1.2.2.1.3.10.2.0.0.0.0.9 = INTEGER: 3
        .1.0.8802.1.1.2.1.3.7.1.3.14 = STRING: "Gi0/0/14"
        .1.0.8802.1.1.2.1.4.1.1.4.8626.14.1 = INTEGER: 4
        .1.0.8802.1.1.2.1.4.1.1.5.8626.14.1 = Hex-STRING: 14 A0 F8 CF AF 39\u{20}
        .1.0.8802.1.1.2.1.4.1.1.6.8626.14.1 = INTEGER: 7
        .1.0.8802.1.1.2.1.4.1.1.7.8626.14.1 = Hex-STRING: 31 2F 32 35 00\u{20}
        .1.0.8802.1.1.2.1.4.1.1.9.8626.14.1 = STRING: "LNS"
        .1.3.6.1.4.1.9.9.23.1.2.1.1.6.19.1 = STRING: "ap-1"

        """,
        ".1.3.6.1.2.1.1.3.0 = 0:0:03:12.91\n.1.3.6.1.2.1.2.2.1.6.30 = \"02 C0 00 00 03 01 \"\n.1.3.6.1.2.1.2.2.1.2.30 = \"swp1\"\n",
    ]

    static let sheet = [
        "device;port;admin;oper;last_change;remote_device;remote_port;macs;source;observed_at\nsw-1;Gi1/0/1;up;up;3 days;rtr-1;Gi0/0;02:00:00:00:00:01;lldp;2026-11-20T10:00:00Z\n",
        "панель,порт,метка,цвет,фото,кто,когда,примечание\nPP-1,12,R1-12,синий,12.jpg,ivanov,2026-11-20,\"висит \"\"лишний\"\" шнур\"\n",
        "part\treading\tby\nPSU1\tinput ok\tivanov\n",
    ]

    static let log = [
        """
        sw-1#show interfaces status
        Port      Name               Status       Vlan       Duplex  Speed Type
        Gi1/0/2   AccessPoint        connected    8          a-full a-1000 10/100/1000BaseTX
        fc2/5 is down (SFP not present)
        sw-1#show lldp neighbors
        Device ID           Local Intf     Hold-time  Capability      Port ID
        a-name-that-is-too-long.example
                            Gi2/0/6        105        B               Gi2/0/51
        sw-1#show mac address-table
        Vlan    Mac Address       Type        Ports
           1    28af.fd99.82c7    STATIC      Vl1
        sw-1#show cdp neighbors detail
        Device ID: desk
        Entry address(es):
          IP address: 10.1.1.2
        Platform: cisco X,  Capabilities: Switch
        Interface: Gi1/0/16,  Port ID (outgoing port): Gi0/1
        Version :
        text

        """,
        """
        GE1/0/25 has 1 neighbor(s):

        Neighbor index :1
        Chassis type :MAC Address
        Chassis ID :aaaa-aaaa-aaaa
        Port ID :Gi2/0/10
        System description :text
        more text
        Expired time :102s
        <sw-2>display interface brief
        Interface                   PHY   Protocol  InUti OutUti   inErrors  outErrors
        GigabitEthernet0/0/1        *down down         0%     0%          0          0

        """,
        """
        Port     Type         Duplex  Speed Neg      ctrl State       Pressure Mode    Port Mode
        -------- ------------ ------  ----- -------- ---- ----------- -------- ------- ---------
        gi1/0/1  1G-Copper    Full    1000  Enabled  Off  Up          Disabled On      Access

          LocalPort | ChassisId          PortId             PortDescr SysName
          --------- + ------------------ ------------------ --------- ------------------
          1         | 3821c7-c1cd00      1                  1         sw-g...

        """,
        " 0  R   ;;; a comment\n        name=\"ether1\" default-name=\"ether1\" mac-address=AA:BB:CC:11:22:33 last-link-up-time=2024-10-08 11:14:36\n",
        "Physical interface: ge-0/0/0, Enabled, Physical link is Up\n  Description: Test\n  Last flapped   : 2016-02-09 13:37:59 UTC (23:39:35 ago)\n",
        "2: eth0@if3: <BROADCAST,UP,LOWER_UP> mtu 1500 state UP\n    link/ether 00:0c:29:56:07:1b brd ff:ff:ff:ff:ff:ff\n",
        "Interface Ethernet1 detected 1 LLDP neighbors:\n\n  Neighbor 2cc2.6081.eaf9/\"Ethernet1\", age 12 seconds\n  - Chassis ID type: MAC address (4)\n    Chassis ID     : 2cc2.6081.eaf9\n",
        "Group  Port-channel  Protocol    Ports\n1      Po1(SU)         LACP      Te6/4(P)    Te3/5(P)\n                                 Te9/4(P)\n",
    ]

    static let words = [
        "sw-1#show ", "sw-2#", "connected", "err-disabled", "0001.0203.0405", "00:01:02:03:04:05", "Gi1/0/1", "\"id\": ", "\"value\": ",
        "interface",
        "Chassis ID", ": ", " = ", "Hex-STRING: ", ".1.3.6.1.2.1.2.2.1.", ".1.0.8802.1.1.2.1.4.1.1.", "4294967295", "4294967296",
        "--More--",
        "\u{8}\u{8}", "974 weeks", "-----", "| ", "%", "(", ")", "\"lldp\": ", "\"port_table\": ",
    ]
}
