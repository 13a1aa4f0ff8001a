/// What cannot be of cables and what they end on.
let cableFaults: [FolderPicture] = [
    FolderPicture(
        "A port that does not exist",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            cables:
              - {id: C-1, a: "sw-1:Gi1/0/9", b: "sw-2:Gi1/0/1"}

            """
        ],
        """
        error[unknown-port]: `sw-1` has no port `sw-1:Gi1/0/9`
         --> inventory/r1.yaml:5:18
          |
        5 |   - {id: C-1, a: "sw-1:Gi1/0/9", b: "sw-2:Gi1/0/1"}
          |                  ^^^^^^^^^^^^^^ there is no such port
          |
          = help: did you mean `sw-1:Gi1/0/1`?
        """),
    FolderPicture(
        "A name that is no port",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            cables:
              - {id: C-1, a: sw-1, b: unknown}

            """
        ],
        """
        error[port-form]: `sw-1` does not name a port
         --> inventory/r1.yaml:5:18
          |
        5 |   - {id: C-1, a: sw-1, b: unknown}
          |                  ^^^^
          |
          = help: write a port as `device:port`, such as `sw-1:Gi1/0/7`, `PP-1:rear/7` or `sw-2:power/PSU2`
        """),
    FolderPicture(
        "A port of a device without ports",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
              - {name: ap-1}
            cables:
              - {id: C-1, a: "ap-1:eth0", b: unknown}

            """
        ],
        """
        error[unknown-port]: `ap-1` has no port `ap-1:eth0`
         --> inventory/r1.yaml:6:18
          |
        6 |   - {id: C-1, a: "ap-1:eth0", b: unknown}
          |                  ^^^^^^^^^^^ there is no such port
          |
          = help: give `ap-1` its ports, by `device_type` or by `interfaces`, `front_ports` and the like
        """),
    FolderPicture(
        "Two cables in one port with the same evidence",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            cables:
              - {id: C-1, a: "sw-1:Gi1/0/1", b: "sw-2:Gi1/0/1"}
              - {id: C-2, a: "sw-1:Gi1/0/1", b: "sw-2:Gi1/0/2"}

            """
        ],
        """
        error[port-taken-twice]: two cables are in `sw-1:Gi1/0/1`: `C-1` and `C-2`
         --> inventory/r1.yaml:6:18
          |
        6 |   - {id: C-2, a: "sw-1:Gi1/0/1", b: "sw-2:Gi1/0/2"}
          |                  ^^^^^^^^^^^^^^ the second cable
         ::: inventory/r1.yaml:5:10
          |
        5 |   - {id: C-1, a: "sw-1:Gi1/0/1", b: "sw-2:Gi1/0/1"}
          |          --- the first cable
          |
          = note: both rest on the same evidence, so one of them is a mistake
          = help: correct one of the two, or give each its own `evidence`: then it is a conflict to be cleared up
        """),
    FolderPicture(
        "A cable on itself",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            cables:
              - {id: C-1, a: "sw-1:Gi1/0/1", b: "sw-1:Gi1/0/1"}

            """
        ],
        """
        error[cable-on-itself]: both sides of the cable are `sw-1:Gi1/0/1`
         --> inventory/r1.yaml:5:37
          |
        5 |   - {id: C-1, a: "sw-1:Gi1/0/1", b: "sw-1:Gi1/0/1"}
          |                                     ^^^^^^^^^^^^^^
        """),
    FolderPicture(
        "A port twice on one side",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            cables:
              - {id: C-1, a: ["sw-1:Gi1/0/1", "sw-1:Gi1/0/1"], b: unknown}

            """
        ],
        """
        error[end-twice]: `sw-1:Gi1/0/1` is twice on one side of the cable
         --> inventory/r1.yaml:5:35
          |
        5 |   - {id: C-1, a: ["sw-1:Gi1/0/1", "sw-1:Gi1/0/1"], b: unknown}
          |                                   ^^^^^^^^^^^^^^
        """),
    FolderPicture(
        "Power into data",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "Gi1/0/[1-4]"}], power_ports: [{name: PSU1}]}
              - {name: sw-2, interfaces: [{name: "Gi1/0/[1-4]"}]}
            cables:
              - {id: C-1, a: "sw-1:power/PSU1", b: "sw-2:Gi1/0/1"}

            """
        ],
        """
        error[power-into-data]: the cable joins `sw-1:power/PSU1`, which is power, with `sw-2:Gi1/0/1`, which is not
         --> inventory/r1.yaml:5:18
          |
        5 |   - {id: C-1, a: "sw-1:power/PSU1", b: "sw-2:Gi1/0/1"}
          |                  ^^^^^^^^^^^^^^^^^ power
         ::: inventory/r1.yaml:5:40
          |
        5 |   - {id: C-1, a: "sw-1:power/PSU1", b: "sw-2:Gi1/0/1"}
          |                                        -------------- no power
        """),
    FolderPicture(
        "A cable in a port that is said to be empty",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "[1-4]"}], empty: "[1-2]"}
            cables:
              - {id: C-1, a: "sw-1:2", b: unknown}

            """
        ],
        """
        error[cable-in-empty-port]: a cable ends in `sw-1:2`, which is said to be empty
         --> inventory/r1.yaml:4:18
          |
        4 |   - {id: C-1, a: "sw-1:2", b: unknown}
          |                  ^^^^^^^^
         ::: inventory/r1.yaml:2:56
          |
        2 |   - {name: sw-1, interfaces: [{name: "[1-4]"}], empty: "[1-2]"}
          |                                                        ------- empty here
          |
          = help: correct one of the two, or give each its own `evidence`: then it is a conflict to be cleared up
        """),
    FolderPicture(
        "A port both occupied and empty",
        [
            """
            devices:
              - {name: sw-1, interfaces: [{name: "[1-4]"}], occupied: "[1-3]", empty: "3"}

            """
        ],
        """
        error[occupied-and-empty]: `sw-1:3` is said to be occupied and empty
         --> inventory/r1.yaml:2:75
          |
        2 |   - {name: sw-1, interfaces: [{name: "[1-4]"}], occupied: "[1-3]", empty: "3"}
          |                                                                           ^^^ empty here
         ::: inventory/r1.yaml:2:59
          |
        2 |   - {name: sw-1, interfaces: [{name: "[1-4]"}], occupied: "[1-3]", empty: "3"}
          |                                                           ------- occupied here
          |
          = help: correct one of the two, or give each its own `evidence`: then it is a conflict to be cleared up
        """),
]
