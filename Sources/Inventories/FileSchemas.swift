package import LocatedYAML

extension ClientFolder {
    /// What `client.yaml` may hold, for `primum schema client`.
    package static var clientSchema: Schema { ClientDraft.shape.schema }

    /// What a file of `inventory/` may hold, for `primum schema inventory`.
    package static var inventorySchema: Schema { InventoryDraft.shape.schema }

    /// What a file of `device-types/` or `module-types/` may hold, for `primum schema device-type`.
    package static var deviceTypeSchema: Schema { DeviceTypeDraft.library.schema }
}
