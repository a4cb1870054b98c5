/** The version after the latest one: its last number raised until nobody has it. `2026.1` is followed by `2026.2`. */
export const nextVersion = (base: string, known: readonly string[]): string => {
	const [, stem = `${base}-`, number = '0'] = /^(.*?)(\d+)$/.exec(base) ?? []
	let next = Number(number) + 1
	while (known.includes(`${stem}${next}`)) next += 1
	return `${stem}${next}`
}
