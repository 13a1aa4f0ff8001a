package import Diagnostics

/// What a person on foot saw at one port of a panel or device.
package struct SurveyRow: Hashable, Sendable {
    /// The panel or device in front of which the person stood.
    package var device: Symbol
    package var port: Symbol
    /// Whether a cord is in it; nil where that was not written down.
    package var isOccupied: Bool?
    /// What the label on the cord says.
    package var label: Symbol?
    package var colour: Symbol?
    package var photo: Symbol?
    /// The far end as the person traced it, device and port.
    package var farDevice: Symbol?
    package var farPort: Symbol?
    package var by: Symbol?
    package var moment: CaptureMoment
    package var note: Symbol?
    package var place: Span
}
