import Diagnostics
import LocatedYAML
import Seals

/// What a command answers with, as text for people or as a document.
struct Answer {
    let text: (Typesetter) -> String
    let document: () -> JSON

    init(text: @escaping (Typesetter) -> String, document: @escaping () -> JSON) {
        self.text = text
        self.document = document
    }

    /// Gives the answer as the options want it.
    func give(_ options: AnswerOptions) throws(Failure) {
        try give(format: options.format, to: options.output, options.language)
    }

    /// Gives the answer in a form: to a file, else on standard output.
    func give(format: OutputFormat, to path: String?, _ language: Language) throws(Failure) {
        guard let path else {
            let text = written(format, Terminal.typesetter(for: .output, language))
            let code = Terminal.write(text, to: .output)
            if code != 0 { throw Failure(.other(path: "stdout", errno: code), language) }
            return
        }
        do {
            try Files.write(written(format, Typesetter(language: language)), to: path)
        } catch {
            throw .system(error.cured, language)
        }
    }

    private func written(_ format: OutputFormat, _ typesetter: Typesetter) -> String {
        switch format {
        case .text: text(typesetter)
        case .json: document().pretty + "\n"
        }
    }
}
