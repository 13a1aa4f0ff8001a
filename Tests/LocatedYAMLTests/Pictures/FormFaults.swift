/// Values that are not what a shape wants.
let formFaults: [FaultPicture] = [
    FaultPicture(
        "an unknown key",
        "{name: a, unit: 2}\n",
        """
        error[unknown-key]: unknown key `unit` in `gadget`
         --> r1.yaml:1:11
          |
        1 | {name: a, unit: 2}
          |           ^^^^ there is no such key here
          |
          = help: did you mean `units`?
        """),
    FaultPicture(
        "an unknown key like no other",
        "{name: a, warranty: 2}\n",
        """
        error[unknown-key]: unknown key `warranty` in `gadget`
         --> r1.yaml:1:11
          |
        1 | {name: a, warranty: 2}
          |           ^^^^^^^^ there is no such key here
          |
          = help: the keys here are `name`, `units`, `tags`, `saved`, `face`, `inner`
        """),
    FaultPicture(
        "a missing key",
        "units: 2\n",
        """
        error[missing-key]: `gadget` has no `name`
         --> r1.yaml:1:1
          |
        1 | units: 2
          | ^^^^^ `name` is missing here
          |
          = help: add `name`: What it is called.
        """),
    FaultPicture(
        "a text where a number is wanted",
        """
        name: a
        units: two

        """,
        """
        error[wrong-value]: `units` must be a whole number from 1 to 60
         --> r1.yaml:2:8
          |
        2 | units: two
          |        ^^^ this is something else
          |
          = help: for example: `units: 42`
        """),
    FaultPicture(
        "a number in quotes",
        """
        name: a
        units: "2"

        """,
        """
        error[wrong-value]: `units` must be a whole number from 1 to 60
         --> r1.yaml:2:8
          |
        2 | units: "2"
          |        ^^^ this is text in quotes
          |
          = help: for example: `units: 42`
          = help: write the number without quotes
        """),
    FaultPicture(
        "a number out of bounds",
        """
        name: a
        units: 61

        """,
        """
        error[wrong-value]: `units` must be a whole number from 1 to 60
         --> r1.yaml:2:8
          |
        2 | units: 61
          |        ^^ this is something else
          |
          = help: for example: `units: 42`
        """),
    FaultPicture(
        "a yes that others take for true",
        """
        name: a
        saved: yes

        """,
        """
        error[wrong-value]: `saved` must be `true` or `false`
         --> r1.yaml:2:8
          |
        2 | saved: yes
          |        ^^^ this is something else
          |
          = help: for example: `saved: true`
          = help: write `true` instead of `yes`
        """),
    FaultPicture(
        "a near miss of a word",
        """
        name: a
        face: frnt

        """,
        """
        error[wrong-value]: `face` must be one of `front`, `rear`
         --> r1.yaml:2:7
          |
        2 | face: frnt
          |       ^^^^ this is something else
          |
          = help: did you mean `front`?
        """),
    FaultPicture(
        "a word that is none of them",
        """
        name: a
        face: sideways

        """,
        """
        error[wrong-value]: `face` must be one of `front`, `rear`
         --> r1.yaml:2:7
          |
        2 | face: sideways
          |       ^^^^^^^^ this is something else
        """),
    FaultPicture(
        "a mapping where a list is wanted",
        """
        name: a
        inner: {name: b}

        """,
        """
        error[wrong-value]: `inner` must be a list
         --> r1.yaml:2:8
          |
        2 | inner: {name: b}
          |        ^ this is a mapping of keys to values
          |
          = help: for example: `inner: [a, b]`
        """),
    FaultPicture(
        "a list where a mapping is wanted",
        "- name: a\n",
        """
        error[wrong-value]: this must be a mapping of keys to values
         --> r1.yaml:1:1
          |
        1 | - name: a
          | ^ this is a list
          |
          = help: for example: `{name: …}`
        """),
    FaultPicture(
        "a text in the middle of a list of shapes",
        """
        name: a
        inner:
          - name: b
          - c

        """,
        """
        error[wrong-value]: this must be a mapping of keys to values
         --> r1.yaml:4:5
          |
        4 |   - c
          |     ^ this is something else
          |
          = help: for example: `{name: …}`
        """),
    FaultPicture(
        "nothing where text is wanted",
        """
        name:
        units: 1

        """,
        """
        error[wrong-value]: `name` must be text
         --> r1.yaml:1:6
          |
        1 | name:
          |      ^ nothing is written here
          |
          = help: for example: `name: "24/7"`
          = help: leave the key out if there is nothing to say
        """),
    FaultPicture(
        "a list where text is wanted",
        "name: [a]\n",
        """
        error[wrong-value]: `name` must be text
         --> r1.yaml:1:7
          |
        1 | name: [a]
          |       ^ this is a list
          |
          = help: for example: `name: "24/7"`
        """),
    FaultPicture(
        "a value with letters of several bytes before it",
        "{name: \"имя\", units: \"да\"}\n",
        """
        error[wrong-value]: `units` must be a whole number from 1 to 60
         --> r1.yaml:1:22
          |
        1 | {name: "имя", units: "да"}
          |                      ^^^^ this is text in quotes
          |
          = help: for example: `units: 42`
        """),
]
