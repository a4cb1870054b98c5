import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import * as z from '../../shared/contract/zod.ts'
import { type Archive, archiveOf, type Fault } from './archive.ts'
import { Line } from './line.ts'

/** So many faults are told; a file that is none of ours has one on every line. */
const MOST_FAULTS = 20

/** Reads an export and checks every line of it. Faults are told by line; a file that cannot be read throws. */
export async function readArchive(file: string): Promise<Archive | readonly Fault[]> {
	const lines: { line: number; is: Line }[] = []
	const faults: Fault[] = []
	let line = 0
	for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
		line += 1
		if (text.trim() === '') continue
		const parsed = Line.safeParse(json(text))
		if (parsed.success) lines.push({ line, is: parsed.data })
		else faults.push({ line, message: z.prettifyError(parsed.error) })
		if (faults.length === MOST_FAULTS) return faults
	}
	if (faults.length > 0) return faults
	return lines.length === 0 ? [{ line: 1, message: 'the file is empty' }] : archiveOf(lines)
}

/** Not JSON: the schema says what was expected. */
function json(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return text
	}
}
