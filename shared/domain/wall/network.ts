/**
 * The network an address belongs to, for counting: an IPv4 address itself, of an IPv6 address the first 64 bits, for
 * whoever has one of these has all that share them.
 */
export function networkOf(address: string): string {
	if (!address.includes(':')) return address
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
	if (mapped?.[1] !== undefined) return mapped[1]
	const [head = '', tail] = address.toLowerCase().split('::')
	const before = head === '' ? [] : head.split(':')
	const after = tail === undefined || tail === '' ? [] : tail.split(':')
	const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
	const all = [...before, ...Array<string>(zeros).fill('0'), ...after]
	return all
		.slice(0, 4)
		.map((part) => part.replace(/^0+(?=.)/, ''))
		.join(':')
}
