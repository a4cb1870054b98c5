/** Whether MQTT allows the string as a topic filter: `+` is a whole level, `#` the whole last one. */
export const isTopicFilter = (filter: string): boolean => {
	const levels = filter.split('/')
	return (
		filter.length > 0 &&
		levels.every((level, index) => {
			if (level === '#') return index === levels.length - 1
			return level === '+' || !/[+#]/.test(level)
		})
	)
}

/**
 * Whether a topic matches a topic filter. A wildcard in the first level does not match a topic that begins with "$"
 * (MQTT 3.1.1, 4.7.2); `a/#` matches `a` too (4.7.1.2).
 */
export const matchesTopicFilter = (filter: string, topic: string): boolean => {
	if (topic.startsWith('$') && /^[+#]/.test(filter)) return false
	const wanted = filter.split('/')
	const levels = topic.split('/')
	for (const [index, level] of wanted.entries()) {
		if (level === '#') return true
		if (index >= levels.length || (level !== '+' && level !== levels[index])) return false
	}
	return wanted.length === levels.length
}
