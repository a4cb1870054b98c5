import type { DeviceConfig } from '../../../shared/contract/registry/deviceConfig.ts'
import { Measurand, type Values } from '../../../shared/contract/telemetry/measurand.ts'
import { toDecimals } from '../../hash.ts'
import { nextReport } from './nextReport.ts'
import type { Shelf } from './shelf.ts'

export type ReporterOptions = {
	/** The device's id; it places its reports within the interval. */
	id: string
	/** What the sensor shows now, in the units of shared/contract/telemetry/measurand.ts, not calibrated yet. */
	measure: () => Promise<Values>
	config: () => DeviceConfig
	shelf: Shelf
	/** Told when there may be something to send. */
	ready: () => void
	trouble: (what: string) => void
	now?: () => number
	/** Calls once, at an instant in milliseconds since 1970; returns what cancels it. */
	callAt?: (instant: number, call: () => void) => () => void
}

export type Reporter = {
	/** The configuration has changed. */
	reconfigured(): void
	/** Takes no more readings; resolves when the last one is on the disk. */
	stop(): Promise<void>
}

/** Offsets are told with no more decimals than this, or 0.12 − 0.05 would be sent as 0.06999999999999999. */
const decimals = 6

/** Adds the offsets of the configuration to what was measured. */
export const calibrated = (values: Values, offsets: DeviceConfig['offsets']): Values => {
	const corrected: Values = {}
	for (const [name, value] of Object.entries(values)) {
		const measurand = Measurand.parse(name)
		const offset = offsets[measurand]
		corrected[measurand] = offset === undefined ? value : toDecimals(value + offset, decimals)
	}
	return corrected
}

const timer = (now: () => number) => (instant: number, call: () => void) => {
	const handle = setTimeout(call, Math.max(0, instant - now()))
	return () => clearTimeout(handle)
}

/**
 * Takes a reading each interval and puts it on the disk, from where it is sent. A sensor that cannot be read is told and
 * tried again at the next interval.
 */
export const startReporter = (options: ReporterOptions): Reporter => {
	const { id, measure, config, shelf, ready, trouble, now = Date.now, callAt = timer(now) } = options
	let cancel = (): void => {}
	let isStopped = false
	let taking = Promise.resolve()

	const take = async (): Promise<void> => {
		const at = now()
		try {
			const values = calibrated(await measure(), config().offsets)
			if (Object.keys(values).length === 0) return
			shelf.add(at, values)
			ready()
		} catch (cause) {
			trouble(`no reading: ${cause instanceof Error ? cause.message : String(cause)}`)
		}
	}
	const plan = (): void => {
		cancel()
		if (isStopped) return
		cancel = callAt(nextReport(id, config().interval, now()), () => {
			taking = taking.then(take)
			plan()
		})
	}
	plan()
	return {
		reconfigured: plan,
		stop: async () => {
			isStopped = true
			cancel()
			await taking
		},
	}
}
