import type { Fault, FaultCode } from '../../contract/telemetry/reading.ts'
import type { QuarantineHead } from '../../ports/quarantine.ts'

/** All that one device was refused for one reason. A message refused for two reasons counts in two groups. */
export type QuarantineGroup = {
	device: string
	code: FaultCode
	messages: number
	/** Those of them that have not been replayed. */
	open: number
	firstAt: number
	lastAt: number
	/** The newest of them, and the fault it has. */
	example: QuarantineHead
	fault: Fault
}

/** Groups by device and reason, those with the most open messages first. The order of the entries does not matter. */
export function quarantineGroups(entries: Iterable<QuarantineHead>): QuarantineGroup[] {
	const groups = new Map<string, QuarantineGroup>()
	for (const entry of entries) {
		for (const [key, fault] of firstOfEachGroup(entry)) {
			const group = groups.get(key)
			groups.set(key, group ? joined(group, entry, fault) : alone(entry, fault))
		}
	}
	return [...groups.values()].sort(
		(a, b) => b.open - a.open || b.lastAt - a.lastAt || compare(keyOf(a.device, a.code), keyOf(b.device, b.code)),
	)
}

/** Whether the entry was refused, perhaps among other reasons, for this one. */
export const belongsTo = (entry: QuarantineHead, device: string, code: FaultCode): boolean =>
	entry.faults.some((fault) => fault.code === code && deviceOf(entry, fault) === device)

function firstOfEachGroup(entry: QuarantineHead): Map<string, Fault> {
	const faults = new Map<string, Fault>()
	for (const fault of entry.faults) {
		const key = keyOf(deviceOf(entry, fault), fault.code)
		if (!faults.has(key)) faults.set(key, fault)
	}
	return faults
}

const alone = (entry: QuarantineHead, fault: Fault): QuarantineGroup => ({
	device: deviceOf(entry, fault),
	code: fault.code,
	messages: 1,
	open: entry.replayed ? 0 : 1,
	firstAt: entry.receivedAt,
	lastAt: entry.receivedAt,
	example: entry,
	fault,
})

function joined(group: QuarantineGroup, entry: QuarantineHead, fault: Fault): QuarantineGroup {
	const { receivedAt, id } = group.example
	const newer = entry.receivedAt - receivedAt || compare(entry.id, id)
	return {
		...group,
		messages: group.messages + 1,
		open: group.open + (entry.replayed ? 0 : 1),
		firstAt: Math.min(group.firstAt, entry.receivedAt),
		lastAt: Math.max(group.lastAt, entry.receivedAt),
		...(newer > 0 ? { example: entry, fault } : {}),
	}
}

/** The device that is spoken of; of a message that nobody could read, the thing that sent it. */
const deviceOf = ({ thing }: QuarantineHead, { device }: Fault): string => device ?? thing

const keyOf = (device: string, code: FaultCode): string => `${device} ${code}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
