import type { Problem } from '../../../../../shared/contract/http/problem.ts'
import type { RegistryImported } from '../../../../../shared/contract/registry/registry.ts'
import type { Answer, Failure } from '../../../../data/request.ts'
import type { Sheet, Words } from './column.ts'
import { sent } from './merged.ts'
import type { Fault, Plan, PlanLine } from './plan.ts'

/** The registry, asked to take entries, or with `check` whether it would. */
export type Put = (body: unknown, how: { readonly check: boolean }) => Promise<Answer<RegistryImported>>

export type Putting = Extract<PlanLine, { is: 'added' | 'changed' }>

export const isPutting = (line: PlanLine): line is Putting => line.is === 'added' || line.is === 'changed'

/**
 * A plan as the registry would take it: it is asked until it has nothing against what is left, since a line may lean on
 * another that is refused (a device on its gateway).
 *
 * @returns a failure where it could not be asked
 */
export const settled = async (sheet: Sheet, plan: Plan, put: Put): Promise<Plan | Failure> => {
	let lines = plan.lines
	for (;;) {
		const asked = lines.filter(isPutting)
		if (asked.length === 0) return { ...plan, lines }
		const answer = await put(bodyOf(sheet, asked), { check: true })
		if (answer.is === 'ready' || answer.is === 'unchanged') return { ...plan, lines }
		if (answer.is === 'offline') return answer
		const faults = faultsOf(sheet, answer.problem, asked)
		if (faults.size === 0) return answer
		lines = lines.map((line) => {
			const against = faults.get(line.line)
			return against === undefined ? line : { ...base(line), is: 'refused', faults: inOrder(sheet, against) }
		})
	}
}

const inOrder = ({ columns }: Sheet, faults: readonly Fault[]): Fault[] =>
	faults.toSorted((a, b) => place(columns, a) - place(columns, b))

const place = (columns: Sheet['columns'], { column }: Fault): number =>
	column ? columns.indexOf(column) : columns.length

export const bodyOf = (sheet: Sheet, lines: readonly Pick<Putting, 'entry'>[]): unknown => ({
	[sheet.room]: lines.map(({ entry }) => sent(sheet, entry)),
})

const base = ({ line, id, cells }: PlanLine) => ({ line, id, cells })

/** What the registry has against lines, by line: `devices.3.name.zh` is a column of the fourth. */
const faultsOf = (sheet: Sheet, problem: Problem, asked: readonly Putting[]): ReadonlyMap<number, readonly Fault[]> => {
	const found = new Map<number, Fault[]>()
	for (const { field, message: en, zh } of problem.errors ?? []) {
		const [room, index, ...path] = field.split('.')
		const line = room === sheet.room ? asked[Number(index)] : undefined
		if (line === undefined) continue
		for (const fault of faultsAt(sheet, path, { zh, en }, line.cells)) {
			const others = found.get(line.line) ?? []
			if (!others.some(({ column }) => column !== undefined && column === fault.column))
				found.set(line.line, [...others, fault])
		}
	}
	return found
}

const faultsAt = ({ columns }: Sheet, path: readonly string[], words: Words, cells: PlanLine['cells']): Fault[] => {
	const at = columns.filter(
		(column) => path.length > 0 && column.path.slice(0, path.length).join('.') === path.join('.'),
	)
	if (at.length > 0) return at.map((column) => ({ column, expected: column.expected, got: cells[column.name] ?? '' }))
	return [{ expected: words, got: '' }]
}

export interface Sending {
	readonly done: number
	/** Why it stopped; what is done stays done, and doing it again does no harm. */
	readonly failure?: Failure
}

const batch = 100

/**
 * Puts what a settled plan would, gateways first, so many in a call.
 *
 * @param told after every call
 */
export const putAll = async (
	sheet: Sheet,
	{ lines }: Plan,
	put: Put,
	told: (sofar: Sending) => void,
): Promise<Sending> => {
	const rank = ({ entry }: Putting): number => (entry.kind === 'gateway' ? 0 : 1)
	const all = lines.filter(isPutting).sort((a, b) => rank(a) - rank(b))
	for (let done = 0; done < all.length; done += batch) {
		const answer = await put(bodyOf(sheet, all.slice(done, done + batch)), { check: false })
		if (answer.is === 'offline' || answer.is === 'refused') return { done, failure: answer }
		told({ done: Math.min(done + batch, all.length) })
	}
	return { done: all.length }
}
