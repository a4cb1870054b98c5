import { draw, textHash } from '../../hash.ts'

/**
 * The next instant after `now` at which a device reports. Each has its own place in the interval, by the hash of its id, so
 * that a fleet of one make does not speak in the same second; and the same place after every restart.
 * @param interval seconds
 * @param now milliseconds since 1970
 */
export const nextReport = (id: string, interval: number, now: number): number => {
	const length = interval * 1000
	const place = Math.floor(draw(textHash(id), 0, 0) * length)
	return (Math.floor((now - place) / length) + 1) * length + place
}
