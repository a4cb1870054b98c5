import { expect, test } from 'vitest'
import { Device } from '../../../shared/contract/registry/registry.ts'
import { judge, limitOf } from '../../../shared/domain/alarm/limit.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { measurandIndex } from '../../../shared/domain/profile/scaleFor.ts'
import { toilet } from '../../doubles/township.ts'

const rule = defaultProfile.alarms.find(({ id }) => id === 'ammonia-high')

test.each([
	[1, 0.3],
	[2, 1],
	[3, 3],
] as const)(
	'ammonia in a public toilet of class %d has the limit %d mg/m³: index 60, and no alarm yet',
	(toiletClass, limit) => {
		const owner = { ...toilet, toiletClass }
		expect(measurandIndex(defaultProfile, owner, 'ammonia', { ammonia: limit })).toBe(60)
		if (rule?.watches !== 'limit') throw new Error('no rule')
		expect(limitOf(defaultProfile, rule, owner, {})).toBe(limit)
		const judged = (ammonia: number) => judge(defaultProfile, rule, owner, { at: 0, values: { ammonia }, bad: [] })
		expect(judged(limit)).toMatchObject({ over: false })
		expect(judged(limit * 1.001)).toMatchObject({ over: true, clear: false })
		expect(judged(limit * 0.87)).toMatchObject({ clear: true })
	},
)

test('a toilet whose class nobody gave is of class 2, with the scale of that class', () => {
	const { toiletClass: _, ...unsaid } = toilet
	const device = Device.parse(unsaid)
	expect(device.toiletClass).toBe(2)
	const indices = [0, 0.3, 1, 3, 6].map((ammonia) => measurandIndex(defaultProfile, device, 'ammonia', { ammonia }))
	expect(indices).toEqual([100, 90, 60, 20, 0])
})

test('where the profile cuts decimals off, the alarm looks at what the index looks at', () => {
	const { ammonia } = defaultProfile.measurands
	if (!ammonia?.scale || rule?.watches !== 'limit') throw new Error('no scale')
	const cut = { ...ammonia, scale: { ...ammonia.scale, input: { decimals: 1, mode: 'truncate' as const } } }
	const profile = { ...defaultProfile, measurands: { ...defaultProfile.measurands, ammonia: cut } }
	expect(measurandIndex(profile, toilet, 'ammonia', { ammonia: 1.09 })).toBe(60)
	expect(judge(profile, rule, toilet, { at: 0, values: { ammonia: 1.09 }, bad: [] })).toMatchObject({ over: false })
})
