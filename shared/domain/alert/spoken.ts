import type { Severity } from '../../contract/task/severity.ts'

type Words = { zh: string; en: string }

const opening: Readonly<Record<Severity, Words>> = {
	critical: { zh: '紧急通知', en: 'Urgent' },
	major: { zh: '请注意', en: 'Attention please' },
	minor: { zh: '温馨提示', en: 'A reminder' },
}

/** A sentence for a loudspeaker: no brackets, no figures to puzzle over, no link. */
export const sentence = (severity: Severity, where: Words, what: Words, first: Words | undefined): Words => ({
	zh: `${opening[severity].zh}：${where.zh.replaceAll(' ', '')}，${plain(what.zh)}。${first ? `请${first.zh}。` : ''}`,
	en: `${opening[severity].en}. ${where.en}: ${plain(what.en)}.${first ? ` Please: ${lowerFirst(first.en)}.` : ''}`,
})

/** What a voice cannot read: addresses, and marks other than those of a sentence. */
const plain = (text: string): string =>
	text
		.replace(/\b(?:https?:\/\/|www\.)\S+/gi, '')
		.replace(/[<>[\]{}【】#*_`|\\]/g, ' ')
		.replace(/\s+/g, ' ')
		.replace(/[。.！!]+$/, '')
		.trim()

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
