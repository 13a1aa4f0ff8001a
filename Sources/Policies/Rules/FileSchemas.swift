package import LocatedYAML

extension PolicySet {
    /// What a client's `policy.yaml` may hold, for `primum schema policy`.
    package static var clientSchema: Schema { ClientPolicy.shape.schema }

    /// What a rule's file may hold, for `primum schema rule`.
    package static var ruleSchema: Schema { RuleDraft.fileForm.schema }
}
