// What is said about faulty orders.

let faultyOrderPictures: [String] = [
    """
    error[operand-not-taken]: `disconnect` does not take `to`
     --> CO-1.yaml:3:39
      |
    3 |   - {do: disconnect, port: "PP-1:12", to: "PP-1:13"}
      |                                       ^^ this says nothing to `disconnect`
      |
      = help: `disconnect` takes `port`, `cable`, `outlet`, `circuit`, `feed`, `unrecorded`
      = help: for example: `{do: disconnect, port: "PP-1:12"}`

    """,
    """
    error[operand-missing]: `disconnect` needs `port`, `cable`, `outlet`, `circuit`, `feed` or `unrecorded`
     --> CO-1.yaml:3:10
      |
    3 |   - {do: disconnect}
      |          ^^^^^^^^^^ it names none of them
      |
      = help: for example: `{do: disconnect, port: "PP-1:12"}`

    """,
    """
    error[operand-missing]: `move` needs `to`
     --> CO-1.yaml:3:10
      |
    3 |   - {do: move, port: "PP-1:12"}
      |          ^^^^ `to` is missing
      |
      = help: for example: `{do: move, port: "PP-1:12", to: "PP-1:20"}`

    """,
    """
    error[cord-without-ends]: `connect` does not say what the cable `C-0017` joins
     --> CO-1.yaml:3:26
      |
    3 |   - {do: connect, cable: C-0017}
      |                          ^^^^^^ only the cable is named
      |
      = help: for example: `{do: connect, cable: {id: C-0017, a: "sw-1:7", b: "PP-1:12"}}`

    """,
    """
    error[unknown-key]: unknown key `prot` in `step`
     --> CO-1.yaml:3:22
      |
    3 |   - {do: disconnect, prot: "PP-1:12"}
      |                      ^^^^ there is no such key here
      |
      = help: did you mean `port`?

    """,
    """
    error[unknown-verb]: unknown verb `unplug`
     --> CO-1.yaml:3:10
      |
    3 |   - {do: unplug, port: x}
      |          ^^^^^^ orders have no such verb
      |
      = help: did you mean `disconnect`?
      = help: there are `inspect`, `label`, `hold`, `connect`, `disconnect`, `move`, `install`, `remove`, `replace`, `power-off`, `power-on`, `restart`, `configure`, `reset`, `other`

    """,
    """
    error[missing-key]: `step` has no `do`
     --> CO-1.yaml:3:5
      |
    3 |   - {port: x}
      |     ^ `do` is missing here
      |
      = help: add `do`: the verb

    """,
    """
    error[bad-range]: `3-1` is no range from a lower to a higher end
     --> CO-1.yaml:3:28
      |
    3 |   - {do: disconnect, port: "PP-1:[3-1]"}
      |                            ^^^^^^^^^^^^
      |
      = help: for example: `PP-1:[1-3]`

    """,
    """
    error[port-not-said]: it is not said which port of `PP-1`
     --> CO-1.yaml:3:28
      |
    3 |   - {do: disconnect, port: PP-1}
      |                            ^^^^ this is a device
      |
      = help: write a port as `device:port`, such as `sw-1:Gi1/0/7`, `PP-1:rear/7` or `sw-2:power/PSU2`

    """,
    """
    error[unknown-wish]: unknown wish `W2`
     --> CO-1.yaml:3:45
      |
    3 |   - {do: disconnect, port: "PP-1:12", for: [W2]}
      |                                             ^^ the order has no such wish
      |
      = help: there is only `W0`
      = help: add it under `wishes`

    """,
    """
    error[unknown-window]: unknown window `N2`
     --> CO-1.yaml:3:47
      |
    3 |   - {do: disconnect, port: "PP-1:12", window: N2}
      |                                               ^^ the order has no such window
      |
      = help: add it under `windows`

    """,
    """
    error[unknown-contact]: unknown contact `petrov`
     --> CO-1.yaml:3:71
      |
    3 |   - {do: disconnect, port: "PP-1:12", verify: {observe: LED, witness: petrov}}
      |                                                                       ^^^^^^ no such contact in client.yaml
      |
      = help: did you mean `petrova`?

    """,
    """
    error[wrong-value]: `undo` must be one of `auto`, `none`
     --> CO-1.yaml:3:45
      |
    3 |   - {do: disconnect, port: "PP-1:12", undo: maybe}
      |                                             ^^^^^ this is something else

    """,
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

    """,
    """
    error[which-end]: it is not said which end of `C-0017` moves
     --> CO-1.yaml:3:23
      |
    3 |   - {do: move, cable: C-0017, to: "PP-1:20"}
      |                       ^^^^^^ it ends on `sw-1:Gi1/0/7`, `PP-1:front/7`
      |
      = help: say which port it leaves: `from: "sw-1:Gi1/0/7"`

    """,
    """
    error[not-an-end]: `C-0017` does not end on `PP-1:9`
     --> CO-1.yaml:3:37
      |
    3 |   - {do: move, cable: C-0017, from: "PP-1:9", to: "PP-1:20"}
      |                                     ^^^^^^^^ it ends on `sw-1:Gi1/0/7`, `PP-1:front/7`
      |
      = help: say which port it leaves: `from: "sw-1:Gi1/0/7"`

    """,
    """
    error[list-missing]: cannot find the cut sheet `absent.csv`
     --> CO-1.yaml:3:22
      |
    3 |   - {do: move, list: absent.csv}
      |                      ^^^^^^^^^^ looked for beside the order
      |
      = help: put the file beside the order, with the columns from, to and label

    """,
    """
    error[except-without-set]: `except` without `everything_in` excepts nothing
     --> CO-1.yaml:3:32
      |
    3 |   - {do: remove, device: sw-1, except: [PP-9]}
      |                                ^^^^^^
      |
      = help: for example: `{do: remove, everything_in: {rack: R2}, except: [PP-9]}`

    """,
    """
    warning[unknown-exception]: `PP-8`, which is to be left alone, is not on record
     --> CO-1.yaml:3:54
      |
    3 |   - {do: remove, everything_in: {rack: R2}, except: [PP-8]}
      |                                                      ^^^^ this exception protects nothing
      |
      = help: did you mean `PP-1`?

    """,
    """
    error[one-at-a-time]: one `replace` takes one thing
     --> CO-1.yaml:3:27
      |
    3 |   - {do: replace, device: [sw-1, sw-2], with: sw-9}
      |                           ^^^^^^^^^^^^ 2 are named here
      |
      = help: write a step for each

    """,
    """
    error[one-position]: 3 devices cannot stand in one position
     --> CO-1.yaml:3:59
      |
    3 |   - {do: install, device: "AP-[1-3]", rack: R1, position: 7}
      |                                                           ^
      |
      = help: write a step for each

    """,
    """
    error[wrong-value]: `position` must be a number of whole or half units
     --> CO-1.yaml:3:54
      |
    3 |   - {do: install, device: sw-77, rack: R1, position: 7.3}
      |                                                      ^^^ this is something else
      |
      = help: for example: `position: 10.5`

    """,
    """
    error[wrong-value]: `takes` must be a span of time in ISO 8601
     --> CO-1.yaml:3:40
      |
    3 |   - {do: restart, device: sw-1, takes: 15 min}
      |                                        ^^^^^^ this is something else
      |
      = help: for example: `takes: PT15M`
      = help: write `PT15M` instead of `15 min`

    """,
    """
    error[duplicate-id]: the id `S1` is used twice
     --> CO-1.yaml:4:10
      |
    4 |   - {id: S1, do: inspect, rack: R2}
      |          ^^ for the second time
     ::: CO-1.yaml:3:10
      |
    3 |   - {id: S1, do: inspect, rack: R1}
      |          -- for the first time here
      |
      = help: give one of the two another id

    """,
    """
    error[unknown-party]: unknown party `netmaster`
     --> CO-1.yaml:2:13
      |
    2 | contractor: netmaster
      |             ^^^^^^^^^ no such party in client.yaml
      |
      = help: did you mean `netmasters`?

    """,
    """
    error[unknown-step]: unknown step `S7`
     --> CO-1.yaml:2:35
      |
    2 | present: [{party: starlink, for: [S7]}, {for: [S1]}]
      |                                   ^^ the order has no such step
      |
      = help: there is only `S1`
      = help: give the step that is meant this `id`

    error[presence-of-nobody]: it is not said who stands by
     --> CO-1.yaml:2:41
      |
    2 | present: [{party: starlink, for: [S7]}, {for: [S1]}]
      |                                         ^
      |
      = help: for example: `{party: starlink, for: [S7]}`

    """,
    """
    error[window-backwards]: the window ends before it begins
     --> CO-1.yaml:4:9
      |
    4 |     to: 2026-12-05T22:00:00+03:00
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^ it ends here
     ::: CO-1.yaml:3:11
      |
    3 |   - from: 2026-12-06T02:00:00+03:00
      |           ------------------------- it begins here
      |
      = help: a window over midnight ends on the next day

    """,
    """
    error[windows-out-of-order]: the window begins before `N1` is over
     --> CO-1.yaml:4:12
      |
    4 |   - {from: 2026-12-05T02:00:00+03:00, to: 2026-12-05T04:00:00+03:00}
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^ it begins here
     ::: CO-1.yaml:3:5
      |
    3 |   - {from: 2026-12-06T02:00:00+03:00, to: 2026-12-06T04:00:00+03:00}
      |     - the window before
      |
      = help: write windows in the order of time, without overlaps

    """,
    """
    error[standing-wish]: `W0` is in every order without being written
     --> CO-1.yaml:2:15
      |
    2 | wishes: [{id: W0, text: quiet}, {id: W1, text: a, needs: {at: {rack: R1}}}]
      |               ^^
      |
      = help: W0 says “nothing else stops”; call this wish W1

    error[need-of-nothing]: this need does not say what is needed
     --> CO-1.yaml:2:58
      |
    2 | wishes: [{id: W0, text: quiet}, {id: W1, text: a, needs: {at: {rack: R1}}}]
      |                                                          ^
      |
      = help: for example: `{ports: 3, at: {rack: R1}}`

    """,
    """
    error[second-order]: a file holds one order
     --> CO-1.yaml:4:1
      |
    4 | order: CO-2
      | ^^^^^
      |
      = help: write this order in a file of its own

    """,
    """
    error[empty-order]: the order is empty
     --> CO-1.yaml:1:1
      |
    1 | # nothing yet
      | ^
      |
      = help: `primum order new` writes a first one

    """,
    """
    error[list-quote]: a quote is opened and not closed
     --> moves.csv:4:1
      |
    4 | "PP-1:4,PP-1:5
      | ^
      |
      = help: close it, and double the quotes inside the text

    note[list-column]: the column `remark` is not read
     --> moves.csv:1:9
      |
    1 | from,to,remark
      |         ^^^^^^

    error[list-row]: this row has no `to`
     --> moves.csv:3:1
      |
    3 | PP-1:3
      | ^^^^^^
      |
      = help: write `unknown` where nobody knows the port

    """,
    """
    error[list-heading]: the cut sheet has no column `from`, `to`
     --> moves.csv:1:1
      |
    1 | here;there
      | ^^^^^^^^^^
      |
      = help: begin the sheet with `from,to,label` (or `source;destination;cable`)

    """,
    """
    error[list-empty]: the cut sheet `moves.csv` has no rows
     --> moves.csv:1:1
      |
    1 | from,to
      | ^^^^^^^
      |
      = help: write a line for each cord that moves: `PP-1:12,PP-1:20,R1-12`

    """,
    """
    error[list-quote]: something stands behind a closed quote
     --> moves.csv:3:10
      |
    3 | "PP-1:3" x,PP-1:4
      |          ^
      |
      = help: put the whole cell into the quotes, or none of it

    error[list-row]: this row has more cells than the heading
     --> moves.csv:2:15
      |
    2 | PP-1:1,PP-1:2,grey, short
      |               ^^^^ no column stands above it
      |
      = help: put quotes around a cell that holds the separator: `"a, b"`

    """,
    """
    error[unknown-verb]: unknown verb `выдернуть`
     --> CO-1.yaml:3:10
      |
    3 |   - {do: выдернуть, port: x}
      |          ^^^^^^^^^ orders have no such verb
      |
      = help: did you mean `disconnect`?
      = help: there are `inspect`, `label`, `hold`, `connect`, `disconnect`, `move`, `install`, `remove`, `replace`, `power-off`, `power-on`, `restart`, `configure`, `reset`, `other`

    """,
    """
    error[unknown-verb]: unknown verb `disconect`
     --> CO-1.yaml:3:10
      |
    3 |   - {do: disconect, port: x}
      |          ^^^^^^^^^ orders have no such verb
      |
      = help: did you mean `disconnect`?
      = help: there are `inspect`, `label`, `hold`, `connect`, `disconnect`, `move`, `install`, `remove`, `replace`, `power-off`, `power-on`, `restart`, `configure`, `reset`, `other`

    """,
    """
    error[unknown-verb]: unknown verb `on`
     --> CO-1.yaml:3:10
      |
    3 |   - {do: on, device: sw-1}
      |          ^^ orders have no such verb
      |
      = help: there are `inspect`, `label`, `hold`, `connect`, `disconnect`, `move`, `install`, `remove`, `replace`, `power-off`, `power-on`, `restart`, `configure`, `reset`, `other`

    """,
    """
    error[wrong-value]: `takes` must be a span of time in ISO 8601
     --> CO-1.yaml:3:40
      |
    3 |   - {do: restart, device: sw-1, takes: -PT5M}
      |                                        ^^^^^ this is something else
      |
      = help: for example: `takes: PT15M`

    """,
    """
    error[wrong-value]: `type` must be one of `standard`, `normal`, `emergency`
     --> CO-1.yaml:2:7
      |
    2 | type: urgent
      |       ^^^^^^ this is something else

    error[wrong-value]: `before` must be a span of time in ISO 8601
     --> CO-1.yaml:3:34
      |
    3 | notify: [{party: supply, before: -P2D}]
      |                                  ^^^^ this is something else
      |
      = help: for example: `before: PT15M`

    """,
    """
    error[presence-of-another]: `petrova` is not of `starlink`
     --> CO-1.yaml:2:38
      |
    2 | present: [{party: starlink, contact: petrova}]
      |                                      ^^^^^^^
     ::: CO-1.yaml:2:19
      |
    2 | present: [{party: starlink, contact: petrova}]
      |                   -------- this party is named
      |
      = help: the contact alone says whose people stand by

    """,
    """
    error[wrong-value]: `from` must be a moment with its distance from UTC
     --> CO-1.yaml:2:18
      |
    2 | windows: [{from: 2026-12-05, to: 2026-12-06T02:00:00+03:00}]
      |                  ^^^^^^^^^^ this is something else
      |
      = help: for example: `from: 2026-12-05T22:00:00+03:00`

    """,
    """
    error[wrong-value]: `ports` must be a whole number from 0 to 1000000
     --> CO-1.yaml:2:44
      |
    2 | wishes: [{id: W1, text: a, needs: [{ports: -3}]}]
      |                                            ^^ this is something else
      |
      = help: for example: `ports: 42`

    """,
    """
    error[operand-missing]: `restart` needs `device`, `everything_in` or `unrecorded`
     --> CO-1.yaml:3:47
      |
    3 |   - {do: restart, device: R-twin, undo: [{do: restart}]}
      |                                               ^^^^^^^ it names none of them
      |
      = help: for example: `{do: restart, device: sw-1}`

    """,
    """
    error[wrong-value]: `steps` must be a list
     --> CO-1.yaml:2:8
      |
    2 | steps: {do: restart, device: sw-1}
      |        ^ this is a mapping of keys to values
      |
      = help: for example: `steps: [a, b]`

    """,
]
