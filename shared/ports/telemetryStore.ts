/** A device-hour as it is kept: the readings as a set that only grows, and what was made of them. */
export type DeviceHour = {
	device: string
	hour: string
	/** Members made by `packReading`. */
	readings: readonly string[]
	/** The alarm state at the start of the hour; absent until it was worked out. */
	carry?: string
	/** The alarm intervals of this hour, as text; absent while there never were any. */
	alarms?: string
	/** Task keys this hour ever spoke of. */
	touched: readonly string[]
	/** Rises with every change of `alarms`, or of a carry. */
	rev: number
	/** The revision whose tasks and alerts are done. */
	settled: number
	/** Arrival minus stamp, milliseconds, of what came last: tells how far the device's clock is off. */
	lag?: number
	/** A reading of a later hour came before that hour began: look there too. */
	ahead: boolean
}

export type HourAddition = {
	device: string
	hour: string
	readings: readonly string[]
	/** Seconds since 1970 at which the item may go. */
	expires: number
	/** Arrival minus stamp of the newest reading, milliseconds; the last one told is kept. */
	lag?: number
	/** Set unless the item has a carry. */
	carryIfAbsent?: string
}

/** Device-hours. Every write is one conditional or idempotent update and returns the whole item as it then is. */
export type TelemetryStore = {
	/** Adds readings; those already there stay as they are. */
	add(addition: HourAddition): Promise<DeviceHour>
	/** Marks the hour so that later additions to it look forward as well; makes the item if it is absent. */
	markAhead(device: string, hour: string, expires: number): Promise<DeviceHour>
	/** The newest item before an hour, strongly consistent unless it may be as it was a moment ago, at half the price. */
	previous(device: string, hour: string, consistency?: 'maybeOld'): Promise<DeviceHour | undefined>
	/** Items from an hour on in the order of time, strongly consistent, read page by page as they are asked for. */
	from(device: string, hour: string): AsyncIterable<DeviceHour>
	/**
	 * Sets the carry if it still is the one of `seen`; undefined when it is not. Setting it anew over another one raises
	 * `rev`, for what was made of the old one is to be looked at again.
	 */
	setCarry(seen: DeviceHour, carry: string): Promise<DeviceHour | undefined>
	/**
	 * Records an evaluation if the item still has the readings and the carry it was made from: sets `alarms`, remembers
	 * the task keys and raises `rev`. Undefined when the item has moved on.
	 */
	setAlarms(evaluated: DeviceHour, alarms: string, keys: readonly string[]): Promise<DeviceHour | undefined>
	/** Notes that all effects of this revision are done, if it is still the newest. */
	settle(device: string, hour: string, rev: number): Promise<void>
}

/** Device-hours as they were kept, to be worked on once more. */
export type TelemetryHistory = {
	/** A device's items from one hour to another, both included, in the order of time; strongly consistent. */
	between(device: string, from: string, to: string): Promise<DeviceHour[]>
	/** The newest item before an hour, strongly consistent. */
	previous(device: string, hour: string): Promise<DeviceHour | undefined>
}
