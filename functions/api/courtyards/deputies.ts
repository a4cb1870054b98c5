import {
	badRequest,
	conflict,
	created,
	forbidden,
	notFound,
	type Outcome,
	ok,
} from '../../../shared/contract/http/outcome.ts'
import type { DeputiesView, NewDeputy } from '../../../shared/contract/people/deputies.ts'
import { mostDeputyDays } from '../../../shared/contract/people/deputyDays.ts'
import type { Courtyard, Deputy } from '../../../shared/contract/registry/registry.ts'
import type { Told } from '../../../shared/contract/text/told.ts'
import { actsOn, deputyIn, inChargeOn, lastDayOfDeputy } from '../../../shared/domain/person/inCharge.ts'
import { addDays, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { isStaff, personOf, signatureOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { seenCourtyard } from './seenCourtyard.ts'

type Ports = Pick<ApiPorts, 'registry' | 'deputies' | 'now'>

const CHANGED: Told = {
	zh: '别人刚改过这个院落的代理人，请刷新后再看一遍。',
	en: 'Somebody changed the deputies of this courtyard at the same moment; look at them again.',
}

/** Who stands in for the head of a courtyard, now and later. */
export async function listDeputies(ports: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	const seen = await latest(ports, viewer, id)
	return 'refused' in seen ? seen.refused : ok(viewOf(seen.courtyard, viewer, shanghaiDay(ports.now())))
}

/** A head names his deputy, from day to day; it ends by itself. The same wish again is the same deputy. */
export async function nameDeputy(ports: Ports, viewer: Viewer, id: string, wish: NewDeputy): Promise<Outcome> {
	const seen = await latest(ports, viewer, id)
	if ('refused' in seen) return seen.refused
	const { courtyard } = seen
	const today = shanghaiDay(ports.now())
	if (!mayChange(courtyard, viewer, today))
		return forbidden({ zh: '只有院落长本人可以指定代理人。', en: 'Only the head himself names a deputy.' })
	const { name, phone, account = `deputy.${id}.${wish.from}`, from, until } = wish
	const others = (courtyard.inCharge?.deputies ?? []).filter((one) => one.ended === undefined)
	if (others.some((one) => one.person.name === name && one.from === from && one.until === until))
		return ok(viewOf(courtyard, viewer, today))
	if (from < today) return badRequest('from', { zh: '应为今天或以后', en: 'today or later' })
	if (until > addDays(from, mostDeputyDays - 1))
		return badRequest('until', { zh: `最多 ${mostDeputyDays} 天`, en: `at most ${mostDeputyDays} days` })
	const other = others.find((one) => one.from <= until && from <= one.until)
	if (other)
		return conflict({
			zh: `${other.person.name}从 ${other.from} 到 ${other.until} 代理，请先结束。`,
			en: `${other.person.name} stands in from ${other.from} to ${other.until}; end that first.`,
		})
	if (!courtyard.inCharge && isStaff(viewer))
		return conflict({
			zh: '还没有登记这个院落由谁负责，请先登记。',
			en: 'The registry does not say who is in charge of this courtyard; put that first.',
		})
	const deputy: Deputy = {
		person: { id: account, name },
		...{ from, until, namedBy: signatureOf(viewer) },
		...(phone === undefined ? {} : { phone }),
	}
	const head = { id: personOf(viewer).id, name: courtyard.head ?? signatureOf(viewer) }
	if ((await ports.deputies.add(courtyard, deputy, head)) === 'conflict') return conflict(CHANGED)
	return created(viewOf(withDeputy(courtyard, deputy, head), viewer, today))
}

/** Ends the deputy who was to stand in from a day on; from today on the head is in charge again. Twice is once. */
export async function endDeputy(ports: Ports, viewer: Viewer, id: string, from: string): Promise<Outcome> {
	const seen = await latest(ports, viewer, id)
	if ('refused' in seen) return seen.refused
	const { courtyard } = seen
	const today = shanghaiDay(ports.now())
	if (!mayChange(courtyard, viewer, today))
		return forbidden({ zh: '只有院落长本人可以结束代理。', en: 'Only the head himself ends it.' })
	const named = (courtyard.inCharge?.deputies ?? []).filter((one) => one.from === from)
	if (named.length === 0) return notFound({ zh: `从 ${from} 起的代理人`, en: `deputy from ${from}` })
	const running = named.find((one) => one.ended === undefined && today <= one.until)
	if (!running) return ok(viewOf(courtyard, viewer, today))
	const ended = { on: today > from ? today : from, by: signatureOf(viewer) }
	if ((await ports.deputies.end(courtyard, running, ended)) === 'conflict') return conflict(CHANGED)
	const deputies = (courtyard.inCharge?.deputies ?? []).map((one) => (one === running ? { ...one, ended } : one))
	const inCharge = courtyard.inCharge && { ...courtyard.inCharge, deputies }
	return ok(viewOf({ ...courtyard, ...(inCharge ? { inCharge } : {}) }, viewer, today))
}

/** As it is now: it is read, and then written by what was read. */
function latest({ registry }: Ports, viewer: Viewer, id: string) {
	const now = () => registry.refreshed()
	return seenCourtyard({ current: now, recent: now, refreshed: now }, viewer, id)
}

/** Whoever only stands in does not pass it on. */
const mayChange = (courtyard: Courtyard, viewer: Viewer, today: string): boolean =>
	isStaff(viewer) || (viewer.role === 'head' && deputyIn(viewer.person.id, [courtyard], today).length === 0)

const withDeputy = (courtyard: Courtyard, deputy: Deputy, head: Deputy['person']): Courtyard => {
	const { person, deputies } = courtyard.inCharge ?? { person: head, deputies: [] }
	return { ...courtyard, inCharge: { person, deputies: [...deputies, deputy] } }
}

function viewOf(courtyard: Courtyard, viewer: Viewer, today: string): DeputiesView {
	const { deputies = [], person: head } = courtyard.inCharge ?? {}
	const now = inChargeOn(courtyard, today)
	const name = now?.name ?? courtyard.head
	return {
		courtyard: courtyard.id,
		today: name === undefined ? null : { name, isDeputy: now !== undefined && now !== head },
		deputies: [...deputies]
			.sort((a, b) => (a.from < b.from ? 1 : -1))
			.map((one) => ({
				name: one.person.name,
				phone: one.phone ?? null,
				from: one.from,
				until: lastDayOfDeputy(one),
				status: actsOn(one, today) ? 'acting' : today < one.from && one.ended === undefined ? 'planned' : 'over',
				namedBy: one.namedBy ?? null,
				endedBy: one.ended?.by ?? null,
			})),
		mayChange: mayChange(courtyard, viewer, today),
	}
}
