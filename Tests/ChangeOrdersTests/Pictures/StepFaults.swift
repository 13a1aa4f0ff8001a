/// What can be wrong in a step, and what is said of it.
let stepFaults: [FaultyOrder] = [
    FaultyOrder(
        step: #"{do: disconnect, port: "PP-1:12", to: "PP-1:13"}"#,
        """
        error[operand-not-taken]: `disconnect` does not take `to`
         --> CO-1.yaml:3:39
          |
        3 |   - {do: disconnect, port: "PP-1:12", to: "PP-1:13"}
          |                                       ^^ this says nothing to `disconnect`
          |
          = help: `disconnect` takes `port`, `cable`, `outlet`, `circuit`, `feed`, `unrecorded`
          = help: for example: `{do: disconnect, port: "PP-1:12"}`

        """),
    FaultyOrder(
        step: "{do: disconnect}",
        """
        error[operand-missing]: `disconnect` needs `port`, `cable`, `outlet`, `circuit`, `feed` or `unrecorded`
         --> CO-1.yaml:3:10
          |
        3 |   - {do: disconnect}
          |          ^^^^^^^^^^ it names none of them
          |
          = help: for example: `{do: disconnect, port: "PP-1:12"}`

        """),
    FaultyOrder(
        step: #"{do: move, port: "PP-1:12"}"#,
        """
        error[operand-missing]: `move` needs `to`
         --> CO-1.yaml:3:10
          |
        3 |   - {do: move, port: "PP-1:12"}
          |          ^^^^ `to` is missing
          |
          = help: for example: `{do: move, port: "PP-1:12", to: "PP-1:20"}`

        """),
    FaultyOrder(
        step: #"{do: connect, cable: C-0017}"#,
        """
        error[cord-without-ends]: `connect` does not say what the cable `C-0017` joins
         --> CO-1.yaml:3:26
          |
        3 |   - {do: connect, cable: C-0017}
          |                          ^^^^^^ only the cable is named
          |
          = help: for example: `{do: connect, cable: {id: C-0017, a: "sw-1:7", b: "PP-1:12"}}`

        """),
    FaultyOrder(
        step: #"{do: disconnect, prot: "PP-1:12"}"#,
        """
        error[unknown-key]: unknown key `prot` in `step`
         --> CO-1.yaml:3:22
          |
        3 |   - {do: disconnect, prot: "PP-1:12"}
          |                      ^^^^ there is no such key here
          |
          = help: did you mean `port`?

        """),
    FaultyOrder(
        step: "{do: unplug, port: x}",
        """
        error[unknown-verb]: unknown verb `unplug`
         --> CO-1.yaml:3:10
          |
        3 |   - {do: unplug, port: x}
          |          ^^^^^^ orders have no such verb
          |
          = help: did you mean `disconnect`?
          = help: there are `inspect`, `label`, `hold`, `connect`, `disconnect`, `move`, `install`, `remove`, `replace`, `power-off`, `power-on`, `restart`, `configure`, `reset`, `other`

        """),
    FaultyOrder(
        step: "{port: x}",
        """
        error[missing-key]: `step` has no `do`
         --> CO-1.yaml:3:5
          |
        3 |   - {port: x}
          |     ^ `do` is missing here
          |
          = help: add `do`: the verb

        """),
    FaultyOrder(
        step: #"{do: disconnect, port: "PP-1:[3-1]"}"#,
        """
        error[bad-range]: `3-1` is no range from a lower to a higher end
         --> CO-1.yaml:3:28
          |
        3 |   - {do: disconnect, port: "PP-1:[3-1]"}
          |                            ^^^^^^^^^^^^
          |
          = help: for example: `PP-1:[1-3]`

        """),
    FaultyOrder(
        step: #"{do: disconnect, port: PP-1}"#,
        """
        error[port-not-said]: it is not said which port of `PP-1`
         --> CO-1.yaml:3:28
          |
        3 |   - {do: disconnect, port: PP-1}
          |                            ^^^^ this is a device
          |
          = help: write a port as `device:port`, such as `sw-1:Gi1/0/7`, `PP-1:rear/7` or `sw-2:power/PSU2`

        """),
    FaultyOrder(
        step: #"{do: disconnect, port: "PP-1:12", for: [W2]}"#,
        """
        error[unknown-wish]: unknown wish `W2`
         --> CO-1.yaml:3:45
          |
        3 |   - {do: disconnect, port: "PP-1:12", for: [W2]}
          |                                             ^^ the order has no such wish
          |
          = help: there is only `W0`
          = help: add it under `wishes`

        """),
    FaultyOrder(
        step: #"{do: disconnect, port: "PP-1:12", window: N2}"#,
        """
        error[unknown-window]: unknown window `N2`
         --> CO-1.yaml:3:47
          |
        3 |   - {do: disconnect, port: "PP-1:12", window: N2}
          |                                               ^^ the order has no such window
          |
          = help: add it under `windows`

        """),
    FaultyOrder(
        step: #"{do: disconnect, port: "PP-1:12", verify: {observe: LED, witness: petrov}}"#,
        """
        error[unknown-contact]: unknown contact `petrov`
         --> CO-1.yaml:3:71
          |
        3 |   - {do: disconnect, port: "PP-1:12", verify: {observe: LED, witness: petrov}}
          |                                                                       ^^^^^^ no such contact in client.yaml
          |
          = help: did you mean `petrova`?

        """),
    FaultyOrder(
        step: #"{do: disconnect, port: "PP-1:12", undo: maybe}"#,
        """
        error[wrong-value]: `undo` must be one of `auto`, `none`
         --> CO-1.yaml:3:45
          |
        3 |   - {do: disconnect, port: "PP-1:12", undo: maybe}
          |                                             ^^^^^ this is something else

        """),
    FaultyOrder(
        step: #"{do: connect, cable: {a: "PP-1:[1-3]", b: "sw-1:Gi1/0/[1-2]"}}"#,
        """
        error[unequal-ranges]: 3 ports on one side and 2 on the other cannot be paired
         --> CO-1.yaml:3:47
          |
        3 |   - {do: connect, cable: {a: "PP-1:[1-3]", b: "sw-1:Gi1/0/[1-2]"}}
          |                                               ^^^^^^^^^^^^^^^^^^ 2 ports
         ::: CO-1.yaml:3:30
          |
        3 |   - {do: connect, cable: {a: "PP-1:[1-3]", b: "sw-1:Gi1/0/[1-2]"}}
          |                              ------------ 3 ports
          |
          = help: name as many ports on each side

        """),
    FaultyOrder(
        step: #"{do: move, cable: C-0017, to: "PP-1:20"}"#,
        """
        error[which-end]: it is not said which end of `C-0017` moves
         --> CO-1.yaml:3:23
          |
        3 |   - {do: move, cable: C-0017, to: "PP-1:20"}
          |                       ^^^^^^ it ends on `sw-1:Gi1/0/7`, `PP-1:front/7`
          |
          = help: say which port it leaves: `from: "sw-1:Gi1/0/7"`

        """),
    FaultyOrder(
        step: #"{do: move, cable: C-0017, from: "PP-1:9", to: "PP-1:20"}"#,
        """
        error[not-an-end]: `C-0017` does not end on `PP-1:9`
         --> CO-1.yaml:3:37
          |
        3 |   - {do: move, cable: C-0017, from: "PP-1:9", to: "PP-1:20"}
          |                                     ^^^^^^^^ it ends on `sw-1:Gi1/0/7`, `PP-1:front/7`
          |
          = help: say which port it leaves: `from: "sw-1:Gi1/0/7"`

        """),
    FaultyOrder(
        step: "{do: move, list: absent.csv}",
        """
        error[list-missing]: cannot find the cut sheet `absent.csv`
         --> CO-1.yaml:3:22
          |
        3 |   - {do: move, list: absent.csv}
          |                      ^^^^^^^^^^ looked for beside the order
          |
          = help: put the file beside the order, with the columns from, to and label

        """),
    FaultyOrder(
        step: "{do: remove, device: sw-1, except: [PP-9]}",
        """
        error[except-without-set]: `except` without `everything_in` excepts nothing
         --> CO-1.yaml:3:32
          |
        3 |   - {do: remove, device: sw-1, except: [PP-9]}
          |                                ^^^^^^
          |
          = help: for example: `{do: remove, everything_in: {rack: R2}, except: [PP-9]}`

        """),
    FaultyOrder(
        step: "{do: remove, everything_in: {rack: R2}, except: [PP-8]}",
        """
        warning[unknown-exception]: `PP-8`, which is to be left alone, is not on record
         --> CO-1.yaml:3:54
          |
        3 |   - {do: remove, everything_in: {rack: R2}, except: [PP-8]}
          |                                                      ^^^^ this exception protects nothing
          |
          = help: did you mean `PP-1`?

        """),
    FaultyOrder(
        step: "{do: replace, device: [sw-1, sw-2], with: sw-9}",
        """
        error[one-at-a-time]: one `replace` takes one thing
         --> CO-1.yaml:3:27
          |
        3 |   - {do: replace, device: [sw-1, sw-2], with: sw-9}
          |                           ^^^^^^^^^^^^ 2 are named here
          |
          = help: write a step for each

        """),
    FaultyOrder(
        step: #"{do: install, device: "AP-[1-3]", rack: R1, position: 7}"#,
        """
        error[one-position]: 3 devices cannot stand in one position
         --> CO-1.yaml:3:59
          |
        3 |   - {do: install, device: "AP-[1-3]", rack: R1, position: 7}
          |                                                           ^
          |
          = help: write a step for each

        """),
    FaultyOrder(
        step: "{do: install, device: sw-77, rack: R1, position: 7.3}",
        """
        error[wrong-value]: `position` must be a number of whole or half units
         --> CO-1.yaml:3:54
          |
        3 |   - {do: install, device: sw-77, rack: R1, position: 7.3}
          |                                                      ^^^ this is something else
          |
          = help: for example: `position: 10.5`

        """),
    FaultyOrder(
        step: "{do: restart, device: sw-1, takes: 15 min}",
        """
        error[wrong-value]: `takes` must be a span of time in ISO 8601
         --> CO-1.yaml:3:40
          |
        3 |   - {do: restart, device: sw-1, takes: 15 min}
          |                                        ^^^^^^ this is something else
          |
          = help: for example: `takes: PT15M`
          = help: write `PT15M` instead of `15 min`

        """),
    FaultyOrder(
        step: "{do: выдернуть, port: x}",
        """
        error[unknown-verb]: unknown verb `выдернуть`
         --> CO-1.yaml:3:10
          |
        3 |   - {do: выдернуть, port: x}
          |          ^^^^^^^^^ orders have no such verb
          |
          = help: did you mean `disconnect`?
          = help: there are `inspect`, `label`, `hold`, `connect`, `disconnect`, `move`, `install`, `remove`, `replace`, `power-off`, `power-on`, `restart`, `configure`, `reset`, `other`

        """),
    FaultyOrder(
        step: "{do: disconect, port: x}",
        """
        error[unknown-verb]: unknown verb `disconect`
         --> CO-1.yaml:3:10
          |
        3 |   - {do: disconect, port: x}
          |          ^^^^^^^^^ orders have no such verb
          |
          = help: did you mean `disconnect`?
          = help: there are `inspect`, `label`, `hold`, `connect`, `disconnect`, `move`, `install`, `remove`, `replace`, `power-off`, `power-on`, `restart`, `configure`, `reset`, `other`

        """),
    FaultyOrder(
        step: "{do: on, device: sw-1}",
        """
        error[unknown-verb]: unknown verb `on`
         --> CO-1.yaml:3:10
          |
        3 |   - {do: on, device: sw-1}
          |          ^^ orders have no such verb
          |
          = help: there are `inspect`, `label`, `hold`, `connect`, `disconnect`, `move`, `install`, `remove`, `replace`, `power-off`, `power-on`, `restart`, `configure`, `reset`, `other`

        """),
    FaultyOrder(
        step: "{do: restart, device: sw-1, takes: -PT5M}",
        """
        error[wrong-value]: `takes` must be a span of time in ISO 8601
         --> CO-1.yaml:3:40
          |
        3 |   - {do: restart, device: sw-1, takes: -PT5M}
          |                                        ^^^^^ this is something else
          |
          = help: for example: `takes: PT15M`

        """),
]
