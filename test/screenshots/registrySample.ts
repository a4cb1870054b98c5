import type { RegistryView } from '../../shared/contract/registry.ts'

/** A township in which nothing has been registered. */
export const emptyRegistry = (): RegistryView => ({ townships: [], villages: [], courtyards: [], devices: [] })
