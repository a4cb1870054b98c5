import type { DeviceHour, HourAddition, TelemetryHistory, TelemetryStore } from '../../shared/ports/telemetryStore.ts'

/** The telemetry port in memory. Every call yields first, so that concurrent callers interleave as they would over a network. */
export class MemoryTelemetryStore implements TelemetryStore, TelemetryHistory {
	readonly items = new Map<string, DeviceHour>()
	/** Hours by device, so that a call costs as much with many devices as with few. */
	readonly #byDevice = new Map<string, Map<string, DeviceHour>>()
	readonly beforeCall: (name: string) => Promise<void>

	constructor(beforeCall: (name: string) => Promise<void> = async () => {}) {
		this.beforeCall = beforeCall
	}

	async add({ device, hour, readings, lag, carryIfAbsent }: HourAddition): Promise<DeviceHour> {
		await this.beforeCall('add')
		const item = this.#item(device, hour)
		const carry = item.carry ?? carryIfAbsent
		return this.#write({
			...item,
			readings: [...new Set([...item.readings, ...readings])].sort(),
			...(carry === undefined ? {} : { carry }),
			...(lag === undefined ? {} : { lag }),
		})
	}

	async markAhead(device: string, hour: string): Promise<DeviceHour> {
		await this.beforeCall('markAhead')
		return this.#write({ ...this.#item(device, hour), ahead: true })
	}

	async previous(device: string, hour: string): Promise<DeviceHour | undefined> {
		await this.beforeCall('previous')
		return this.hours(device)
			.filter((item) => item.hour < hour)
			.at(-1)
	}

	async between(device: string, from: string, to: string): Promise<DeviceHour[]> {
		await this.beforeCall('between')
		return this.hours(device).filter(({ hour }) => hour >= from && hour <= to)
	}

	async *from(device: string, hour: string): AsyncIterable<DeviceHour> {
		let next = hour
		for (;;) {
			await this.beforeCall('from')
			const page = this.hours(device)
				.filter((item) => item.hour >= next)
				.slice(0, 3)
			yield* page
			const last = page.at(-1)
			if (!last) return
			next = `${last.hour}~`
		}
	}

	async setCarry(seen: DeviceHour, carry: string): Promise<DeviceHour | undefined> {
		await this.beforeCall('setCarry')
		const item = this.#item(seen.device, seen.hour)
		if (item.carry !== seen.carry) return undefined
		return this.#write({ ...item, carry, rev: item.rev + (seen.carry === undefined ? 0 : 1) })
	}

	async setAlarms(evaluated: DeviceHour, alarms: string, keys: readonly string[]): Promise<DeviceHour | undefined> {
		await this.beforeCall('setAlarms')
		const item = this.#item(evaluated.device, evaluated.hour)
		if (item.readings.length !== evaluated.readings.length || item.carry !== evaluated.carry) return undefined
		const touched = [...new Set([...item.touched, ...keys])].sort()
		return this.#write({ ...item, alarms, touched, rev: item.rev + 1 })
	}

	async settle(device: string, hour: string, rev: number): Promise<void> {
		await this.beforeCall('settle')
		const item = this.#item(device, hour)
		if (item.rev === rev) this.#write({ ...item, settled: rev })
	}

	/** A device's items in the order of time. */
	hours(device: string): DeviceHour[] {
		return [...(this.#byDevice.get(device)?.values() ?? [])].sort((a, b) => (a.hour < b.hour ? -1 : 1))
	}

	#item(device: string, hour: string): DeviceHour {
		const empty: DeviceHour = { device, hour, readings: [], touched: [], rev: 0, settled: 0, ahead: false }
		return this.items.get(`${device} ${hour}`) ?? empty
	}

	#write(item: DeviceHour): DeviceHour {
		this.items.set(`${item.device} ${item.hour}`, item)
		const hours = this.#byDevice.get(item.device) ?? new Map<string, DeviceHour>()
		this.#byDevice.set(item.device, hours.set(item.hour, item))
		return item
	}
}
