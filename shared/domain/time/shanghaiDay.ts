const DAY_MS = 86_400_000
/** Asia/Shanghai has been 8 hours ahead of UTC, without summer time, since 1992. */
const AHEAD_MS = 8 * 3_600_000

/** The first millisecond of the Asia/Shanghai calendar day that an instant lies in. */
export const startOfDay = (at: number): number => Math.floor((at + AHEAD_MS) / DAY_MS) * DAY_MS - AHEAD_MS
