import { expect, test } from 'vitest'
import { NewDeputy } from '../../../shared/contract/people/deputies.ts'
import { type DeputyWish, deputyFault } from '../../../web/phone/me/deputyFault.ts'

const TODAY = '2026-11-30'
const wish: DeputyWish = { name: '王强', phone: '13800000000', from: '2026-12-01', until: '2026-12-07' }
const nobody = { deputies: [] }
const others = {
	deputies: [
		{
			...{ name: '陈平', phone: null, from: '2026-12-05', until: '2026-12-10' },
			...{ status: 'planned' as const, namedBy: null, endedBy: null },
		},
	],
}

test('a deputy with a name and days to come can be sent as he is', () => {
	expect(deputyFault(wish, TODAY, nobody)).toBeUndefined()
	expect(NewDeputy.safeParse(wish).success).toBe(true)
})

test.each<[string, Partial<DeputyWish>, string, string]>([
	['spaces for a name', { name: '  ' }, 'name', 'nameMissing'],
	['a word for a number', { phone: 'ask at the shop' }, 'phone', 'phoneWrong'],
	['yesterday', { from: '2026-11-29' }, 'from', 'past'],
	['no first day', { from: '' }, 'from', 'past'],
	['an end before the beginning', { until: '2026-11-30' }, 'until', 'backwards'],
	['93 days', { until: '2027-03-03' }, 'until', 'tooLong'],
])('%s: said at its field', (_, change, field, is) => {
	expect(deputyFault({ ...wish, ...change }, TODAY, nobody)).toEqual({ field, is })
})

test('92 days are a quarter, and taken', () => {
	expect(deputyFault({ ...wish, until: '2027-03-02' }, TODAY, nobody)).toBeUndefined()
})

test('who stands in already on one of these days is named', () => {
	expect(deputyFault(wish, TODAY, others)).toEqual({ field: 'from', is: 'taken', by: '陈平' })
	expect(deputyFault({ ...wish, until: '2026-12-04' }, TODAY, others)).toBeUndefined()
})
