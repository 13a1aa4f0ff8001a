/// What cannot be of places, devices and what is said about them.
let placeFaults: [FolderPicture] = [
    FolderPicture(
        "A device that does not exist",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            cables:
              - {id: C-1, a: "sw-11:Gi1/0/1", b: unknown}

            """
        ],
        """
        error[unknown-port]: no port `sw-11:Gi1/0/1` on record
         --> inventory/r1.yaml:5:18
          |
        5 |   - {id: C-1, a: "sw-11:Gi1/0/1", b: unknown}
          |                  ^^^^^^^^^^^^^^^ not on record
          |
          = help: did you mean `sw-1:Gi1/0/1`?
        """),
    FolderPicture(
        "Two devices in one unit",
        [
            """
            racks: [{name: R1}]
            devices:
              - {name: sw-1, rack: R1, position: 20}
              - {name: srv-1, rack: R1, position: 19, u_height: 2}

            """
        ],
        """
        error[units-taken-twice]: `srv-1` and `sw-1` are in the same unit
         --> inventory/r1.yaml:4:39
          |
        4 |   - {name: srv-1, rack: R1, position: 19, u_height: 2}
          |                                       ^^
         ::: inventory/r1.yaml:3:12
          |
        3 |   - {name: sw-1, rack: R1, position: 20}
          |            ---- the other device
          |
          = help: correct `position`, or write `face` and `is_full_depth: false` where they stand back to back
        """),
    FolderPicture(
        "A device outside its rack",
        [
            """
            racks: [{name: R1, u_height: 24}]
            devices:
              - {name: srv-1, rack: R1, position: 24, u_height: 2}

            """
        ],
        """
        error[outside-rack]: `srv-1` does not fit into rack `R1` there
         --> inventory/r1.yaml:3:39
          |
        3 |   - {name: srv-1, rack: R1, position: 24, u_height: 2}
          |                                       ^^ the rack has the units 1 to 24
        """),
    FolderPicture(
        "A position without a rack",
        [
            """
            devices:
              - {name: sw-1, position: 20}

            """
        ],
        """
        error[position-without-rack]: `sw-1` has a position but no rack
         --> inventory/r1.yaml:2:28
          |
        2 |   - {name: sw-1, position: 20}
          |                            ^^
          |
          = help: add `rack`
        """),
    FolderPicture(
        "A rack that does not exist",
        [
            """
            racks: [{name: R1}]
            devices:
              - {name: sw-1, rack: R11}

            """
        ],
        """
        error[unknown-rack]: no rack `R11` on record
         --> inventory/r1.yaml:3:24
          |
        3 |   - {name: sw-1, rack: R11}
          |                        ^^^ not on record
          |
          = help: did you mean `R1`?
        """),
    FolderPicture(
        "A site that does not exist",
        [
            """
            sites: [{name: hq}]
            racks: [{name: R1, site: hg}]

            """
        ],
        """
        error[unknown-site]: no site `hg` on record
         --> inventory/r1.yaml:2:26
          |
        2 | racks: [{name: R1, site: hg}]
          |                          ^^ not on record
        """),
    FolderPicture(
        "An owner who is no party",
        ["racks: [{name: R1, owner: vostok}]\n"],
        """
        error[unknown-party]: no party `vostok` on record
         --> inventory/r1.yaml:1:27
          |
        1 | racks: [{name: R1, owner: vostok}]
          |                           ^^^^^^ not on record
        """),
    FolderPicture(
        "Two devices of one name",
        [
            """
            devices:
              - {name: sw-1}

            """,
            """
            devices:
              - {name: sw-1, role: router}

            """,
        ],
        """
        error[duplicate-device]: there are two of the device `sw-1`
         --> inventory/r2.yaml:2:12
          |
        2 |   - {name: sw-1, role: router}
          |            ^^^^ for the second time; this one is left out
         ::: inventory/r1.yaml:2:12
          |
        2 |   - {name: sw-1}
          |            ---- for the first time here
          |
          = help: remove one of the two or give it another name
        """),
    FolderPicture(
        "Locations in a circle",
        [
            """
            locations:
              - {name: floor-1, parent: room-1}
              - {name: room-1, parent: floor-1}

            """
        ],
        """
        error[cycle]: the location `room-1` is part of itself
         --> inventory/r1.yaml:2:29
          |
        2 |   - {name: floor-1, parent: room-1}
          |                             ^^^^^^ the circle closes here; this is left out
        """),
    FolderPicture(
        "A device in a bay of itself",
        [
            """
            devices:
              - {name: a, device_bays: [{name: "1"}], chassis: {device: b, bay: "1"}}
              - {name: b, device_bays: [{name: "1"}], chassis: {device: a, bay: "1"}}

            """
        ],
        """
        error[cycle]: `a` sits in a bay of itself
         --> inventory/r1.yaml:2:61
          |
        2 |   - {name: a, device_bays: [{name: "1"}], chassis: {device: b, bay: "1"}}
          |                                                             ^ the circle closes here; this is left out
        """),
    FolderPicture(
        "A device type that nobody knows",
        [
            """
            devices:
              - {name: sw-1, device_type: cisco/c2960x}

            """
        ],
        """
        error[unknown-device-type]: no device type `cisco/c2960x` on record
         --> inventory/r1.yaml:2:31
          |
        2 |   - {name: sw-1, device_type: cisco/c2960x}
          |                               ^^^^^^^^^^^^ not on record
          |
          = help: name the folder of the device-type library with `--device-types`, or describe the type under `device_types`
        """),
    FolderPicture(
        "An unknown key",
        [
            """
            racks:
              - {name: R1, u_hight: 42}

            """
        ],
        """
        error[unknown-key]: unknown key `u_hight` in `rack`
         --> inventory/r1.yaml:2:16
          |
        2 |   - {name: R1, u_hight: 42}
          |                ^^^^^^^ there is no such key here
          |
          = help: did you mean `u_height`?
        """),
    FolderPicture(
        "An unknown section",
        [
            """
            device:
              - {name: sw-1}

            """
        ],
        """
        error[unknown-key]: unknown key `device` in `inventory`
         --> inventory/r1.yaml:1:1
          |
        1 | device:
          | ^^^^^^ there is no such key here
          |
          = help: did you mean `devices`?
        """),
    FolderPicture(
        "A word that is none of those known",
        [
            """
            evidence: {source: doc, seen: 2026-01-01}
            devices: []

            """
        ],
        """
        error[wrong-value]: `source` must be one of `traced`, `lldp`, `mac-table`, `label`, `photo`, `document`, `statement`, `hearsay`
         --> inventory/r1.yaml:1:20
          |
        1 | evidence: {source: doc, seen: 2026-01-01}
          |                    ^^^ this is something else
        """),
    FolderPicture(
        "A group that needs more than it has",
        [
            """
            devices: [{name: a}, {name: b}]
            groups:
              - {name: pair, members: [a, b], needs: 3}

            """
        ],
        """
        error[needs-too-many]: the group `pair` needs 3 of 2 members
         --> inventory/r1.yaml:3:12
          |
        3 |   - {name: pair, members: [a, b], needs: 3}
          |            ^^^^
        """),
    FolderPicture(
        "A survey of nothing",
        [
            """
            surveys:
              - {scope: {}, seen: 2026-11-01, by: ivanov, complete: true}

            """
        ],
        """
        error[empty-selector]: the selector is empty and would mean nothing or everything
         --> inventory/r1.yaml:2:13
          |
        2 |   - {scope: {}, seen: 2026-11-01, by: ivanov, complete: true}
          |             ^
        """),
    FolderPicture(
        "A survey of a rack that does not exist",
        [
            """
            racks: [{name: R1}]
            surveys:
              - {scope: {rack: R2}, seen: 2026-11-01, by: ivanov, complete: true}

            """
        ],
        """
        error[unknown-rack]: no rack `R2` on record
         --> inventory/r1.yaml:3:20
          |
        3 |   - {scope: {rack: R2}, seen: 2026-11-01, by: ivanov, complete: true}
          |                    ^^ not on record
        """),
    FolderPicture(
        "A statement about nothing on record",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            statements:
              - {by: smirnov, seen: 2026-11-20, says: disclaims, about: "sw-1:Gi1/0/7"}

            """
        ],
        """
        error[unknown-port]: no port `sw-1:Gi1/0/7` on record
         --> inventory/r1.yaml:5:61
          |
        5 |   - {by: smirnov, seen: 2026-11-20, says: disclaims, about: "sw-1:Gi1/0/7"}
          |                                                             ^^^^^^^^^^^^^^ not on record
          |
          = help: did you mean `sw-1:Gi1/0/1`?
        """),
    FolderPicture(
        "An ambiguous name",
        [
            """
            racks: [{name: R1, site: hq}, {name: R1, site: lab}]
            devices:
              - {name: sw-1, rack: R1}

            """
        ],
        """
        error[ambiguous-name]: `R1` may be more than one rack
         --> inventory/r1.yaml:3:24
          |
        3 |   - {name: sw-1, rack: R1}
          |                        ^^ which one is meant?
          |
          = note: it may be `R1@hq`, `R1@lab`
          = help: write one of these names in full
        """),
    FolderPicture(
        "An empty file",
        [""],
        """
        error[empty-file]: the file `inventory/r1.yaml` is empty
         --> inventory/r1.yaml:1:1
          |
        1 |
          | ^
        """),
    FolderPicture(
        "A file that is not YAML to its end",
        [
            """
            devices:
              - {name: sw-1}
              - {name: sw-2

            """
        ],
        """
        error[yaml-bracket]: `{` is never closed
         --> inventory/r1.yaml:3:5
          |
        3 |   - {name: sw-2
          |     ^ opened here, and the text ends before it is closed
          |
          = note: the rest of the file is not read
          = help: close it with `}`
        """),
]
