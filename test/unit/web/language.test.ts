import { describe, expect, it, test } from 'vitest'
import { date, dateTime, decimal, duration, measured, month, since } from '../../../web/i18n/format.ts'
import { languageOf, spoken, words } from '../../../web/i18n/language.ts'

const at = Date.parse('2026-11-23T15:40:00+08:00')

test.each([
	['?lang=en', ['zh-CN'], 'en'],
	['', ['fr-FR', 'en-GB', 'zh-CN'], 'en'],
	['', ['zh-TW'], 'zh'],
	['?lang=fr', [], 'zh'],
	['', ['fr'], 'zh'],
])('the language of “%s” for a reader of %o is %s', (search, preferred, language) => {
	expect(languageOf(search, preferred)).toBe(language)
})

test('a dictionary is read in one language, its functions too', () => {
	const dictionary = words({
		name: { zh: '院落', en: 'Courtyard' },
		left: { zh: (n: number) => `剩 ${n}`, en: (n: number) => `${n} left` },
	})
	expect(spoken(dictionary, 'zh').name).toBe('院落')
	expect(spoken(dictionary, 'en').left(2)).toBe('2 left')
})

describe('people read', () => {
	it.each([
		[dateTime(at, 'zh'), '11月23日 周一 15:40'],
		[dateTime(at, 'en'), 'Mon 23 Nov 15:40'],
		[date(at, 'zh'), '11月23日 周一'],
		[date(at, 'en'), 'Mon 23 Nov'],
		[month('2026-11', 'zh'), '2026年11月'],
		[month('2026-11', 'en'), 'November 2026'],
		[since(at, at + 3 * 3_600_000, 'zh'), '3 小时前'],
		[since(at, at + 60_000, 'en'), '1 minute ago'],
		[since(at, at + 59_000, 'en'), 'just now'],
		[since(at, at - 2 * 86_400_000, 'en'), 'in 2 days'],
		[duration(26 * 3_600_000, 'en'), '1 day'],
		[decimal(1234.5, 1, 'zh'), '1,234.5'],
		[measured(0.126, 'zh'), '0.13'],
		[measured(12.34, 'en'), '12.3'],
		[measured(123.4, 'en'), '123'],
		[measured(5, 'en'), '5'],
	])('%s', (text, expected) => {
		expect(text).toBe(expected)
	})
})
