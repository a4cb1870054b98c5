import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * For places that lie side by side and are pushed along on a phone: the one where the reader is, is brought into sight.
 * @param here changes when the reader goes elsewhere
 */
export const useCurrentInSight = <E extends HTMLElement>(here: string): RefObject<E | null> => {
	const row = useRef<E>(null)
	useEffect(() => {
		const current = row.current?.querySelector('[aria-current]')?.getBoundingClientRect()
		const shown = row.current?.getBoundingClientRect()
		if (row.current && current && shown)
			row.current.scrollLeft += current.left + current.width / 2 - (shown.left + shown.width / 2)
	}, [here])
	return row
}
