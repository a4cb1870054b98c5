import type { Heap } from './lookAt.ts'
import type { Moved } from './moveMessages.ts'

/** What lies on a queue, for the person who decides whether to move it. */
export const tellHeaps = (heaps: readonly Heap[], now: number): string =>
	heaps
		.map(({ topic, failure, messages, oldest, newest, mostReceives, redriven }) => {
			const ages = new Set([ageOf(now - newest), ageOf(now - oldest)])
			const age = [...ages].join(' to ')
			const received = mostReceives === 1 ? 'received once' : `received up to ${mostReceives} times`
			const before = redriven === 0 ? '' : `, ${redriven} of them moved back before`
			const why = failure === undefined ? '' : `\n      ${failure}`
			return `${String(messages).padStart(7)}  ${topic}  sent ${age} ago, ${received}${before}${why}`
		})
		.join('\n')

/** What a run did, and what to do about the rest. */
export const tellMoved = ({ moved, left, returned }: Moved): string => {
	const lines = [`Moved ${moved} ${moved === 1 ? 'message' : 'messages'}.`]
	if (left > 0) lines.push(`${left} were not understood and stay where they are; look at them with --dry-run.`)
	if (returned > 0)
		lines.push(
			'Messages that this run moved have failed again already. Read the log of ingest, mend the cause, try again.',
		)
	return lines.join('\n')
}

const ageOf = (ms: number): string => {
	const minutes = Math.max(0, Math.round(ms / 60_000))
	if (minutes < 120) return `${minutes} min`
	const hours = Math.round(minutes / 60)
	return hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} days`
}
