import { describe, expect, it } from 'vitest'
import { ClaimNames } from '../../../functions/api/http/claims.ts'
import { viewerOf } from '../../../functions/api/http/viewer.ts'

const cognito = ClaimNames.parse({
	role: 'cognito:groups',
	courtyards: 'custom:courtyards',
	village: 'custom:village',
	roles: { 镇工作人员: 'staff', 院落长: 'head' },
})

describe('who asks, by the claims of another identity provider', () => {
	it('is known by the words it has for our roles', () => {
		expect(viewerOf({ sub: 'u-1', name: '王芳', 'cognito:groups': '[镇工作人员]' }, cognito)).toEqual({
			role: 'staff',
			person: { id: 'u-1', name: '王芳' },
		})
	})

	it('has the role that may most, of several groups', () => {
		expect(viewerOf({ sub: 'u-1', 'cognito:groups': '[院落长 users admin]' }, cognito)).toMatchObject({ role: 'admin' })
		expect(viewerOf({ sub: 'u-1', 'cognito:groups': ['院落长', '镇工作人员'] }, cognito)).toMatchObject({
			role: 'staff',
		})
	})

	it('as a head has the courtyards of the list, however it is separated', () => {
		for (const list of ['a b', 'a,b', 'a, b', '[a b]', ['a', 'b']])
			expect(viewerOf({ sub: 'u-2', 'cognito:groups': 'head', 'custom:courtyards': list }, cognito)).toMatchObject({
				role: 'head',
				courtyards: new Set(['a', 'b']),
			})
	})

	it('is nobody in particular without one of our roles, and under the names of another provider', () => {
		for (const claims of [undefined, null, 'staff', {}, { 'cognito:groups': '[users]' }, { role: 'staff' }])
			expect(viewerOf(claims, cognito)).toEqual({ role: 'public' })
		expect(viewerOf({ 'cognito:groups': '[staff]' })).toEqual({ role: 'public' })
		expect(viewerOf({ role: 'superstaff' })).toEqual({ role: 'public' })
	})
})
