/// Faults of anchors, keys and letters.
let textFaults: [FaultPicture] = [
    FaultPicture(
        "a duplicate key",
        """
        name: R1
        site: hq
        name: R2

        """,
        """
        error[duplicate-key]: the key `name` is written twice
         --> r1.yaml:3:1
          |
        3 | name: R2
          | ^^^^ for the second time; this one is not read
         ::: r1.yaml:1:1
          |
        1 | name: R1
          | ---- for the first time here
          |
          = help: remove one of the two or rename it
        """),
    FaultPicture(
        "a duplicate key that is quoted",
        "{name: R1, 'name': R2}\n",
        """
        error[duplicate-key]: the key `name` is written twice
         --> r1.yaml:1:12
          |
        1 | {name: R1, 'name': R2}
          |            ^^^^^^ for the second time; this one is not read
         ::: r1.yaml:1:2
          |
        1 | {name: R1, 'name': R2}
          |  ---- for the first time here
          |
          = help: remove one of the two or rename it
        """),
    FaultPicture(
        "an alias of nothing",
        """
        a: &base 1
        b: *bass

        """,
        """
        error[unknown-alias]: nothing is named `&bass` before this place
         --> r1.yaml:2:4
          |
        2 | b: *bass
          |    ^^^^^ an alias of nothing
          |
          = help: did you mean `*base`?
        """),
    FaultPicture(
        "an alias that was meant as text",
        "name: *wildcard\n",
        """
        error[unknown-alias]: nothing is named `&wildcard` before this place
         --> r1.yaml:1:7
          |
        1 | name: *wildcard
          |       ^^^^^^^^^ an alias of nothing
          |
          = help: if it is text, put it in quotes: `"*wildcard"`
        """),
    FaultPicture(
        "a value that holds itself",
        "a: &a [1, *a]\n",
        """
        error[alias-of-itself]: the value `&a` holds itself
         --> r1.yaml:1:11
          |
        1 | a: &a [1, *a]
          |           ^^ inside the value that it stands for
         ::: r1.yaml:1:7
          |
        1 | a: &a [1, *a]
          |       - `&a` begins here
          |
          = help: write the values out
        """),
    FaultPicture(
        "an alias as a key",
        """
        a: &k name
        *k : R1

        """,
        """
        error[alias-as-key]: a key cannot be an alias
         --> r1.yaml:2:1
          |
        2 | *k : R1
          | ^^
         ::: r1.yaml:1:7
          |
        1 | a: &k name
          |       ---- it stands for this
          |
          = help: write the key out
        """),
    FaultPicture(
        "a list as a key",
        """
        [a, b]: c
        d: 1

        """,
        """
        error[complex-key]: a key must be text
         --> r1.yaml:1:1
          |
        1 | [a, b]: c
          | ^ this key is a list or a mapping
          |
          = help: text that begins with a brace or a bracket is written in quotes: `"{…}"`
        """),
    FaultPicture(
        "an unquoted placeholder",
        "name: {{ rack }}\n",
        """
        error[complex-key]: a key must be text
         --> r1.yaml:1:8
          |
        1 | name: {{ rack }}
          |        ^ this key is a list or a mapping
          |
          = help: text that begins with a brace or a bracket is written in quotes: `"{…}"`
        """),
    FaultPicture(
        "a merge of what is no mapping",
        """
        a: &a [1]
        b: {<<: 7}

        """,
        """
        error[wrong-merge]: `<<` takes its keys from a mapping
         --> r1.yaml:2:9
          |
        2 | b: {<<: 7}
          |         ^ this is no mapping
          |
          = help: for example: `<<: *base`, where `&base` names a mapping
        """),
    FaultPicture(
        "a merge of a list with a text in it",
        """
        a: &a {x: 1}
        b: {<<: [*a, y]}

        """,
        """
        error[wrong-merge]: `<<` takes its keys from a mapping
         --> r1.yaml:2:14
          |
        2 | b: {<<: [*a, y]}
          |              ^ this is no mapping
          |
          = help: for example: `<<: *base`, where `&base` names a mapping
        """),
    FaultPicture(
        "an unknown tag",
        """
        password: !vault |
          abc

        """,
        """
        error[unknown-tag]: tags such as `!name` have no meaning here
         --> r1.yaml:1:11
          |
        1 | password: !vault |
          |           ^^^^^^ the tag is not followed
          |
          = help: remove the tag; text that begins with `!` is written in quotes
        """),
    FaultPicture(
        "a control character",
        "name: a\u{1}b\n",
        #"""
        error[control-character]: the control character U+0001 cannot stand in a file
         --> r1.yaml:1:8
          |
        1 | name: a\u{1}b
          |        ^^^^^ an invisible character
          |
          = note: the rest of the file is not read
          = help: remove it, or write it as an escape in double quotes, such as `"\x1b"`
        """#),
    FaultPicture(
        "a zero byte",
        "name: a\u{0}b\n",
        #"""
        error[control-character]: the control character U+0000 cannot stand in a file
         --> r1.yaml:1:8
          |
        1 | name: a\u{0}b
          |        ^^^^^ an invisible character
          |
          = note: the rest of the file is not read
          = help: remove it, or write it as an escape in double quotes, such as `"\x1b"`
        """#),
    FaultPicture(
        "after letters of several bytes",
        """
        имя: Стойка
        имя: Панель

        """,
        """
        error[duplicate-key]: the key `имя` is written twice
         --> r1.yaml:2:1
          |
        2 | имя: Панель
          | ^^^ for the second time; this one is not read
         ::: r1.yaml:1:1
          |
        1 | имя: Стойка
          | --- for the first time here
          |
          = help: remove one of the two or rename it
        """),
]
