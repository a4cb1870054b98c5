import { type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { RegistryView } from '../../../shared/contract/registry/registry.ts'
import type { ApiPorts } from '../ports.ts'

/** The registry as it is now, so that whoever has just put something finds it. */
export async function showRegistry({ registry }: Pick<ApiPorts, 'registry'>): Promise<Outcome> {
	const { townships, villages, courtyards, devices } = await registry.refreshed()
	const view: RegistryView = {
		townships: byId(townships),
		villages: byId(villages),
		courtyards: byId(courtyards),
		devices: byId(devices),
	}
	return ok(view)
}

const byId = <T extends { id: string }>(entries: ReadonlyMap<string, T>): T[] =>
	[...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
