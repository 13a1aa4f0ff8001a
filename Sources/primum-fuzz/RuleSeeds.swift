/// Sound expressions and patterns.
extension Seeds {
    static let rules = [
        #"step.verb == "disconnect" && !(has(step.cable) && step.cable.known)"#,
        "step.ports.exists(p, p.free && p.speed >= 1000) || step.ports.map(p, p.name).size() > 3",
        "step.ports.filter(p, p.speed > 100).all(p, p.name.matches('^[a-z]+[0-9]{1,4}$'))",
        "[1, 2u, 3.5, 'a', b'\\xff', null, true].map(x, type(x)).exists_one(t, t == int)",
        "{'a': {'b': [1, 2, 3]}}.?a.?b[?1].orValue(-1) + [1][0] - 5 * 3 / 2 % 7",
        "cel.bind(x, [1, 2, 3], x.map(y, y > 1, y * 2).transformList(i, v, i + v)[0]) in [4, 5]",
        "timestamp('2026-11-24T12:00:00Z').getHours('Europe/Moscow') < 18 && duration('1h30m') > duration('3s')",
        "'%s %d %.2f %x'.format([x, 1, 2.5, 255]).split(' ').join('-').replace('a', 'b').substring(1).upperAscii()",
        "math.greatest([1, 2, 3]) > 2 ? 'ж'.charAt(0) : strings.quote('a\"b') + string(1e21) + r'\\n' + '''x'''",
        "optional.of(1).optMap(x, x + 1).or(optional.none()).hasValue() == !false && has({'a': 1}.a)",
        "cidr('10.0.0.0/8').containsIP(ip('10.1.2.3')) && base64.encode(b'abc') == 'YWJj'",
        "[[3, 1], [2]].flatten().sort().distinct().slice(0, 2).reverse().sortBy(e, -e) == lists.range(3) // a comment",
        "dyn({1: 'a', 2u: 'b', true: 'c', 'd': 4}.transformMapEntry(k, v, {v: k})) != {} && 0xFF == 255 && -9223372036854775808 < 1u",
    ]

    static let ruleWords = [
        "&&", "||", "!", "==", "!=", "<=", " in ", "?", ":", ".?", "[?", "{?", "?a: ", ".", ",", "(", ")", "[", "]", "{", "}", "-", "+",
        "%", "//", "'''", "r'", "b\"", "`a-b`", "has(", ".all(x, ", ".exists(i, v, ", ".map(x, ", ".filter(x, ", ".transformMap(k, v, ",
        ".optMap(x, ", "cel.bind(x, ", "dyn(", "type(", "size(", "step", "step.ports", "x", "optional.none()", "optional.of(", "null",
        "true", "0x", "1u", "1e400", "-9223372036854775808", "18446744073709551615u", "0.0 / 0.0", "lists.range(100000)",
        "lists.range(9223372036854775807)", "'%.999f'.format([1.5])", "'a'.matches('(a*)*b')", ".join('aaaaaaaaaaaaaaaa')",
        "duration('9223372036s')", ".flatten(9)", ".sort()", "timestamp(-62135596800)", "\\u0000", "\\ud800", "\\777", "[[[[[[[[",
        "((((((((", "!!!!!!!!", "{1:{1:{1:", "package", ".package", "google.protobuf.Timestamp", "T{a: 1}",
    ]

    static let patterns = [
        "^(a|b)*c$", "(?i)[a-zЖ]+\\d{2,5}", "\\p{Lu}\\P{Greek}[[:alpha:]]?", "(?P<name>x+x+)+y", "\\bfoo\\b|^\\s*$", "\\Qa.b\\E{3}",
        "[^]a-z\\]]", "(((a?){10}){10}){10}", "(?s-m:.*\\x{10FFFF})", "\\x41\\101\\0", "()|(?:)", "[[:^digit:]\\w-]",
    ]

    static let patternWords = [
        "*", "+", "?", "??", "{1000}", "{0,1001}", "{2,1}", "{,}", "|", "(", ")", "(?:", "(?i)", "(?-s:", "(?P<a>", "(?=", "[", "]", "[^",
        "[:alpha:]", "[:", ":]", "\\", "\\Q", "\\E", "\\b", "\\p{", "\\pL", "\\P{^Han}", "\\x{", "\\8", "-", "^", "$", ".", "\\C", "K", "ſ",
    ]
}
