import { expect, test } from 'vitest'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import { sourceText } from '../../../web/desk/settings/profile/sourceText.ts'

/** Every `source` of a profile, and what stands among `sources`; not the kinds of tasks that rules name `source` too. */
const sourcesIn = (value: unknown, key = ''): string[] => {
	if (typeof value === 'string') return key === 'source' && value.includes(' ') ? [value] : []
	if (typeof value !== 'object' || value === null) return []
	return Object.entries(value).flatMap(([name, inner]) => sourcesIn(inner, key === 'sources' ? 'source' : name))
}

test('what the shipped profile founds its numbers on stands in Chinese on a Chinese page', () => {
	const sources = [...new Set(sourcesIn(defaultProfile))]
	expect(sources.length).toBeGreaterThan(25)
	expect(sources.filter((source) => sourceText(source, 'zh') === source)).toEqual([])
	expect(sources.filter((source) => sourceText(source, 'en') !== source)).toEqual([])
})

test('a reason that was added stays as it was written', () => {
	expect(sourceText('own choice; 2026年村民会议商定', 'zh')).toBe('自定；2026年村民会议商定')
	expect(sourceText('our own meeting', 'zh')).toBe('our own meeting')
})
