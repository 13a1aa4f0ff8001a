import Diagnostics
import Policies
import Testing

struct EmbeddingTests {
    @Test func `the packs in the program are the packs on disk`() throws {
        #expect(PackText.shipped.map(\.name) == ["do-no-harm"])
        let embedded = try #require(PackText.shipped.first).files
        let files = try Shipped.files("do-no-harm")
        #expect(embedded.map(\.name) == files.map { "policies/do-no-harm/\($0.name)" })
        for (text, file) in zip(embedded, files) { #expect(text.bytes == Array(file.text.utf8), "\(file.name)") }
    }
}
