import type { Outcome } from '../../../shared/contract/http/outcome.ts'
import type { Actor } from '../../../shared/contract/task/taskEvent.ts'
import type { NewReport } from '../../../shared/contract/wall/report.ts'
import { checkPhoto, formOwner } from '../photos/ownPhoto.ts'
import { countReport } from './limits.ts'
import type { Passerby, WallPorts } from './ports.ts'
import { misplaced, receive, thankMachine } from './receive.ts'

/** Somebody without an account. Who it was stands nowhere in the task. */
export const RESIDENT: Actor = { kind: 'person', id: 'reporter', role: 'public' }

/** A problem that a resident tells of on the wall. */
export async function report(ports: WallPorts, from: Passerby, wish: NewReport): Promise<Outcome> {
	const { key, website, contact, photo, ...seen } = wish
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
			photo,
			told: (code, id) => ({
				...{ id, code, courtyard, what, source: 'resident', severity: 'minor' },
				...(place === undefined ? {} : { place }),
				...(revolution === undefined ? {} : { revolution }),
				...(device === undefined ? {} : { device }),
			}),
		},
		RESIDENT,
		async () =>
			(await countReport(ports, from, courtyard, known.profile.wall)) ??
			(photo === undefined ? undefined : keepPhoto(ports, { courtyard, key }, photo)),
	)
}

/** Before the report that names it, so that none names a photo that is not there. */
async function keepPhoto(ports: WallPorts, form: { courtyard: string; key: string }, photo: string) {
	const checked = await checkPhoto(ports, formOwner(ports, form), photo)
	if ('refused' in checked) return checked.refused
	await checked.keep()
	return undefined
}
