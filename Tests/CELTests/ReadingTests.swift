import Testing

/// What the grammar takes and what it refuses; a fault is drawn as people see it.
@Suite struct ReadingTests {
    @Test func `refuses operators without operands`() {
        Picture.check(
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
        Picture.check(
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
        Picture.check(
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
        Picture.check(
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

    @Test func `refuses macros without the names that they bind`() {
        Picture.check(
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
        Picture.check(
            #"""
            [1 +, 'a\q', f(2 *), b.]
                ^ `,` cannot stand here
                    ^^ this escape is not known
                              ^ `)` cannot stand here
                                   ^ `]` cannot stand here
            """#)
    }
}
