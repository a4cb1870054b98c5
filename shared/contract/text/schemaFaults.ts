import type * as z from '../zod.ts'
import { type Fault, faultAt, type Path } from './fault.ts'
import { chineseOf, type Told } from './told.ts'

type Issue = z.core.$ZodIssue

/** What a schema says is wrong, in both languages, each fault at the deepest place it is known for. */
export function schemaFaults(input: unknown, issues: readonly Issue[], above: Path = []): Fault[] {
	return issues.flatMap((issue) => {
		const path: Path = [...above, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))]
		if (issue.code === 'invalid_union' && chineseOf(issue) === undefined) return ofUnion(input, issue, path)
		if (issue.code === 'invalid_element') return schemaFaults(input, issue.issues, path)
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) => ({
				...faultAt(input, [...path, key], '没有这个字段（拼写？）', 'no such field (a typing error?)'),
				isTold: true,
			}))
		}
		const own = chineseOf(issue)
		if (own !== undefined) return [{ ...faultAt(input, path, own, issue.message), isTold: true }]
		const { zh, en } = expectation(issue)
		return [faultAt(input, path, zh, en)]
	})
}

/** Of the forms that something may have, the one it comes closest to. */
function ofUnion(input: unknown, issue: z.core.$ZodIssueInvalidUnion, path: Path): Fault[] {
	const forms = issue.errors.map((issues) => ({ faults: schemaFaults(input, issues, path), rank: distance(issues) }))
	const closest = forms.toSorted((a, b) => a.rank - b.rank)[0]
	if (closest) return closest.faults
	return [faultAt(input, path, '几种允许的形式之一', 'one of the forms that are possible here')]
}

/** A key that a form does not know, or misses, speaks against it more than a wrong value does. */
const distance = (issues: readonly Issue[]): number =>
	issues.reduce((sum, issue) => {
		if (issue.code === 'unrecognized_keys') return sum + 10 * issue.keys.length
		if (issue.path.length === 0) return sum + 100
		return sum + 1
	}, 0)

const types: Readonly<Record<string, string>> = {
	string: '文字',
	number: '数字',
	int: '整数',
	boolean: 'true 或 false',
	object: '对象 {…}',
	record: '对象 {…}',
	array: '列表 […]',
	tuple: '列表 […]',
}

const units: Readonly<Record<string, { zh: string; one: string; many: string }>> = {
	array: { zh: '项', one: 'entry', many: 'entries' },
	tuple: { zh: '项', one: 'entry', many: 'entries' },
	string: { zh: '个字', one: 'character', many: 'characters' },
}

function expectation(issue: Issue): Told {
	switch (issue.code) {
		case 'invalid_type':
			return { zh: types[issue.expected] ?? issue.expected, en: named(issue.expected) }
		case 'too_small':
			return bound(issue.origin, issue.inclusive ? least : above, issue.minimum)
		case 'too_big':
			return bound(issue.origin, issue.inclusive === false ? below : most, issue.maximum)
		case 'invalid_value': {
			const values = issue.values.map((value) => JSON.stringify(value)).join(', ')
			return { zh: `下列之一：${values}`, en: `one of ${values}` }
		}
		case 'invalid_format':
			return (
				formats[issue.format] ?? { zh: `这种格式的文字：${issue.pattern}`, en: `text of the form ${issue.pattern}` }
			)
		case 'invalid_key':
			return { zh: '已知的监测项名称', en: 'the name of a known measurand' }
		case 'not_multiple_of':
			return { zh: `${issue.divisor} 的倍数`, en: `a multiple of ${issue.divisor}` }
		default:
			return { zh: '符合要求的内容', en: issue.message }
	}
}

const named = (type: string): string => {
	const name = { int: 'integer', record: 'object', tuple: 'array' }[type] ?? type
	return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`
}

const least = { number: '不小于', zh: '至少', en: 'at least' }
const above = { number: '大于', zh: '多于', en: 'more than' }
const most = { number: '不超过', zh: '最多', en: 'at most' }
const below = { number: '小于', zh: '少于', en: 'less than' }

function bound(origin: string, { number, zh, en }: typeof least, limit: number | bigint): Told {
	const unit = units[origin]
	if (!unit) return { zh: `${number} ${limit}`, en: `${en} ${limit}` }
	return { zh: `${zh} ${limit} ${unit.zh}`, en: `${en} ${limit} ${limit === 1 ? unit.one : unit.many}` }
}

const formats: Readonly<Record<string, Told>> = {
	date: { zh: '日期，如 2026-12-01', en: 'a date such as 2026-12-01' },
	time: { zh: '时刻，如 22:00', en: 'a time such as 22:00' },
	datetime: { zh: '日期和时刻，如 2026-12-01T08:00:00+08:00', en: 'an instant such as 2026-12-01T08:00:00+08:00' },
	url: { zh: '网址，如 https://example.org/', en: 'an address such as https://example.org/' },
}
