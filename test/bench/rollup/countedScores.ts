import type { CourtyardDay } from '../../../shared/contract/score/score.ts'
import { packDevices } from '../../../shared/domain/score/dayPack.ts'
import type { DayScores } from '../../../shared/ports/dayScores.ts'
import type { ScoredVillages } from '../../../shared/ports/scoredVillages.ts'
import { MemoryDayScores } from '../../doubles/memoryDayScores.ts'
import { readUnits, writeUnits } from '../ingest/capacityUnits.ts'
import type { Item } from '../ingest/itemSize.ts'

/** The scores in memory, with what DynamoDB would charge for them by the size of the items. */
export class CountedScores implements DayScores, ScoredVillages {
	readonly cost = { requests: 0, writeUnits: 0, readUnits: 0 }
	readonly bytes = { total: 0, largest: 0, days: 0 }
	readonly #scores = new MemoryDayScores()
	readonly #villages = new Map<string, Item>()
	/** Throws at this put, as a process dies. */
	dieAtPut = Number.POSITIVE_INFINITY

	async put(day: CourtyardDay, turn: number): Promise<'stored' | 'outdated'> {
		if (this.bytes.days >= this.dieAtPut) throw new Error('killed')
		const item = itemOf(day)
		const { length } = item.devices.S
		this.bytes.days += 1
		this.bytes.total += length
		this.bytes.largest = Math.max(this.bytes.largest, length)
		this.#write(item)
		return this.#scores.put(day, turn)
	}

	async days(courtyard: string, from: string, to: string): Promise<CourtyardDay[]> {
		const days = await this.#scores.days(courtyard, from, to)
		this.#read(
			days.map((day) => itemOf(day)),
			true,
		)
		return days
	}

	scored(day: string): Promise<Set<string>> {
		return this.#scores.scored(day)
	}

	take(village: string, day: string): Promise<{ turn: number; incoming?: string }> {
		this.#write({ courtyard: { S: '#scored' }, period: { S: `${day}#${village}` }, turn: { N: '1' } })
		return this.#scores.take(village, day)
	}

	finish(village: string, day: string, courtyards: readonly string[], incoming: string): Promise<void> {
		const item = {
			courtyard: { S: '#scored' },
			period: { S: `${day}#${village}` },
			courtyards: { SS: [...courtyards] },
			incoming: { S: incoming },
			finishes: { N: '1' },
		}
		this.#write(item)
		this.#villages.set(`${day}#${village}`, item)
		return this.#scores.finish(village, day, courtyards, incoming)
	}

	touch(village: string, day: string): Promise<void> {
		return this.#scores.touch(village, day)
	}

	finishes(from: string, to: string): Promise<Map<string, number>> {
		this.#read(this.#villagesBetween(from, to), true)
		return this.#scores.finishes(from, to)
	}

	finished(from: string, to: string): Promise<Map<string, Set<string>>> {
		this.#read(this.#villagesBetween(from, to), false)
		return this.#scores.finished(from, to)
	}

	#villagesBetween(from: string, to: string): Item[] {
		return [...this.#villages].filter(([key]) => key >= from && key <= `${to}$`).map(([, item]) => item)
	}

	#read(items: readonly Item[], isConsistent: boolean): void {
		this.cost.requests += 1
		this.cost.readUnits += readUnits(items, isConsistent)
	}

	#write(item: Item): void {
		this.cost.requests += 1
		this.cost.writeUnits += writeUnits('scores', undefined, item)
	}
}

const itemOf = ({ courtyard, day, profile, devices }: CourtyardDay) => ({
	courtyard: { S: courtyard },
	period: { S: day },
	profile: { S: profile },
	devices: { S: packDevices(devices) },
	turn: { N: '1' },
})
