import type { Outcome } from '../../../shared/contract/outcome.ts'
import type { NewReport } from '../../../shared/contract/report.ts'
import type { Actor } from '../../../shared/contract/taskEvent.ts'
import { countReport } from './limits.ts'
import type { Passerby, WallPorts } from './ports.ts'
import { misplaced, receive, thankMachine } from './receive.ts'

/** Somebody without an account. Who it was stands nowhere in the task. */
export const RESIDENT: Actor = { kind: 'person', id: 'reporter', role: 'public' }

/** A problem that a resident tells of on the wall. */
export async function report(ports: WallPorts, from: Passerby, wish: NewReport): Promise<Outcome> {
	const { key, website, contact, ...seen } = wish
	if (website !== undefined && website !== '') return thankMachine(ports, key)
	const known = await ports.registry.recent()
	const wrong = misplaced(known, seen)
	if (wrong) return wrong
	const { courtyard, what, place, revolution, device } = seen
	return receive(
		ports,
		known,
		{
			key,
			contact,
			told: (code, id) => ({
				...{ id, code, courtyard, what, source: 'resident', severity: 'minor' },
				...(place === undefined ? {} : { place }),
				...(revolution === undefined ? {} : { revolution }),
				...(device === undefined ? {} : { device }),
			}),
		},
		RESIDENT,
		() => countReport(ports, from, courtyard, known.profile.wall),
	)
}
