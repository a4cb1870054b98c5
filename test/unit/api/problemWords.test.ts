import { expect, test } from 'vitest'
import * as outcome from '../../../shared/contract/http/outcome.ts'
import { Problem } from '../../../shared/contract/http/problem.ts'
import * as z from '../../../shared/contract/zod.ts'

const HAN = /\p{Script=Han}/u
const words = { zh: '中文', en: 'English' }

/** One call of everything in outcome.ts that makes a problem; whoever adds a maker adds it here. */
const made: Record<string, Problem[]> = {
	notFound: [outcome.notFound(words)],
	forbidden: [outcome.forbidden(words)],
	unauthorized: [outcome.unauthorized()],
	methodNotAllowed: [outcome.methodNotAllowed()],
	conflict: [outcome.conflict(words)],
	unprocessable: [outcome.unprocessable(words)],
	tooMany: [outcome.tooMany(90)],
	internal: [outcome.internal()],
	changedMeanwhile: [outcome.changedMeanwhile(2, {})],
	needsVersion: [outcome.needsVersion()],
	linkRefused: (['invalid', 'expired', 'revoked'] as const).map(outcome.linkRefused),
	linkUsedElsewhere: [outcome.linkUsedElsewhere()],
	photoRefused: (['missing', 'not-yours', 'other-type', 'damaged', 'too-large'] as const).map(outcome.photoRefused),
	badRequest: [outcome.badRequest('month', words)],
	badFields: [outcome.badFields([outcome.fieldError('month', words)])],
	forbiddenField: [outcome.forbiddenField('until', words)],
	invalid: (['query', 'body'] as const).map((where) => {
		const { error } = z.object({ month: z.string() }).safeParse({})
		return outcome.invalid(error ?? expect.fail('taken'), where, {})
	}),
}
/** What else is there: answers that are no problems, and parts. */
const others = ['ok', 'file', 'created', 'fieldError', 'isProblem']

test('every maker of problems is among those that are looked at', () => {
	expect(Object.keys(outcome).toSorted()).toEqual([...Object.keys(made), ...others].toSorted())
})

test.each(Object.entries(made))('%s says it in English, and in Chinese beside it', (_name, problems) => {
	for (const problem of problems) {
		const { title, detail, zh, errors = [] } = Problem.parse(problem)
		for (const text of [zh.title, ...(zh.detail === undefined ? [] : [zh.detail]), ...errors.map((one) => one.zh)])
			expect(text).toMatch(HAN)
		for (const text of [title, detail ?? title, ...errors.map(({ message }) => message)]) {
			expect(text).toMatch(/[A-Za-z]/)
			expect(text).not.toMatch(HAN)
		}
		expect(zh.detail === undefined).toBe(detail === undefined)
	}
})
