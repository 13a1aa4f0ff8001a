/// Faults of JSON.
let jsonFaults: [FaultPicture] = [
    FaultPicture(
        "more than one value",
        "{\"a\": 1} {\"b\": 2}",
        """
        error[json-syntax]: something follows the end of the JSON value
         --> r1.json:1:10
          |
        1 | {"a": 1} {"b": 2}
          |          ^ the value has ended before this
          |
          = note: the rest of the file is not read
          = help: a JSON file holds one value; put several into a list
        """),
    FaultPicture(
        "an end in the middle",
        "{\"a\": 1,\n \"b\":",
        """
        error[json-syntax]: the JSON ends in the middle of a value
         --> r1.json:2:6
          |
        2 |  "b":
          |      ^ the file ends here
          |
          = note: the rest of the file is not read
          = help: see whether the file was saved or transferred whole
        """),
    FaultPicture(
        "a bracket never closed",
        "{\"a\": [1, 2",
        """
        error[json-syntax]: `[` is never closed
         --> r1.json:1:7
          |
        1 | {"a": [1, 2
          |       ^ opened here, and the text ends before it is closed
          |
          = note: the rest of the file is not read
          = help: close it with `]`
        """),
    FaultPicture(
        "a key without quotes",
        "{a: 1}",
        """
        error[json-syntax]: a key in JSON is written in double quotes
         --> r1.json:1:2
          |
        1 | {a: 1}
          |  ^ a key was expected here
          |
          = note: the rest of the file is not read
          = help: write `"key": value`; after the last pair there is no comma
        """),
    FaultPicture(
        "a comma after the last pair",
        "{\"a\": 1,}",
        """
        error[json-syntax]: a key in JSON is written in double quotes
         --> r1.json:1:9
          |
        1 | {"a": 1,}
          |         ^ a key was expected here
          |
          = note: the rest of the file is not read
          = help: write `"key": value`; after the last pair there is no comma
        """),
    FaultPicture(
        "a comma after the last element",
        "[1, 2,]",
        """
        error[json-syntax]: this is no JSON value
         --> r1.json:1:7
          |
        1 | [1, 2,]
          |       ^ a value was expected here
          |
          = note: the rest of the file is not read
          = help: text is written in double quotes; after the last value there is no comma; there are no comments
        """),
    FaultPicture(
        "a key without a colon",
        "{\"a\" 1}",
        """
        error[json-syntax]: a key without `:`
         --> r1.json:1:6
          |
        1 | {"a" 1}
          |      ^ `:` was expected here
          |
          = note: the rest of the file is not read
          = help: write `"key": value`
        """),
    FaultPicture(
        "a missing comma",
        "[1\n 2]",
        """
        error[json-syntax]: neither `,` nor `]` after a value
         --> r1.json:2:2
          |
        2 |  2]
          |  ^ `,` or `]` was expected here
         ::: r1.json:1:1
          |
        1 | [1
          | - opened here
          |
          = note: the rest of the file is not read
          = help: put a comma between the values
        """),
    FaultPicture(
        "a word that is no value",
        "{\"a\": None}",
        """
        error[json-syntax]: this is no JSON value
         --> r1.json:1:7
          |
        1 | {"a": None}
          |       ^^^^ a value was expected here
          |
          = note: the rest of the file is not read
          = help: text is written in double quotes; after the last value there is no comma; there are no comments
        """),
    FaultPicture(
        "a number with a leading zero",
        "[012]",
        """
        error[json-syntax]: this is no JSON value
         --> r1.json:1:2
          |
        1 | [012]
          |  ^^^ a value was expected here
          |
          = note: the rest of the file is not read
          = help: text is written in double quotes; after the last value there is no comma; there are no comments
        """),
    FaultPicture(
        "a number with a bare point",
        "[1.]",
        """
        error[json-syntax]: this is no JSON value
         --> r1.json:1:2
          |
        1 | [1.]
          |  ^^ a value was expected here
          |
          = note: the rest of the file is not read
          = help: text is written in double quotes; after the last value there is no comma; there are no comments
        """),
    FaultPicture(
        "a plus sign",
        "[+1]",
        """
        error[json-syntax]: this is no JSON value
         --> r1.json:1:2
          |
        1 | [+1]
          |  ^^ a value was expected here
          |
          = note: the rest of the file is not read
          = help: text is written in double quotes; after the last value there is no comma; there are no comments
        """),
    FaultPicture(
        "single quotes",
        "['a']",
        """
        error[json-syntax]: this is no JSON value
         --> r1.json:1:2
          |
        1 | ['a']
          |  ^ a value was expected here
          |
          = note: the rest of the file is not read
          = help: text is written in double quotes; after the last value there is no comma; there are no comments
        """),
    FaultPicture(
        "a comment",
        "[1, // one\n 2]",
        """
        error[json-syntax]: this is no JSON value
         --> r1.json:1:5
          |
        1 | [1, // one
          |     ^ a value was expected here
          |
          = note: the rest of the file is not read
          = help: text is written in double quotes; after the last value there is no comma; there are no comments
        """),
    FaultPicture(
        "an unknown escape",
        "[\"\\x41\"]",
        #"""
        error[json-syntax]: an escape that JSON does not have
         --> r1.json:1:3
          |
        1 | ["\x41"]
          |   ^^ not an escape of JSON
          |
          = note: the rest of the file is not read
          = help: a backslash itself is written `\\`
        """#),
    FaultPicture(
        "half of a surrogate pair",
        "[\"\\ud83d!\"]",
        #"""
        error[json-syntax]: an escape that JSON does not have
         --> r1.json:1:3
          |
        1 | ["\ud83d!"]
          |   ^^^^^^ not an escape of JSON
          |
          = note: the rest of the file is not read
          = help: a backslash itself is written `\\`
        """#),
    FaultPicture(
        "the second half alone",
        "[\"\\ude00\"]",
        #"""
        error[json-syntax]: an escape that JSON does not have
         --> r1.json:1:3
          |
        1 | ["\ude00"]
          |   ^^^^^^ not an escape of JSON
          |
          = note: the rest of the file is not read
          = help: a backslash itself is written `\\`
        """#),
    FaultPicture(
        "a line end in a string",
        "[\"a\nb\"]",
        #"""
        error[json-syntax]: a quotation mark is never closed
         --> r1.json:1:2
          |
        1 | ["a
          |  ^ the text in quotes begins here
          |
          = note: the rest of the file is not read
          = help: close it on the same line; a line end inside is written `\n`
        """#),
    FaultPicture(
        "a tab in a string",
        "[\"a\tb\"]",
        #"""
        error[json-syntax]: a control character in a JSON text
         --> r1.json:1:4
          |
        1 | ["a b"]
          |    ^ an invisible character
          |
          = note: the rest of the file is not read
          = help: write it as an escape: `\t` for a tab, `\n` for a line end
        """#),
    FaultPicture(
        "a string never closed",
        "[\"a",
        #"""
        error[json-syntax]: a quotation mark is never closed
         --> r1.json:1:2
          |
        1 | ["a
          |  ^ the text in quotes begins here
          |
          = note: the rest of the file is not read
          = help: close it on the same line; a line end inside is written `\n`
        """#),
    FaultPicture(
        "a duplicate key",
        "{\"a\": 1, \"a\": 2}",
        """
        error[duplicate-key]: the key `a` is written twice
         --> r1.json:1:10
          |
        1 | {"a": 1, "a": 2}
          |          ^^^ for the second time; this one is not read
         ::: r1.json:1:2
          |
        1 | {"a": 1, "a": 2}
          |  --- for the first time here
          |
          = help: remove one of the two or rename it
        """),
    FaultPicture(
        "nothing at all",
        "  ",
        """
        error[json-syntax]: the JSON ends in the middle of a value
         --> r1.json:1:3
          |
        1 |
          |   ^ the file ends here
          |
          = note: the rest of the file is not read
          = help: see whether the file was saved or transferred whole
        """),
]
