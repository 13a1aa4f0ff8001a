/// Weekly hours in the common subset of OpenStreetMap's `opening_hours`.
package struct OpeningHours: Sendable {
    /// As written.
    package let text: String
}
