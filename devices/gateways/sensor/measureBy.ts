import { execFile } from 'node:child_process'
import { Measurand, type Values } from '../../../shared/contract/telemetry/measurand.ts'
import * as z from '../../../shared/contract/zod.ts'

/** By our own names, in our units (docs/devices.md). */
const Printed = z.partialRecord(Measurand, z.number())

/**
 * A sensor that is read by running a program, which prints its values as one JSON object: `{"ammonia": 0.12}`. An empty
 * object is no reading.
 * @throws Error that says why there is none: the program failed, was too slow, or printed something else
 */
export const measureBy =
	([program = '', ...args]: readonly string[], timeoutSeconds: number) =>
	async (): Promise<Values> => {
		const printed = await new Promise<string>((resolve, reject) => {
			const options = { timeout: timeoutSeconds * 1000, maxBuffer: 65_536, killSignal: 'SIGKILL' as const }
			execFile(program, args, options, (fault, stdout, stderr) => {
				if (fault === null) return resolve(stdout)
				const why = fault.killed ? `no answer within ${timeoutSeconds} s` : stderr.trim() || fault.message
				reject(new Error(`${program}: ${why.slice(0, 300)}`))
			})
		})
		let json: unknown
		try {
			json = JSON.parse(printed)
		} catch {
			throw new Error(`${program}: expected a JSON object, got ${JSON.stringify(printed.slice(0, 80))}`)
		}
		const parsed = Printed.safeParse(json)
		if (parsed.success) return parsed.data
		const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the object'}: ${message}`)
		throw new Error(`${program}: ${faults.join('; ')}`)
	}
