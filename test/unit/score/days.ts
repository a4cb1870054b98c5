import type { Profile } from '../../../shared/contract/profile/profile.ts'
import type { Device } from '../../../shared/contract/registry/registry.ts'
import type { CourtyardDay, DeviceDay, HourScore } from '../../../shared/contract/score/score.ts'
import type { Values } from '../../../shared/contract/telemetry/measurand.ts'
import { defaultProfile } from '../../../shared/domain/profile/defaultProfile.ts'
import type { TrackHour } from '../../../shared/domain/score/deviceTrack.ts'
import { scoreVillageDay, type VillageDay } from '../../../shared/domain/score/villageDay.ts'
import { hourOf } from '../../../shared/domain/telemetry/hour.ts'
import { packReading } from '../../../shared/domain/telemetry/hourPack.ts'
import { dayStart } from '../../../shared/domain/time/shanghai.ts'
import { bin, toilet } from '../../doubles/township.ts'

export const DAY = '2026-10-15'
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** 00:00 Asia/Shanghai on the day of the tests, and an instant of it, `10:30`. */
export const START = dayStart(DAY)
export const at = (clock: string, day = DAY): number => Date.parse(`${day}T${clock}:00+08:00`)

export { bin, toilet }
export type Sample = { at: number; values: Values; bad?: VillageReading['bad'] }
type VillageReading = Parameters<typeof packReading>[0]

/** Readings every five minutes in [from, until); what they show may depend on the instant. */
export function every5Minutes(from: number, until: number, show: Values | ((at: number) => Values)): Sample[] {
	const samples: Sample[] = []
	for (let now = from; now < until; now += 5 * MINUTE) {
		samples.push({ at: now, values: typeof show === 'function' ? show(now) : show })
	}
	return samples
}

export const packed = (samples: readonly Sample[]): TrackHour[] =>
	[...Map.groupBy(samples, (sample) => hourOf(sample.at))].map(([hour, own]) => ({
		hour,
		readings: own.map((sample) =>
			packReading({ values: sample.values, at: sample.at, ...(sample.bad ? { bad: sample.bad } : {}) }),
		),
	}))

export type Village = {
	devices: readonly { device: Device; samples: readonly Sample[]; carry?: string }[]
	day?: string
	profile?: Profile
	exclusions?: VillageDay['exclusions']
	lastSeen?: VillageDay['lastSeen']
}

/** The input of a village's day; every device counts for the courtyard the registry names. */
export function villageDay({
	devices,
	day = DAY,
	profile = defaultProfile,
	exclusions = [],
	lastSeen,
}: Village): VillageDay {
	return {
		profile,
		day,
		devices: devices.map(({ device }) => ({ device, courtyard: device.courtyard })),
		hours: new Map(
			devices.map(({ device, samples, carry }) => [
				device.id,
				packed(samples).map((hour, i) => (i === 0 && carry !== undefined ? { ...hour, carry } : hour)),
			]),
		),
		exclusions,
		courtyards: [...new Set(devices.map(({ device }) => device.courtyard))],
		...(lastSeen ? { lastSeen } : {}),
	}
}

/** The day of one device among those of a village. */
export function dayOf(id: string, village: Village): DeviceDay {
	const found = scoreVillageDay(villageDay(village))
		.flatMap(({ devices }) => devices)
		.find(({ device }) => device === id)
	if (!found) throw new Error(`${id} has no day`)
	return found
}

/** `v` valid, `x` excused, `-` a gap: the 24 hours at a glance. */
export const glance = ({ hours }: Pick<DeviceDay, 'hours'>): string =>
	hours.map(({ is }) => ({ valid: 'v', excused: 'x', gap: '-' })[is]).join('')

export const valid = (lost: Partial<Record<'ammonia' | 'fill' | 'level', number>> = {}): HourScore => ({
	is: 'valid',
	minutes: 60,
	lost,
})
export const gap = (shown?: number): HourScore => ({ is: 'gap', minutes: 0, ...(shown === undefined ? {} : { shown }) })
export const excused: HourScore = { is: 'excused', why: 'out-of-service' }
export const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

/** A courtyard's day from the hours of its devices; those named `bin…` are waste, `well…` sewage. */
export function courtyardDay(day: string, devices: Record<string, HourScore[]>): CourtyardDay {
	return {
		courtyard: 'yard-1',
		day,
		profile: `${defaultProfile.id}@${defaultProfile.version}`,
		devices: Object.entries(devices).map(([device, hours]): DeviceDay => {
			const last = hours.findLast(({ is }) => is !== 'excused')
			const shown =
				last?.is === 'valid'
					? 100 - Object.values(last.lost).reduce((a, b) => a + b, 0)
					: last?.is === 'gap'
						? last.shown
						: undefined
			return {
				device,
				revolution: device.startsWith('bin') ? 'waste' : device.startsWith('well') ? 'sewage' : 'toilet',
				hours,
				doubts: [],
				...(shown === undefined ? {} : { shown }),
			}
		}),
	}
}
