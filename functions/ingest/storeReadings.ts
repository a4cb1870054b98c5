import { NO_CARRY, packCarry } from '../../shared/domain/alarm/carry.ts'
import { hourEnd, hourOf, hourStart } from '../../shared/domain/telemetry/hour.ts'
import type { DeviceHour } from '../../shared/ports/telemetryStore.ts'
import { carryOut } from '../../shared/work/evaluateHour.ts'
import type { DeviceWork } from './deviceWork.ts'

/** How far apart the clocks of two Lambdas may be. */
const CLOCK_MARGIN_MS = 10_000

/**
 * Adds the readings to their hours.
 * @returns the hour, when it is the running one, its carry is known and nothing lies after it: then all is in line.
 * Undefined when carries must be looked at.
 */
export async function storeReadings(work: DeviceWork, now: () => number): Promise<DeviceHour | undefined> {
	const [hour] = work.hours.keys()
	if (work.hours.size !== 1 || hour === undefined || isOver(hour, now())) return storePast(work)
	const { telemetry, device } = work
	const item = await telemetry.add(additionOf(work, hour))
	if (hourStart(hour) > now() - CLOCK_MARGIN_MS) {
		// A stamp ahead of its hour: whoever still adds to the hour before must look forward, though that is not over.
		const before = hourOf(hourStart(hour) - 1)
		await telemetry.markAhead(device.id, before, expiresOf(work, before))
		return undefined
	}
	if (item.ahead || isOver(hour, now())) return undefined
	return item.carry === undefined ? carryIn(work, item) : item
}

/** Hours that are over: the state is worked out first and goes into the same write as the readings. */
async function storePast(work: DeviceWork): Promise<undefined> {
	const { telemetry, profile, device } = work
	const hours = [...work.hours.keys()].sort()
	const [first] = hours
	let before = first === undefined ? undefined : await telemetry.previous(device.id, first)
	for (const hour of hours) {
		const isKnown = before === undefined || before.carry !== undefined
		const carry = before === undefined ? packCarry(NO_CARRY) : carryOut(profile, device, before)
		before = await telemetry.add({ ...additionOf(work, hour), ...(isKnown ? { carryIfAbsent: carry } : {}) })
	}
}

/** The first reading of the running hour brings the state over from the hour before. */
async function carryIn(work: DeviceWork, item: DeviceHour): Promise<DeviceHour | undefined> {
	const before = await work.telemetry.previous(item.device, item.hour)
	if (before && before.carry === undefined) return undefined
	const carry = before ? carryOut(work.profile, work.device, before) : packCarry(NO_CARRY)
	return work.telemetry.setCarry(item, carry)
}

const additionOf = (work: DeviceWork, hour: string) => ({
	device: work.device.id,
	hour,
	readings: work.hours.get(hour) ?? [],
	expires: expiresOf(work, hour),
})

const expiresOf = ({ retentionMs }: DeviceWork, hour: string): number => Math.ceil((hourEnd(hour) + retentionMs) / 1000)

const isOver = (hour: string, now: number): boolean => hourEnd(hour) <= now + CLOCK_MARGIN_MS
