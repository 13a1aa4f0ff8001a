import Diagnostics
import Testing

@testable import CEL

/// What the grammar takes and what it refuses; a fault is drawn as people see it.
@Suite struct ReadingTests {
    /// The expression with what is wrong under the very place.
    private func picture(_ source: String) -> String {
        let (_, faults) = Program.compile(source, in: Environment(), isChecked: false)
        let bytes = Array(source.utf8)
        let marks = faults.map { fault -> String in
            let start = String(decoding: bytes[..<fault.range.lowerBound], as: UTF8.self).unicodeScalars.count
            let length = String(decoding: bytes[fault.range], as: UTF8.self).unicodeScalars.count
            return String(repeating: " ", count: start) + String(repeating: "^", count: length) + " " + fault.summary.en
        }
        return ([source] + marks).joined(separator: "\n")
    }

    /// Pictures one after another, an empty line between them.
    private func check(_ pictures: String) {
        for wanted in pictures.split(separator: "\n\n") {
            let source = wanted.prefix { $0 != "\n" }
            #expect(picture(String(source)) == wanted)
        }
    }

    @Test func `refuses operators without operands`() {
        check(
            #"""
            1 +
              ^ the expression ends too early

            +1
            ^ `+` cannot stand here

            1 ** 2
               ^ `*` cannot stand here

            1 <> 2
               ^ `>` cannot stand here

            a < > b
                ^ `>` cannot stand here

            && a
            ^^ `&&` cannot stand here

            a &&
               ^ the expression ends too early

            a || || b
                 ^^ `||` cannot stand here

            1 in
               ^ the expression ends too early

            in [1]
            ^^ `in` cannot stand here

            a b
              ^ `b` cannot stand here

            -!a
             ^ `!` cannot stand here

            !-a
             ^ `-` cannot stand here

            !
            ^ the expression ends too early
            """#)
    }

    @Test func `refuses signs of other languages`() {
        check(
            #"""
            1 = 1
              ^ `=` has no meaning here

            1 === 1
                ^ `=` has no meaning here

            1 & 1
              ^ `&` has no meaning here

            1 | 1
              ^ `|` has no meaning here

            ~1
            ^ `~` has no meaning here

            1;
             ^ `;` has no meaning here

            /* a */ 1
            ^ `/` cannot stand here

            # a
            ^ `#` has no meaning here

            $a
            ^ `$` has no meaning here

            @a
            ^ `@` has no meaning here

            a and b
              ^^^ `and` cannot stand here

            not a
                ^ `a` cannot stand here

            if a then b
            ^^ `if` is a reserved word

            жук == 1
            ^ `ж` has no meaning here

            １
            ^ `１` has no meaning here
            """#)
    }

    @Test func `refuses brackets that do not close, and commas that separate nothing`() {
        check(
            #"""
            (1
             ^ `)` is missing

            1)
             ^ `)` cannot stand here

            ()
             ^ `)` cannot stand here

            [1, 2
                ^ `]` is missing

            [1 2]
               ^ `]` is missing

            [1,, 2]
               ^ `,` cannot stand here

            [, 1]
             ^ `,` cannot stand here

            [,,]
             ^ `,` cannot stand here
              ^ `,` cannot stand here

            [1, ,]
                ^ `,` cannot stand here

            {1: 2
                ^ `}` is missing

            {1}
              ^ a `:` must stand between key and value

            {1: 2 3: 4}
                  ^ `}` is missing

            {1: 2: 3}
                 ^ `}` is missing

            {, 1: 2}
             ^ `,` cannot stand here

            f(1,)
                ^ `)` cannot stand here

            f(,)
              ^ `,` cannot stand here
               ^ `)` cannot stand here

            f(1 2)
                ^ `)` is missing

            f(1]
               ^ `)` is missing

            T{a}
               ^ a `:` must stand between key and value

            T{1: 2}
              ^ `1` cannot stand here

            1{}
             ^ `{` cannot stand here

            a[1]{}
                ^ `{` cannot stand here

            (a){}
               ^ `{` cannot stand here
            """#)
    }

    @Test func `refuses conditionals that lack a part`() {
        check(
            #"""
            a ? b
                ^ `a ? b : c` lacks its `:`

            a ? b :
                  ^ the expression ends too early

            a ? : b
                ^ `:` cannot stand here

            ? a : b
            ^ `?` cannot stand here

            a ? b ? c : d : e
                  ^ `a ? b : c` lacks its `:`

            a ?? b
               ^ `?` cannot stand here
            """#)
    }

    @Test func `refuses fields without a name, and reserved words as names`() {
        check(
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
        check(
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
        check(
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

    @Test func `refuses macros without the names that they bind`() {
        check(
            #"""
            has(1)
                ^ `has` asks for a field

            has(a)
                ^ `has` asks for a field

            has(a[1])
                ^^^^ `has` asks for a field

            has(a.?b)
                ^^^^ `has` asks for a field

            [1].all(1, true)
                    ^ a plain name must stand here

            [1].all(a.b, true)
                    ^^^ a plain name must stand here

            [1].all(.a, true)
                    ^^ a plain name must stand here

            [1].map('a', true)
                    ^^^ a plain name must stand here

            [1].exists(a, a, true)
                          ^ both variables are named `a`

            cel.bind(1, 2, 3)
                     ^ a plain name must stand here

            [1].filter(in, true)
                       ^^ `in` cannot stand here
            """#)
    }

    @Test func `shows several faults of one expression`() {
        check(
            #"""
            [1 +, 'a\q', f(2 *), b.]
                ^ `,` cannot stand here
                    ^^ this escape is not known
                              ^ `)` cannot stand here
                                   ^ `]` cannot stand here
            """#)
    }
}
