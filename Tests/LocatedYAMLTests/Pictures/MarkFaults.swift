/// Faults of values and marks, at which the reading of YAML ends.
let markFaults: [FaultPicture] = [
    FaultPicture(
        "no value in brackets",
        "racks: [a, , b]\n",
        """
        error[yaml-no-value]: no value where one is needed
         --> r1.yaml:1:12
          |
        1 | racks: [a, , b]
          |            ^ a value was expected before this
          |
          = note: the rest of the file is not read
          = help: if it is text, put it in quotes
        """),
    FaultPicture(
        "a reserved character",
        "name: @hq\n",
        """
        error[yaml-reserved-character]: a value cannot begin with `@`
         --> r1.yaml:1:7
          |
        1 | name: @hq
          |       ^ YAML keeps this character for itself
          |
          = note: the rest of the file is not read
          = help: put the text in quotes: `"@…"`
        """),
    FaultPicture(
        "a percent sign",
        "load: %80\n",
        """
        error[yaml-reserved-character]: a value cannot begin with `%`
         --> r1.yaml:1:7
          |
        1 | load: %80
          |       ^ YAML keeps this character for itself
          |
          = note: the rest of the file is not read
          = help: put the text in quotes: `"%…"`
        """),
    FaultPicture(
        "an escape that does not exist",
        "path: \"C:\\dir\"\n",
        #"""
        error[yaml-escape]: an escape that does not exist
         --> r1.yaml:1:10
          |
        1 | path: "C:\dir"
          |          ^^ in double quotes a backslash begins an escape
          |
          = note: the rest of the file is not read
          = help: write `\\` for a backslash, or use single quotes, in which it means itself
        """#),
    FaultPicture(
        "an escape with too few digits",
        "name: \"\\u12\"\n",
        #"""
        error[yaml-escape]: an escape that does not exist
         --> r1.yaml:1:8
          |
        1 | name: "\u12"
          |        ^^ in double quotes a backslash begins an escape
          |
          = note: the rest of the file is not read
          = help: write `\\` for a backslash, or use single quotes, in which it means itself
        """#),
    FaultPicture(
        "a star without a name",
        "name: * core\n",
        """
        error[yaml-anchor]: `*` begins an alias, and no name follows it
         --> r1.yaml:1:7
          |
        1 | name: * core
          |       ^ a name of letters, digits, `-` and `_` was expected
          |
          = note: the rest of the file is not read
          = help: put the text in quotes: `"*…"`
        """),
    FaultPicture(
        "an ampersand without a name",
        "name: & core\n",
        """
        error[yaml-anchor]: `&` names a value, and no name follows it
         --> r1.yaml:1:7
          |
        1 | name: & core
          |       ^ a name of letters, digits, `-` and `_` was expected
          |
          = note: the rest of the file is not read
          = help: put the text in quotes: `"&…"`
        """),
    FaultPicture(
        "a tag that is none",
        "name: !<x core\n",
        """
        error[unknown-tag]: `!` begins a tag, and this is none
         --> r1.yaml:1:7
          |
        1 | name: !<x core
          |       ^
          |
          = note: the rest of the file is not read
          = help: put the text in quotes: `"!…"`
        """),
    FaultPicture(
        "an unknown directive",
        """
        %FOO bar
        ---
        a: 1

        """,
        """
        error[yaml-directive]: a line that begins with `%` is an order to the YAML reader, and this one is unknown
         --> r1.yaml:1:5
          |
        1 | %FOO bar
          |     ^
          |
          = note: the rest of the file is not read
          = help: remove the line; `%YAML 1.1` and `%YAML 1.2` are understood
        """),
    FaultPicture(
        "a later version of YAML",
        """
        %YAML 2.0
        ---
        a: 1

        """,
        """
        error[yaml-directive]: a line that begins with `%` is an order to the YAML reader, and this one is unknown
         --> r1.yaml:1:1
          |
        1 | %YAML 2.0
          | ^
          |
          = note: the rest of the file is not read
          = help: remove the line; `%YAML 1.1` and `%YAML 1.2` are understood
        """),
    FaultPicture(
        "text behind a bar",
        """
        text: | here
          more

        """,
        """
        error[yaml-block-text]: `|` or `>` begins a text in lines, and something else follows it
         --> r1.yaml:1:9
          |
        1 | text: | here
          |         ^ the line must end here
          |
          = note: the rest of the file is not read
          = help: begin the text on the next line, or put it in quotes
        """),
    FaultPicture(
        "text behind the document",
        """
        [a, b]
        c

        """,
        """
        error[yaml-text-after-value]: something follows the end of the file's value
         --> r1.yaml:2:1
          |
        2 | c
          | ^ the value has ended before this
          |
          = note: the rest of the file is not read
          = help: a line with `---` begins another document
        """),
    FaultPicture(
        "a comma outside of brackets",
        "{a: 1}, {b: 2}\n",
        """
        error[yaml-text-after-value]: something follows the end of the file's value
         --> r1.yaml:1:7
          |
        1 | {a: 1}, {b: 2}
          |       ^ the value has ended before this
          |
          = note: the rest of the file is not read
          = help: a line with `---` begins another document
        """),
]
