import { expect, test } from 'vitest'
import { answerLine } from '../../../infra/commands/index/answerLine.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { toilet } from '../../doubles/township.ts'

const ask = (line: string, place: Partial<typeof toilet> = {}) =>
	answerLine(defaultProfile, { ...toilet, ...place }, line)

test('a line of values has an index, what is worst, and the index of each', () => {
	expect(ask('{"ammonia": 1, "septicLevel": 80, "battery": 5}')).toEqual({
		index: 60,
		primary: ['ammonia'],
		indices: { ammonia: 60, septicLevel: 75 },
	})
	expect(ask('{"cod": 60, "ammonia": 0.3}', { sewageLevel: 'I', toiletClass: 1 })).toMatchObject({
		index: 60,
		primary: ['ammonia', 'cod'],
	})
})

test('a line without a scored value has no index, neither 0 nor 100', () => {
	expect(ask('{}')).toEqual({ index: null, primary: [], indices: {} })
	expect(ask('{"visits": 4}')).toMatchObject({ index: null })
})

test.each([
	['no json', 'line', 'no json'],
	['', 'line', ''],
	['[1]', 'line', '[1]'],
	['null', 'line', 'null'],
	['{"amonia": 1}', 'amonia', '"amonia": 1'],
	['{"ammonia": "1"}', 'ammonia', '"1"'],
	['{"ammonia": null}', 'ammonia', 'null'],
	['{"ammonia": 1e999}', 'ammonia', 'Infinity'],
])('the line %s is answered with the field, what was expected and what came', (line, field, got) => {
	expect(ask(line)).toEqual({ error: { field, expected: { zh: expect.any(String), en: expect.any(String) }, got } })
})
