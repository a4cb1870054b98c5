import { courtyardEvents } from '../../../devices/client/topics.ts'
import type { RunningEdition } from '../../../infra/local/runningEdition.ts'
import { Alert } from '../../../shared/contract/alert/alert.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import { secureClients } from '../nodered/round.ts'
import { paced } from './paced.ts'
import type { Planned } from './plan.ts'
import { Steps } from './steps.ts'
import { StoredWatch } from './storedWatch.ts'

export type OwnLoad = {
	dataFolder: string
	running: RunningEdition
	bins: readonly Device[]
	screens: readonly Device[]
	plan: readonly Planned[]
	perSecond: number
}

/**
 * Sends the plan to the edition over mutual TLS and follows each reading that sets a bin on fire: to its acknowledgement,
 * into the table, and to the screen of its courtyard. @throws when one does not arrive within a minute
 */
export async function ownSteps({ dataFolder, running, bins, screens, plan, perSecond }: OwnLoad) {
	const steps = new Steps(['acknowledged', 'stored', 'alert'])
	const devices = await secureClients(
		dataFolder,
		running,
		[...bins, ...screens].map(({ id }) => id),
	)
	const watch = new StoredWatch(running, (device) => steps.reached('stored', device))
	try {
		for (const { id, courtyard } of screens) {
			await devices.subscribe(id, courtyardEvents(courtyard), (_, payload) => {
				const { device, rule } = Alert.parse(JSON.parse(payload.toString()))
				if (device !== undefined && rule === 'fire') steps.reached('alert', device)
			})
		}
		await paced(plan, perSecond, async ({ device, values, burns }) => {
			const at = Date.now()
			if (burns) {
				steps.published(device)
				watch.waitFor({ device, at, values })
			}
			await devices.publish(device, JSON.stringify({ at, ...values }))
			if (burns) steps.reached('acknowledged', device)
		})
		for (const step of ['acknowledged', 'stored', 'alert'] as const) await steps.all(step)
		return steps.summary()
	} finally {
		await watch.end()
		await devices.end()
	}
}
