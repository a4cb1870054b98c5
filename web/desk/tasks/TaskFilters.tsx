import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import type { TaskView } from '../../../shared/contract/task/taskView.ts'
import { Chips, type Choice } from '../../components/Chips.tsx'
import { revolutionOrder } from '../../components/revolutionOrder.ts'
import { useNow } from '../../components/useNow.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../routing/navigation.ts'
import { filterFrom, fits, isOverdue, type TaskFilter } from './taskFilter.ts'
import { tasksWords } from './tasksWords.ts'

interface TaskFiltersProps {
	readonly tasks: readonly TaskView[]
	readonly courtyards: readonly CourtyardView[]
}

const severities = ['critical', 'major', 'minor'] as const
const sources = ['alarm', 'resident', 'inspection', 'order'] as const

/** Filters as chips, each with how many tasks it would leave beside the others. */
export const TaskFilters = ({ tasks, courtyards }: TaskFiltersProps) => {
	const t = useWords(tasksWords)
	const common = useWords(commonWords)
	const language = useLanguage()
	const filter = filterFrom(useQuery())
	const now = useNow()
	const villageOf = (id: string): string | undefined => courtyards.find((one) => one.id === id)?.village
	const villages = Map.groupBy(courtyards, ({ village }) => village)
	const chips = (name: keyof TaskFilter, label: string, all: string, choices: readonly Choice[], is: Is) => {
		const left = tasks.filter((task) => fits(task, filter, villageOf, now, name))
		const counted = choices.map((choice) => ({
			...choice,
			count: left.filter((task) => is(task, choice.value)).length,
		}))
		const offered = counted.filter(({ value, count }) => count > 0 || filter[name] === value)
		if (offered.length === 0) return null
		return <Chips name={name} label={label} choices={[{ value: '', label: all }, ...offered]} />
	}
	return (
		<div class="row filters">
			{chips(
				'village',
				t.villages,
				t.allVillages,
				[...villages].map(([value, own]) => ({ value, label: own[0]?.villageName?.[language] ?? value })),
				(task, value) => villageOf(task.courtyard) === value,
			)}
			{chips(
				'revolution',
				t.revolutions,
				t.anyRevolution,
				revolutionOrder.map((value) => ({ value, label: common[value] })),
				(task, value) => task.revolution === value,
			)}
			{chips(
				'severity',
				t.severities,
				t.anySeverity,
				severities.map((value) => ({ value, label: t[value] })),
				(task, value) => task.severity === value,
			)}
			{chips(
				'source',
				t.sources,
				t.anySource,
				sources.map((value) => ({ value, label: t[value] })),
				(task, value) => task.source === value,
			)}
			{chips('clock', t.clocks, t.anyClock, [{ value: 'overdue', label: t.overdue }], (task) => isOverdue(task, now))}
			{filter.assignee === 'none' &&
				chips(
					'assignee',
					t.unassigned,
					t.all,
					[{ value: 'none', label: t.unassigned }],
					(task) => task.assignee === null,
				)}
		</div>
	)
}

type Is = (task: TaskView, value: string) => boolean
