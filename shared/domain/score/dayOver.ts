import { dayEnd } from '../time/shanghai.ts'

/** What was measured in the last minutes of a day has come by then. */
const SCORED_AFTER_MS = 20 * 60_000
/** Clocks differ, and a write takes a while. */
const MARGIN_MS = 5 * 60_000

/** Whether a day, Asia/Shanghai, may be scored: from 00:20 of the next day on. */
export const isOver = (day: string, now: number): boolean => now >= dayEnd(day) + SCORED_AFTER_MS

/**
 * Whether somebody may have scored a day before readings of it were stored: these must be marked. Before that nobody could,
 * and the readings cost nothing more.
 * @param storedAt when the readings were stored already
 */
export const isPerhapsScored = (day: string, storedAt: number): boolean =>
	storedAt >= dayEnd(day) + SCORED_AFTER_MS - MARGIN_MS
