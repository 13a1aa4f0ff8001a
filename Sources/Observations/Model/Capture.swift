package import Diagnostics
package import Times

/// What one source said of one device at one moment.
package struct Capture: Sendable {
    /// The device's name as the folder, or the row of a sheet, has it.
    package var device: Symbol
    package var platform: Platform?
    package var moment: CaptureMoment
    package var format: CaptureFormat
    /// The files that were read together: one, or the parts of one walk.
    package var files: [FileID]
    /// Who took it, where that is written.
    package var by: Symbol?
    package var sightings: Sightings
}

/// All that one capture says, each row with its place.
package struct Sightings: Sendable, Equatable {
    /// What the device calls itself.
    package var ownNames: [OwnName] = []
    /// By which the device announces itself.
    package var ownChassis: [Identifier] = []
    package var ports: [ObservedPort] = []
    package var neighbours: [ObservedNeighbour] = []
    package var addresses: [ObservedAddress] = []
    package var indications: [Indication] = []
    package var survey: [SurveyRow] = []
    /// Lines that look like data and were not understood: what they say is not known.
    package var unread: [Span] = []
    /// True where the source lists all ports of the device, so that a port it lacks is not there.
    package var listsAllPorts = false
    /// True where the source lists all neighbours of the device.
    package var listsAllNeighbours = false
    /// True where the source lists all addresses that the device has learned.
    package var listsAllAddresses = false

    package init() {}

    /// True where nothing at all was read.
    package var isEmpty: Bool {
        ownNames.isEmpty && ownChassis.isEmpty && ports.isEmpty && neighbours.isEmpty && addresses.isEmpty && indications.isEmpty
            && survey.isEmpty
    }

    /// Takes in what another part of the same capture says.
    mutating func add(_ other: Sightings) {
        ownNames += other.ownNames
        ownChassis += other.ownChassis
        ports += other.ports
        neighbours += other.neighbours
        addresses += other.addresses
        indications += other.indications
        survey += other.survey
        unread += other.unread
        listsAllPorts = listsAllPorts || other.listsAllPorts
        listsAllNeighbours = listsAllNeighbours || other.listsAllNeighbours
        listsAllAddresses = listsAllAddresses || other.listsAllAddresses
    }
}

/// A name that a device gives itself, and where it says so.
package struct OwnName: Hashable, Sendable {
    package let name: Symbol
    package let place: Span
}

/// When a capture was taken, and who says so; the time of a file on the disk is never asked.
package struct CaptureMoment: Hashable, Sendable {
    package let time: WrittenMoment
    package let source: Source

    /// Where the time is written.
    package enum Source: String, Hashable, Sendable {
        case fileName, captureFile, given, row
    }

    /// The earliest moment that is meant: evidence is never made younger than it is.
    package var timestamp: Timestamp { time.moment }
}

/// The kinds of captures that are read.
package enum CaptureFormat: String, Hashable, CaseIterable, Sendable {
    case napalmInterfaces, napalmNeighbours, napalmNeighboursDetail, napalmAddresses, napalmEnvironment, napalmFacts
    case rows, transcript, walk
    case lldpcliNeighbours, lldpcliChassis, ipLink, bridgeFDB
    case unifi
    case portSheet, indicationSheet, surveySheet
}
