import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import * as z from '../../../shared/contract/zod.ts'
import { type Figures, figuresIn } from './figures.ts'
import type { Part } from './parts.ts'

/** The last line of a part that ends with an error because this machine lacks something. */
const Lacking = z.object({ notMeasured: z.string() })

/**
 * Runs a part in a process of its own and says its lines.
 * @throws when it fails, with its own words where it gives any, or when its last line is no JSON
 */
export async function runPart({ name, script, args }: Part): Promise<Figures> {
	const file = fileURLToPath(new URL(`../${script}`, import.meta.url))
	const child = spawn(process.execPath, [...process.execArgv, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
	let last = ''
	for await (const line of createInterface({ input: child.stdout })) {
		console.log(line)
		if (line !== '') last = line
	}
	const code = await ended
	if (code !== 0) throw new Error(reasonIn(last) ?? `${script} ended with ${code}`)
	return figuresIn(JSON.parse(last), name)
}

const reasonIn = (line: string): string | undefined => {
	try {
		return Lacking.parse(JSON.parse(line)).notMeasured
	} catch {
		return undefined
	}
}
