import type { ProfileFault } from '../../../contract/profileFault.ts'
import type * as z from '../../../contract/zod.ts'
import { faultAt, type Path } from './fault.ts'

type Issue = z.core.$ZodIssue

/** What a schema says is wrong, in both languages, each fault at the deepest place it is known for. */
export function schemaFaults(input: unknown, issues: readonly Issue[], above: Path = []): ProfileFault[] {
	return issues.flatMap((issue) => {
		const path: Path = [...above, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))]
		if (issue.code === 'invalid_union') return ofUnion(input, issue, path)
		if (issue.code === 'invalid_element') return schemaFaults(input, issue.issues, path)
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) =>
				faultAt(input, [...path, key], '没有这个字段（拼写？）', 'no such field (a typing error?)'),
			)
		}
		const { zh, en } = expectation(issue)
		return [faultAt(input, path, zh, en)]
	})
}

/** Of the forms that something may have, the one it comes closest to. */
function ofUnion(input: unknown, issue: z.core.$ZodIssueInvalidUnion, path: Path): ProfileFault[] {
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

const units: Readonly<Record<string, { zh: string; en: string }>> = {
	array: { zh: '项', en: ' entries' },
	tuple: { zh: '项', en: ' entries' },
	string: { zh: '个字符', en: ' characters' },
}

function expectation(issue: Issue): { zh: string; en: string } {
	switch (issue.code) {
		case 'invalid_type':
			return { zh: types[issue.expected] ?? issue.expected, en: named(issue.expected) }
		case 'too_small':
			return bound(issue.origin, issue.inclusive ? ['≥', 'at least'] : ['>', 'more than'], issue.minimum)
		case 'too_big':
			return bound(issue.origin, issue.inclusive === false ? ['<', 'less than'] : ['≤', 'at most'], issue.maximum)
		case 'invalid_value': {
			const values = issue.values.map((value) => JSON.stringify(value)).join(', ')
			return { zh: `下列之一：${values}`, en: `one of ${values}` }
		}
		case 'invalid_format':
			return format(issue)
		case 'invalid_key':
			return { zh: '已知的监测项名称', en: 'the name of a known measurand' }
		case 'custom': {
			const zh: unknown = issue.params?.zh
			return { zh: typeof zh === 'string' ? zh : issue.message, en: issue.message }
		}
		default:
			return { zh: issue.message, en: issue.message }
	}
}

const named = (type: string): string => {
	const name = { int: 'integer', record: 'object', tuple: 'array' }[type] ?? type
	return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`
}

function bound(origin: string, [sign, words]: readonly [string, string], limit: number | bigint) {
	const unit = units[origin]
	return { zh: `${sign} ${limit}${unit ? ` ${unit.zh}` : ''}`, en: `${words} ${limit}${unit?.en ?? ''}` }
}

function format(issue: z.core.$ZodIssueInvalidStringFormat) {
	if (issue.format === 'date') return { zh: '日期，如 2026-12-01', en: 'a date such as 2026-12-01' }
	if (issue.format === 'time') return { zh: '时刻，如 22:00', en: 'a time such as 22:00' }
	if (issue.pattern === '/\\S/') return { zh: '来源：标准及条款，或由谁决定', en: issue.message }
	if (issue.pattern?.startsWith('/^[a-z]')) {
		return {
			zh: '小写字母开头的名称，如 ammonia-high',
			en: 'a name such as ammonia-high: small letters, digits and "-"',
		}
	}
	return { zh: '1 到 32 个字母、数字或 . _ -，以字母或数字开头', en: issue.message }
}
