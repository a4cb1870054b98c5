/** A text for people in both languages. */
export type Told = { readonly zh: string; readonly en: string }

type RawIssue = { zh?: string }

/**
 * What a check says to whoever does not pass it: `z.regex(/^\d+$/, told({ zh: '…', en: '…' }))`. zod keeps one message, which
 * is the English one; the Chinese one goes along as a member of the issue, where `schemaFaults` finds it.
 */
export const told = ({ zh, en }: Told): { error: (issue: object) => string } => ({
	error: (issue: RawIssue) => {
		issue.zh = zh
		return en
	},
})

/** The Chinese words of an issue whose check has words of its own. */
export const chineseOf = (issue: object): string | undefined => (issue as RawIssue).zh
