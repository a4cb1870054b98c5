import { readFileSync } from 'node:fs'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { CourtyardDay } from '../../../shared/contract/score/score.ts'
import { type Measurand, measurands, type Values } from '../../../shared/contract/telemetry/measurand.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { courtyardOn } from '../../../shared/domain/registry/placement.ts'
import { scoreVillageDay, type VillageDay } from '../../../shared/domain/score/villageDay.ts'
import { dayStart } from '../../../shared/domain/time/shanghai.ts'
import { HOUR, MINUTE, packed, type Sample, toilet } from './days.ts'

/** A row of the table of facts: an hour of a device shows values, or nothing. */
type Fact = { device: string; days: [number, number]; hours: [number, number]; what: string }

const MONTH = '2026-10'
export const dates = Array.from({ length: 31 }, (_, i) => `${MONTH}-${String(i + 1).padStart(2, '0')}`)

/** The facts as they stand in docs/scoring.md. */
function facts(): Fact[] {
	const text = readFileSync(new URL('../../../docs/scoring.md', import.meta.url), 'utf8')
	const table = text.split('<!-- facts -->')[1]?.trim().split('\n\n')[0] ?? ''
	return table
		.split('\n')
		.slice(2)
		.map((row) => {
			const [, device = '', days = '', hours = '', what = ''] = row.split('|').map((cell) => cell.trim())
			return { device, days: range(days), hours: range(hours), what }
		})
}

function range(text: string): [number, number] {
	const [from, to] = text.split('-').map(Number)
	if (from === undefined || Number.isNaN(from)) throw new Error(`not a range: ${text}`)
	return [from, to ?? from]
}

const isReading = ({ what }: Fact): boolean => /^[a-zA-Z]+ [\d.]+$/.test(what)

function valuesOf({ what }: Fact): Values {
	const [name, value] = what.split(' ')
	const measurand: Measurand | undefined = measurands.find((known) => known === name)
	if (!measurand) throw new Error(`not a measurand: ${name}`)
	return { [measurand]: Number(value) }
}

const covers = ({ days, hours }: Fact, day: number, hour: number): boolean =>
	day >= days[0] && day <= days[1] && hour >= hours[0] && hour < hours[1]

/** The samples of a device; the lowest row that covers an hour and speaks of readings, silence or repair holds. */
function samplesOf(own: readonly Fact[]): Sample[] {
	return dates.flatMap((date, i) =>
		Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour) => {
			const fact = own.findLast((row) => row.what !== 'appeal' && covers(row, i + 1, hour))
			if (!fact || !isReading(fact)) return []
			const start = dayStart(date) + hour * HOUR
			return Array.from({ length: 12 }, (_, five) => ({ at: start + five * 5 * MINUTE, values: valuesOf(fact) }))
		}),
	)
}

const spans = (own: readonly Fact[], what: string): { from: number; until: number }[] =>
	own
		.filter((fact) => fact.what === what)
		.flatMap(({ days, hours }) => {
			const start = dayStart(dates[days[0] - 1] ?? '')
			return { from: start + hours[0] * HOUR, until: start + hours[1] * HOUR }
		})

const kindOf = (id: string): Device['kind'] =>
	id.startsWith('bin') ? 'waste' : id.startsWith('well') ? 'sewage' : 'toilet'

/** The courtyard's days, scored day by day from the readings that the table tells. */
export function goldenDays(): CourtyardDay[] {
	const rows = Map.groupBy(facts(), ({ device }) => device)
	const devices = [...rows].map(([id, own]): Device => {
		const repairs = spans(own, 'repair').map((span) => ({ ...span, by: '王芳', reason: '更换传感器' }))
		return { ...toilet, id, kind: kindOf(id), joined: dates[(own[0]?.days[0] ?? 1) - 1] ?? '', outOfService: repairs }
	})
	const hours = new Map([...rows].map(([id, own]) => [id, packed(samplesOf(own))]))
	const exclusions = [...rows].flatMap(([device, own]) => spans(own, 'appeal').map((span) => ({ device, ...span })))
	return dates.flatMap((day) => {
		const placed = devices.flatMap((device) => {
			const courtyard = courtyardOn(device, day)
			return courtyard === undefined ? [] : { device, courtyard }
		})
		const input: VillageDay = {
			profile: defaultProfile,
			day,
			devices: placed,
			hours,
			exclusions,
			courtyards: ['yard-1'],
		}
		return scoreVillageDay(input)
	})
}
