import Testing

/// Which words the grammar knows: names, texts and numbers, and what only looks like one.
@Suite struct WordTests {
    @Test func `refuses fields without a name, and reserved words as names`() {
        Picture.check(
            #"""
            a.
             ^ a field's name must follow the dot

            a..b
              ^ `.` cannot stand here

            ..a
             ^ `.` cannot stand here

            a.1
             ^^ `.1` cannot stand here

            a.?
              ^ a field's name must follow the dot

            a?.b
               ^ `a ? b : c` lacks its `:`

            a.in
              ^^ `in` cannot stand here

            a.true
              ^^^^ `true` cannot stand here

            a.null
              ^^^^ `null` cannot stand here

            a.'b'
              ^^^ `'b'` cannot stand here

            `a`
            ^^^ ``a`` cannot stand here

            a.``
              ^^ this is no field name in backticks

            a.`b
              ^^ this is no field name in backticks

            a.`b$c`
              ^^^^^ this is no field name in backticks

            package
            ^^^^^^^ `package` is a reserved word

            [while]
             ^^^^^ `while` is a reserved word

            let(1)
            ^^^ `let` is a reserved word

            .as
             ^^ `as` is a reserved word
            """#)
    }

    @Test func `refuses texts that do not close, and unknown escapes`() {
        Picture.check(
            #"""
            "open
            ^^^^^ the text is not closed

            'open\'
            ^^^^^^^ the text is not closed

            '''open''
            ^^^^^^^^^ the text is not closed

            b'
            ^^ the text is not closed

            'a'b'
               ^^ the text is not closed

            '\'
            ^^^ the text is not closed

            '\q'
             ^^ this escape is not known

            a + // ж
                   ^ the expression ends too early

            '\жa'
             ^^ this escape is not known

            '\x4ж'
             ^^^^ this escape is not known

            '\x4'
             ^^^ this escape is not known

            '\u00'
             ^^^^ this escape is not known

            '\ud800'
             ^^^^^^ no character has this number

            '\ud83d\ude00'
             ^^^^^^ no character has this number

            '\U00110000'
             ^^^^^^^^^^ no character has this number

            '\400'
             ^^ this escape is not known

            '\18'
             ^^^ this escape is not known

            b'\u0041'
              ^^ this escape is not known

            rr'a'
              ^^^ `'a'` cannot stand here

            ub'a'
              ^^^ `'a'` cannot stand here
            """#)
    }

    @Test func `refuses what only looks like a number`() {
        Picture.check(
            #"""
            0x
             ^ `x` cannot stand here

            0x1g
               ^ `g` cannot stand here

            0X1F
             ^^^ `X1F` cannot stand here

            1e
             ^ `e` cannot stand here

            1.
             ^ a field's name must follow the dot

            1.0.0
               ^^ `.0` cannot stand here

            1_000
             ^^^^ `_000` cannot stand here

            1ul
              ^ `l` cannot stand here

            1.0u
               ^ `u` cannot stand here

            12ab
              ^^ `ab` cannot stand here

            9223372036854775808
            ^^^^^^^^^^^^^^^^^^^ the number does not fit in int, 64 bits

            -9223372036854775809
            ^^^^^^^^^^^^^^^^^^^^ the number does not fit in int, 64 bits

            18446744073709551616u
            ^^^^^^^^^^^^^^^^^^^^^ the number does not fit in uint, 64 bits

            0x10000000000000000
            ^^^^^^^^^^^^^^^^^^^ the number does not fit in int, 64 bits

            1e400
            ^^^^^ the number does not fit in double, 64 bits
            """#)
    }
}
