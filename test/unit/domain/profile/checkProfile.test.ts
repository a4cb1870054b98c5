import { expect, test } from 'vitest'
import type { Profile } from '../../../../shared/contract/profile/profile.ts'
import { pathText } from '../../../../shared/contract/text/fault.ts'
import { checkProfile } from '../../../../shared/domain/profile/check/checkProfile.ts'
import sichuanRural from '../../../../shared/profiles/sichuanRural.json' with { type: 'json' }

type Spoil = (profile: Profile) => void
const spoilt = (spoil: Spoil): unknown => {
	const profile = structuredClone(sichuanRural) as unknown as Profile
	spoil(profile)
	return profile
}
const faultsOf = (spoil: Spoil) =>
	checkProfile(spoilt(spoil)).faults.map(({ path, expected }) => [pathText(path), expected.en])
const rule = (profile: Profile, id: string) => {
	const found = profile.alarms.find((alarm) => alarm.id === id)
	if (found?.watches !== 'limit') throw new Error(`no rule ${id}`)
	return found
}
const at = (id: string): number => sichuanRural.alarms.findIndex((alarm) => alarm.id === id)

const cases: [string, Spoil, string, RegExp][] = [
	[
		'breakpoints out of order',
		({ measurands }) => {
			if (measurands.fill)
				measurands.fill.scale = {
					breakpoints: [
						[60, 100],
						[50, 60],
						[90, 0],
					],
					source: 'x',
				}
		},
		'measurands.fill.scale.breakpoints.1.0',
		/at least 60/,
	],
	[
		'an index above 100',
		({ measurands }) => {
			if (measurands.fill)
				measurands.fill.scale = {
					breakpoints: [
						[60, 120],
						[90, 60],
					],
					source: 'x',
				}
		},
		'measurands.fill.scale.breakpoints.0.1',
		/0 to 100/,
	],
	[
		'a scale that never passes 60, so that its rule has no limit',
		({ measurands }) => {
			if (measurands.fill)
				measurands.fill.scale = {
					breakpoints: [
						[60, 100],
						[100, 70],
					],
					source: 'x',
				}
		},
		`alarms.${at('fill-high')}.limit`,
		/because fill has no scale that passes the index 60 on its high side/,
	],
	[
		'a rule for a value without a scale and a limit',
		(p) => delete rule(p, 'battery-low').limit,
		`alarms.${at('battery-low')}.limit`,
		/battery has no scale/,
	],
	[
		'a rule for a measurand that is not described',
		(p) => delete p.measurands.battery,
		`alarms.${at('battery-low')}.measurand`,
		/"measurands" describes/,
	],
	[
		'a limit that no plausible value can pass',
		(p) => Object.assign(rule(p, 'battery-low'), { limit: 0 }),
		`alarms.${at('battery-low')}.limit`,
		/0 to 100/,
	],
	[
		'a deadband larger than the limit',
		(p) => Object.assign(rule(p, 'hydrogen-sulfide-high'), { deadband: 0.02 }),
		`alarms.${at('hydrogen-sulfide-high')}.deadband`,
		/no larger than the limit 0.01/,
	],
	[
		'another unit than the measurand has',
		(p) => Object.assign(p.measurands.ammonia ?? {}, { unit: 'ppm' }),
		'measurands.ammonia.unit',
		/"mg\/m³"/,
	],
	['a source left out', (p) => Object.assign(p.scoring, { source: ' ' }), 'scoring.source', /a source/],
	['a weight of nothing', (p) => Object.assign(p.weights, { toilet: 0 }), 'weights.toilet', /more than 0/],
	[
		'a rule named twice',
		(p) => Object.assign(rule(p, 'fire'), { id: 'fill-high' }),
		`alarms.${at('fire')}.id`,
		/entry 4 has this one/,
	],
	['a field with a typing error', (p) => Object.assign(p.outage, { devises: 3 }), 'outage.devises', /no such field/],
	[
		'plausible ends the wrong way round',
		(p) => Object.assign(p.measurands.flow ?? {}, { plausible: [9, 1] }),
		'measurands.flow.plausible.1',
		/more than the lower end, 9/,
	],
	[
		'a level that there is not',
		({ measurands: { ammonia } }) => {
			if (ammonia?.scale && 'levels' in ammonia.scale)
				ammonia.scale.levels = { ...ammonia.scale.levels, II: { limit: 1 } }
		},
		'measurands.ammonia.scale.levels.II',
		/1, 2, 3/,
	],
	[
		'two stars harder than three',
		(p) => Object.assign(p.headEvaluation, { twoStars: 90 }),
		'headEvaluation.twoStars',
		/at most that of three stars, 85/,
	],
]

test.each(cases)('%s is one fault, told at its field', (_what, spoil, field, expected) => {
	expect(faultsOf(spoil)).toEqual([[field, expect.stringMatching(expected)]])
})

test('every fault speaks Chinese and English', () => {
	for (const [, spoil] of cases) {
		for (const { expected } of checkProfile(spoilt(spoil)).faults) {
			expect(expected.zh).toMatch(/\p{Script=Han}|[≥≤>]/u)
			expect(expected.en).not.toMatch(/\p{Script=Han}/u)
		}
	}
})

test('a table for an index alone is told from a full profile by its content', () => {
	const { id, version, effectiveFrom, measurands, source } = sichuanRural
	expect(checkProfile({ id, version, effectiveFrom, measurands, source })).toMatchObject({ kind: 'index', faults: [] })
	expect(checkProfile({ id, version, effectiveFrom, measurands, source }, 'full').faults.length).toBeGreaterThan(5)
	for (const nonsense of [null, 3, 'x', [], {}]) expect(checkProfile(nonsense).faults.length).toBeGreaterThan(0)
})
