import type { CourtyardDay, DeviceDay } from '../../shared/contract/score/score.ts'
import { daysOfMonth } from '../../shared/domain/time/shanghai.ts'

/** A device's day on which every hour lost so many points by ammonia. */
const deviceDay = (device: string, points: number): DeviceDay => ({
	device,
	revolution: 'toilet',
	hours: Array.from({ length: 24 }, () => ({
		is: 'valid' as const,
		minutes: 60,
		lost: points === 0 ? {} : { ammonia: points },
	})),
	doubts: [],
	shown: 100 - points,
})

/** A month of a courtyard with two toilets; every hour of both lost so many points. */
export const scoredMonth = (courtyard: string, month: string, points: number): CourtyardDay[] =>
	daysOfMonth(month).map((day) => ({
		courtyard,
		day,
		profile: 'sichuan-rural@2026.1',
		devices: [deviceDay(`${courtyard}-0`, points), deviceDay(`${courtyard}-1`, points)],
	}))
