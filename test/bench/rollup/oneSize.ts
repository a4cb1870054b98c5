import { type RollupReport, rollup } from '../../../functions/rollup/rollup.ts'
import { dayEnd, dayStart } from '../../../shared/domain/time/shanghai.ts'
import { MemoryDayChanges } from '../../doubles/memoryDayChanges.ts'
import { MemoryDraftMarks, MemoryLateMarks } from '../../doubles/memoryMarks.ts'
import { fixedRegistry } from '../../doubles/township.ts'
import { CountedScores } from './countedScores.ts'
import { MadeHistory } from './madeHistory.ts'
import { DEVICES, townshipOf, VILLAGE } from './township.ts'

const DAY = '2026-11-22'
const NOW = dayEnd(DAY) + 30 * 60_000

/** One day of a township of this size: scored at one go, killed at half of the writes and resumed, and with nothing to do. */
export async function oneSize(courtyards: number) {
	const registry = townshipOf(courtyards, DAY)
	const telemetry = new MadeHistory([...registry.devices.values()], dayStart(DAY) - 3_600_000)
	const scores = new CountedScores()
	const ports = {
		registry: fixedRegistry(registry),
		telemetry,
		scores,
		late: new MemoryLateMarks(),
		changes: new MemoryDayChanges(),
		draftMarks: new MemoryDraftMarks(),
		exclusions: { between: async () => [] },
		settleAppeals: async () => {},
	}
	const run = async (into: CountedScores): Promise<{ report: RollupReport; seconds: number }> => {
		const startedAt = performance.now()
		const report = await rollup({ ...ports, scores: into }, { now: () => NOW, remaining: () => 900_000 })
		return { report, seconds: (performance.now() - startedAt) / 1000 }
	}
	const cpuBefore = process.cpuUsage()
	const whole = await run(scores)
	const { user, system } = process.cpuUsage(cpuBefore)
	const [reads, writes] = [{ ...telemetry.cost }, { ...scores.cost }]
	const idle = await run(scores)
	const resumed = courtyards > 500 ? undefined : await killedAndResumed(run, courtyards)
	return {
		courtyards,
		devices: courtyards * DEVICES,
		villages: Math.ceil(courtyards / VILLAGE),
		seconds: rounded(whole.seconds),
		cpuSeconds: rounded((user + system) / 1_000_000),
		readUnits: reads.readUnits + writes.readUnits,
		writeUnits: writes.writeUnits,
		requests: reads.requests + writes.requests,
		bytesOfACourtyardDay: Math.round(scores.bytes.total / scores.bytes.days),
		largestCourtyardDay: scores.bytes.largest,
		maxRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
		idleSeconds: rounded(idle.seconds),
		...(resumed ? { resumed } : {}),
		isWhole: whole.report.courtyardDays === courtyards && idle.report.villageDays === 0,
	}
}

/** Dies at half of the puts; the next run finds what is left and does no village twice but the one it died in. */
async function killedAndResumed(
	run: (scores: CountedScores) => Promise<{ report: RollupReport; seconds: number }>,
	courtyards: number,
): Promise<Record<string, number>> {
	const scores = new CountedScores()
	scores.dieAtPut = Math.floor(courtyards / 2)
	const first = await run(scores)
	scores.dieAtPut = Number.POSITIVE_INFINITY
	const second = await run(scores)
	return {
		courtyardDaysBefore: first.report.courtyardDays,
		courtyardDaysAfter: second.report.courtyardDays,
		seconds: rounded(second.seconds),
	}
}

const rounded = (seconds: number): number => Math.round(seconds * 100) / 100
