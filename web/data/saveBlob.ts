/** Saves something as a file on the reader's machine. */
export const saveBlob = (blob: Blob, name: string): void => {
	const url = URL.createObjectURL(blob)
	Object.assign(document.createElement('a'), { href: url, download: name }).click()
	setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
