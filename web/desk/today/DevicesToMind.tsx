import type { OverviewView, TaskLine } from '../../../shared/contract/service/overview.ts'
import { Icon } from '../../components/Icon.tsx'
import type { IconName } from '../../components/icons.ts'
import { Since } from '../../components/Since.tsx'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { todayWords } from './todayWords.ts'

/** Of a single device its page; an outage of many has only its task. */
const hrefOf = ({ id, device, rule }: TaskLine): string =>
	device !== undefined && rule !== 'outage'
		? `/desk/devices/${encodeURIComponent(device)}`
		: `/desk/tasks/${encodeURIComponent(id)}`

/** Sensors that need care: silent ones and those with a low battery. */
export const DevicesToMind = ({ view: { silent, battery } }: { view: Pick<OverviewView, 'silent' | 'battery'> }) => {
	const t = useWords(todayWords)
	const groups = [
		{ id: 'silent', icon: 'offline', title: t.silent, ...silent },
		{ id: 'battery', icon: 'battery', title: t.battery, ...battery },
	] as const
	return (
		<section class="card stack">
			<h2>{t.devices}</h2>
			{silent.count + battery.count === 0 && <p class="grey">{t.allWell}</p>}
			{groups.map(
				({ id, icon, title, count, first }) => count > 0 && <Group key={id} {...{ icon, title, count, first }} />,
			)}
		</section>
	)
}

const Group = (props: { icon: IconName; title: string; count: number; first: readonly TaskLine[] }) => {
	const { icon, title, count, first } = props
	const t = useWords(todayWords)
	const language = useLanguage()
	return (
		<div>
			<h3 class="revolution-title">
				<Icon name={icon} /> {title} <span class="figures grey">{count}</span>
			</h3>
			<ul class="device-lines">
				{first.map((task) => (
					<li key={task.id}>
						<a href={hrefOf(task)}>{task.where[language]}</a>
						<span class="small grey nowrap">
							<Since at={task.onset} />
						</span>
					</li>
				))}
			</ul>
			{count > first.length && <a href="/desk/tasks">{t.more(count - first.length)}</a>}
		</div>
	)
}
