import Seals
import Times

extension Leaf {
    /// Reads the one form of a leaf of a ledger; nil for all other bytes.
    ///
    /// The form has no freedom, so what is read here is canonical JSON; a million leaves are read in a second.
    package init?(_ bytes: [UInt8], of ledger: String) {
        var reader = LeafReader(bytes)
        guard let leaf = reader.leaf(of: ledger) else { return nil }
        self = leaf
    }
}

/// A cursor that takes the members of a leaf in the order of their keys.
struct LeafReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func leaf(of ledger: String) -> Leaf? {
        guard skip("{\"at\":\""), let at = moment(), skip("\",\"body\":\""), let body = digest(), skip("\"") else { return nil }
        let isClockBack = skip(",\"clock\":\"back\"")
        guard let files = files(), skip(",\"kind\":\""), let kind = word(Self.kinds), skip("\",\"ledger\":\""), skip(ledger),
            skip("\",\"n\":"), let number = number()
        else { return nil }
        var (order, question, says) = (String?.none, Digest?.none, Says?.none)
        if skip(",\"order\":\"") {
            guard let name = orderName(), skip("\"") else { return nil }
            order = name
        }
        if skip(",\"question\":\"") {
            guard let digest = digest(), skip("\"") else { return nil }
            question = digest
        }
        if skip(",\"says\":\"") {
            guard let word = word(Self.words), skip("\"") else { return nil }
            says = word
        }
        guard skip(",\"v\":\"primum/entry/1\"}"), position == bytes.count else { return nil }
        return Leaf(
            number: number, at: at, isClockBack: isClockBack, ledger: ledger, kind: kind, order: order, question: question, says: says,
            body: body, files: files)
    }

    private static let kinds = EntryKind.allCases.map { (Array($0.rawValue.utf8), $0) }
    private static let words = Says.allCases.map { (Array($0.rawValue.utf8), $0) }

    /// The one of some words that stands here up to a quotation mark.
    private mutating func word<Word>(_ words: [([UInt8], Word)]) -> Word? {
        var end = position
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
        let written = bytes[position..<end]
        guard let (_, word) = words.first(where: { $0.0.count == written.count && $0.0.elementsEqual(written) }) else { return nil }
        position = end
        return word
    }

    private mutating func files() -> [Digest]? {
        guard skip(",\"files\":[") else { return [] }
        var files: [Digest] = []
        repeat {
            guard skip("\""), let file = digest(), skip("\"") else { return nil }
            files.append(file)
        } while skip(",")
        return skip("]") ? files : nil
    }

    private mutating func digest() -> Digest? {
        let end = position + 71
        guard end <= bytes.count, let digest = Digest(written: bytes[position..<end]) else { return nil }
        position = end
        return digest
    }

    /// A whole number without leading zeros, below 2^53.
    private mutating func number() -> Int? {
        let start = position
        var number = 0
        while position < bytes.count, let digit = digit(at: position), position - start < 16 {
            number = number * 10 + digit
            position += 1
        }
        let count = position - start
        guard count > 0, count == 1 || bytes[start] != UInt8(ascii: "0"), number < CanonicalJSON.integerLimit else { return nil }
        return number
    }

    private mutating func orderName() -> String? {
        var end = position
        while end < bytes.count, Leaf.isOfOrderName(bytes[end]) { end += 1 }
        guard (1...Leaf.orderLimit).contains(end - position), let name = String(validating: bytes[position..<end], as: UTF8.self) else {
            return nil
        }
        position = end
        return name
    }

    /// `2026-11-25T09:02:03Z`, and no other way of writing it.
    private mutating func moment() -> Timestamp? {
        let start = position
        guard start + 20 <= bytes.count, let year = digits(start, 4), let month = digits(start + 5, 2), let day = digits(start + 8, 2),
            let hour = digits(start + 11, 2), let minute = digits(start + 14, 2), let second = digits(start + 17, 2)
        else { return nil }
        let marks: [(Int, UInt8)] = [
            (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")), (10, UInt8(ascii: "T")), (13, UInt8(ascii: ":")), (16, UInt8(ascii: ":")),
            (19, UInt8(ascii: "Z")),
        ]
        let date = CivilDate(year: year, month: month, day: day)
        guard marks.allSatisfy({ bytes[start + $0.0] == $0.1 }), date.isValid, hour < 24, minute < 60, second < 60 else { return nil }
        position += 20
        return Timestamp(seconds: Timestamp(startOf: date).seconds + Int64(hour * 3_600 + minute * 60 + second))
    }

    private func digits(_ start: Int, _ count: Int) -> Int? {
        var number = 0
        for place in start..<start + count {
            guard let digit = digit(at: place) else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    private func digit(at place: Int) -> Int? {
        let byte = bytes[place]
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }

    private mutating func skip(_ literal: String) -> Bool {
        var literal = literal
        let count = literal.withUTF8 { letters in
            guard position + letters.count <= bytes.count else { return 0 }
            for place in 0..<letters.count where unsafe letters[place] != bytes[position + place] { return 0 }
            return letters.count
        }
        position += count
        return count > 0
    }
}
