import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CourtyardDay, DayScore } from '../../../shared/contract/score/score.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { dayScores } from '../../../shared/domain/score/dayScore.ts'
import { lostPoints } from '../../../shared/domain/score/deviceHistory.ts'
import { explain } from '../../../shared/domain/score/explain.ts'
import { periodScore } from '../../../shared/domain/score/periodScore.ts'
import { scoreVillageDay, type VillageDay } from '../../../shared/domain/score/villageDay.ts'
import { addDays } from '../../../shared/domain/time/shanghai.ts'
import { bin, DAY, HOUR, MINUTE, type Sample, START, toilet, villageDay } from './days.ts'

const devices = [toilet, bin, { ...bin, id: 'bin-2' }]
const before = addDays(DAY, -1)
const ids = devices.map(({ id }) => id)

/**
 * Two days of readings of one device: stretches of up to eight hours at one level, each followed by a silence of up to
 * four hours. Levels go from clean to overflowing; a little movement keeps values from standing still.
 */
const track = fc
	.array(fc.record({ readings: fc.nat(96), silence: fc.constantFrom(0, 0, 10, 40, 240), level: fc.nat(4) }), {
		minLength: 1,
		maxLength: 8,
	})
	.map((stretches) => {
		const samples: { at: number; badness: number }[] = []
		let at = START - 24 * HOUR
		for (const { readings, silence, level } of stretches) {
			for (let i = 0; i < readings; i += 1) {
				samples.push({ at, badness: level / 4 + (i % 3) / 100 })
				at += 5 * MINUTE
			}
			at += silence * MINUTE
		}
		return samples
	})
type Track = { at: number; badness: number }[]

/** What a device shows: from spotless at 0 to far beyond every limit at 1. */
const shows = (id: string, badness: number): Sample['values'] =>
	id.startsWith('bin') ? { fill: 50 + badness * 55 } : { ammonia: badness * 6, hydrogenSulfide: badness * 0.2 }
const samplesOf = (id: string, one: Track): Sample[] =>
	one.map(({ at, badness }) => ({ at, values: shows(id, badness) }))

const village = fc.tuple(track, track, track)
const inputOf = (tracks: readonly Track[], day: string): VillageDay =>
	villageDay({ day, devices: devices.map((device, i) => ({ device, samples: samplesOf(device.id, tracks[i] ?? []) })) })
const daysOf = (tracks: readonly Track[]): CourtyardDay[] =>
	[before, DAY].flatMap((day) => scoreVillageDay(inputOf(tracks, day)))
const scoresOf = (tracks: readonly Track[]): DayScore[] => dayScores([defaultProfile], daysOf(tracks), before, DAY)
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

test('a score lies within 0 and 100, and its parts add up to what it lacks', () => {
	fc.assert(
		fc.property(village, (tracks) => {
			const period = periodScore([defaultProfile], daysOf(tracks), before, DAY)
			for (const { score, parts } of [...period.days, period]) {
				if (score === null) continue
				expect(score).toBeGreaterThanOrEqual(0)
				expect(score).toBeLessThanOrEqual(100)
				expect(Math.abs(100 - score - sum(parts.map(({ points }) => points)))).toBeLessThan(1e-9)
				expect(parts.every(({ points }) => points >= 0)).toBe(true)
			}
			for (const { weight, score } of Object.values(period.revolutions)) {
				expect(weight).toBeLessThanOrEqual(1)
				if (score !== null) expect(score).toBeGreaterThanOrEqual(0)
			}
			const { parts, lost } = explain(period, new Map())
			if (lost !== null) expect(sum(parts.map(({ tenths }) => tenths))).toBeCloseTo(Math.round(lost * 10) / 10, 6)
		}),
	)
})

test('the order of devices, hours and readings, repetition, and hours in pieces do not change a byte', () => {
	fc.assert(
		fc.property(village, fc.infiniteStream(fc.nat()), (tracks, random) => {
			const shuffled = <T>(list: readonly T[]): T[] => {
				const keyed = list.map((one) => ({ one, key: random.next().value ?? 0 }))
				return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one)
			}
			const input = inputOf(tracks, DAY)
			const other: VillageDay = {
				...input,
				devices: shuffled(input.devices),
				hours: new Map(
					shuffled([...input.hours]).map(([device, hours]) => [
						device,
						shuffled(
							hours.flatMap(({ hour, readings }) => {
								const mixed = shuffled([...readings, ...readings.slice(0, 3)])
								const cut = (random.next().value ?? 0) % (mixed.length + 1)
								return [
									{ hour, readings: mixed.slice(0, cut) },
									{ hour, readings: mixed.slice(cut) },
								]
							}),
						),
					]),
				),
			}
			const days = scoreVillageDay(input)
			expect(JSON.stringify(scoreVillageDay(other))).toBe(JSON.stringify(days))
			const both = daysOf(tracks)
			const period = JSON.stringify(periodScore([defaultProfile], both, before, DAY))
			expect(JSON.stringify(periodScore([defaultProfile], shuffled(both), before, DAY))).toBe(period)
		}),
	)
})

test('readings of hours that do not matter for the day change nothing', () => {
	fc.assert(
		fc.property(village, (tracks) => {
			const whole = scoreVillageDay(inputOf(tracks, DAY))
			const needed = tracks.map((one) => one.filter(({ at }) => at >= START - HOUR && at < START + 24 * HOUR))
			expect(JSON.stringify(scoreVillageDay(inputOf(needed, DAY)))).toBe(JSON.stringify(whole))
		}),
	)
})

test('worse readings never raise a score', () => {
	fc.assert(
		fc.property(village, fc.array(fc.constantFrom(0, 0, 0.1, 0.6), { minLength: 1, maxLength: 30 }), (tracks, more) => {
			const worse = tracks.map((one) =>
				one.map(({ at, badness }, i) => ({
					at,
					badness: Math.min(1.02, badness + (more[Math.floor(i / 12) % more.length] ?? 0)),
				})),
			)
			const found = scoresOf(worse)
			scoresOf(tracks).forEach(({ score }, i) => {
				const other = found[i]?.score
				expect(typeof other).toBe(typeof score)
				if (score !== null && typeof other === 'number') expect(other).toBeLessThanOrEqual(score + 1e-9)
			})
		}),
	)
})

/** An outage needs several devices to be told, so what one of them sends can change what the others' gap is called. */
describe('outages apart, removing readings of a sensor', () => {
	const cutting = fc.tuple(village, fc.nat(2), fc.nat({ max: 48 * 60 }), fc.nat({ max: 48 * 60 }))
	const cut = (tracks: readonly Track[], which: number, a: number, b: number): Track[] => {
		const [from, until] = [Math.min(a, b), Math.max(a, b)].map((minute) => START - 24 * HOUR + minute * MINUTE)
		return tracks.map((one, i) => (i === which ? one.filter(({ at }) => at < (from ?? 0) || at >= (until ?? 0)) : one))
	}

	test('lowers coverage or leaves it, and never makes a day valid', () => {
		fc.assert(
			fc.property(cutting, ([tracks, which, a, b]) => {
				const found = scoresOf(cut(tracks, which, a, b))
				scoresOf(tracks).forEach(({ coverage, isValid }, i) => {
					expect(found[i]?.coverage).toBeLessThanOrEqual(coverage)
					if (!isValid) expect(found[i]?.isValid).toBe(false)
				})
			}),
		)
	})

	test('never changes what another device is known by or costs', () => {
		fc.assert(
			fc.property(cutting, ([tracks, which, a, b]) => {
				// Nothing is known of an empty one, and it counts by its neighbours: that is their part of it, not its of theirs.
				const heard = tracks.every((one) => one.some(({ at }) => at < START - 12 * HOUR))
				fc.pre(heard)
				const less = cut(tracks, which, a, b)
				const others = (days: CourtyardDay[]) =>
					days.map(({ devices: own }) => own.filter(({ device }) => device !== ids[which]))
				expect(others(daysOf(less))).toEqual(others(daysOf(tracks)))
				const parts = (scores: DayScore[]) =>
					scores.map((day) => day.parts.filter(({ device }) => device !== ids[which]))
				expect(parts(scoresOf(less))).toEqual(parts(scoresOf(tracks)))
			}),
		)
	})
})

test('unplugged at any instant, a device’s gap hours count neither above the index last shown nor above its mean', () => {
	fc.assert(
		fc.property(track, fc.integer({ min: 12 * 60, max: 47 * 60 }), (one, minute) => {
			const end = START - 24 * HOUR + minute * MINUTE
			const plugged = one.filter(({ at }) => at < end)
			const last = plugged.at(-1)
			fc.pre(last !== undefined)
			const samples = samplesOf(toilet.id, plugged)
			const days = [before, DAY].flatMap((day) =>
				scoreVillageDay(villageDay({ day, devices: [{ device: toilet, samples }] })),
			)
			const hours = days.flatMap((day) => day.devices.flatMap((device) => device.hours))
			const valid = hours.flatMap((hour) => (hour.is === 'valid' ? [100 - lostPoints(hour.lost)] : []))
			fc.pre(valid.length > 0)
			const today = hours.slice(24)
			fc.pre(today.every(({ is }) => is === 'gap') && today.every((hour) => hour.is === 'gap' && hour.minutes === 0))
			const [score] = dayScores([defaultProfile], days, DAY, DAY)
			const shown = days[0]?.devices[0]?.shown ?? 100
			expect(score?.score).toBeCloseTo(Math.min(shown, sum(valid) / valid.length), 9)
		}),
	)
})

test('whoever unplugs gains nothing in the hours after over what was shown last going on', () => {
	const scored = (own: Track) => {
		const samples = samplesOf(toilet.id, own)
		const days = [before, DAY].flatMap((day) =>
			scoreVillageDay(villageDay({ day, devices: [{ device: toilet, samples }] })),
		)
		return sum(dayScores([defaultProfile], days, before, DAY).map(({ score }) => score ?? 0))
	}
	fc.assert(
		fc.property(track, fc.nat(47), (one, hour) => {
			const [first] = one
			fc.pre(first !== undefined)
			// The last reading holds to the full hour, so that all hours before are the same in both.
			const until = START - 24 * HOUR + hour * HOUR + 50 * MINUTE
			const plugged = one.filter(({ at }) => at < until)
			const last = plugged.at(-1)
			fc.pre(last?.at === until - 5 * MINUTE)
			if (!last) return
			const goesOn = [...plugged]
			for (let at = until; at < START + 24 * HOUR; at += 5 * MINUTE) goesOn.push({ at, badness: last.badness })
			expect(scored(plugged)).toBeLessThanOrEqual(scored(goesOn) + 1e-9)
		}),
	)
})
