package import Diagnostics
import LocatedYAML
package import Times

/// What was read of a folder `observed/`: the captures, and what was refused and why.
///
/// A file is a capture of the device whose folder it lies in: `observed/sw-1/…`. Nothing is guessed: a file that nobody says the device
/// or the time of is refused, and so is one in which the device calls itself otherwise.
package struct ObservedFolder: Sendable {
    package var captures: [Capture] = []
    package var refusals: [Refusal] = []
    /// What is wrong or worth saying, refusals included.
    package var log = DiagnosticLog()

    /// A file that no observation was taken from.
    package struct Refusal: Sendable {
        package let file: FileID
        package let diagnostic: Diagnostic
    }

    /// Reads captures from their texts, in the order given.
    ///
    /// - Parameters:
    ///   - files: all files of the folder, named by their paths.
    ///   - texts: takes the files in, so that every place can be told.
    ///   - folder: the folder's own path in these names.
    ///   - capturedAt: when the captures were taken whose names and `capture.yaml` do not say.
    ///   - names: under which further names each device is known: what labels, people and the device itself call it. Devices without a
    ///     folder belong here as well, so that their short names are not taken for another's.
    package static func read(
        _ files: [SourceText], of texts: inout SourceTexts, at folder: String = "observed", capturedAt: WrittenMoment? = nil,
        names: [Symbol: [Symbol]] = [:]
    ) -> ObservedFolder {
        var reading = FolderReading(folder: folder, capturedAt: capturedAt, names: names)
        let numbered = files.map { (text: $0, file: texts.add($0)) }
        for (text, file) in numbered where reading.isSettings(text) { reading.readSettings(text, file) }
        for (text, file) in numbered where !reading.isSettings(text) { reading.readCapture(text, file) }
        return reading.result()
    }
}

/// What a file is about: whose it is, and when it was taken, as far as its place and name tell.
struct FileSetting {
    /// The folder in which it lies.
    let directory: String
    let device: Symbol?
    let moment: CaptureMoment?
    let platform: Platform?
    let by: Symbol?
    /// What it was asked for, by its name.
    let kind: CommandKind?
}

/// The files of a folder while they are read.
struct FolderReading {
    let capturedAt: WrittenMoment?
    let names: [Symbol: [Symbol]]
    private let depth: Int
    private var settings: [String: CaptureSettings] = [:]
    var folder = ObservedFolder()
    /// Parts of walks, which are read together when all are there.
    var walks: [WalkPart] = []
    /// The folder of each capture, beside it.
    var directories: [String] = []

    /// A file of a walk.
    struct WalkPart {
        let text: SourceText
        let file: FileID
        let setting: FileSetting
    }

    init(folder: String, capturedAt: WrittenMoment?, names: [Symbol: [Symbol]]) {
        self.capturedAt = capturedAt
        self.names = names
        depth = folder == "." ? 0 : folder.split(separator: "/").count
    }

    /// True for `capture.yaml`.
    func isSettings(_ text: SourceText) -> Bool {
        let name = text.name.split(separator: "/").last
        return name == "capture.yaml" || name == "capture.yml"
    }

    mutating func readSettings(_ text: SourceText, _ file: FileID) {
        var log = DiagnosticLog()
        let tree = NodeTree.parse(text, file: file, log: &log)
        if let root = tree.roots.first, !root.isNull, let read = CaptureSettings.shape.read(root, &log) {
            settings[directory(of: text.name)] = read
        }
        folder.log.add(contentsOf: log)
        if log.hasErrors, let first = log.kept.first(where: { $0.severity == .error }) {
            folder.refusals.append(ObservedFolder.Refusal(file: file, diagnostic: first))
        }
    }

    private func steps(of name: String) -> [String] { name.split(separator: "/").dropFirst(depth).map(String.init) }

    private func directory(of name: String) -> String { steps(of: name).dropLast().joined(separator: "/") }

    /// What the place and the name of a file say; the folder nearest to it comes first.
    func setting(of text: SourceText) -> FileSetting {
        let steps = steps(of: text.name)
        var found = CaptureSettings()
        for count in 0..<max(1, steps.count) {
            if let outer = settings[steps.prefix(count).joined(separator: "/")] { found = outer.over(found) }
        }
        let named = steps.reversed().lazy.compactMap { WrittenMoment.inName($0) }.first
        let moment =
            named.map { CaptureMoment(time: $0, source: .fileName) }
            ?? found.capturedAt.map { CaptureMoment(time: $0, source: .captureFile) }
            ?? capturedAt.map { CaptureMoment(time: $0, source: .given) }
        return FileSetting(
            directory: steps.dropLast().joined(separator: "/"), device: found.device ?? (steps.count > 1 ? Symbol(steps[0]) : nil),
            moment: moment,
            platform: found.platform, by: found.by, kind: steps.last.flatMap { CommandKind(words: $0) })
    }

    mutating func refuse(_ file: FileID, _ diagnostic: Diagnostic) {
        folder.log.add(diagnostic)
        folder.refusals.append(ObservedFolder.Refusal(file: file, diagnostic: diagnostic))
    }

    /// Takes in what a file says of its device; refused where the device or the time is not known.
    mutating func keep(
        _ sightings: Sightings, _ format: CaptureFormat, of files: [FileID], _ setting: FileSetting, platform: Platform? = nil
    ) {
        guard let device = setting.device else { return refuse(files[0], .noDevice(at: start(of: files[0]))) }
        guard let moment = setting.moment else { return refuse(files[0], .noMoment(at: start(of: files[0]))) }
        folder.captures.append(
            Capture(
                device: device, platform: setting.platform ?? platform, moment: moment, format: format, files: files, by: setting.by,
                sightings: sightings))
        directories.append(setting.directory)
        if !sightings.unread.isEmpty { folder.log.add(.linesUnread(sightings.unread.count, at: sightings.unread[0])) }
    }

    /// The place before the first byte of a file.
    func start(of file: FileID) -> Span { Span(file: file, start: 0, end: 0) }
}
