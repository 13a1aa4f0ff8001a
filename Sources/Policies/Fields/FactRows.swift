import Diagnostics
import Rehearsals

// What each kind of rows is called in the language of rules, and where its rows are.

extension OrderFact: FactRow {
    static let word: Symbol = "Order"
    static let list: Symbol = "[Order]"
    static var rows: FieldPath<Facts, [OrderFact]> { \.orders }
}

extension Facts {
    /// The one order, as a table of one row.
    fileprivate var orders: [OrderFact] {
        get { [order] }
        set { order = newValue[0] }
    }
}

extension StepFact: FactRow {
    static let word: Symbol = "Step"
    static let list: Symbol = "[Step]"
    static var rows: FieldPath<Facts, [StepFact]> { \.steps }
}

extension TargetFact: FactRow {
    static let word: Symbol = "Target"
    static let list: Symbol = "[Target]"
    static var rows: FieldPath<Facts, [TargetFact]> { \.targets }
}

extension TouchFact: FactRow {
    static let word: Symbol = "Touch"
    static let list: Symbol = "[Touch]"
    static var rows: FieldPath<Facts, [TouchFact]> { \.touches }
}

extension ConnectionFact: FactRow {
    static let word: Symbol = "Connection"
    static let list: Symbol = "[Connection]"
    static var rows: FieldPath<Facts, [ConnectionFact]> { \.connections }
}

extension ObstacleFact: FactRow {
    static let word: Symbol = "Obstacle"
    static let list: Symbol = "[Obstacle]"
    static var rows: FieldPath<Facts, [ObstacleFact]> { \.obstacles }
}

extension UndoFact: FactRow {
    static let word: Symbol = "Undo"
    static let list: Symbol = "[Undo]"
    static var rows: FieldPath<Facts, [UndoFact]> { \.undos }
}

extension ObservationFact: FactRow {
    static let word: Symbol = "Observation"
    static let list: Symbol = "[Observation]"
    static var rows: FieldPath<Facts, [ObservationFact]> { \.observations }
}

extension HoldFact: FactRow {
    static let word: Symbol = "Hold"
    static let list: Symbol = "[Hold]"
    static var rows: FieldPath<Facts, [HoldFact]> { \.holds }
}

extension WishFact: FactRow {
    static let word: Symbol = "Wish"
    static let list: Symbol = "[Wish]"
    static var rows: FieldPath<Facts, [WishFact]> { \.wishes }
}

extension WindowFact: FactRow {
    static let word: Symbol = "Window"
    static let list: Symbol = "[Window]"
    static var rows: FieldPath<Facts, [WindowFact]> { \.windows }
}

extension DemandFact: FactRow {
    static let word: Symbol = "Demand"
    static let list: Symbol = "[Demand]"
    static var rows: FieldPath<Facts, [DemandFact]> { \.demands }
}

extension AlternativeFact: FactRow {
    static let word: Symbol = "Alternative"
    static let list: Symbol = "[Alternative]"
    static var rows: FieldPath<Facts, [AlternativeFact]> { \.alternatives }
}

extension LinkFact: FactRow {
    static let word: Symbol = "Link"
    static let list: Symbol = "[Link]"
    static var rows: FieldPath<Facts, [LinkFact]> { \.links }
}

extension PortFact: FactRow {
    static let word: Symbol = "Port"
    static let list: Symbol = "[Port]"
    static var rows: FieldPath<Facts, [PortFact]> { \.ports }
}

extension CableFact: FactRow {
    static let word: Symbol = "Cable"
    static let list: Symbol = "[Cable]"
    static var rows: FieldPath<Facts, [CableFact]> { \.cables }
}

extension DeviceFact: FactRow {
    static let word: Symbol = "Device"
    static let list: Symbol = "[Device]"
    static var rows: FieldPath<Facts, [DeviceFact]> { \.devices }
}

extension RackFact: FactRow {
    static let word: Symbol = "Rack"
    static let list: Symbol = "[Rack]"
    static var rows: FieldPath<Facts, [RackFact]> { \.racks }
}

extension RoomFact: FactRow {
    static let word: Symbol = "Room"
    static let list: Symbol = "[Room]"
    static var rows: FieldPath<Facts, [RoomFact]> { \.rooms }
}

extension SupplyFact: FactRow {
    static let word: Symbol = "Supply"
    static let list: Symbol = "[Supply]"
    static var rows: FieldPath<Facts, [SupplyFact]> { \.supplies }
}

extension FeedFact: FactRow {
    static let word: Symbol = "Feed"
    static let list: Symbol = "[Feed]"
    static var rows: FieldPath<Facts, [FeedFact]> { \.feeds }
}

extension ServiceFact: FactRow {
    static let word: Symbol = "Service"
    static let list: Symbol = "[Service]"
    static var rows: FieldPath<Facts, [ServiceFact]> { \.services }
}

extension ImpactFact: FactRow {
    static let word: Symbol = "Impact"
    static let list: Symbol = "[Impact]"
    static var rows: FieldPath<Facts, [ImpactFact]> { \.impacts }
}

extension PersonFact: FactRow {
    static let word: Symbol = "Person"
    static let list: Symbol = "[Person]"
    static var rows: FieldPath<Facts, [PersonFact]> { \.people }
}

extension PartyFact: FactRow {
    static let word: Symbol = "Party"
    static let list: Symbol = "[Party]"
    static var rows: FieldPath<Facts, [PartyFact]> { \.parties }
}

extension ContractFact: FactRow {
    static let word: Symbol = "Contract"
    static let list: Symbol = "[Contract]"
    static var rows: FieldPath<Facts, [ContractFact]> { \.contracts }
}

extension StatementFact: FactRow {
    static let word: Symbol = "Statement"
    static let list: Symbol = "[Statement]"
    static var rows: FieldPath<Facts, [StatementFact]> { \.statements }
}

extension CalendarFact: FactRow {
    static let word: Symbol = "CalendarEntry"
    static let list: Symbol = "[CalendarEntry]"
    static var rows: FieldPath<Facts, [CalendarFact]> { \.calendar }
}

extension EvidenceFact: FactRow {
    static let word: Symbol = "Evidence"
    static let list: Symbol = "[Evidence]"
    static var rows: FieldPath<Facts, [EvidenceFact]> { \.evidence }
}

extension GapFact: FactRow {
    static let word: Symbol = "Gap"
    static let list: Symbol = "[Gap]"
    static var rows: FieldPath<Facts, [GapFact]> { \.gaps }
}
