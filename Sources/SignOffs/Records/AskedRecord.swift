package import Seals

/// The entry of a question file before it leaves: what it says is in the ledger before anybody can answer.
package struct AskedRecord: Hashable, Sendable {
    package let questions: QuestionFile
    /// The bytes of the file, whose digest answers name.
    package let file: [UInt8]
    /// The digest of the page that was made of it; nil where none was.
    package let page: Digest?

    /// The record of a question file.
    ///
    /// - Throws: `FileFault` where the file would not be read again.
    package init(_ questions: QuestionFile, page: Digest?) throws(FileFault) {
        self.questions = questions
        self.page = page
        file = try questions.canonicalBytes()
    }

    /// The record that an entry holds; nil for other entries, and where it was redacted.
    package init?(_ entry: Entry) {
        guard entry.leaf.kind == .asked, let record = entry.record, let file = entry.attachments.first?.bytes,
            record["file"]?.text == Digest(of: file).text, let questions = try? QuestionFile(file)
        else { return nil }
        self.questions = questions
        self.file = file
        page = record["page"]?.text.flatMap { Digest($0) }
    }

    /// The digest by which answers name the file.
    package var digest: Digest { Digest(of: file) }

    /// The entry to append; the file is its first attachment.
    package var draft: Draft {
        Draft(
            .asked, order: questions.order,
            body: .object(leavingOutNil: [
                "file": .string(digest.text), "page": page.map { .string($0.text) }, "party": .string(questions.party),
                "to": .string(questions.to), "v": .string(Entry.bodyVersion),
            ]), attachments: [file])
    }
}

extension Entry {
    /// The form of bodies that this program writes.
    static let bodyVersion = "primum/body/1"
}

extension Question {
    /// The digest by which leaves name the question: it survives a redaction, and so tells what a redacted refusal was about.
    ///
    /// - Throws: `FileFault` where the question has no canonical form.
    package func digest() throws(FileFault) -> Digest {
        do { return try json.digest() } catch { throw FileFault(.notCanonical(error.kind)) }
    }
}
