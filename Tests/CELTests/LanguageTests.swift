import Diagnostics
import Testing

@testable import CEL

/// Rules of the language that the official suite touches little or not at all.
@Suite struct LanguageTests {
    @Test(arguments: [
        ("1 + 2 // the rest is silence", "3"), ("1 + // one\n2 // two\n", "3"), ("// nothing\n// more\n1", "1"), ("1//2", "1"),
        ("'//' + \"a\" // b", "'//a'"),
        ("\t1\u{0C}+\r\n2 ", "3"), ("[1,2]//[3]\n[0]", "1"), ("1 //\r+ 1", "1"), ("{'a':1}\n.\na", "1"), ("size\n(\n'a'\n)", "1"),
        ("// only\n1 // ж", "1"),
    ])
    func `comments and white space separate words`(source: String, wanted: String) {
        #expect(Sample.answer(source) == wanted)
    }

    @Test func `white space alone is no expression, nor is a comment`() {
        for source in ["", " ", "\n", "// a", "// a\n"] { #expect(Sample.answer(source) == "fault: the expression ends too early") }
    }

    @Test func `other white space has no meaning`() {
        for source in ["1\u{A0}+ 1", "1\u{0B}+ 1", "1\u{2003}+ 1", "\u{FEFF}1"] { #expect(Sample.answer(source).hasPrefix("fault: ")) }
    }

    @Test(arguments: [
        ("[1,]", "[1]"), ("[,]", "[]"), ("{,}", "{}"), ("{1: 2,}", "{1: 2}"), ("[ , ]", "[]"),
        ("-1.size()", "fault: int has no method `size()`"),
        ("1.0.size()", "fault: double has no method `size()`"), ("!-1", "fault: `!` does not go with int"), ("--1", "1"), ("1--1", "2"),
        ("1 - - 1", "2"), ("a.b", "fault: there is no `a` here"),
        ("2 + 1 in [3]", "true"), ("!true in [false]", "true"), ("1 < 2 == true", "true"), ("1 in [1] in [true]", "true"),
        ("true || false && false", "true"),
        ("true ? 1 : true ? 2 : 3", "1"), ("(true ? false : true) ? 1 : 2", "2"), ("1 - 2 - 3", "-4"), ("24 / 4 / 2", "3"),
        ("7 % 4 % 2", "1"),
        ("-7 / 2", "-3"), ("-7 % 2", "-1"), ("'a' + 'b' == 'ab'", "true"), ("{'package': 1, 'var': 2}.package", "1"),
        ("{'a-b/c d.e': 1}.`a-b/c d.e`", "1"),
        ("has({'a-b': 1}.`a-b`)", "true"), ("0xFFu", "255u"), ("-0x8000000000000000", "-9223372036854775808"),
        ("'\\X41\\u0042\\U00000043\\104'", "'ABCD'"),
        ("\"\\a\\b\\f\\v\\?\\`\" == '\\x07\\x08\\x0c\\x0b?`'", "true"), ("r'\\n' == '\\\\n'", "true"), ("bR'\\xff' == b'\\\\xff'", "true"),
        ("'''a'b''c'''", "'a'b''c'"), ("b'\\xff\\377' == b'\\377\\xff'", "true"), ("b'ÿ' == b'\\303\\277'", "true"),
        ("'\\xff' == 'ÿ'", "true"),
    ])
    func `the grammar takes it so`(source: String, wanted: String) {
        #expect(Sample.answer(source) == wanted)
    }

    @Test(arguments: [
        ("[1, 2, 3].map(x, x > 1, x * 2)", "[4, 6]"), ("[].map(x, true, x)", "[]"),
        ("{'a': 1, 'b': 2}.map(k, k != 'a', k + '!')", "['b!']"),
        ("[1, 0].map(x, x > 0, 1 / x)", "[1]"), ("[1, 0].map(x, 1 / x > 0, x)", "error: division by zero"),
        ("[1, 2].map(x, x, 1)", "fault: a bool must stand here, and this is int"),
        ("[dyn(1)].map(x, x, 1)", "error: a true or false was needed"),
        ("[1, 2].map(x, [3, 4].map(y, y > 3, x * y))", "[[4], [8]]"), ("[[1], [2]].map(x, x[0] > 1, x)", "[[2]]"),
        ("[1].map(1, true, 2)", "fault: a plain name must stand here"),
    ])
    func `map with three arguments takes those that the second admits`(source: String, wanted: String) {
        #expect(Sample.answer(source) == wanted)
    }

    @Test(arguments: [
        ("1 / 0 == 1 || true", "true"), ("true || 1 / 0 == 1", "true"), ("1 / 0 == 1 && false", "false"), ("false && 1 / 0 == 1", "false"),
        ("1 / 0 == 1 || false", "error: division by zero"), ("1 / 0 == 1 && true", "error: division by zero"), ("dyn('a') || true", "true"),
        ("dyn('a') && false", "false"), ("dyn('a') || false", "error: a true or false was needed"),
        ("false || dyn('a')", "error: a true or false was needed"),
        ("true && dyn(1)", "error: a true or false was needed"), ("[0, 1].exists(x, 1 / x > 0)", "true"),
        ("[0, 1].all(x, 1 / x > 5)", "false"),
        ("[0, 1].all(x, 1 / x > 0)", "error: division by zero"), ("[0, 1].exists_one(x, 1 / x > 0)", "error: division by zero"),
        ("[0, 1].filter(x, 1 / x > 0)", "error: division by zero"), ("(1 / 0 > 0) ? 1 : 2", "error: division by zero"),
        ("true ? 1 : 1 / 0", "1"),
        ("1 / 0 == 1 || 1 / 0 == 1 || true", "true"), ("true && 1 / 0 == 1 && false", "false"), ("cel.bind(x, 1 / 0, true)", "true"),
        ("dyn(1) ? 2 : 3", "error: a true or false was needed"),
    ])
    func `a decisive side wins over an error`(source: String, wanted: String) {
        #expect(Sample.answer(source) == wanted)
    }

    @Test(arguments: [
        "dyn(1) == 1.0", "dyn(1u) == 1", "1 < 1.5", "-1 < 1u", "2.5 > 2u", "dyn([1]) == [1.0]", "dyn({1: 1u}) == {1u: 1.0}",
        "dyn(1) in {1u: 'a'}", "dyn(1.0) in {1: 'a'}",
        "!(dyn(1.5) in {1: 'a'})", "{1: 'a'}[dyn(1.0)] == 'a'", "{1u: 'a'}[dyn(1)] == 'a'", "[7, 8][dyn(1.0)] == 8", "[7, 8][dyn(1u)] == 8",
        "dyn(9223372036854775807) == 9223372036854775808.0", "18446744073709551615u > -1", "0.0 == -0.0", "!(0.0 / 0.0 == 0.0 / 0.0)",
        "0.0 / 0.0 != 0.0 / 0.0",
        "!(0.0 / 0.0 < 1.0) && !(0.0 / 0.0 > 1.0)", "!(0.0 / 0.0 in [0.0 / 0.0])", "dyn(null) != 0", "dyn('1') != 1", "dyn(b'a') != 'a'",
        "dyn(true) != 1", "null == null",
        "'\\U0001F600' > '\\uffff'", "b'\\xff' > b'a'", "'e\\u0301' != '\\u00e9'", "'ж' < 'з'", "false < true", "[1, 2] != [2, 1]",
        "{1: 2, 3: 4} == {3: 4, 1: 2}",
        "optional.of(1) != optional.none()", "optional.of(1) == optional.of(1)", "type(1) == int && type(1u) != int", "type(type) == type",
        "type([]) == list",
        "type(null) == null_type", "duration('60s') == duration('1m')", "timestamp(0) == timestamp('1970-01-01T00:00:00Z')",
        "timestamp('2026-11-24T12:00:00+03:00') < timestamp('2026-11-24T09:00:01Z')",
    ])
    func `values are compared as what they are`(source: String) {
        #expect(Sample.answer(source) == "true")
    }

    @Test(arguments: [
        "1 + 1.0", "1 + 1u", "1 == 1.0", "'a' + 1", "'a' * 2", "null < null", "[1] < [2]", "5.5 % 2.0", "-true", "-1u", "!1", "1 && true",
        "{1.5: 'a'}", "{null: 1}",
        "{b'a': 1}", "{1: 'a', 1: 'b'}", "{1: 'a', 1u: 'b'}", "[1][1]", "[1][-1]", "[1][dyn(0.5)]", "[1]['a']", "{'a': 1}['b']",
        "{1: 1}[dyn(null)]", "'abc'[0]",
        "1 / 0", "1 % 0", "1u / 0u", "9223372036854775807 + 1", "-9223372036854775808 - 1", "-9223372036854775808 / -1",
        "-9223372036854775808 % -1",
        "-(-9223372036854775808)", "0u - 1u", "18446744073709551615u * 2u", "int(9.3e18)", "int('1.0')", "int(' 1')", "int('')",
        "int('0x1')", "int(true)",
        "int(0.0 / 0.0)", "uint(-1)", "uint('-1')", "uint('+1')", "uint(-1.0)", "double('0x1')", "double('')", "double(' 1')",
        "bool('yes')", "bool('tRUE')", "bool(1)",
        "string(null)", "string([1])", "string(b'\\xff')", "bytes(1)", "timestamp('2026-02-30T00:00:00Z')", "timestamp('2026-11-24')",
        "timestamp('2026-11-24T24:00:00Z')",
        "timestamp('10000-01-01T00:00:00Z')", "timestamp(-62135596801)", "timestamp(253402300800)", "duration('1')", "duration('1d')",
        "duration('')", "duration('1h-1m')",
        "duration('9223372037s')", "duration('9223372036s') + duration('1s')", "timestamp('9999-12-31T23:59:59Z') + duration('1s')",
        "timestamp('9999-12-31T23:59:59Z') - timestamp('0001-01-01T00:00:00Z')", "timestamp(0).getHours('Nowhere/City')",
        "timestamp(0).getHours('+5')",
        "has(1)", "has([1].a)", "has('a'.b)", "has(dyn(1).a)", "[1].all(x, x)", "1.all(x, true)", "dyn(1).all(x, true)",
        "optional.none().value()", "[?1]", "{?'a': 1}",
        "optional.of(1).or(1)", "unknown", "unknown(1)", "[].unknown", "size(1)", "size()", "'a'.size(1)", "'a'.charAt(2)",
        "'a'.substring(2)", "'a'.indexOf('a', 5)",
        "[1].join()", "'%s'.format([])", "'%d'.format(['a'])", "'%z'.format([1])", "'%'.format([1])", "math.greatest([])",
        "math.greatest('a')", "math.ceil(1)",
        "math.abs(-9223372036854775808)", "math.bitShiftLeft(1, -1)", "math.bitAnd(1, 1u)", "base64.decode('a')", "base64.decode('-_-_')",
        "'a'.matches('(')",
    ])
    func `has no value`(source: String) {
        #expect(Sample.fails(source), "\(Sample.answer(source))")
    }

    @Test(arguments: [
        ("string(1e6)", "'1e+06'"), ("string(100000.0)", "'100000'"), ("string(123456.7)", "'123456.7'"),
        ("string(1234567.8)", "'1.2345678e+06'"),
        ("string(0.0001)", "'0.0001'"), ("string(0.00001)", "'1e-05'"), ("string(-4.5e-3)", "'-0.0045'"), ("string(5e-324)", "'5e-324'"),
        ("string(-0.0)", "'-0'"),
        ("string(0.0 / 0.0)", "'NaN'"), ("string(-1.0 / 0.0)", "'-Infinity'"), ("'%s'.format([1e21])", "'1000000000000000000000'"),
        ("'%s'.format([1e-7])", "'0.0000001'"),
        ("'%d'.format([3.14])", "'3.14'"), ("'%s'.format([123456789.5])", "'123456789.5'"),
        ("'%s'.format([b'a\\xff\\xfeb'])", "'a\u{FFFD}b'"),
        ("'%s'.format([{2: 1, 10: 'x', true: null}])", "'{10: x, 2: 1, true: null}'"), ("string(duration('1.5h'))", "'5400s'"),
        ("string(duration('-1ns'))", "'-0.000000001s'"),
        ("string(timestamp('2026-11-24T12:00:00.120+03:00'))", "'2026-11-24T09:00:00.12Z'"),
    ])
    func `is written so`(source: String, wanted: String) {
        #expect(Sample.answer(source) == wanted)
    }

    @Test(arguments: [
        ("'ab'.replace('', '-')", "'-a-b-'"), ("'ab'.replace('', '')", "'ab'"), ("'ab'.replace('', '-', 1)", "'-ab'"),
        ("''.replace('', '-')", "'-'"),
        ("'жук'.replace('', '.', 2)", "'.ж.ук'"), ("'aaa'.replace('aa', '')", "'a'"), ("'aaa'.replace('a', 'aa', -1)", "'aaaaaa'"),
        ("'abc'.split('')", "['a', 'b', 'c']"),
        ("''.split('')", "[]"), ("''.split(',')", "['']"), ("',a,'.split(',')", "['', 'a', '']"), ("'a,b,c'.split(',', 2)", "['a', 'b,c']"),
        ("'a,b'.split(',', 0)", "[]"),
        ("'tacocat'.indexOf('', 7)", "7"), ("'tacocat'.lastIndexOf('t', 0)", "0"), ("'жук'.substring(1, 3)", "'ук'"),
        ("'жук'.charAt(3)", "''"),
        (#"' \u00a0a\u3000'.trim()"#, "'a'"), ("'Жa'.upperAscii()", "'ЖA'"),
        (#"strings.quote('a"\n\u0416')"#, #"'"a\"\nЖ"'"#),
    ])
    func `texts become`(source: String, wanted: String) {
        #expect(Sample.answer(source) == wanted)
    }

    @Test(arguments: [
        ("getHours('Europe/Moscow')", "2"), ("getHours('+05:30')", "5"), ("getMinutes('-00:30')", "1"), ("getHours('05:30')", "5"),
        ("getHours('')", "23"),
        ("getHours('UTC')", "23"), ("getDate('+01:00')", "14"), ("getDayOfWeek('+01:00')", "6"), ("getMonth('Asia/Tokyo')", "1"),
        ("getFullYear('Asia/Tokyo')", "2009"),
        ("getDayOfYear()", "43"), ("getDayOfMonth()", "12"), ("getSeconds()", "30"), ("getMilliseconds()", "123"),
    ])
    func `clocks go by their zone`(getter: String, wanted: String) {
        #expect(Sample.answer("timestamp('2009-02-13T23:31:30.123Z').\(getter)") == wanted)
    }

    @Test(arguments: [
        ("[1, 2, 2, 1.0, 'a'].distinct()", "[1, 2, 'a']"), ("[3, 1, 2].sort()", "[1, 2, 3]"), ("['b', 'a'].sort()", "['a', 'b']"),
        ("[].sort()", "[]"),
        ("[1, 'a'].sort()", "error: the operation does not go with these values"),
        ("[[1], [2]].sort()", "error: the operation does not go with these values"),
        ("['bb', 'a', 'cc'].sortBy(x, size(x))", "['a', 'bb', 'cc']"), ("[1, 2, 3].sortBy(x, -x)", "[3, 2, 1]"),
        ("[1].sortBy(x, [x])", "fault: list(int) has no order to sort by"),
        ("[1, 2, 3, 4].slice(1, 3)", "[2, 3]"), ("[1].slice(1, 1)", "[]"), ("[1].slice(0, 2)", "error: the list has no element `2`"),
        ("[1].slice(-1, 1)", "error: the list has no element `-1`"), ("[1, 2].reverse()", "[2, 1]"), ("'abc'.reverse()", "'cba'"),
        ("lists.range(3)", "[0, 1, 2]"),
        ("lists.range(-1)", "[]"), ("[[1], [2, 3]].flatten()", "[1, 2, 3]"), ("[[1, [2, [3]]]].flatten(2)", "[1, 2, [3]]"),
        ("[[1]].flatten(-1)", "error: the value `-1` is out of range"),
        ("[1, 2].first().value()", "1"), ("[1, 2].last().value()", "2"), ("[].first().hasValue()", "false"),
        ("optional.unwrap([optional.of(1), optional.none()])", "[1]"),
        ("[optional.none(), optional.of(2)].unwrapOpt()", "[2]"), ("sets.contains([1, 2], [2.0, 2])", "true"),
        ("sets.contains([1], [1, 2])", "false"),
        ("sets.equivalent([1, 2], [2, 1, 1])", "true"), ("sets.equivalent([1], [1, 2])", "false"),
        ("sets.intersects([1, 2], [2, 3])", "true"), ("sets.intersects([1], [])", "false"),
        ("[1, 2].transformMapEntry(i, v, {string(v): i})", "{'1': 0, '2': 1}"),
        ("{'a': 1, 'b': 1}.transformMapEntry(k, v, {v: k})", "error: the map has the key `1` twice"),
        ("[1, 2].transformMapEntry(i, v, v > 1, {v: i})", "{2: 1}"),
        ("[1].transformMapEntry(i, v, v)", "fault: `transformMapEntry` must give a map, and this is int"),
    ])
    func `the list extension gives`(source: String, wanted: String) {
        #expect(Sample.answer(source) == wanted)
    }

    @Test(arguments: [
        ("[1, 2.0]", "list(dyn)"), ("[[], [1]]", "list(list(int))"), ("[{}, {'a': 1u}]", "list(map(string, uint))"),
        ("{}", "map(dyn, dyn)"), ("[1].map(x, string(x))", "list(string)"),
        ("{'a': [1]}.a[0]", "int"), ("true ? [] : ['a']", "list(string)"), ("true ? null : timestamp(0)", "google.protobuf.Timestamp"),
        ("optional.of(1).optMap(x, [x])", "optional_type(list(int))"),
        ("{'a': 1}.?a.or(optional.none())", "optional_type(int)"), ("[?optional.of('a')]", "list(string)"),
        ("[1].transformMap(i, v, v > 1)", "map(int, bool)"), ("dyn(1)", "dyn"),
        ("type(1)", "type(int)"), ("[1, 2].first()", "optional_type(int)"), ("math.greatest(1, 2u)", "dyn"),
        ("math.least([1.0])", "double"), ("cel.bind(a, [1], a[0])", "int"),
        ("[[1]].flatten()", "list(int)"), ("'a'.split('b')", "list(string)"), ("ip('::1')", "net.IP"),
        ("[1, 2].sortBy(x, -x)", "list(int)"), ("[dyn(1), 2]", "list(dyn)"),
    ])
    func `is of that type`(source: String, wanted: String) {
        #expect(Program.compile(source, in: Environment()).program?.type.description == wanted)
    }
}
