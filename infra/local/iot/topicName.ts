/** Prefix of Basic Ingest: `$aws/rules/<rule name>/<topic>`. */
const basicIngest = /^\$aws\/rules\/([^/]+)\/(.+)$/s

/** The rule and the topic that a Basic Ingest topic names. */
export const readBasicIngest = (topic: string): { ruleName: string; topic: string } | undefined => {
	const [, ruleName, rest] = basicIngest.exec(topic) ?? []
	return ruleName !== undefined && rest !== undefined ? { ruleName, topic: rest } : undefined
}

/** Devices and rules cannot subscribe to what goes to a rule directly. */
export const isBasicIngest = (topicOrFilter: string): boolean => topicOrFilter.startsWith('$aws/rules/')

/**
 * Why a message must not be published on this topic, apart from any policy; undefined where it may be.
 * The lengths are AWS IoT's limits (256 bytes, 7 slashes; the prefix of Basic Ingest does not count), so that a device
 * that works here works there. Topics with "$" are reserved; here they also steer the broker itself.
 */
export const unpublishable = (topic: string): string | undefined => {
	const plain = readBasicIngest(topic)?.topic ?? topic
	if (plain.startsWith('$')) return 'the topic is reserved'
	if (plain.length === 0) return 'the topic is empty'
	if (/[+#\0]/.test(plain)) return 'the topic has a wildcard'
	if (Buffer.byteLength(plain) > 256) return 'the topic is longer than 256 bytes'
	if (plain.split('/').length > 8) return 'the topic has more than 7 slashes'
	return undefined
}
