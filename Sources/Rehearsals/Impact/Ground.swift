/// A graph, made ready for looking up where ways can run.
struct Ground {
    let graph: ImpactGraph
    let touched: Touched
    /// Exact where no more than one failure is asked for.
    private let shrunk: Atlas
    /// Only when a path wants three ways or more.
    private let whole: Atlas?

    init(_ graph: ImpactGraph, for services: [ImpactService], after prefixes: [Touches]) {
        self.graph = graph
        let paths = services.flatMap(\.paths)
        touched = Touched(graph, by: prefixes)
        let bedrock = Bedrock(graph, touched)
        let endpoints = Set(paths.flatMap { $0.from + $0.to }.map(\.row))
        shrunk = Atlas(Wiring(graph, on: bedrock, endpoints: endpoints), of: graph, touched)
        whole = paths.contains { $0.atLeast > 2 } ? Atlas(Wiring(graph, endpoints: endpoints), of: graph, touched) : nil
    }

    func atlas(for ways: Int) -> Atlas { ways > 2 ? whole ?? shrunk : shrunk }
}
