import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byEffect } from '../../../../shared/domain/profile/byEffect.ts'
import { defaultProfile } from '../../../../shared/domain/profile/defaultProfile.ts'
import { profileOn } from '../../../../shared/domain/profile/inForce.ts'

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`)
const records = fc.uniqueArray(fc.record({ n: fc.nat(99), effectiveFrom: day, putAt: fc.nat(5) }), {
	selector: ({ n }) => n,
})
const recordOf = ({ n, effectiveFrom, putAt }: { n: number; effectiveFrom: string; putAt: number }) => ({
	profile: { ...defaultProfile, version: `v${n}`, effectiveFrom },
	putBy: '王芳',
	putAt,
})

test('in whatever order profiles are read, the same one is in force on a day: the latest, put last', () => {
	fc.assert(
		fc.property(records, day, fc.infiniteStream(fc.nat()), (put, on, shuffle) => {
			const all = put.map(recordOf)
			const shuffled = all
				.map((record) => ({ record, key: shuffle.next().value }))
				.toSorted((a, b) => a.key - b.key)
				.map(({ record }) => record)
			const found = profileOn(byEffect(all, defaultProfile), on)
			expect(profileOn(byEffect(shuffled, defaultProfile), on)).toBe(found)
			for (const { profile, putAt } of all.filter((record) => record.profile.effectiveFrom <= on)) {
				expect(profile.effectiveFrom <= found.effectiveFrom).toBe(true)
				const own = all.find((record) => record.profile === found)
				if (profile.effectiveFrom === found.effectiveFrom) expect(putAt).toBeLessThanOrEqual(own?.putAt ?? -1)
			}
		}),
	)
})

test('before the first profile, the first holds', () => {
	expect(profileOn([{ ...defaultProfile, effectiveFrom: '2026-01-01' }], '2019-01-01').effectiveFrom).toBe('2026-01-01')
})
