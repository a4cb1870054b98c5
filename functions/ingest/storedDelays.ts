import type { DeviceOutcome } from './settleDevice.ts'
import type { DeviceBatch } from './sortOut.ts'

/** How long it took, milliseconds each. */
export type StoredDelays = {
	/** From the instant of a reading. */
	readingToStored: number[]
	/** From the arrival of a message at the broker: our own part of it. */
	receivedToStored: number[]
	/** From the reading that raised an alarm to its alert. */
	readingToAlert: number[]
}

/** Adds those of one device. What staff replay is as old as it is, and says nothing of our speed. */
export function addDelays(
	delays: StoredDelays,
	broughtBy: DeviceBatch['broughtBy'],
	{ storedAt, tasks }: DeviceOutcome,
	now: number,
): void {
	const live = [...broughtBy].filter(([, { message }]) => message.replayOf === undefined)
	for (const [at] of live) delays.readingToStored.push(storedAt - at)
	for (const { message } of new Set(live.map(([, entry]) => entry)))
		delays.receivedToStored.push(storedAt - message.receivedAt)
	for (const { alert, raisedAt } of tasks) if (alert?.endsWith(':raised')) delays.readingToAlert.push(now - raisedAt)
}
