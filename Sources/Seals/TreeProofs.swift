/// What shows that a leaf is in a tree: the hashes beside the way from the leaf to the root (RFC 6962, section 2.1.1).
package struct InclusionProof: Hashable, Sendable {
    /// Which leaf, from zero.
    package let index: Int
    /// The hashes from the leaf's neighbour upwards.
    package let path: [Digest]

    package init(index: Int, path: [Digest]) {
        self.index = index
        self.path = path
    }

    /// The proof for a leaf among all the leaves of a tree, by their hashes; the time is that of hashing the tree once.
    package init(index: Int, in leaves: [Digest]) {
        precondition(leaves.indices.contains(index), "a proof is of a leaf that is there")
        self.index = index
        path = Self.path(index, leaves[...])
    }

    private static func path(_ index: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
        guard leaves.count > 1 else { return [] }
        let (left, right) = leaves.halves
        return index < left.count
            ? path(index, left) + [treeRoot(right)]
            : path(index - left.count, right) + [treeRoot(left)]
    }

    /// True where the leaf with a hash is at its index in the tree of a size and root.
    package func holds(for leafHash: Digest, in head: TreeHead) -> Bool {
        guard index >= 0, index < head.size else { return false }
        var (node, last) = (index, head.size - 1)
        var hash = leafHash
        for neighbour in path {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                hash = Digest(left: neighbour, right: hash)
                // A node at the right edge without a neighbour stands for itself on the levels above.
                while node & 1 == 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                hash = Digest(left: hash, right: neighbour)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && hash == head.root
    }
}

/// What shows that a tree goes on from a smaller one: RFC 6962, section 2.1.2.
package struct ConsistencyProof: Hashable, Sendable {
    package let path: [Digest]

    package init(path: [Digest]) {
        self.path = path
    }

    /// The proof that the tree of all leaves, by their hashes, goes on from that of the first `size`, which are not none.
    package init(from size: Int, in leaves: [Digest]) {
        precondition((1...max(1, leaves.count)).contains(size), "a tree goes on from one that is no larger and has a leaf")
        path = Self.path(size, leaves[...], isWhole: true)
    }

    private static func path(_ size: Int, _ leaves: ArraySlice<Digest>, isWhole: Bool) -> [Digest] {
        guard size < leaves.count else { return isWhole ? [] : [treeRoot(leaves)] }
        let (left, right) = leaves.halves
        return size <= left.count
            ? path(size, left, isWhole: isWhole) + [treeRoot(right)]
            : path(size - left.count, right, isWhole: false) + [treeRoot(left)]
    }

    /// True where the later tree begins with all the leaves of the earlier one, in their order.
    package func holds(from earlier: TreeHead, to later: TreeHead) -> Bool {
        guard earlier.size > 0, earlier.size <= later.size else { return false }
        guard earlier.size < later.size else { return path.isEmpty && earlier.root == later.root }
        var (node, last) = (earlier.size - 1, later.size - 1)
        while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
        var rest = path[...]
        // A whole subtree is its own beginning, which the verifier knows already.
        guard let seed = node == 0 ? earlier.root : rest.popFirst() else { return false }
        var (old, new) = (seed, seed)
        for neighbour in rest {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                old = Digest(left: neighbour, right: old)
                new = Digest(left: neighbour, right: new)
                while node & 1 == 0, node > 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                new = Digest(left: new, right: neighbour)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && old == earlier.root && new == later.root
    }
}

/// The size of a tree and its root.
package struct TreeHead: Hashable, Sendable {
    package let size: Int
    package let root: Digest

    package init(size: Int, root: Digest) {
        self.size = size
        self.root = root
    }
}

extension HashTree {
    /// Its size and root.
    package var head: TreeHead { TreeHead(size: size, root: root) }
}

private func treeRoot(_ leaves: ArraySlice<Digest>) -> Digest {
    var tree = HashTree()
    for leaf in leaves { tree.append(leaf) }
    return tree.root
}

extension ArraySlice {
    /// The largest power of two below the count, and the rest.
    fileprivate var halves: (left: Self, right: Self) {
        let half = 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
        return (prefix(half), dropFirst(half))
    }
}
