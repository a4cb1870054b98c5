import type { TaskActionType } from '../../shared/contract/task/taskAction.ts'
import type { TaskState } from '../../shared/contract/task/taskEvent.ts'
import type { ShownTask } from './shownTask.ts'

/** What brings a task on: the one big button. */
export type Step = 'acknowledge' | 'start' | 'fix' | 'verify'

/** In each state what comes first; the later ones stand in where the first is not the reader's to do. */
const onwards: Readonly<Record<TaskState, readonly Step[]>> = {
	raised: ['acknowledge', 'start', 'fix'],
	reopened: ['acknowledge', 'start', 'fix'],
	acknowledged: ['start', 'fix'],
	'in-progress': ['fix'],
	fixed: ['verify'],
	verified: [],
	dismissed: [],
	withdrawn: [],
}

/** The next step that the reader may take; undefined where it is not his turn. */
export const nextStep = ({ state, actions }: Pick<ShownTask, 'state' | 'actions'>): Step | undefined =>
	onwards[state].find((step) => actions.includes(step))

/** Beside the big button: help, or the word that it is not mended after all. */
export const otherSteps = ({ actions }: Pick<ShownTask, 'actions'>): readonly TaskActionType[] =>
	(['handOver', 'reopen', 'dismiss', 'comment'] as const).filter((type) => actions.includes(type))

/** Whom a task that was called mended waits for. */
export const waitsFor = ({ state, source }: Pick<ShownTask, 'state' | 'source'>): 'sensor' | 'people' | undefined =>
	state !== 'fixed' ? undefined : source === 'alarm' ? 'sensor' : 'people'

/** The rung above the one that answers for it now, if there is one. */
export const rungAbove = ({
	ladder,
	owner,
}: Pick<ShownTask, 'ladder' | 'owner'>): ShownTask['ladder'][number] | undefined =>
	ladder[ladder.findIndex(({ rung }) => rung === owner.rung) + 1]
