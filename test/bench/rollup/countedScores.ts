import type { CourtyardDay } from '../../../shared/contract/score.ts'
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
		const devices = packDevices(day.devices)
		this.bytes.days += 1
		this.bytes.total += devices.length
		this.bytes.largest = Math.max(this.bytes.largest, devices.length)
		const { courtyard, profile } = day
		this.#write({
			courtyard: { S: courtyard },
			period: { S: day.day },
			profile: { S: profile },
			devices: { S: devices },
			turn: { N: '1' },
		})
		return this.#scores.put(day, turn)
	}

	days(courtyard: string, from: string, to: string): Promise<CourtyardDay[]> {
		return this.#scores.days(courtyard, from, to)
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
		}
		this.#write(item)
		this.#villages.set(`${day}#${village}`, item)
		return this.#scores.finish(village, day, courtyards, incoming)
	}

	finished(from: string, to: string): Promise<Map<string, Set<string>>> {
		this.cost.requests += 1
		const items = [...this.#villages].filter(([key]) => key >= from && key <= `${to}$`).map(([, item]) => item)
		this.cost.readUnits += readUnits(items, false)
		return this.#scores.finished(from, to)
	}

	#write(item: Item): void {
		this.cost.requests += 1
		this.cost.writeUnits += writeUnits('scores', undefined, item)
	}
}
