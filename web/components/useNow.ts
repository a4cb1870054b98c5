import { useEffect, useState } from 'preact/hooks'

/** The time, told anew every half minute: nothing on a page says “just now” for an hour. */
export const useNow = (everyMs = 30_000): number => {
	const [now, setNow] = useState(() => Date.now())
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), everyMs)
		return () => clearInterval(timer)
	}, [everyMs])
	return now
}
