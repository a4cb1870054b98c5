import { marshall } from '@aws-sdk/util-dynamodb'
import type { TableName } from '../../../functions/adapters/tables/tableKeys.ts'
import { toItem as taskItem } from '../../../functions/adapters/tables/taskItem.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import type { DeviceHour, HourAddition, TelemetryStore } from '../../../shared/ports/telemetryStore.ts'
import { MemoryTaskStore } from '../../doubles/memoryTaskStore.ts'
import { MemoryTelemetryStore } from '../../doubles/memoryTelemetryStore.ts'
import { readUnits, refusedWriteUnits, writeUnits } from '../ingest/capacityUnits.ts'
import type { Item } from '../ingest/itemSize.ts'

/** What DynamoDB would charge, by the size of the items, and how long the counting itself took. */
export class Bill {
	requests = 0
	writeUnits = 0
	readUnits = 0
	/** CPU of the counting, milliseconds; not the price of a reading. */
	ownMs = 0

	write(table: TableName, before: Item | undefined, after: Item): void {
		this.requests += 1
		this.writeUnits += writeUnits(table, before, after)
	}

	refused(before: Item | undefined): void {
		this.requests += 1
		this.writeUnits += refusedWriteUnits(before)
	}

	read(items: readonly Item[], isConsistent: boolean): void {
		this.requests += 1
		this.readUnits += readUnits(items, isConsistent)
	}

	timed(count: () => void): void {
		const startedAt = performance.now()
		count()
		this.ownMs += performance.now() - startedAt
	}
}

/** Device-hours in memory, each call on the bill. */
export class CountedTelemetry implements TelemetryStore {
	readonly kept = new MemoryTelemetryStore()
	bill: Bill

	constructor(bill: Bill) {
		this.bill = bill
	}

	add(addition: HourAddition): Promise<DeviceHour> {
		return this.#written(addition.device, addition.hour, () => this.kept.add(addition))
	}

	markAhead(device: string, hour: string): Promise<DeviceHour> {
		return this.#written(device, hour, () => this.kept.markAhead(device, hour))
	}

	async previous(device: string, hour: string, consistency?: 'maybeOld'): Promise<DeviceHour | undefined> {
		const item = await this.kept.previous(device, hour)
		this.bill.timed(() => this.bill.read(item ? [itemOf(item)] : [], consistency === undefined))
		return item
	}

	/** Billed as one page, which is what a look ahead from a running hour takes. */
	async *from(device: string, hour: string): AsyncIterable<DeviceHour> {
		const items = await Array.fromAsync(this.kept.from(device, hour))
		this.bill.timed(() => this.bill.read(items.map(itemOf), true))
		yield* items
	}

	setCarry(seen: DeviceHour, carry: string): Promise<DeviceHour | undefined> {
		return this.#written(seen.device, seen.hour, () => this.kept.setCarry(seen, carry))
	}

	setAlarms(evaluated: DeviceHour, alarms: string, keys: readonly string[]): Promise<DeviceHour | undefined> {
		return this.#written(evaluated.device, evaluated.hour, () => this.kept.setAlarms(evaluated, alarms, keys))
	}

	async settle(device: string, hour: string, rev: number): Promise<void> {
		const before = this.#seen(device, hour)
		await this.kept.settle(device, hour, rev)
		const after = this.#seen(device, hour)
		this.bill.timed(() => {
			if (after && after !== before) this.bill.write('telemetry', before && itemOf(before), itemOf(after))
			else this.bill.refused(before && itemOf(before))
		})
	}

	async #written<T extends DeviceHour | undefined>(device: string, hour: string, run: () => Promise<T>): Promise<T> {
		const before = this.#seen(device, hour)
		const after = await run()
		this.bill.timed(() => {
			const was = before && itemOf(before)
			if (after) this.bill.write('telemetry', was, itemOf(after))
			else this.bill.refused(was)
		})
		return after
	}

	#seen = (device: string, hour: string): DeviceHour | undefined => this.kept.items.get(`${device} ${hour}`)
}

/** A device-hour as the adapter keeps it (functions/adapters/tables/dynamoTelemetryStore.ts). */
const itemOf = ({ device, hour, readings, carry, alarms, touched, rev, settled, lag, ahead }: DeviceHour): Item => ({
	device: { S: device },
	hour: { S: hour },
	expires: { N: '1829959200' },
	...(readings.length > 0 && { readings: { SS: [...readings] } }),
	...(carry !== undefined && { carry: { S: carry } }),
	...(alarms !== undefined && { alarms: { S: alarms } }),
	...(touched.length > 0 && { touched: { SS: [...touched] } }),
	...(rev > 0 && { rev: { N: String(rev) } }),
	...(settled > 0 && { settled: { N: String(settled) } }),
	...(lag !== undefined && { lagMs: { N: String(lag) } }),
	...(ahead && { ahead: { BOOL: true } }),
})

/** Tasks in memory, each call of ingest and the sweep on the bill. */
export class CountedTasks extends MemoryTaskStore {
	bill: Bill

	constructor(bill: Bill) {
		super()
		this.bill = bill
	}

	override async get(id: string, consistency?: 'maybeOld'): Promise<Task | undefined> {
		const task = await super.get(id)
		this.bill.timed(() => this.bill.read(task ? [marshalled(task)] : [], consistency === undefined))
		return task
	}

	override async put(task: Task, expected: number | undefined): Promise<'stored' | 'conflict'> {
		const before = this.tasks.get(task.id)
		const outcome = await super.put(task, expected)
		this.bill.timed(() => {
			const was = before && marshalled(before)
			if (outcome === 'stored') this.bill.write('tasks', was, marshalled(task))
			else this.bill.refused(was)
		})
		return outcome
	}

	override async due(until: number): Promise<Task[]> {
		const tasks = await super.due(until)
		this.bill.timed(() => this.bill.read(tasks.map(marshalled), false))
		return tasks
	}
}

const marshalled = (task: Task): Item => marshall(taskItem(task), { removeUndefinedValues: true })
