/// What can be wrong around the steps and in cut sheets, and what is said of it.
let orderFaults: [FaultyOrder] = [
    FaultyOrder(
        "order: CO-1\nsteps:\n  - {id: S1, do: inspect, rack: R1}\n  - {id: S1, do: inspect, rack: R2}\n",
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

        """),
    FaultyOrder(
        "order: CO-1\ncontractor: netmaster\nsteps: []\n",
        """
        error[unknown-party]: unknown party `netmaster`
         --> CO-1.yaml:2:13
          |
        2 | contractor: netmaster
          |             ^^^^^^^^^ no such party in client.yaml
          |
          = help: did you mean `netmasters`?

        """),
    FaultyOrder(
        "order: CO-1\npresent: [{party: starlink, for: [S7]}, {for: [S1]}]\nsteps:\n  - {id: S1, do: inspect, rack: R1}\n",
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

        """),
    FaultyOrder(
        "order: CO-1\nwindows:\n  - from: 2026-12-06T02:00:00+03:00\n    to: 2026-12-05T22:00:00+03:00\nsteps: []\n",
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

        """),
    FaultyOrder(
        """
        order: CO-1
        windows:
          - {from: 2026-12-06T02:00:00+03:00, to: 2026-12-06T04:00:00+03:00}
          - {from: 2026-12-05T02:00:00+03:00, to: 2026-12-05T04:00:00+03:00}
        steps: []
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

        """),
    FaultyOrder(
        "order: CO-1\nwishes: [{id: W0, text: quiet}, {id: W1, text: a, needs: {at: {rack: R1}}}]\nsteps: []\n",
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

        """),
    FaultyOrder(
        "order: CO-1\nsteps: []\n---\norder: CO-2\nsteps: []\n",
        """
        error[second-order]: a file holds one order
         --> CO-1.yaml:4:1
          |
        4 | order: CO-2
          | ^^^^^
          |
          = help: write this order in a file of its own

        """),
    FaultyOrder(
        "# nothing yet\n",
        """
        error[empty-order]: the order is empty
         --> CO-1.yaml:1:1
          |
        1 | # nothing yet
          | ^
          |
          = help: `primum order new` writes a first one

        """),
    FaultyOrder(
        "order: CO-1\nsteps:\n  - {do: move, list: moves.csv}\n",
        lists: ["moves.csv": "from,to,remark\nPP-1:1,PP-1:2,x\nPP-1:3\n\"PP-1:4,PP-1:5\n"],
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

        """),
    FaultyOrder(
        "order: CO-1\nsteps:\n  - {do: move, list: moves.csv}\n", lists: ["moves.csv": "here;there\nPP-1;PP-2\n"],
        """
        error[list-heading]: the cut sheet has no column `from`, `to`
         --> moves.csv:1:1
          |
        1 | here;there
          | ^^^^^^^^^^
          |
          = help: begin the sheet with `from,to,label` (or `source;destination;cable`)

        """),
    FaultyOrder(
        "order: CO-1\nsteps:\n  - {do: move, list: moves.csv}\n", lists: ["moves.csv": "from,to\n"],
        """
        error[list-empty]: the cut sheet `moves.csv` has no rows
         --> moves.csv:1:1
          |
        1 | from,to
          | ^^^^^^^
          |
          = help: write a line for each cord that moves: `PP-1:12,PP-1:20,R1-12`

        """),
    FaultyOrder(
        "order: CO-1\nsteps:\n  - {do: move, list: moves.csv}\n",
        lists: ["moves.csv": "from,to\nPP-1:1,PP-1:2,grey, short\n\"PP-1:3\" x,PP-1:4\n"],
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

        """),
    FaultyOrder(
        "order: CO-1\ntype: urgent\nnotify: [{party: supply, before: -P2D}]\nsteps: []\n",
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

        """),
    FaultyOrder(
        "order: CO-1\npresent: [{party: starlink, contact: petrova}]\nsteps: []\n",
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

        """),
    FaultyOrder(
        "order: CO-1\nwindows: [{from: 2026-12-05, to: 2026-12-06T02:00:00+03:00}]\nsteps: []\n",
        """
        error[wrong-value]: `from` must be a moment with its distance from UTC
         --> CO-1.yaml:2:18
          |
        2 | windows: [{from: 2026-12-05, to: 2026-12-06T02:00:00+03:00}]
          |                  ^^^^^^^^^^ this is something else
          |
          = help: for example: `from: 2026-12-05T22:00:00+03:00`

        """),
    FaultyOrder(
        "order: CO-1\nwishes: [{id: W1, text: a, needs: [{ports: -3}]}]\nsteps: []\n",
        """
        error[wrong-value]: `ports` must be a whole number from 0 to 1000000
         --> CO-1.yaml:2:44
          |
        2 | wishes: [{id: W1, text: a, needs: [{ports: -3}]}]
          |                                            ^^ this is something else
          |
          = help: for example: `ports: 42`

        """),
    FaultyOrder(
        "order: CO-1\nsteps:\n  - {do: restart, device: R-twin, undo: [{do: restart}]}\n",
        """
        error[operand-missing]: `restart` needs `device`, `everything_in` or `unrecorded`
         --> CO-1.yaml:3:47
          |
        3 |   - {do: restart, device: R-twin, undo: [{do: restart}]}
          |                                               ^^^^^^^ it names none of them
          |
          = help: for example: `{do: restart, device: sw-1}`

        """),
    FaultyOrder(
        "order: CO-1\nsteps: {do: restart, device: sw-1}\n",
        """
        error[wrong-value]: `steps` must be a list
         --> CO-1.yaml:2:8
          |
        2 | steps: {do: restart, device: sw-1}
          |        ^ this is a mapping of keys to values
          |
          = help: for example: `steps: [a, b]`

        """),
]
