import type { QuarantineSummary } from '../../../shared/contract/telemetry/quarantineViews.ts'
import { Chips } from '../../components/Chips.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Live } from '../../components/Live.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Since } from '../../components/Since.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { commonWords } from '../../i18n/commonWords.ts'
import { decimal } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { withQuery } from '../../routing/address.ts'
import { setQuery, usePlace, useQuery } from '../../routing/navigation.ts'
import { useNames } from '../useNames.ts'
import { dataWords } from './dataWords.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { reasonWords } from './reasonWords.ts'
import { groupKey, type RefusedGroup, reasonCounts, shownGroups } from './refusedGroups.ts'

/** What was refused, by device and reason; each opens what came and how it is mended. */
export const RefusedTab = () => {
	const t = useWords(dataWords)
	const summary = useApi<QuarantineSummary>('/api/quarantine/summary')
	const opened = useQuery().get('group') ?? ''
	return (
		<Live of={summary} skeleton={<Skeleton lines={8} tall />}>
			{({ groups, next }) => {
				const group = groups.find((one) => groupKey(one) === opened)
				return (
					<div class="stack">
						{groups.length === 0 ? (
							<Notice icon="check" title={t.none}>
								{t.noneNote}
							</Notice>
						) : (
							<Groups groups={groups} />
						)}
						{next && <p class="small grey">{t.more}</p>}
						{group && (
							<GroupDialog
								key={opened}
								group={group}
								onClose={() => {
									setQuery({ group: '' })
									summary.refresh()
								}}
							/>
						)}
					</div>
				)
			}}
		</Live>
	)
}

const Groups = ({ groups }: { groups: readonly RefusedGroup[] }) => {
	const t = useWords(dataWords)
	const { all } = useWords(commonWords)
	const language = useLanguage()
	const names = useNames()
	const { path, search } = usePlace()
	const query = new URLSearchParams(search)
	const filter = {
		show: query.get('show') ?? '',
		reason: query.get('reason') ?? '',
		device: query.get('device') ?? '',
	}
	const columns: readonly Column<RefusedGroup>[] = [
		{
			id: 'device',
			title: t.device,
			cell: ({ device }) => names.device(device),
			key: ({ device }) => names.device(device),
		},
		{
			id: 'reason',
			title: t.reason,
			isProse: true,
			cell: ({ reason, text }) => (
				<span class="refused-why">
					{reasonWords[reason].title[language]}
					<span class="small grey">{text[language]}</span>
				</span>
			),
			key: ({ reason }) => reasonWords[reason].title[language],
		},
		{
			id: 'messages',
			title: t.messages,
			isFigure: true,
			cell: ({ messages }) => decimal(messages, 0, language),
			key: ({ messages }) => messages,
		},
		{
			id: 'open',
			title: t.open,
			isFigure: true,
			cell: ({ open }) => (open === 0 ? 0 : <strong>{decimal(open, 0, language)}</strong>),
			key: ({ open }) => open,
		},
		{ id: 'first', title: t.first, cell: ({ firstAt }) => <Since at={firstAt} />, key: ({ firstAt }) => firstAt },
		{ id: 'last', title: t.last, cell: ({ lastAt }) => <Since at={lastAt} />, key: ({ lastAt }) => lastAt },
	]
	const devices = [...new Set(groups.map(({ device }) => device))]
	return (
		<>
			<div class="row filters">
				<Chips
					name="show"
					label={t.state}
					choices={[
						{ value: '', label: t.showOpen, count: groups.reduce((sum, { open }) => sum + open, 0) },
						{ value: 'all', label: all, count: groups.reduce((sum, { messages }) => sum + messages, 0) },
					]}
				/>
				<Chips
					name="reason"
					label={t.reason}
					choices={[
						{ value: '', label: t.anyReason },
						...reasonCounts(groups).map(({ reason, count }) => ({
							value: reason,
							label: reasonWords[reason].title[language],
							count,
						})),
					]}
				/>
				<select
					class="input device-filter"
					aria-label={t.device}
					value={filter.device}
					onChange={({ currentTarget }) => setQuery({ device: currentTarget.value })}
				>
					<option value="">{t.anyDevice}</option>
					{devices.map((device) => (
						<option key={device} value={device}>
							{names.device(device)}
						</option>
					))}
				</select>
			</div>
			<DataTable
				caption={t.refused}
				columns={columns}
				rows={shownGroups(groups, filter)}
				id={groupKey}
				href={(group) => withQuery(path + search, { group: groupKey(group) })}
				sort="-last"
				empty={<p class="grey">{t.noneShown}</p>}
			/>
		</>
	)
}
