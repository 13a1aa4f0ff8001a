import Diagnostics
import Inventories
import Rehearsals
import Testing

/// What shows an impact, and what the work leans on.
struct LeaningTests {
    @Test func `a survivor names what it leans on and what to read`() throws {
        let order = ImpactRowTests.rehearse(ImpactRowTests.two, ImpactRowTests.outAndBack)
        let impact = try order.impact(on: "files", of: "S2")
        #expect(impact.certainty.text == "excluded")
        #expect(impact.basis.text == "survives")
        #expect(impact.since?.index == 1)
        let leaned = order.facts[impact.leansOn].map { order.facts.links[Int($0.index)].key.text }
        #expect(leaned == ["core:Gi2|sw-1:Gi2"])
        #expect(!impact.proven)
        let unproven = order.facts[impact.unproven].map { order.facts.links[Int($0.index)].key.text }
        #expect(unproven == leaned)
        #expect(order.facts[try order.step("S2").unproven].map { order.facts.links[Int($0.index)].key.text } == leaned)
        let untouched = try order.impact(on: "files", of: "S1")
        #expect(untouched.basis.text == "untouched")
        #expect(untouched.leansOn.isEmpty && untouched.unproven.isEmpty)
    }

    @Test func `what shows an outage is named`() throws {
        let order = ImpactRowTests.rehearse(ImpactRowTests.one, ImpactRowTests.outAndBack)
        let shown = order.words(try order.impact(on: "files", of: "S2").shownBy)
        #expect(shown.contains("sw-1:Gi1 – core:Gi1"), "\(shown)")
    }

    @Test(arguments: ["sw-1:Gi2", "core:Gi2"])
    func `a hold may read either end of what the work leans on`(end: String) throws {
        let hold = "- {id: H1, do: hold, observe: \"\(end)\", expect: link up}\n"
        let steps = "- {id: S1, do: disconnect, port: \"sw-1:Gi1\", takes: PT5M}"
        let order = ImpactRowTests.rehearse(ImpactRowTests.two, hold + steps)
        let unproven = order.facts[try order.step("S1").unproven].map { order.facts.links[Int($0.index)] }
        #expect(unproven.compactMap { $0.port.map { order.facts.ports[Int($0.index)].key.text } } == [end])
    }
}
