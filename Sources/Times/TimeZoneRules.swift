/// When clocks of a place stand how far from UTC.
package struct TimeZoneRules: Sendable {
    /// The IANA name or offset as written.
    package let name: String

    package static let utc = TimeZoneRules(name: "UTC")
}
