import { describe, expect, test } from 'vitest'
import { messageOf, type Told } from '../../../shared/domain/alert/newsWords.ts'
import { alarmTask, inspectionTask, RAISED } from '../../doubles/tasks.ts'
import { bin, registryOf, toilet } from '../../doubles/township.ts'

const registry = registryOf(toilet, bin)
const full = alarmTask({ device: 'bin-1', rule: 'fill-high', measurand: 'fill', severity: 'major' }, 96)
const textOf = (told: Told[], inCharge?: string) => messageOf(registry, told, 'yard-1', inCharge)

test('a message says what, where, how bad, since when, what to do first, who is in charge, and leads to the task', () => {
	const { text } = textOf([{ task: full, news: 'raised', link: 'https://yard.example/t/x' }], '王芳')
	expect(text.zh).toBe(
		[
			'【重要】梅花村 桂花院落 1号垃圾箱：垃圾满溢（96 %，限值 90），11月23日 周一 14:15 起。',
			'先做：联系收运车清运；清扫箱体周边散落垃圾；必要时临时增加垃圾桶。',
			'https://yard.example/t/x',
			'负责人：王芳',
		].join('\n'),
	)
	expect(text.en).toBe(
		[
			'[Important] Plum Village, Osmanthus Courtyard, Bin 1: bin overfull (96 %, limit 90), since Mon 23 Nov 14:15.',
			'Do first: Call the truck to empty it; Clear what lies around the bin; Put up another bin if need be.',
			'https://yard.example/t/x',
			'In charge: 王芳',
		].join('\n'),
	)
})

test('a loudspeaker says a plain sentence without brackets, figures or links', () => {
	const { spoken } = textOf([{ task: full, news: 'raised', link: 'https://yard.example/t/x' }])
	expect(spoken).toEqual({
		zh: '请注意：梅花村桂花院落1号垃圾箱，垃圾满溢。请联系收运车清运。',
		en: 'Attention please. Plum Village, Osmanthus Courtyard, Bin 1: bin overfull. Please: call the truck to empty it.',
	})
})

test('what a resident wrote is not read out as an address or markup', () => {
	const task = { ...inspectionTask(), what: '看 https://evil.example/x <b>这里</b> [点我](javascript:1)' }
	expect(textOf([{ task, news: 'raised' }]).spoken.zh).not.toMatch(/https?:|[<>[\]]/)
})

test('many tasks are counted, the first listed, and the rest left to the list', () => {
	const told = Array.from({ length: 1000 }, (_, i) => ({ task: alarmTask({ device: `d-${i}` }), news: 'raised' }))
	const { text, spoken, news } = textOf(told)
	expect(news).toHaveLength(1000)
	expect(text.zh.split('\n')[0]).toBe('问题汇总：共 1000 件')
	expect(text.zh).toContain('另有 992 件')
	expect(text.en).toContain('And 992 more')
	expect(text.zh.length).toBeLessThan(1500)
	expect(spoken.zh).toContain('另外还有997件')
})

describe('what happened to a task is said before what it is', () => {
	const escalation = { rung: 'party-group', since: RAISED, steps: 1 }
	test.each([
		['escalated-1', '〔未按时处理，已上报党小组〕', 'Not dealt with in time, now with the Party group: '],
		['reopened-1', '〔处理后问题仍在，已退回〕', 'Came back, it is not mended: '],
		['timed-out-1', '〔接单后无进展，重新派单〕', 'Taken up, but nothing happened since: '],
		['handed-over-2', '〔已转党小组〕', 'Passed on to the Party group: '],
		['cleared-1', '〔已恢复〕', 'Back to normal: '],
		['raised+2', '〔第2次提醒〕', 'Reminder 2: '],
	])('%s', (news, zh, en) => {
		const { text } = textOf([{ task: { ...full, escalation }, news }])
		expect(text.zh.startsWith(zh)).toBe(true)
		expect(text.en.startsWith(en)).toBe(true)
	})

	test.each([
		['not-fixed', '〔处理后问题仍在，已退回并上报党小组〕', 'Came back, it is not mended; now with the Party group: '],
		[
			'no-progress',
			'〔接单后无进展，已上报党小组〕',
			'Taken up, but nothing happened since; now with the Party group: ',
		],
	])('and what climbed says why: %s', (because, zh, en) => {
		const step = { at: RAISED, actor: { kind: 'machine', id: 'clock' } as const, type: 'escalated' as const }
		const task = { ...full, escalation, events: [...full.events, { ...step, data: { because } }] }
		const { text } = textOf([{ task, news: 'escalated-1' }])
		expect(text.zh.startsWith(zh)).toBe(true)
		expect(text.en.startsWith(en)).toBe(true)
	})

	test('and what is over asks for nothing', () => {
		const { text, spoken, news } = textOf([{ task: full, news: 'cleared-1', link: 'https://yard.example/t/x' }])
		expect(text.zh).not.toContain('先做')
		expect(news[0]?.link).toBeUndefined()
		expect(spoken.zh).toContain('已经处理好')
	})
})
