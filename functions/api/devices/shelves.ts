import {
	badRequest,
	created,
	forbiddenField,
	notFound,
	type Outcome,
	ok,
} from '../../../shared/contract/http/outcome.ts'
import type { Device, Shelf } from '../../../shared/contract/registry/registry.ts'
import type { NewShelf, ShelfView } from '../../../shared/contract/registry/suppression.ts'
import { ruleConcerns } from '../../../shared/domain/alarm/ruleConcerns.ts'
import { ALL_RULES, LONGEST_SHELF_MS, LONGEST_SHELF_OF_A_HEAD_MS, shelfId } from '../../../shared/domain/alarm/shelf.ts'
import { ruleWords } from '../../../shared/domain/alert/words.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { isStaff, signatureOf, type Viewer } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { seenDevice } from './seenDevice.ts'
import { untilOf } from './untilOf.ts'

type Ports = Pick<ApiPorts, 'registry' | 'shelves' | 'retentionMs' | 'now'>

/** Shelves an alarm of a device for a time. A head or the village may do so for a day, and only where the courtyard is concerned. */
export async function shelve(ports: Ports, viewer: Viewer, id: string, wish: NewShelf): Promise<Outcome> {
	const seen = await seenDevice(ports.registry, viewer, id)
	if ('refused' in seen) return seen.refused
	const now = ports.now()
	const until = untilOf(wish.until, now)
	const refusal = refusalOf(await ports.registry.current(), viewer, wish.rule, until - now)
	if (refusal) return refusal
	const content = { device: id, rule: wish.rule, from: now, until, by: signatureOf(viewer), reason: wish.reason }
	const shelf = { id: shelfId(content), ...content }
	await ports.shelves.put(shelf)
	return created(shelfView(shelf, now))
}

/** The shelves of a device, those that have ended as well: as far back as its readings. */
export async function listShelves(ports: Ports, viewer: Viewer, id: string): Promise<Outcome> {
	const seen = await seenDevice(ports.registry, viewer, id)
	if ('refused' in seen) return seen.refused
	const now = ports.now()
	const shelves = await ports.shelves.of(id, now - ports.retentionMs)
	return ok({ shelves: shelves.map((shelf) => shelfView(shelf, now)) })
}

/** Ends a shelf now; the record stays, with who did it. Ending one that has ended changes nothing. */
export async function endShelf(ports: Ports, viewer: Viewer, id: string, shelfId: string): Promise<Outcome> {
	const seen = await seenDevice(ports.registry, viewer, id)
	if ('refused' in seen) return seen.refused
	const shelf = await shelfOf(ports, seen.device, shelfId)
	if (!shelf)
		return notFound({ zh: `设备“${id}”的暂停告警“${shelfId}”`, en: `shelf "${shelfId}" of the device "${id}"` })
	if (!isForHeads(await ports.registry.current(), shelf.rule) && !isStaff(viewer)) return staffOnly()
	const now = ports.now()
	await ports.shelves.end(shelf.id, now, signatureOf(viewer))
	return ok(shelfView((await shelfOf(ports, seen.device, shelfId)) ?? shelf, now))
}

async function shelfOf({ shelves }: Ports, device: Device, id: string): Promise<Shelf | undefined> {
	const shelf = await shelves.get(id)
	return shelf?.device === device.id ? shelf : undefined
}

function refusalOf(registry: Registry, viewer: Viewer, rule: string, lasts: number): Outcome | undefined {
	const { profile } = registry
	if (rule !== ALL_RULES && ruleConcerns(profile, rule) === undefined) {
		const known = profile.alarms.map(({ id }) => id).join(', ')
		return badRequest('rule', {
			zh: `没有告警规则“${rule}”；可用：${known}、silent；“*”表示全部`,
			en: `there is no alarm rule "${rule}"; there are: ${known}, silent; "*" means all`,
		})
	}
	if (lasts <= 0) return badRequest('until', { zh: '应晚于现在', en: 'should be in the future' })
	if (lasts > LONGEST_SHELF_MS)
		return badRequest('until', {
			zh: '最多暂停 30 天；更久请把设备停用',
			en: 'a shelf lasts 30 days at most; for longer, take the device out of service',
		})
	if (isStaff(viewer)) return undefined
	if (!isForHeads(registry, rule)) return staffOnly()
	return lasts > LONGEST_SHELF_OF_A_HEAD_MS
		? forbiddenField('until', {
				zh: '院落长和村里最多暂停 24 小时',
				en: 'a courtyard head or the village may shelve for 24 hours at most',
			})
		: undefined
}

const isForHeads = ({ profile }: Registry, rule: string): boolean => ruleConcerns(profile, rule) === 'environment'

const staffOnly = (): Outcome =>
	forbiddenField('rule', {
		zh: '院落长和村里只能暂停单项环境告警，不能暂停设备告警',
		en: 'a courtyard head or the village may shelve single alarms of the environment, not those of the sensor',
	})

const shelfView = (shelf: Shelf, now: number): ShelfView => ({
	...shelf,
	from: new Date(shelf.from).toISOString(),
	until: new Date(shelf.until).toISOString(),
	text: shelf.rule === ALL_RULES ? { zh: '全部告警', en: 'all alarms' } : ruleWords(shelf.rule),
	isRunning: shelf.from <= now && now < shelf.until,
})
