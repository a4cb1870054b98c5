/** Every number that a part found, by its name: `part.what.of` */
export type Figures = Readonly<Record<string, number>>

/** The numbers in a tree by their path; what holds or not counts as 1 or 0, words are no figures. */
export function figuresIn(tree: unknown, name: string): Figures {
	if (typeof tree === 'number') return { [name]: tree }
	if (typeof tree === 'boolean') return { [name]: tree ? 1 : 0 }
	if (typeof tree !== 'object' || tree === null) return {}
	return Object.assign({}, ...Object.entries(tree).map(([key, value]) => figuresIn(value, `${name}.${key}`)))
}
