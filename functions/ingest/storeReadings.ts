import { NO_CARRY, packCarry } from '../../shared/domain/alarm/carry.ts'
import { hourEnd, hourOf, hourStart } from '../../shared/domain/telemetry/hour.ts'
import { unpackHour } from '../../shared/domain/telemetry/hourPack.ts'
import type { DeviceHour, HourAddition } from '../../shared/ports/telemetryStore.ts'
import { carryOut } from '../../shared/work/evaluateHour.ts'
import type { DeviceWork } from './deviceWork.ts'

/** How far apart the clocks of two Lambdas may be; the time service of AWS keeps them within a millisecond. */
const CLOCK_MARGIN_MS = 2000
/** Up to so many late readings of one hour are a trickle, more are a pack. */
const TRICKLE = 2

/**
 * `inLine`: the hour is the running one, its carry is known and nothing lies after it; the hour before comes with it
 * where it was read. Otherwise carries must be looked at, from the newest hour before the readings on where it is known.
 */
export type Stored = { inLine: DeviceHour[] } | { before?: DeviceHour }

/** Adds the readings to their hours. */
export async function storeReadings(work: DeviceWork, now: () => number): Promise<Stored> {
	const [hour] = work.hours.keys()
	if (work.hours.size !== 1 || hour === undefined || isOver(hour, now())) return storePast(work)
	const { telemetry, device } = work
	const item = await telemetry.add(additionOf(work, hour))
	if (hourStart(hour) > now() - CLOCK_MARGIN_MS) {
		// A stamp ahead of its hour: whoever still adds to the hour before must look forward, though that is not over.
		const before = hourOf(hourStart(hour) - 1)
		await telemetry.markAhead(device.id, before, expiresOf(work, before))
		return {}
	}
	if (item.ahead || isOver(hour, now())) return {}
	return item.carry === undefined ? carryIn(work, item) : { inLine: [item] }
}

/** Readings of one hour, or several, that are over. */
async function storePast(work: DeviceWork): Promise<Stored> {
	const hours = [...work.hours.keys()].sort()
	const [first = ''] = hours
	const isTrickle = hours.length === 1 && (work.hours.get(first)?.readings.size ?? 0) <= TRICKLE
	return isTrickle ? storeLate(work, first) : storePack(work, hours)
}

/** A few late readings: their hour is mostly there already with its carry, so adding first saves looking before it. */
async function storeLate(work: DeviceWork, hour: string): Promise<Stored> {
	const item = await work.telemetry.add(additionOf(work, hour))
	return item.carry === undefined ? {} : { before: item }
}

/**
 * Packs: their hours are mostly new, so the state is worked out first and goes into the same write as the readings. The
 * first hour of one that begins in the middle of it is mostly there already, as for a trickle.
 */
async function storePack(work: DeviceWork, hours: readonly string[]): Promise<Stored> {
	const { telemetry, device } = work
	const [first = '', ...rest] = hours
	const begun = beginsWithin(work, first) ? await telemetry.add(additionOf(work, first)) : undefined
	if (begun?.carry !== undefined) {
		await addAfter(work, rest, begun)
		return { before: begun }
	}
	const before = await telemetry.previous(device.id, first)
	const carry = carryAfter(work, before)
	if (begun) await addAfter(work, rest, carry === undefined ? begun : { ...begun, carry })
	else await addAfter(work, hours, before)
	return before ? { before } : {}
}

/** Hours one after the other, each with the carry that the one before it gives. */
async function addAfter(work: DeviceWork, hours: readonly string[], before: DeviceHour | undefined): Promise<void> {
	let last = before
	for (const hour of hours) {
		const carry = carryAfter(work, last)
		const addition = additionOf(work, hour)
		last = await work.telemetry.add(carry === undefined ? addition : { ...addition, carryIfAbsent: carry })
	}
}

/** What the hour after `last` begins with; undefined where `last` does not know its own. */
function carryAfter({ profile, device }: DeviceWork, last: DeviceHour | undefined): string | undefined {
	if (last === undefined) return packCarry(NO_CARRY)
	return last.carry === undefined ? undefined : carryOut(profile, device, last)
}

/** Whether the device should have reported in the hour already before the first of these readings. */
function beginsWithin({ hours, device }: DeviceWork, hour: string): boolean {
	const [first] = unpackHour(hour, hours.get(hour)?.readings ?? [])
	return first !== undefined && first.at - hourStart(hour) >= device.interval * 1000
}

/** The first reading of the running hour brings the state over from the hour before. */
async function carryIn(work: DeviceWork, item: DeviceHour): Promise<Stored> {
	const before = await work.telemetry.previous(item.device, item.hour)
	if (before && before.carry === undefined) return { before }
	const carry = before ? carryOut(work.profile, work.device, before) : packCarry(NO_CARRY)
	const ready = await work.telemetry.setCarry(item, carry)
	if (!ready) return {}
	// The sweep may have called the device silent on the hour before; that is over now, or never was.
	return { inLine: before ? [before, ready] : [ready] }
}

function additionOf(work: DeviceWork, hour: string): HourAddition {
	const { readings, lag } = work.hours.get(hour) ?? { readings: [] }
	const addition = { device: work.device.id, hour, readings: [...readings], expires: expiresOf(work, hour) }
	return lag === undefined ? addition : { ...addition, lag }
}

const expiresOf = ({ retentionMs }: DeviceWork, hour: string): number => Math.ceil((hourEnd(hour) + retentionMs) / 1000)

const isOver = (hour: string, now: number): boolean => hourEnd(hour) <= now + CLOCK_MARGIN_MS
