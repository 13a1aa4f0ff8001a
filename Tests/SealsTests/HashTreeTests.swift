import Seals
import Testing

/// Trees of up to 33 leaves, every place and every smaller size.
struct HashTreeTests {
    private let leaves = (0..<33).map { Digest(leaf: [UInt8($0)]) }

    private func tree(_ size: Int) -> HashTree {
        var tree = HashTree()
        for leaf in leaves.prefix(size) { tree.append(leaf) }
        return tree
    }

    /// RFC 6962's definition, word for word.
    private func root(_ leaves: ArraySlice<Digest>) -> Digest {
        guard let first = leaves.first else { return Digest(of: "") }
        guard leaves.count > 1 else { return first }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        return Digest(left: root(leaves.prefix(half)), right: root(leaves.dropFirst(half)))
    }

    @Test func `the root is the one that RFC 6962 defines`() {
        for size in 0...33 { #expect(tree(size).root == root(leaves.prefix(size)) && tree(size).size == size) }
    }

    @Test func `a proof holds for its leaf, place and tree, and for nothing else`() {
        for size in 1...33 {
            let head = tree(size).head
            for index in 0..<size {
                let proof = InclusionProof(index: index, in: Array(leaves.prefix(size)))
                #expect(proof.holds(for: leaves[index], in: head))
                #expect(!proof.holds(for: leaves[(index + 1) % 33], in: head))
                for other in [index - 1, index + 1, -1, size, index ^ 1] where other != index {
                    #expect(!InclusionProof(index: other, path: proof.path).holds(for: leaves[index], in: head))
                }
                #expect(!InclusionProof(index: index, path: proof.path + [leaves[0]]).holds(for: leaves[index], in: head))
                #expect(!proof.holds(for: leaves[index], in: TreeHead(size: size, root: leaves[0])) || size == 1)
                if !proof.path.isEmpty {
                    #expect(!InclusionProof(index: index, path: proof.path.dropLast()).holds(for: leaves[index], in: head))
                }
            }
        }
    }

    @Test func `a tree goes on from each smaller one, and from no other`() {
        for later in 1...33 {
            for earlier in 1...later {
                let proof = ConsistencyProof(from: earlier, in: Array(leaves.prefix(later)))
                let (old, new) = (tree(earlier).head, tree(later).head)
                #expect(proof.holds(from: old, to: new), "\(earlier) to \(later)")
                #expect(!proof.holds(from: TreeHead(size: earlier, root: leaves[32]), to: new))
                #expect(!proof.holds(from: old, to: TreeHead(size: later, root: leaves[32])))
                #expect(!ConsistencyProof(path: proof.path + [leaves[0]]).holds(from: old, to: new))
                for place in proof.path.indices {
                    var path = proof.path
                    path[place] = Digest(of: "another")
                    #expect(!ConsistencyProof(path: path).holds(from: old, to: new))
                    path.remove(at: place)
                    #expect(!ConsistencyProof(path: path).holds(from: old, to: new))
                }
            }
        }
        #expect(!ConsistencyProof(path: []).holds(from: tree(0).head, to: tree(4).head))
        #expect(!ConsistencyProof(path: []).holds(from: tree(4).head, to: tree(3).head))
    }

    @Test func `no other place or size makes a proof hold`() {
        for size in 2...20 {
            for index in 0..<size {
                let proof = InclusionProof(index: index, in: Array(leaves.prefix(size)))
                let held = (0..<40).filter {
                    InclusionProof(index: $0, path: proof.path).holds(for: leaves[index], in: tree(size).head)
                }
                #expect(held == [index])
            }
        }
    }
}
