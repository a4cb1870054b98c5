import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const flushMs = 200

export type LogFile = {
	/** Adds a line, with the time before it. */
	line(text: string): void
	/** Writes what is pending. */
	close(): void
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/**
 * A log of bounded size: when `path` would grow over `maxBytes` it becomes `path.1`, in place of the one before. Lines
 * are gathered for a fifth of a second, so that a chatty function does not block the program with a write for each.
 */
export const openLogFile = (path: string, maxBytes = 5 * 1024 * 1024): LogFile => {
	mkdirSync(dirname(path), { recursive: true })
	let size = sizeOf(path)
	let pending: string[] = []
	let timer: NodeJS.Timeout | undefined

	const flush = (): void => {
		clearTimeout(timer)
		timer = undefined
		const text = pending.join('')
		pending = []
		if (text === '') return
		if (size > 0 && size + Buffer.byteLength(text) > maxBytes) {
			renameSync(path, `${path}.1`)
			size = 0
		}
		appendFileSync(path, text)
		size += Buffer.byteLength(text)
	}
	return {
		line: (text) => {
			pending.push(`${new Date().toISOString()} ${text}\n`)
			timer ??= setTimeout(flush, flushMs).unref()
		},
		close: flush,
	}
}
