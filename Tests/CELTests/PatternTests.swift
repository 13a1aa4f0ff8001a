import Testing

@testable import CEL

/// Patterns of `matches`: RE2's syntax, searched for in linear time.
@Suite struct PatternTests {
    private func finds(_ pattern: String, _ text: String) -> Bool? {
        guard let regex = try? Regex(pattern) else { return nil }
        var search = RegexSearch(regex)
        let bytes = Array(text.utf8)
        return search.isFound(in: bytes.span)
    }

    private func reason(_ pattern: String) -> RegexFault.Reason? {
        do throws(RegexFault) {
            _ = try Regex(pattern)
            return nil
        } catch {
            return error.reason
        }
    }

    /// Each pattern with texts in which it is found, and texts in which it is not.
    private func check(_ cases: [(pattern: String, found: [String], missed: [String])]) {
        for (pattern, found, missed) in cases {
            for text in found { #expect(finds(pattern, text) == true, "`\(pattern)` in `\(text)`") }
            for text in missed { #expect(finds(pattern, text) == false, "`\(pattern)` in `\(text)`") }
        }
    }

    @Test func `finds letters anywhere in the text`() {
        check([
            ("", ["", "a"], []), ("a", ["a", "ba", "ab"], ["", "b", "A"]), ("a.c", ["abc", "aЖc", "a😀c"], ["ac", "a\nc"]),
            ("ж", ["жук", "нож"], ["ЖУК"]), ("e\u{301}", ["e\u{301}"], ["\u{e9}"]), ("\u{e9}", ["\u{e9}"], ["e\u{301}"]),
        ])
    }

    @Test func `takes branches, the empty one among them`() {
        check([
            ("^(a|b)$", ["a", "b"], ["", "ab"]), ("^(a|)$", ["", "a"], ["b"]), ("^(|a)$", ["", "a"], ["b"]), ("|", ["", "x"], []),
            ("^(?:|)$", [""], ["x"]), ("^ab|cd$", ["abx", "xcd"], ["xab", "cdx"]), ("()", ["", "x"], []),
        ])
    }

    @Test func `repeats as often as it may`() {
        check([
            ("^a*$", ["", "aaa"], ["b"]), ("^a+$", ["a", "aa"], [""]), ("^a?$", ["", "a"], ["aa"]), ("^a{2}$", ["aa"], ["a", "aaa"]),
            ("^a{2,}$", ["aa", "aaa"], ["a"]), ("^a{1,2}$", ["a", "aa"], ["", "aaa"]), ("^a{0}$", [""], ["a"]),
            ("^a{0,0}b$", ["b"], ["ab"]),
            ("^(ab){2}$", ["abab"], ["ab"]), ("^(a*)*$", ["", "aa"], ["b"]), ("^(a|b*)+c$", ["c", "abbac"], ["d"]),
            ("^(|a)+$", ["", "aa"], ["b"]),
            ("^(a{2}){3}$", ["aaaaaa"], ["aaaaa"]),
            ("^a{1000}$", [String(repeating: "a", count: 1_000)], [String(repeating: "a", count: 999)]),
            ("^(?:^)*a$", ["a"], ["ba"]), ("^^*a$", ["a"], []), ("^a(?i)*$", ["aa"], ["b"]),
        ])
    }

    @Test func `finds the same whether repetitions are greedy or not`() {
        check([
            ("^a*?$", ["", "aaa"], ["b"]), ("^a+?b$", ["aab"], ["b"]), ("^a??$", ["", "a"], ["aa"]), ("^a{1,2}?$", ["a", "aa"], ["aaa"]),
            ("^(?U)a*b$", ["aab"], ["c"]), ("^a{2}?$", ["aa"], ["a"]),
        ])
    }

    @Test func `a brace that begins no repetition stands for itself`() {
        check([
            ("^{$", ["{"], []), ("^a{$", ["a{"], ["a"]), ("^a{,5}$", ["a{,5}"], ["a"]), ("^a{2$", ["a{2"], ["aa"]),
            ("^a{x}$", ["a{x}"], ["a"]),
            ("^}$", ["}"], []), ("^a]$", ["a]"], []),
        ])
    }

    @Test func `holds to the ends of texts, lines and words`() {
        check([
            ("^a", ["a", "ab"], ["ba", "b\na"]), ("a$", ["a", "ba"], ["ab", "a\n"]), ("(?m)^a$", ["a", "b\na", "a\nb"], ["ab"]),
            ("\\Aa\\z", ["a"], ["b\na", "a\n"]), ("(?m)\\Aa\\z", ["a"], ["b\na", "a\nb"]),
            ("\\ba\\b", ["a", "x a y", "-a-", "жaж"], ["ab", "a_"]),
            ("\\Ba", ["ba"], ["a", "-a"]), ("\\b", ["a"], ["", "-"]), ("\\B", ["", "-", "ab"], ["a"]),
            ("(?m)^$", ["", "a\n\nb", "a\n"], ["a"]),
            ("$^", [""], ["a"]), ("(?-m)^a", ["a"], ["b\na"]),
        ])
    }

    @Test func `classes hold what they name`() {
        check([
            ("^[abc]$", ["a", "c"], ["d", ""]), ("^[^abc]$", ["d", "\n", "Ж"], ["a"]), ("^[a-c]$", ["b"], ["d"]),
            ("^[]a]$", ["]", "a"], ["b"]),
            ("^[^]a]$", ["b"], ["]", "a"]), ("^[a-]$", ["a", "-"], ["b"]), ("^[-a]$", ["a", "-"], ["b"]),
            ("^[\\d-z]$", ["5", "-", "z"], ["y"]),
            ("^[\\]\\\\]$", ["]", "\\"], ["a"]), ("^[а-яё]$", ["ё", "ж"], ["Ж"]), ("^[[:alpha:]_]$", ["a", "_"], ["5", "ж"]),
            ("^[[:^digit:]]$", ["a"], ["5"]), ("^[^[:word:]]$", ["-"], ["_"]), ("^[[:]$", ["[", ":"], ["a"]),
            ("^[[:alpha]$", ["[", "a", ":"], ["b"]),
            ("^[\\x41-\\x43]$", ["B"], ["D"]), ("^[.*+?(){}|^$]+$", [".*+?(){}|^$"], ["a"]), ("^[\\-a]$", ["-", "a"], ["b"]),
        ])
    }

    @Test func `named classes are those of ASCII`() {
        check([
            ("^\\d$", ["5"], ["٥", "a"]), ("^\\D$", ["٥", "a"], ["5"]), ("^\\w$", ["a", "_", "9"], ["ж", "-"]), ("^\\W$", ["ж"], ["a"]),
            ("^\\s$", [" ", "\t", "\n", "\u{0C}", "\r"], ["\u{0B}", "\u{A0}"]), ("^\\S$", ["\u{A0}"], [" "]),
            ("^[\\d\\s]$", ["5", " "], ["a"]),
            ("^[[:space:]]$", ["\u{0B}"], ["a"]), ("^[[:punct:]]+$", ["!-/:@[`{~"], ["a"]), ("^[[:xdigit:]]+$", ["aF9"], ["g"]),
            ("^[[:cntrl:]]$", ["\u{7F}"], ["a"]), ("^[[:graph:]]$", ["!"], [" "]), ("^[[:print:]]$", [" "], ["\n"]),
            ("^[[:ascii:]]$", ["a"], ["ж"]),
        ])
    }

    @Test func `knows Unicode's categories and scripts`() {
        check([
            ("^\\pL$", ["ж", "a", "中"], ["5"]), ("^\\PL$", ["5"], ["ж"]), ("^\\p{Lu}$", ["Ж"], ["ж"]), ("^\\p{^Lu}$", ["ж"], ["Ж"]),
            ("^\\P{^Lu}$", ["Ж"], ["ж"]), ("^\\p{Nd}$", ["٥", "5"], ["½"]), ("^\\pN$", ["½", "Ⅷ"], ["a"]),
            ("^[\\p{Sc}]$", ["€", "₽"], ["a"]),
            ("^\\p{Zs}$", ["\u{A0}"], ["a"]), ("^\\pC$", ["\u{0}", "\u{200B}", "\u{E000}"], ["a"]), ("^\\p{Any}$", ["😀"], [""]),
            ("^\\p{Cyrillic}+$", ["Жук", "ҐЄ"], ["Zhuk"]), ("^\\p{Greek}$", ["λ", "ἀ"], ["l"]), ("^\\p{Han}$", ["中", "々"], ["あ"]),
            ("^\\p{Latin}$", ["ß", "ﬁ"], ["ж"]), ("^\\p{Old_Italic}$", ["𐌀"], ["A"]), ("^\\p{Common}$", ["-", "😀"], ["A"]),
            ("^\\p{Inherited}$", ["\u{301}"], ["A"]), ("^[^\\p{Cyrillic}]$", ["a"], ["ж"]), ("^\\p{M}$", ["\u{301}"], ["e"]),
            ("^\\p{Hiragana}$", ["あ"], ["ア"]),
        ])
    }

    @Test func `scripts are apart, and hold letters only where Unicode has some`() {
        #expect(UnicodeScripts.names.count == 177)
        var claimed = 0
        let sets = UnicodeScripts.names.map { UnicodeScripts.set(named: $0)! }
        for set in sets { claimed += set.ranges.reduce(0) { $0 + $1.count } }
        #expect(ScalarSet(sets.flatMap(\.ranges)).ranges.reduce(0) { $0 + $1.count } == claimed)
        #expect(UnicodeScripts.set(named: "Cyrillic")!.contains(0x1C80) && !UnicodeScripts.set(named: "Cyrillic")!.contains(0x41))
        #expect(UnicodeScripts.set(named: "Klingon") == nil)
    }

    @Test func `ignores case as Unicode's simple folding does`() {
        check([
            ("(?i)^straße$", ["STRAßE", "straẞe"], ["STRASSE"]), ("(?i)^жук$", ["ЖУК", "Жук"], ["ЖУХ"]),
            ("(?i)^k$", ["K", "\u{212A}"], ["x"]),
            ("(?i)^s$", ["S", "ſ"], ["z"]), ("(?i)^i$", ["I"], ["ı", "İ"]), ("(?i)^[a-c]$", ["B"], ["D"]), ("(?i)^[^a]$", ["b"], ["A"]),
            ("(?i)^\\x41$", ["a"], ["b"]), ("(?i)^σ$", ["Σ", "ς"], ["s"]), ("(?i)^\\QaB\\E$", ["Ab"], ["ac"]),
            ("(?i)^\\p{Lu}$", ["a"], ["5"]),
        ])
    }

    @Test func `flags hold to the end of their group`() {
        check([
            ("^a(?i)b|c$", ["aB", "xC"], ["Ab"]), ("^(?i:a)b$", ["Ab"], ["AB"]), ("^(?i:(a)b)c$", ["ABc"], ["ABC"]),
            ("^((?i)a)b$", ["Ab"], ["AB"]),
            ("^(?i)a(?-i)b$", ["Ab"], ["AB"]), ("(?s)^a.b$", ["a\nb"], []), ("(?s-s)^a.b$", ["acb"], ["a\nb"]), ("(?is)^A.$", ["a\n"], []),
            ("(?ms)^a.b$", ["x\na\nb"], []), ("^(?:a(?i)b)c$", ["aBc"], ["aBC"]), ("(?)a", ["a"], []), ("^(?i-s:a).$", ["Ab"], ["A\n"]),
        ])
    }

    @Test func `escapes stand for one letter`() {
        check([
            ("^\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\^\\$\\\\$", [".*+?()[]{}|^$\\"], []),
            ("^\\a\\f\\t\\n\\r\\v$", ["\u{7}\u{C}\t\n\r\u{B}"], []),
            ("^\\x41\\x{416}\\x{1F600}$", ["AЖ😀"], []), ("^\\101$", ["A"], []), ("^\\0$", ["\0"], []), ("^\\012$", ["\n"], []),
            ("^\\_\\-\\/$", ["_-/"], []),
            ("^\\Qa.b\\E+$", ["a.bbb"], ["axb"]), ("^\\Q\\$", ["\\$"], []), ("^\\Qa", ["ab"], []), ("^\\Q\\Ea$", ["a"], []),
        ])
    }

    @Test func `names groups, and forgets them`() {
        check([("^(?P<port>a)(?<side>b)$", ["ab"], ["a"]), ("^(?:a)(b)$", ["ab"], ["a"])])
    }

    @Test(arguments: [
        ("(a", RegexFault.Reason.missingClosing), ("a)", .unexpectedClosing), ("[a", .missingClosing), ("[]", .missingClosing),
        ("[^]", .missingClosing),
        ("*", .nothingToRepeat), ("+a", .nothingToRepeat), ("?", .nothingToRepeat), ("a|*", .nothingToRepeat), ("(*)", .nothingToRepeat),
        ("(?i)*", .nothingToRepeat), ("{2}", .nothingToRepeat), ("a|{2}", .nothingToRepeat), ("a**", .badRepetition),
        ("a*+", .badRepetition),
        ("a+{2}", .badRepetition), ("a{2}{3}", .badRepetition), ("a*?*", .badRepetition), ("a{2,1}", .badRepetition),
        ("a{1001}", .repetitionTooLarge),
        ("a{1,1001}", .repetitionTooLarge), ("a{99999999999999999999}", .repetitionTooLarge), ("(a{100}){11}", .repetitionTooLarge),
        ("(((){1000}){1000}){1000}", .repetitionTooLarge), ("((a{100}){10}){2}", .repetitionTooLarge), ("\\1", .backreference),
        ("(a)\\1", .backreference),
        ("\\8", .backreference), ("(?P<a>b)(?P=a)", .backreference), ("\\q", .badEscape), ("\\Z", .badEscape), ("\\G", .badEscape),
        ("\\C", .badEscape),
        ("\\", .badEscape), ("a\\", .badEscape), ("\\x", .badEscape), ("\\x4", .badEscape), ("\\x{}", .badEscape),
        ("\\x{110000}", .badEscape),
        ("\\x{41", .badEscape), ("\\ж", .badEscape), ("[\\b]", .badEscape), ("[\\A]", .badEscape), ("[a-\\d]", .badEscape),
        ("[z-a]", .badRange),
        ("[[:foo:]]", .badClass), ("[[:alpha:]", .missingClosing), ("\\p{L", .badClass), ("\\p", .unknownProperty),
        ("\\p{Klingon}", .unknownProperty),
        ("\\pX", .unknownProperty), ("\\p{}", .unknownProperty), ("(?=a)", .lookAround), ("(?!a)", .lookAround), ("(?<=a)b", .lookAround),
        ("(?<!a)b", .lookAround), ("(?>a)", .badGroup), ("(?#a)", .badGroup), ("(?x)a", .badGroup), ("(?i-)a", .badGroup),
        ("(?-:a)", .badGroup),
        ("(?i", .missingClosing), ("(?P<>a)", .badGroup), ("(?P<a-b>a)", .badGroup), ("(?P<ж>a)", .badGroup),
        ("(?P<a>b)(?P<a>c)", .repeatedName),
        ("(?", .missingClosing), ("(?--i)a", .badGroup), ("(?P'a'b)", .badGroup),
    ])
    func `refuses what RE2 refuses`(pattern: String, wanted: RegexFault.Reason) {
        #expect(reason(pattern) == wanted)
    }

    @Test func `refuses what would make a large automaton`() {
        #expect(reason("(abcdefghijklmnopqrstuvwxyz){1000}") == .tooLarge)
        #expect(reason(String(repeating: "(a?){500}", count: 25)) == .tooLarge)
        #expect(reason(String(repeating: "a", count: 20_001)) == .tooLarge)
        #expect(reason(String(repeating: "(", count: 201) + String(repeating: ")", count: 201)) == .tooLarge)
        #expect(reason(String(repeating: "(", count: 199) + String(repeating: ")", count: 199)) == nil)
    }

    /// Patterns on which engines that try again and again take time without end.
    @Test(arguments: [
        "(a+)+$", "^(a*)*$", "(a|aa)+$", "^(a|a)*$", "(.*a){20}$", "^(a?){50}a{50}$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$", "(?:a*)*b",
        "^([a-zA-Z]+)*$",
        "(.*)*(.*)*(.*)*b", "(a{0,100}){0,10}b",
    ])
    func `no pattern makes it slow`(pattern: String) throws {
        let regex = try Regex(pattern)
        let text = Array(String(repeating: "a", count: 3_000).utf8) + [UInt8(ascii: "!")]
        let clock = ContinuousClock()
        let time = clock.measure {
            var search = RegexSearch(regex)
            #expect(search.isFound(in: text.span) == false)
        }
        #expect(regex.size < 2_500)
        #expect(time < .seconds(60), "`\(pattern)` took \(time)")
    }

    @Test func `time grows with the text and not faster`() throws {
        let regex = try Regex("(a|aa)+$")
        func steps(_ count: Int) -> Int {
            var environment = Environment()
            environment.limits.cost = .max
            let activation = Activation(environment)
            let before = activation.budget
            _ = activation.matches(activation.make(utf8: Array(repeating: UInt8(ascii: "a"), count: count) + [0x21]), regex)
            return before - activation.budget
        }
        #expect(steps(20_000) < 3 * steps(10_000))
    }
}
