/** The values that one field of a cron expression allows, within its range. */
export type FieldRange = { readonly min: number; readonly max: number; readonly names?: readonly string[] }

const value = (text: string, { min, max, names = [] }: FieldRange): number => {
	const named = names.indexOf(text.toUpperCase())
	const number = named >= 0 ? named + min : /^\d+$/.test(text) ? Number(text) : Number.NaN
	if (number >= min && number <= max) return number
	throw new RangeError(`${text} is not between ${min} and ${max}`)
}

const part = (text: string, range: FieldRange): number[] => {
	const [span = '', step, ...rest] = text.split('/')
	if (rest.length > 0) throw new RangeError(`${text} has more than one step`)
	const by = step === undefined ? 1 : /^[1-9]\d*$/.test(step) ? Number(step) : Number.NaN
	if (Number.isNaN(by)) throw new RangeError(`${step} is not a step`)
	const [from = '', to, ...more] = span.split('-')
	if (more.length > 0) throw new RangeError(`${span} is not a range`)
	const first = from === '*' ? range.min : value(from, range)
	// 5/15 runs from 5 to the end of the range; 5 alone is just 5.
	const last = to !== undefined ? value(to, range) : from === '*' || step !== undefined ? range.max : first
	if (last < first) throw new RangeError(`${span} runs backwards`)
	return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, index) => first + index * by)
}

/** The values that `text` (lists, ranges, steps, names, *) stands for, ascending. Throws a RangeError in words. */
export const fieldValues = (text: string, range: FieldRange): number[] =>
	[...new Set(text.split(',').flatMap((item) => part(item, range)))].toSorted((a, b) => a - b)
