import { expect, test } from 'vitest'
import { bandOf } from '../../../shared/domain/score/round.ts'
import { scoreText } from '../../../web/i18n/format.ts'

test.each([
	[97.12, 1, '97.1'],
	[89.94, 1, '89.9'],
	[89.96, 1, '89.96'],
	[59.999, 1, '60.0'],
	[74.95, 1, '74.95'],
	[89.6, 0, '89.6'],
	[89.97, 0, '89.97'],
	[90.4, 0, '90'],
	[100, 1, '100.0'],
])('%d with %d decimals stands there as %s', (score, digits, text) => {
	expect(scoreText(score, digits, 'zh')).toBe(text)
})

test('no shown score looks as if it belonged to another band than the one beside it', () => {
	for (let hundredths = 0; hundredths <= 10_000; hundredths += 1) {
		const score = hundredths / 100
		for (const digits of [0, 1]) expect(bandOf(Number(scoreText(score, digits, 'en')))).toBe(bandOf(score))
	}
})

test('a score that is published as 90.00 is 优', () => {
	expect(bandOf(89.996)).toBe('excellent')
	expect(bandOf(89.994)).toBe('good')
})
