import Rehearsals
import Testing

/// What an impact shows is true: the way is a way, what is said to cut it cuts it, and what must take over stands.
struct ShownTests {
    @Test func `the way that is shown lost puts the service out where nothing else stands`() {
        var shown = 0
        for plant in PlantFamily(cables: 3) where plant.isDocumented {
            let study = plant.study()
            for (prefix, fates) in plant.fates.enumerated() where study[prefix, 0].isExplained && study[prefix, 0].atWorst == .outage {
                let way = study[prefix, 0].shownBy
                let name = "\(way.map(\.name)) of \(plant) after \(fates)"
                #expect(plant.isWay(way), "\(name)")
                #expect(way.contains { plant.fate(of: $0, fates) == .away || plant.fate(of: $0, fates) == .perhaps }, "\(name)")
                #expect(!plant.survives(way, fates), "\(name)")
                shown += 1
            }
        }
        #expect(shown > 1_000)
    }

    @Test func `the elements that are shown cut from now on, in some world, and did not before`() {
        var shown = 0
        for (number, plant) in PlantFamily(cables: 3).enumerated() where plant.isDocumented && number % 3 == 0 {
            let study = plant.study()
            let fresh = Worlds(of: plant).freshCuts
            for (prefix, fates) in plant.fates.enumerated() where study[prefix, 0].atWorst == .reducedRedundancy {
                let cuts = study[prefix, 0].shownBy.map(plant.number)
                #expect(!cuts.isEmpty && fresh[prefix].isSuperset(of: cuts), "\(cuts) of \(plant) after \(fates)")
                shown += 1
            }
        }
        #expect(shown > 100)
    }

    @Test func `a service leans on ways that nothing touches`() {
        var leant = 0
        for plant in PlantFamily(cables: 3) {
            let study = plant.study()
            for (prefix, fates) in plant.fates.enumerated() {
                let said = study[prefix, 0]
                guard said.basis == .survives else {
                    #expect(said.leansOn.isEmpty && !said.isProven)
                    continue
                }
                #expect(said.leansOn.count == 1, "\(plant) after \(fates)")
                for way in said.leansOn {
                    #expect(plant.isWay(way), "\(way.map(\.name)) of \(plant) after \(fates)")
                    let isFree = way.allSatisfy { plant.fate(of: $0, fates) == .untouched || plant.fate(of: $0, fates) == .there }
                    #expect(isFree, "\(way.map(\.name)) of \(plant) after \(fates)")
                }
                leant += 1
            }
        }
        #expect(leant > 500)
    }
}

extension ImpactGraph.Element {
    fileprivate var name: String {
        switch self {
        case .device(let device): "device \(device.row)"
        case .link(let link): "cable \(link.row)"
        }
    }
}

extension SmallPlant {
    /// The element as worlds number it: cables, then devices.
    fileprivate func number(_ element: ImpactGraph.Element) -> Int {
        switch element {
        case .device(let device): cables.count + Int(device.row)
        case .link(let link): Int(link.row)
        }
    }

    fileprivate func fate(of element: ImpactGraph.Element, _ fates: Fates) -> Touches.Fate {
        switch element {
        case .device(let device): fates.devices[Int(device.row)]
        case .link(let link): fates.cables[Int(link.row)]
        }
    }

    /// Whether elements are a way from the endpoint to what it must reach, each thing once: devices joined by links, or by cords with loose ends.
    fileprivate func isWay(_ way: [ImpactGraph.Element]) -> Bool {
        guard case .device(let first)? = way.first, case .device(let last)? = way.last, Set(way).count == way.count else { return false }
        guard Int(first.row) == paths[0].from[0], paths[0].to.contains(Int(last.row)) else { return false }
        return zip(way, way.dropFirst()).allSatisfy(touch)
    }

    private func touch(_ one: ImpactGraph.Element, _ other: ImpactGraph.Element) -> Bool {
        switch (one, other) {
        case (.device(let device), .link(let link)), (.link(let link), .device(let device)): ends(Int(link.row)).contains(Int(device.row))
        case (.link(let link), .link(let next)): ends(Int(link.row)).contains(-1) && ends(Int(next.row)).contains(-1)
        case (.device, .device): false
        }
    }

    private func ends(_ cable: Int) -> [Int] {
        switch cables[cable] {
        case .known(let a, let b), .dark(let a, let b), .expired(let a, let b), .added(let a, let b, _): [a, b]
        case .loose(let a): [a, -1]
        case .adrift: [-1, -1]
        }
    }

    /// Whether the service is up after, in the world in which besides what is known only this way is there.
    fileprivate func survives(_ way: [ImpactGraph.Element], _ fates: Fates) -> Bool {
        var pairs: [(Int, Int)] = []
        for (place, cable) in cables.enumerated() {
            let isThere =
                switch (cable, fates.cables[place]) {
                case (.known, .untouched), (.added, .there), (.known, .there): true
                default: false
                }
            if isThere { pairs.append((ends(place)[0], ends(place)[1])) }
        }
        // Where nothing on a stretch between two devices is touched, it joins them.
        var device = -1
        var isWhole = true
        for element in way {
            isWhole = isWhole && fate(of: element, fates) != .away && fate(of: element, fates) != .perhaps
            guard case .device(let next) = element else { continue }
            if device >= 0, isWhole { pairs.append((device, Int(next.row))) }
            device = Int(next.row)
            isWhole = true
        }
        let lives = fates.devices.map { $0 == .untouched || $0 == .there }
        var reached: Set<Int> = lives[paths[0].from[0]] ? [paths[0].from[0]] : []
        for _ in kinds.indices {
            for (a, b) in pairs where lives[a] && lives[b] {
                if reached.contains(a) || reached.contains(b) { reached.formUnion([a, b]) }
            }
        }
        return !reached.isDisjoint(with: paths[0].to)
    }
}
