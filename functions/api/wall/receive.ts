import { badRequest, created, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { Actor } from '../../../shared/contract/task/taskEvent.ts'
import type { Contact } from '../../../shared/contract/wall/report.ts'
import type { ReceivedView } from '../../../shared/contract/wall/wallViews.ts'
import { type NewTask, newTask } from '../../../shared/domain/task/newTask.ts'
import { hasReporter } from '../../../shared/domain/wall/askReporter.ts'
import { shownCode } from '../../../shared/domain/wall/code.ts'
import { contactKeyOf } from '../../../shared/domain/wall/contactKey.ts'
import type { Registry } from '../../../shared/ports/registry.ts'
import { codeAndId, type ReportedTask } from './codes.ts'
import type { WallPorts } from './ports.ts'

/** What somebody sends: the same `key` is the same report or order. */
export type Received = {
	key: string
	contact?: Contact | undefined
	/** The key of a photo. */
	photo?: string | undefined
	told: (code: string, id: string) => NewTask
}

/** Instead of a name: nobody knows who it was. */
const SENDER = '报告人'

/**
 * Makes the task of a report or an order and keeps the contact apart. First the task, then the contact: whoever got no
 * answer sends the same form again, and what is missing is done then.
 * @param admit what may refuse it; asked only for what is not here yet
 */
export async function receive(
	ports: WallPorts,
	known: Registry,
	{ key, contact, photo, told }: Received,
	actor: Actor,
	admit: () => Promise<Outcome | undefined>,
): Promise<Outcome> {
	const { code, id } = codeAndId(ports, key)
	const existing = await ports.tasks.get(id)
	if (!existing) {
		const refused = await admit()
		if (refused) return refused
		// Of two that come at once one is stored, and both are answered with its code.
		const now = ports.now()
		const photos = photo === undefined ? [] : [{ key: photo, shows: 'before', at: now, by: SENDER } as const]
		await ports.tasks.put(newTask(told(code, id), actor, now, known.profile, photos), undefined)
	}
	const task = existing ?? (await ports.tasks.get(id))
	if (task && hasReporter(task) && contact) await keepContact(ports, task, contact)
	return (existing ? ok : created)(receivedView(code))
}

async function keepContact(ports: WallPorts, task: ReportedTask, contact: Contact): Promise<void> {
	const key = contactKeyOf(task)
	if (key.expiresAt > ports.now()) await ports.contacts.keep(key, contact)
}

export const receivedView = (code: string): ReceivedView => ({
	code: shownCode(code),
	text: {
		zh: `已收到。编号 ${shownCode(code)}，请记下，凭编号可以查看处理进展。`,
		en: `Received. Please note the code ${shownCode(code)}: with it you can follow what is done.`,
	},
})

/** A form that only a machine fills in like this is thanked, and nothing is kept of it. */
export const thankMachine = (ports: WallPorts, key: string): Outcome =>
	created(receivedView(codeAndId(ports, `machine ${key}`).code))

/** What is wrong with where it is said to be. */
export function misplaced(known: Registry, { courtyard, device }: { courtyard: string; device?: string | undefined }) {
	if (!known.courtyards.has(courtyard))
		return badRequest('courtyard', { zh: `没有院落“${courtyard}”`, en: `"${courtyard}" does not exist` })
	if (device !== undefined && known.devices.get(device)?.courtyard !== courtyard)
		return badRequest('device', {
			zh: `“${device}”不是这个院落的设备`,
			en: `"${device}" is not a device of this courtyard`,
		})
	return undefined
}
