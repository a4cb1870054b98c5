import { expect, test } from 'vitest'
import { parts } from '../../bench/frame/parts.ts'
import { runPart } from '../../bench/frame/runPart.ts'
import { targets, verdictOf } from '../../bench/frame/targets.ts'

test('pages read what they show: no more in a township of ten times the courtyards, and no more for a row', async () => {
	const part = parts.find(({ name }) => name === 'pages')
	const promised = targets.filter(({ name }) => name === 'page-reads' || name === 'row-reads')
	if (!part || promised.length !== 2) throw new Error('reads of pages are measured, and promised')
	const figures = await runPart(part)
	for (const target of promised) expect([target.name, verdictOf(target, figures)]).toEqual([target.name, 'holds'])
	// More than an answer that nobody found anything for.
	expect(figures['pages.units.changes.12']).toBeGreaterThan(3)
})
