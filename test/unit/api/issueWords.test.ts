import { expect, test } from 'vitest'
import { faultText } from '../../../shared/contract/text/fault.ts'
import { schemaFaults } from '../../../shared/contract/text/schemaFaults.ts'
import { chineseOf, told } from '../../../shared/contract/text/told.ts'
import * as z from '../../../shared/contract/zod.ts'
import { freshRoutes } from './everybody.ts'

const HAN = /\p{Script=Han}/u
const said = (schema: z.ZodMiniType, input: unknown) =>
	schemaFaults(input, schema.safeParse(input).error?.issues ?? []).map(faultText)

test('what is too long says how much may be and how much it is', () => {
	expect(said(z.string().check(z.maxLength(500)), '桶'.repeat(501))).toEqual([
		{ zh: '应为最多 500 个字；实为 501 个字', en: 'expected at most 500 characters; got 501 characters' },
	])
	expect(said(z.string().check(z.minLength(1)), '')).toEqual([
		{ zh: '应为至少 1 个字；实为空白', en: 'expected at least 1 character; got an empty text' },
	])
})

test('what is missing is told to be missing', () => {
	expect(said(z.object({ month: z.string() }), {})).toEqual([
		{ zh: '没有填写；应为文字', en: 'missing; expected a string' },
	])
})

test('a check with words of its own says those, in both languages', () => {
	const words = { zh: '请写明原因', en: 'say why' }
	expect(said(z.string().check(z.trim(), z.minLength(1, told(words))), ' ')).toEqual([words])
	const dates = z.object({ a: z.int(), b: z.int() }).check(z.refine(({ a, b }) => a < b, told(words)))
	expect(said(dates, { a: 2, b: 1 })).toEqual([words])
	expect(said(z.union([z.int(), z.boolean()], told(words)), 'x')).toEqual([words])
})

/** One schema for each way in which zod says no, and something that it refuses. */
const refusals: readonly [string, z.ZodMiniType, unknown][] = [
	['invalid_type', z.int(), 'x'],
	['too_small', z.number().check(z.positive()), 0],
	['too_big', z.array(z.int()).check(z.maxLength(1)), [1, 2]],
	['invalid_value', z.enum(['a', 'b']), 'c'],
	['invalid_format', z.iso.datetime(), 'x'],
	['invalid_format', z.iso.date(), 'x'],
	['invalid_format', z.iso.time(), 'x'],
	['invalid_format', z.url(), 'x'],
	['invalid_format', z.string().check(z.regex(/^a$/)), 'x'],
	['not_multiple_of', z.number().check(z.multipleOf(5)), 3],
	['unrecognized_keys', z.strictObject({}), { a: 1 }],
	['invalid_union', z.union([z.int(), z.boolean()]), 'x'],
	['invalid_union', z.discriminatedUnion('is', [z.object({ is: z.literal('a') })]), { is: 'b' }],
	['invalid_key', z.record(z.string().check(z.maxLength(1)), z.int()), { ab: 1 }],
]

test.each(refusals)('%s is said in Chinese and in English', (code, schema, input) => {
	const { error } = schema.safeParse(input)
	expect(error?.issues[0]?.code).toBe(code)
	for (const { zh, en } of said(schema, input)) {
		expect(zh).toMatch(HAN)
		expect(en).not.toMatch(HAN)
	}
})

test('whatever a query or a body of the API is checked for has Chinese words where it has English ones', async () => {
	const { routes } = await freshRoutes()
	const silent = new Set<string>()
	const seen = new Set<object>()
	const look = (part: unknown): void => {
		if (typeof part !== 'object' || part === null || seen.has(part)) return
		seen.add(part)
		const def = '_zod' in part ? (part as { _zod: { def: Record<string, unknown> } })._zod.def : undefined
		if (def === undefined) return void Object.values(part).forEach(look)
		if (typeof def.error === 'function') {
			const issue = { code: 'custom' }
			const text: unknown = def.error(issue)
			if (typeof text === 'string' && !HAN.test(chineseOf(issue) ?? '')) silent.add(text)
		}
		for (const value of Object.values(def)) look(value)
	}
	for (const { query, body } of routes) [query, body].forEach(look)
	expect([...silent]).toEqual([])
	expect(seen.size).toBeGreaterThan(500)
})
