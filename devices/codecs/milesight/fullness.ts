/** How far beyond the floor an echo may seem to come from, as a share of the height. */
const BEYOND_FLOOR = 0.1

/**
 * How full a vessel is by the distance from the sensor above down to what is in it; all in millimetres.
 * @param height from the sensor down to the empty floor
 * @param blindZone from the sensor down to where it counts as full: nearer it cannot measure
 * @returns 0 to 100 %, two decimals; undefined where no echo of this vessel can come from there
 */
export function fullness(distance: number, height: number, blindZone: number): number | undefined {
	if (distance <= 0 || distance > height * (1 + BEYOND_FLOOR) || blindZone >= height) return undefined
	const share = (height - distance) / (height - blindZone)
	return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100
}
