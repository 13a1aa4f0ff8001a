/// What cannot be of ports.
let portFaults: [FolderPicture] = [
    FolderPicture(
        "An occupied port that does not exist",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "[1-4]"}], occupied: "[3-5]"}

            """
        ],
        """
        error[unknown-port]: `sw-1` has no port `5`
         --> inventory/r1.yaml:2:59
          |
        2 |   - {name: sw-1, interfaces: [{name: "[1-4]"}], occupied: "[3-5]"}
          |                                                           ^^^^^^^ there is no such port
          |
          = help: give `sw-1` its ports, by `device_type` or by `interfaces`, `front_ports` and the like
        """),
    FolderPicture(
        "A front port without a rear port",
        [
            """
            devices:
              - name: PP-1
                front_ports: [{name: "[1-4]", rear_port: "[1-4]"}]
                rear_ports: [{name: "[1-3]"}]

            """
        ],
        """
        error[no-rear-port]: `PP-1` has no rear port `4`
         --> inventory/r1.yaml:3:46
          |
        3 |     front_ports: [{name: "[1-4]", rear_port: "[1-4]"}]
          |                                              ^^^^^^^ there is no such port
          |
          = help: add `4` to `rear_ports`
        """),
    FolderPicture(
        "Ranges of different lengths",
        [
            """
            devices:
              - name: PP-1
                front_ports: [{name: "[1-4]", rear_port: "[1-3]"}]
                rear_ports: [{name: "[1-4]"}]

            """
        ],
        """
        error[range-mismatch]: `[1-3]` gives 3 names, but `[1-4]` gives 4
         --> inventory/r1.yaml:3:46
          |
        3 |     front_ports: [{name: "[1-4]", rear_port: "[1-3]"}]
          |                                              ^^^^^^^
         ::: inventory/r1.yaml:3:26
          |
        3 |     front_ports: [{name: "[1-4]", rear_port: "[1-3]"}]
          |                          ------- 4 names here
          |
          = help: make both ranges equally long, or name one rear port
        """),
    FolderPicture(
        "A position that the rear port does not have",
        [
            """
            devices:
              - name: PP-1
                front_ports: [{name: "1", rear_port: R, rear_port_position: 3}]
                rear_ports: [{name: R, positions: 2}]

            """
        ],
        """
        error[bad-position]: the port `R` has no position 3, only 1 to 2
         --> inventory/r1.yaml:3:42
          |
        3 |     front_ports: [{name: "1", rear_port: R, rear_port_position: 3}]
          |                                          ^
          |
          = help: give the port `positions`
        """),
    FolderPicture(
        "Two front ports on one position",
        [
            """
            devices:
              - name: PP-1
                front_ports:
                  - {name: "1", rear_port: R}
                  - {name: "2", rear_port: R}
                rear_ports: [{name: R, positions: 2}]

            """
        ],
        """
        error[position-taken-twice]: two front ports lead to position 1 of `R`
         --> inventory/r1.yaml:5:32
          |
        5 |       - {name: "2", rear_port: R}
          |                                ^
         ::: inventory/r1.yaml:4:32
          |
        4 |       - {name: "1", rear_port: R}
          |                                - for the first time here
        """),
    FolderPicture(
        "Two cables of one id",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            cables:
              - {id: C-1, a: "sw-1:Gi1/0/1", b: unknown}
              - {id: C-1, a: "sw-1:Gi1/0/2", b: unknown}

            """
        ],
        """
        error[duplicate-cable]: there are two of the cable `C-1`
         --> inventory/r1.yaml:6:10
          |
        6 |   - {id: C-1, a: "sw-1:Gi1/0/2", b: unknown}
          |          ^^^ for the second time; this one is left out
         ::: inventory/r1.yaml:5:10
          |
        5 |   - {id: C-1, a: "sw-1:Gi1/0/1", b: unknown}
          |          --- for the first time here
          |
          = help: remove one of the two or give it another name
        """),
    FolderPicture(
        "Two ports of one name",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "[1-4]"}, {name: "4"}]}

            """
        ],
        """
        error[duplicate-port]: there are two of the port `4`
         --> inventory/r1.yaml:2:55
          |
        2 |   - {name: sw-1, interfaces: [{name: "[1-4]"}, {name: "4"}]}
          |                                                       ^^^ for the second time; this one is left out
         ::: inventory/r1.yaml:2:38
          |
        2 |   - {name: sw-1, interfaces: [{name: "[1-4]"}, {name: "4"}]}
          |                                      ------- for the first time here
          |
          = help: remove one of the two or give it another name
        """),
    FolderPicture(
        "A range without an end",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[24-1]"}]}

            """
        ],
        """
        error[bad-range]: the range `24-1` has no beginning and end
         --> inventory/r1.yaml:2:38
          |
        2 |   - {name: sw-1, interfaces: [{name: "Gi1/0/[24-1]"}]}
          |                                      ^^^^^^^^^^^^^^
          |
          = help: write ranges as `[1-24]`, `[a-c]` or `[1,3,5-7]`
        """),
    FolderPicture(
        "A cable that is text",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            cables:
              - "sw-1:Gi1/0/1 to sw-2:Gi1/0/1"

            """
        ],
        """
        error[wrong-value]: this must be a mapping of keys to values
         --> inventory/r1.yaml:5:5
          |
        5 |   - "sw-1:Gi1/0/1 to sw-2:Gi1/0/1"
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is text in quotes
          |
          = help: for example: `{id: …}`
        """),
    FolderPicture(
        "A mapping where cables are a list",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            cables: {id: C-1}

            """
        ],
        """
        error[wrong-value]: `cables` must be a list
         --> inventory/r1.yaml:4:9
          |
        4 | cables: {id: C-1}
          |         ^ this is a mapping of keys to values
          |
          = help: for example: `cables: [a, b]`
        """),
]
