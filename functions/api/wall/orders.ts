import { badRequest, forbidden, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { Actor } from '../../../shared/contract/task/taskEvent.ts'
import type { NewOrder } from '../../../shared/contract/wall/services.ts'
import { maySee, personOf, signatureOf, type Viewer } from '../http/viewer.ts'
import { countReport } from './limits.ts'
import type { Passerby, WallPorts } from './ports.ts'
import { misplaced, receive, thankMachine } from './receive.ts'
import { RESIDENT } from './reports.ts'

/** What can be ordered. */
export async function listServices({ registry }: Pick<WallPorts, 'registry'>): Promise<Outcome> {
	return ok({ services: (await registry.current()).profile.services.offered })
}

/** 点单: a resident orders a service. */
export async function order(ports: WallPorts, from: Passerby, wish: NewOrder): Promise<Outcome> {
	if (wish.website !== undefined && wish.website !== '') return thankMachine(ports, wish.key)
	return take(ports, wish, RESIDENT, async (wall) => countReport(ports, from, wish.courtyard, wall))
}

/** Somebody of the courtyard, the village or the township orders for a resident; the code is for that resident. */
export async function orderFor(ports: WallPorts, viewer: Viewer, wish: NewOrder): Promise<Outcome> {
	if (!maySee(viewer, wish.courtyard)) return forbidden({ zh: '这是别的院落。', en: 'This is another courtyard.' })
	const id = personOf(viewer).id || viewer.role
	const actor: Actor = { kind: 'person', id, name: signatureOf(viewer), role: viewer.role }
	return take(ports, wish, actor, async () => undefined)
}

type Admit = (wall: Parameters<typeof countReport>[3]) => Promise<Outcome | undefined>

async function take(ports: WallPorts, wish: NewOrder, actor: Actor, admit: Admit): Promise<Outcome> {
	const { key, contact, courtyard, place } = wish
	const known = await ports.registry.recent()
	const { services, wall } = known.profile
	const wrong = misplaced(known, { courtyard })
	if (wrong) return wrong
	const service = services.offered.find(({ id }) => id === wish.service)
	if (!service)
		return badRequest('service', {
			zh: `应为下列之一：${services.offered.map(({ id }) => id).join('、')}`,
			en: `there are: ${services.offered.map(({ id }) => id).join(', ')}`,
		})
	const { severity, revolution, name } = service
	const what = wish.what === undefined ? name.zh : `${name.zh}：${wish.what}`.slice(0, 500)
	return receive(
		ports,
		known,
		{
			key,
			contact,
			told: (code, id) => ({
				...{ id, code, courtyard, what, source: 'order', service: service.id, severity },
				...(place === undefined ? {} : { place }),
				...(revolution === undefined ? {} : { revolution }),
			}),
		},
		actor,
		() => admit(wall),
	)
}
