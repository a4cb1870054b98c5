/** A clock that is off by less does no harm. */
const TOLERABLE_SECONDS = 60

/**
 * How far a device's clock is off where somebody should set it right. A message from the future is always the clock; one from
 * the past may have waited for the next time that the device sends.
 *
 * @param aheadSeconds how far it is ahead, below zero behind; null: it sends no time
 * @param interval seconds between its messages
 * @returns seconds, above zero ahead; undefined where nothing is to be done
 */
export const clockOff = (aheadSeconds: number | null, interval: number): number | undefined => {
	if (aheadSeconds === null) return undefined
	if (aheadSeconds > TOLERABLE_SECONDS) return aheadSeconds
	return -aheadSeconds > Math.max(TOLERABLE_SECONDS, interval) ? aheadSeconds : undefined
}
