import { describe, expect, test } from 'vitest'
import { Profile } from '../../../shared/contract/profile/profile.ts'
import { checkProfile } from '../../../shared/domain/profile/check/checkProfile.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { differences } from '../../../web/desk/settings/profile/differences.ts'
import { effectOf, firstOfNextMonth } from '../../../web/desk/settings/profile/effect.ts'
import { readOf, typedOf } from '../../../web/desk/settings/profile/fields/profileField.ts'
import { knownFields } from '../../../web/desk/settings/profile/fields/profileParts.ts'
import { nextVersion } from '../../../web/desk/settings/profile/nextVersion.ts'
import { valueAt, withValue } from '../../../web/desk/settings/profile/profilePath.ts'
import { saidOf } from '../../../web/desk/settings/profile/saidOf.ts'
import { withReason } from '../../../web/desk/settings/profile/withReason.ts'

const fields = knownFields(defaultProfile)
const changedAt = (...path: (string | number)[]) => {
	const value = Number(valueAt(defaultProfile, path)) + 1
	return withValue(defaultProfile, path, value)
}
const said = (after: Profile, language: 'zh' | 'en' = 'zh') =>
	differences(defaultProfile, after).map((one) => saidOf(one, fields, language))

describe('the form of a profile', () => {
	test('has an input for a value that the profile has, never for nothing', () => {
		expect(fields.size).toBeGreaterThan(200)
		for (const [name, { field }] of fields) expect([name, valueAt(defaultProfile, field.path)]).not.toContain(undefined)
	})

	test('gives every value back as it was when nothing is typed over it', () => {
		let profile = defaultProfile
		for (const { field } of fields.values()) {
			profile = withValue(profile, field.path, readOf(field, typedOf(field, profile)))
		}
		expect(profile).toEqual(defaultProfile)
		expect(differences(defaultProfile, profile)).toEqual([])
	})

	test('shows a share in percent and a long deadline in hours, to the digit', () => {
		const typed = (name: string) => {
			const { field } = fields.get(name) ?? {}
			return field && typedOf(field, defaultProfile)
		}
		expect(typed('scoring.deviceShare')).toBe('66')
		expect(typed('serviceLevel.minor.fixMinutes')).toBe('72')
		expect(typed('serviceLevel.critical.acknowledgeMinutes')).toBe('30')
		const { field } = fields.get('scoring.deviceShare') ?? {}
		expect(field && readOf(field, '70')).toBe(0.7)
	})

	test('leaves what is no number as it was typed, for the check to say at its field', () => {
		const { field } = fields.get('ranking.redFrom') ?? {}
		const typed = withValue(defaultProfile, ['ranking', 'redFrom'], field && readOf(field, ''))
		const { faults } = checkProfile(typed, 'full')
		expect(faults.map(({ path }) => path.join('.'))).toEqual(['ranking.redFrom'])
		expect(fields.has('ranking.redFrom')).toBe(true)
	})

	test('has a place for a list that contradicts itself, and says so in both languages', () => {
		const { faults } = checkProfile(withValue(defaultProfile, ['ranking', 'redFrom'], 60), 'full')
		expect(faults).toMatchObject([{ path: ['ranking', 'redFrom'], expected: { zh: expect.stringContaining('黑榜') } }])
	})
})

describe('what differs between two profiles', () => {
	test('is said by the words of the form, with units', () => {
		expect(said(changedAt('ranking', 'redFrom'))).toEqual([
			{ group: '红黑榜', label: '红榜最低分', isPath: false, before: '75 分', after: '76 分' },
		])
		expect(said(withValue(defaultProfile, ['alarms', 0, 'severity'], 'minor'), 'en')).toMatchObject([
			{ group: 'Ammonia too high', label: 'Severity', before: 'Important', after: 'Minor' },
		])
	})

	test('is nothing of who put it, when, and what a number is founded on', () => {
		const other = { ...defaultProfile, version: 'x', effectiveFrom: '2027-01-01' }
		const sources = { ...other.sources, weights: 'a meeting' }
		expect(differences(defaultProfile, { ...other, sources, ranking: { ...other.ranking, source: 'x' } })).toEqual([])
	})

	test('finds an alarm rule by its id, wherever it stands, and tells what came and went', () => {
		const [first, ...rest] = defaultProfile.alarms
		expect(differences(defaultProfile, { ...defaultProfile, alarms: [...rest, first] })).toEqual([])
		expect(differences(defaultProfile, { ...defaultProfile, alarms: rest })).toEqual([
			{ path: ['alarms', 0], before: first, after: undefined },
		])
		const added = { ...first, id: 'new-rule' }
		expect(differences(defaultProfile, { ...defaultProfile, alarms: [added, ...defaultProfile.alarms] })).toEqual([
			{ path: ['alarms', 0], before: undefined, after: added },
		])
	})

	test('is told by its place in the file where it has no input, and where there is no form at all', () => {
		const other = withValue(defaultProfile, ['triage', 'otherwise'], 'big')
		expect(said(other)).toMatchObject([{ label: 'triage.otherwise', isPath: true, after: '"big"' }])
		expect(differences({ a: 1 }, {})).toEqual([{ path: ['a'], before: 1, after: undefined }])
	})
})

describe('the reason of a change', () => {
	const reasoned = (after: Profile) =>
		withReason(defaultProfile, after, differences(defaultProfile, after), ' 11月例会 ')

	test('stands beside what each changed number was founded on, and nowhere else', () => {
		const profile = reasoned(withValue(changedAt('ranking', 'redFrom'), ['weights', 'sewage'], 2))
		expect(profile.ranking.source).toBe(`${defaultProfile.ranking.source}; 11月例会`)
		expect(profile.sources.weights).toBe(`${defaultProfile.sources.weights}; 11月例会`)
		expect(profile.scoring.source).toBe(defaultProfile.scoring.source)
		expect(profile.source).toBe(defaultProfile.source)
		expect(Profile.parse(profile)).toEqual(profile)
	})

	test('is that of the scale where a limit changed, and of the rule where an alarm did', () => {
		const fill = reasoned(changedAt('measurands', 'fill', 'scale', 'breakpoints', 2, 0))
		expect(fill.measurands.fill?.scale?.source).toMatch(/; 11月例会$/)
		expect(fill.measurands.fill?.source).not.toMatch(/例会/)
		expect(reasoned(changedAt('alarms', 1, 'on', 'seconds')).alarms[1]?.source).toMatch(/; 11月例会$/)
	})

	test('stands once where two numbers have the same source, and not where it was rewritten by hand', () => {
		const two = reasoned(withValue(changedAt('ranking', 'redFrom'), ['ranking', 'redList'], 3))
		expect(two.ranking.source.match(/例会/g)).toHaveLength(1)
		const rewritten = withValue(changedAt('ranking', 'redFrom'), ['ranking', 'source'], '县委文件 12 号')
		expect(reasoned(rewritten).ranking.source).toBe('县委文件 12 号')
	})
})

test('the next version is a name that nobody has', () => {
	expect(nextVersion('2026.1', ['2026.1'])).toBe('2026.2')
	expect(nextVersion('2026.1', ['2026.2', '2026.3'])).toBe('2026.4')
	expect(nextVersion('spring', [])).toBe('spring-1')
})

describe('from when on a profile counts', () => {
	const now = Date.parse('2026-11-30T12:00:00+08:00')

	test('is the first of the next month for a ranking, unless it begins with one', () => {
		expect(firstOfNextMonth('2026-12-05')).toBe('2027-01-01')
		expect(firstOfNextMonth('2026-01-31')).toBe('2026-02-01')
		expect(effectOf('2026-12-01', now, 'zh')).toContain('月度评比和院落长评价从2026年12月起按新标准。')
		expect(effectOf('2026-12-15', now, 'en')[1]).toContain('January 2027')
	})

	test('is its midnight for alarms and days, or at once; days that are scored stay', () => {
		expect(effectOf('2026-12-15', now, 'zh')[0]).toContain('12月15日 周二 零点起')
		expect(effectOf('2026-11-30', now, 'zh')).toHaveLength(3)
		expect(effectOf('2026-11-01', now, 'en')[1]).toMatch(/^Days from Sun 1 Nov to yesterday/)
	})

	test('is never what is published', () => {
		for (const day of ['2026-11-01', '2026-12-01'])
			expect(effectOf(day, now, 'zh').at(-1)).toBe('已经发布的榜单不会改变。')
	})
})
