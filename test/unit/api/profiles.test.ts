import { expect, test } from 'vitest'
import { viewerOf } from '../../../functions/api/http/viewer.ts'
import { checkOnly, putProfile } from '../../../functions/api/profiles/putProfile.ts'
import { getProfile, listProfiles } from '../../../functions/api/profiles/readProfiles.ts'
import { Problem } from '../../../shared/contract/http/problem.ts'
import { ProfileCheck, ProfileView } from '../../../shared/contract/profile/profileView.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { MemoryProfiles } from '../../doubles/memoryProfiles.ts'

/** 1 December in Shanghai is still 30 November in London. */
const NOW = Date.parse('2026-11-30T17:00:00Z')
const staff = viewerOf({ role: 'staff', sub: 'u-17', name: '王芳' })
const next = { ...defaultProfile, version: '2026.2', effectiveFrom: '2026-12-01' }

const desk = () => {
	const profiles = new MemoryProfiles()
	return { profiles, now: () => NOW }
}

test('a new version is kept with who put it and when, and is in force from its day', async () => {
	const ports = desk()
	const put = { by: '王芳', at: '2026-11-30T17:00:00.000Z' }
	expect(await putProfile(ports, staff, next)).toMatchObject({ status: 201, body: { version: '2026.2', put } })
	await putProfile(ports, staff, { ...next, version: '2027.1', effectiveFrom: '2027-01-01' })
	expect(await listProfiles(ports)).toMatchObject({
		body: {
			profiles: [
				{ version: '2027.1', inForce: false, put },
				{ version: '2026.2', inForce: true, put },
				{ version: defaultProfile.version, inForce: false, put: null },
			],
		},
	})
	const outcome = await getProfile(ports, '2026.2')
	expect('body' in outcome && ProfileView.parse(outcome.body).profile).toEqual(next)
	expect(await getProfile(ports, 'nothing')).toMatchObject({ status: 404 })
})

test('a version is never put twice, that of this repository included', async () => {
	const ports = desk()
	await putProfile(ports, staff, next)
	expect(await putProfile(ports, staff, { ...next, holdIntervals: 4 })).toMatchObject({ status: 409 })
	expect(await putProfile(ports, staff, { ...next, version: defaultProfile.version })).toMatchObject({ status: 409 })
	expect((await ports.profiles.get('2026.2'))?.profile.holdIntervals).toBe(defaultProfile.holdIntervals)
})

test('a profile may begin on the first of this month, not before: earlier months have been judged', async () => {
	const ports = desk()
	expect(await putProfile(ports, staff, { ...next, effectiveFrom: '2026-11-30' })).toMatchObject({
		status: 400,
		errors: [{ field: 'effectiveFrom', message: expect.stringMatching(/2026-12-01 or later.*got 2026-11-30/) }],
	})
	expect(await ports.profiles.all()).toEqual([])
	expect(await putProfile(ports, staff, next)).toMatchObject({ status: 201 })
})

test('a profile with faults is refused with every field, and checking one keeps nothing', async () => {
	const ports = desk()
	const wrong = { ...next, holdIntervals: 'three', weights: { ...next.weights, toilet: -1 } }
	const problem = Problem.parse(await putProfile(ports, staff, wrong))
	expect(problem.errors?.map(({ field }) => field).toSorted()).toEqual(['holdIntervals', 'weights.toilet'])
	expect(problem.errors?.[1]?.message).toMatch(/^expected .*; got .*/)
	expect(problem.errors?.[1]?.zh).toMatch(/^应为.*；实为 .*/)
	const outcome = await checkOnly(wrong)
	const check = ProfileCheck.parse('body' in outcome && outcome.body)
	expect(check).toMatchObject({ valid: false, faults: [{}, {}] })
	expect(await checkOnly(next)).toEqual({ status: 200, body: { valid: true, faults: [] } })
	expect(await ports.profiles.all()).toEqual([])
})
