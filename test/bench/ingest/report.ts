import { factKinds } from '../reference/facts.ts'
import type { CallCost } from './capacityMeter.ts'
import type { Result } from './runVariant.ts'

/** One variant for people. */
export function reportOf(result: Result): string {
	const { measured, received, deviceHours, total, sweep, alerts, largest } = result
	const share = (value: number, per = measured): string => (value / per).toFixed(4).padStart(9)
	const requests = total.requests + alerts
	const lines = [
		``,
		`${result.name}, ${result.hours} hours: ${measured} readings measured, ${received} received in ${result.messages} messages and ` +
			`${result.batches} batches; ${result.seconds.toFixed(0)} s`,
		`                        a reading measured  a reading received`,
		`  write units          ${share(total.writeUnits)}  ${share(total.writeUnits, received)}`,
		`  read units           ${share(total.readUnits)}  ${share(total.readUnits, received)}`,
		`  requests             ${share(requests)}  ${share(requests, received)}   (DynamoDB ${total.requests}, alerts ${alerts})`,
		`  CPU ms               ${share(result.cpuMs)}  ${share(result.cpuMs, received)}`,
		`  as the engine counts: ${total.engine.writeUnits} write units of ${total.writeUnits}, ` +
			`${total.engine.readUnits} read units of ${total.readUnits}`,
		`  largest device-hour: ${largest.bytes} bytes, ${largest.readings} readings (${largest.item})`,
		`  beside it, the sweep: ${(sweep.readUnits / deviceHours).toFixed(2)} read and ` +
			`${(sweep.writeUnits / deviceHours).toFixed(3)} write units, ` +
			`${(sweep.requests / deviceHours).toFixed(2)} requests a device-hour`,
		...[...result.calls].sort(([, a], [, b]) => weight(b) - weight(a)).map((entry) => callLine(entry, measured)),
		...factLines(result),
	]
	return lines.join('\n')
}

const callLine = ([purpose, cost]: [string, CallCost], measured: number): string =>
	`    ${(cost.writeUnits / measured).toFixed(4)} w  ${(cost.readUnits / measured).toFixed(4)} r  ` +
	`${String(cost.requests).padStart(6)} x  ${purpose}`

const weight = ({ writeUnits, readUnits }: CallCost): number => writeUnits + readUnits

function factLines({ expected, differences }: Result): string[] {
	const counts = factKinds.map((kind) => {
		const wrong = differences.filter((difference) => difference.kind === kind)
		return `${kind} ${wrong.length} of ${expected[kind].size}`
	})
	const examples = differences
		.slice(0, 12)
		.map(({ kind, name, expected: is, got }) => `    ${kind} ${name}: ${is ?? 'none'}, but told ${got ?? 'none'}`)
	return [`  wrong: ${counts.join(', ')}`, ...examples]
}
