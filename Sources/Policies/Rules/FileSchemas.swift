package import LocatedYAML

extension PolicySet {
    /// What a client's `policy.yaml` may hold, for `primum schema policy`.
    package static var clientSchema: Schema { ClientPolicy.shape.schema }

    /// What a rule's file may hold, for `primum schema rule`.
    package static var ruleSchema: Schema { RuleDraft.fileForm.schema }

    /// What `pack.yaml` may hold, for `primum schema pack`.
    package static var packSchema: Schema {
        guard let pack = fileSchemas.first(where: { $0.name == "pack" }) else { preconditionFailure("a pack's own file has a schema") }
        return pack.schema
    }
}
