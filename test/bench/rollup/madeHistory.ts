import type { Device } from '../../../shared/contract/registry/registry.ts'
import { packCarry } from '../../../shared/domain/alarm/carry.ts'
import { hourOf, hourStart } from '../../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import type { DeviceHour, TelemetryHistory } from '../../../shared/ports/telemetryStore.ts'
import { readUnits } from '../ingest/capacityUnits.ts'
import type { Item } from '../ingest/itemSize.ts'
import { workload } from '../ingest/workload.ts'

const HOUR = 3_600_000
/** Hours of each made device, from the hour before a day on. */
const HOURS = 26
/** Devices that are made; all others show the same as one of these. */
const MADE = 60
const CARRY = packCarry({
	last: 1_764_000_000_000,
	rules: {},
	flat: { ammonia: { value: 0.12, since: 1_763_990_000_000 } },
})

export type ReadCost = { requests: number; readUnits: number }

/**
 * Device-hours that are made when they are asked for: 12 readings an hour with trouble now and then, as in `bench:ingest`. What
 * DynamoDB would charge for a strongly consistent query of them is counted by the size of the items.
 */
export class MadeHistory implements TelemetryHistory {
	readonly cost: ReadCost = { requests: 0, readUnits: 0 }
	readonly #made: { members: string[]; item: Item }[][]
	readonly #number: ReadonlyMap<string, number>
	readonly #start: number

	/** @param start the first hour there is, milliseconds */
	constructor(devices: readonly Device[], start: number) {
		this.#start = start
		this.#number = new Map(devices.map(({ id }, i) => [id, i % MADE]))
		const samples = Map.groupBy(workload(devices.slice(0, MADE), { start, hours: HOURS }, 1), ({ device }) => device)
		this.#made = devices.slice(0, MADE).map(({ id }) =>
			Array.from({ length: HOURS }, (_, n) => {
				const own = (samples.get(id) ?? []).filter(({ at }) => Math.floor((at - start) / HOUR) === n)
				const members = own.map(({ at, values }) => packReading({ at, values }))
				return { members, item: itemOf(id, members) }
			}),
		)
	}

	async between(device: string, from: string, to: string): Promise<DeviceHour[]> {
		const made = this.#made[this.#number.get(device) ?? 0] ?? []
		const found: DeviceHour[] = []
		const items: Item[] = []
		for (let at = hourStart(from); at <= hourStart(to); at += HOUR) {
			const hour = made[Math.floor((at - this.#start) / HOUR)]
			if (!hour || hour.members.length === 0) continue
			items.push(hour.item)
			const rest = { touched: [], rev: 0, settled: 0, ahead: false }
			found.push({ device, hour: hourOf(at), readings: hour.members, carry: CARRY, ...rest })
		}
		this.cost.requests += 1
		this.cost.readUnits += readUnits(items, true)
		return found
	}

	async previous(): Promise<undefined> {
		this.cost.requests += 1
		this.cost.readUnits += 1
	}
}

const itemOf = (device: string, members: readonly string[]): Item => ({
	device: { S: device },
	hour: { S: '2026-11-23T07' },
	readings: { SS: [...members] },
	carry: { S: CARRY },
	expires: { N: '1764000000' },
	lagMs: { N: '812' },
})
