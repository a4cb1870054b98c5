import { badRequest, conflict, isProblem, notFound, type Outcome, ok } from '../../../shared/contract/http/outcome.ts'
import type { Problem } from '../../../shared/contract/http/problem.ts'
import type { GroupReplay, GroupReplayView, ReplayView } from '../../../shared/contract/telemetry/quarantineViews.ts'
import type { TelemetryMessage } from '../../../shared/contract/telemetry/telemetryMessage.ts'
import { belongsTo } from '../../../shared/domain/telemetry/quarantineGroups.ts'
import { parseQuarantineId, type QuarantineKey, quarantineId } from '../../../shared/domain/telemetry/quarantineId.ts'
import type { QuarantineEntry } from '../../../shared/ports/quarantine.ts'
import type { Person } from '../http/viewer.ts'
import type { ApiPorts } from '../ports.ts'
import { quarantineHeads } from './quarantineHeads.ts'

type Ports = Pick<ApiPorts, 'quarantine' | 'queue' | 'now'>

/** What one call puts back; the rest is for the next one. */
const MOST_A_CALL = 500
/** Entries that are worked on at a time. */
const WIDTH = 10

/**
 * Puts a refused message back on the telemetry queue as it first came, so that exactly the same path runs. Doing so
 * twice changes nothing, because readings are a set. Refused again, it comes back as a new entry that names this one.
 */
export async function replayEntry(ports: Ports, person: Person, id: string): Promise<Outcome> {
	const key = parseQuarantineId(id)
	const entry = key && (await ports.quarantine.get(key, ports.now()))
	if (!entry)
		return notFound({
			zh: `被退回的数据“${id}”；这些数据只保留 30 天`,
			en: `quarantine entry "${id}"; entries go after 30 days`,
		})
	const { payload, payloadBytes } = entry
	if (payload.length < payloadBytes) {
		return conflict({
			zh: `${payloadBytes} 字节中只留下了前 ${payload.length} 字节，不能重放。`,
			en: `Only the first ${payload.length} of ${payloadBytes} bytes were kept: it cannot be replayed.`,
		})
	}
	await ports.queue.send(bodyOf(entry))
	// After the sending: a crash in between leaves it open, and a second replay does no harm.
	const replayed = { at: ports.now(), by: person }
	await ports.quarantine.markReplayed(entry, replayed)
	const view: ReplayView = { id, replayed: { ...replayed, at: new Date(replayed.at).toISOString() } }
	return ok(view)
}

const refusedEntry = (id: string, { title, detail = title, zh }: Problem): GroupReplayView['impossible'][number] => ({
	id,
	detail,
	zh: zh.detail ?? zh.title,
})

/** Replays what is open of one device and reason, the newest first. */
export async function replayGroup(ports: Ports, person: Person, group: GroupReplay): Promise<Outcome> {
	const before = group.before === undefined ? undefined : parseQuarantineId(group.before)
	if (group.before !== undefined && !before)
		return badRequest('before', { zh: '应为上一次给出的 next', en: 'should be the "next" of the call before' })
	const { heads, next } = await quarantineHeads(ports.quarantine, before, ports.now())
	const open = heads.filter((head) => !head.replayed && belongsTo(head, group.device, group.reason))
	const chosen = open.slice(0, MOST_A_CALL)
	const view: GroupReplayView = { replayed: 0, impossible: [] }
	const left = chosen.values()
	const worker = async (): Promise<void> => {
		for (const head of left) {
			const id = quarantineId(head)
			const outcome = await replayEntry(ports, person, id)
			if (isProblem(outcome)) view.impossible.push(refusedEntry(id, outcome))
			else view.replayed += 1
		}
	}
	await Promise.all(Array.from({ length: WIDTH }, worker))
	const on: QuarantineKey | undefined = open.length > chosen.length ? chosen.at(-1) : next
	return ok({ ...view, ...(on ? { next: quarantineId(on) } : {}) })
}

/** The text of the queue message that it was; a text that was not of the topic rule is kept whole as the payload. */
function bodyOf(entry: QuarantineEntry): string {
	const { topic, payload, receivedAt } = entry
	if (topic === '') return new TextDecoder().decode(payload)
	const message: TelemetryMessage = {
		payload: Buffer.from(payload).toString('base64'),
		topic,
		receivedAt,
		replayOf: quarantineId(entry),
	}
	return JSON.stringify(message)
}
