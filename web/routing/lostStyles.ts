/**
 * Asks again for the style sheets that did not come: the bundler's loader asks for each only once, and a page whose
 * program comes at the second try would stand there without its styles.
 *
 * @throws what the browser says if one does not come again
 */
export const fetchLostStyles = async (): Promise<void> => {
	const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
	await Promise.all(
		links.filter(isLost).map(
			(lost) =>
				new Promise((done, failed) => {
					const link = lost.cloneNode() as HTMLLinkElement
					link.addEventListener('load', done)
					link.addEventListener('error', failed)
					lost.replaceWith(link)
				}),
		),
	)
}

/** Of a sheet that did not come some browsers have none, others one of which they show no rules. */
const isLost = ({ sheet }: HTMLLinkElement): boolean => {
	try {
		return sheet === null || sheet.cssRules === undefined
	} catch {
		return true
	}
}
