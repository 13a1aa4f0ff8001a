import Inventories
import Plants
import Times

extension ShelfLife {
    /// How long evidence holds where the client says nothing else.
    static let ordinary = ShelfLife(periods: [
        .identity: [
            .traced: .days(180), .lldp: .days(30), .macTable: .days(30), .label: .days(90), .photo: .days(90), .document: .days(180),
            .statement: .days(180),
        ],
        .occupancy: [
            .traced: .days(30), .photo: .days(30), .lldp: .days(7), .macTable: .days(7), .document: .days(14), .statement: .days(7),
        ],
        .state: Dictionary(uniqueKeysWithValues: EvidenceSource.allCases.map { ($0, Period.minutes(15)) }),
    ])
}
