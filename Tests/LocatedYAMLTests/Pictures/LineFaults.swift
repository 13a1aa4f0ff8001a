/// Faults of lines, quotes and brackets, at which the reading of YAML ends.
let lineFaults: [FaultPicture] = [
    FaultPicture(
        "a tab as indentation",
        "racks:\n\t- {name: R1}\n",
        """
        error[yaml-tab]: a tab stands where only spaces may
         --> r1.yaml:2:1
          |
        2 |     - {name: R1}
          | ^^^^ this is a tab
          |
          = note: the rest of the file is not read
          = help: indent with spaces
        """),
    FaultPicture(
        "a quote that is never closed",
        """
        name: "R1
        site: hq

        """,
        """
        error[yaml-unclosed-quote]: a quotation mark is never closed
         --> r1.yaml:1:7
          |
        1 | name: "R1
          |       ^ the text in quotes begins here
          |
          = note: the rest of the file is not read
          = help: close it on the same line; in single quotes an apostrophe is written twice: `'it''s'`
        """),
    FaultPicture(
        "a single quote with an apostrophe in it",
        "name: 'O'Neil'\n",
        """
        error[yaml-text-after-value]: something follows the end of a value on its line
         --> r1.yaml:1:10
          |
        1 | name: 'O'Neil'
          |          ^ the value has ended before this
          |
          = note: the rest of the file is not read
          = help: put the whole text in one pair of quotes
        """),
    FaultPicture(
        "a bracket that is never closed",
        "racks: [R1, R2\n",
        """
        error[yaml-bracket]: `[` is never closed
         --> r1.yaml:1:8
          |
        1 | racks: [R1, R2
          |        ^ opened here, and the text ends before it is closed
          |
          = note: the rest of the file is not read
          = help: close it with `]`
        """),
    FaultPicture(
        "a brace without a comma",
        """
        racks:
          - {name: R1 site: hq}

        """,
        """
        error[yaml-bracket]: neither `,` nor `}` after a value in brackets
         --> r1.yaml:2:19
          |
        2 |   - {name: R1 site: hq}
          |                   ^ `,` or `}` was expected before this
         ::: r1.yaml:2:5
          |
        2 |   - {name: R1 site: hq}
          |     - opened here
          |
          = note: the rest of the file is not read
          = help: separate the values with commas and close the bracket; text with `,`, `[`, `]`, `{` or `}` in it is written in quotes
        """),
    FaultPicture(
        "a line without a colon",
        """
        name: R1
        site hq
        role: x

        """,
        """
        error[yaml-no-colon]: a line without `:` between keys
         --> r1.yaml:2:1
          |
        2 | site hq
          | ^^^^^^^ neither a key with its value nor the rest of the text above
          |
          = note: the rest of the file is not read
          = help: write `key: value` with a space after the colon; a text that goes on in the next line is indented deeper than its key
        """),
    FaultPicture(
        "a key that is too long",
        "name: R1\n\"" + String(repeating: "x", count: 1_030) + "\": 1\n",
        """
        error[yaml-long-key]: a key is longer than 1024 characters
         --> r1.yaml:2:1
          |
        2 | "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          | ^ it begins here
          |
          = note: the rest of the file is not read
          = help: if this is text and not a key, put it in quotes; otherwise shorten it
        """),
    FaultPicture(
        "a second colon in a value",
        "title: Move: all desks\n",
        """
        error[yaml-colon-in-value]: a second `: ` on one line
         --> r1.yaml:1:12
          |
        1 | title: Move: all desks
          |            ^ this colon makes the text before it a key
          |
          = note: the rest of the file is not read
          = help: put a text that holds `: ` in quotes, or write the inner pairs as `{key: value}`
        """),
    FaultPicture(
        "a key below a value",
        """
        name: R1
          site: hq

        """,
        """
        error[yaml-indentation]: a key where a value goes on
         --> r1.yaml:2:7
          |
        2 |   site: hq
          |       ^ the line above has its value already
          |
          = note: the rest of the file is not read
          = help: indent the key like the other keys of its mapping, or remove the value above it
        """),
    FaultPicture(
        "a list on the line of its key",
        "racks: - R1\n",
        """
        error[yaml-indentation]: `- ` begins a list where none can begin
         --> r1.yaml:1:8
          |
        1 | racks: - R1
          |        ^ a list cannot begin here
          |
          = note: the rest of the file is not read
          = help: write each `- ` on a line of its own below the key, or the list in brackets: `[a, b]`
        """),
    FaultPicture(
        "a key of another indentation",
        """
        a:
            b: 1
          c: 2

        """,
        """
        error[yaml-indentation]: this line is indented like none above it
         --> r1.yaml:3:3
          |
        3 |   c: 2
          |   ^ a key was expected, indented like the ones above
         ::: r1.yaml:1:1
          |
        1 | a:
          | - its mapping begins here
          |
          = note: the rest of the file is not read
          = help: give all keys of a mapping the same indentation
        """),
    FaultPicture(
        "a dash of another indentation",
        """
        a:
            - b
          - c

        """,
        """
        error[yaml-indentation]: this line is indented like none above it
         --> r1.yaml:3:3
          |
        3 |   - c
          |   ^ a key was expected, indented like the ones above
         ::: r1.yaml:1:1
          |
        1 | a:
          | - its mapping begins here
          |
          = note: the rest of the file is not read
          = help: give all keys of a mapping the same indentation
        """),
    FaultPicture(
        "text after a quoted value",
        "name: \"R1\" and more\n",
        """
        error[yaml-text-after-value]: something follows the end of a value on its line
         --> r1.yaml:1:12
          |
        1 | name: "R1" and more
          |            ^ the value has ended before this
          |
          = note: the rest of the file is not read
          = help: put the whole text in one pair of quotes
        """),
    FaultPicture(
        "a list that goes on as a mapping",
        """
        racks:
          - R1
          name: R2

        """,
        """
        error[yaml-indentation]: this line is indented like none above it
         --> r1.yaml:3:3
          |
        3 |   name: R2
          |   ^ `- ` was expected, indented like the ones above
         ::: r1.yaml:2:3
          |
        2 |   - R1
          |   - its list begins here
          |
          = note: the rest of the file is not read
          = help: give all `- ` of a list the same indentation
        """),
]
