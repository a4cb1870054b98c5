import { readFileSync, writeFileSync } from 'node:fs'
import { MeasuredUnits } from '../../infra/commands/cost/measuredUnits.ts'
import * as z from '../../shared/contract/zod.ts'

const file = new URL('../../infra/commands/cost/measured.json', import.meta.url)

/** Puts what was measured into the file that the cost model reads; the other part stays as it is. @throws when it does not fit */
export function recordMeasured(part: Partial<MeasuredUnits>): void {
	const known: unknown = JSON.parse(readFileSync(file, 'utf8'))
	const measured = MeasuredUnits.parse({ ...z.partial(MeasuredUnits).parse(known), ...part })
	writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`)
}
