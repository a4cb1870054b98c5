/** The longest side of a photo that is sent, pixels: enough to see what is broken. */
export const longestSide = 1600

/** The size of a picture that is scaled down to fit, never up; whole pixels, at least one. */
export const scaledSize = (size: { width: number; height: number }): { width: number; height: number } => {
	const scale = Math.min(1, longestSide / Math.max(size.width, size.height, 1))
	return {
		width: Math.max(1, Math.round(size.width * scale)),
		height: Math.max(1, Math.round(size.height * scale)),
	}
}
