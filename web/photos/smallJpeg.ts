import { scaledSize } from './scaledSize.ts'

const quality = 0.8

/**
 * A small JPEG of whatever the camera gave, upright. It is drawn anew, so nothing that was hidden in the file (where and
 * when it was taken) goes along. Undefined where the browser cannot read it as a picture.
 */
export const smallJpeg = async (file: Blob): Promise<Blob | undefined> => {
	const address = URL.createObjectURL(file)
	try {
		const picture = new Image()
		picture.src = address
		await picture.decode()
		const canvas = document.createElement('canvas')
		Object.assign(canvas, scaledSize({ width: picture.naturalWidth, height: picture.naturalHeight }))
		canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
		return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality))
	} catch {
		return undefined
	} finally {
		URL.revokeObjectURL(address)
	}
}
