export interface MapPlace {
	readonly id: string
	/** WGS 84, degrees. */
	readonly lat: number
	readonly lon: number
}

export interface MapPoint {
	readonly id: string
	readonly x: number
	readonly y: number
}

/**
 * Places on a plane, north up and both axes in the same measure (a degree of longitude shrinks with the cosine of the
 * latitude), as large as fits into width × height with a margin; nudged apart where two would lie on one another.
 */
export const mapPoints = (
	places: readonly MapPlace[],
	{ width, height, margin, apart }: { width: number; height: number; margin: number; apart: number },
): MapPoint[] => {
	if (places.length === 0) return []
	const shrink = Math.cos((mean(places.map(({ lat }) => lat)) * Math.PI) / 180)
	const flat = places.map(({ id, lat, lon }) => ({ id, x: lon * shrink, y: -lat }))
	const [left, right] = [Math.min(...flat.map(({ x }) => x)), Math.max(...flat.map(({ x }) => x))]
	const [top, bottom] = [Math.min(...flat.map(({ y }) => y)), Math.max(...flat.map(({ y }) => y))]
	const scale = Math.min(
		(width - 2 * margin) / Math.max(right - left, 1e-9),
		(height - 2 * margin) / Math.max(bottom - top, 1e-9),
	)
	const points = flat.map(({ id, x, y }) => ({
		id,
		x: width / 2 + (places.length === 1 ? 0 : (x - (left + right) / 2) * scale),
		y: height / 2 + (places.length === 1 ? 0 : (y - (top + bottom) / 2) * scale),
	}))
	for (let round = 0; round < 24; round += 1) pushApart(points, apart)
	const within = (value: number, size: number) => Math.min(size - margin, Math.max(margin, value))
	return points.map(({ id, x, y }) => ({ id, x: within(x, width), y: within(y, height) }))
}

const pushApart = (points: { x: number; y: number }[], apart: number): void => {
	for (const [index, a] of points.entries()) {
		for (const b of points.slice(index + 1)) {
			const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y || 0.01]
			const distance = Math.hypot(dx, dy)
			if (distance >= apart) continue
			const push = (apart - distance) / 2 / distance
			a.x -= dx * push
			a.y -= dy * push
			b.x += dx * push
			b.y += dy * push
		}
	}
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** A name in at most two lines of about the same length, broken between words. */
export const nameLines = (name: string): string[] => {
	const words = name.split(' ')
	if (name.length <= 12 || words.length < 2) return [name]
	const cuts = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
	const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length))
	return cuts.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best))
}
