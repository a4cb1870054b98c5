import { notFound, type Outcome } from '../../../shared/contract/http/outcome.ts'
import type { Task } from '../../../shared/contract/task/task.ts'
import { hasReporter } from '../../../shared/domain/wall/askReporter.ts'
import { codeFrom, readCode } from '../../../shared/domain/wall/code.ts'
import { countWrongCode, triesTooMany } from './limits.ts'
import type { Passerby, WallPorts } from './ports.ts'

export type ReportedTask = Task & { source: 'resident' | 'order' }

/**
 * The code of what a form with this key tells, and the id of its task. Both follow from the key, so the same form is the
 * same report; the code cannot be found from the id, which people see who should not answer for the reporter.
 */
export function codeAndId({ pseudonym }: Pick<WallPorts, 'pseudonym'>, key: string): { code: string; id: string } {
	const code = codeFrom(pseudonym(`wall code ${key}`))
	return { code, id: idOf({ pseudonym }, code) }
}

const idOf = ({ pseudonym }: Pick<WallPorts, 'pseudonym'>, code: string): string =>
	`wall.${pseudonym(`wall task ${code}`)}`

/** What a code stands for, or what to answer instead. */
export async function byCode(
	ports: WallPorts,
	from: Passerby,
	text: string,
): Promise<{ task: ReportedTask } | { refused: Outcome }> {
	const { wall } = (await ports.registry.current()).profile
	const stopped = await triesTooMany(ports, from, wall)
	if (stopped) return { refused: stopped }
	const code = readCode(text)
	const task = code === undefined ? undefined : await ports.tasks.get(idOf(ports, code))
	if (task && hasReporter(task)) return { task }
	// A slip that the check character tells is no attempt to guess.
	if (code !== undefined) await countWrongCode(ports, from, wall)
	return {
		refused: notFound({
			zh: '这个编号的上报，请逐字核对编号',
			en: 'report with this code; please look at every character again',
		}),
	}
}
