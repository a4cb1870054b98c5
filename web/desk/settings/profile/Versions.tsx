import { useState } from 'preact/hooks'
import type { ProfileSummary, ProfileView } from '../../../../shared/contract/profile/profileView.ts'
import { type Column, DataTable } from '../../../components/DataTable.tsx'
import { Live } from '../../../components/Live.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useApi } from '../../../data/useApi.ts'
import { Field } from '../../../forms/Field.tsx'
import { useLanguage, useWords } from '../../../i18n/useWords.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { dayOf, instantOf } from './dayOf.ts'
import { differences } from './differences.ts'
import { knownFields } from './fields/profileParts.ts'
import { profileWords } from './profileWords.ts'

const keptMs = 600_000

/** Every version there was, and what differs between two of them. */
export const Versions = ({ all }: { all: readonly ProfileSummary[] }) => {
	const t = useWords(profileWords)
	const language = useLanguage()
	const current = all.findIndex(({ inForce }) => inForce)
	const standing = (index: number) => (index === current ? t.current : index < current ? t.coming : t.past)
	const columns: readonly Column<ProfileSummary>[] = [
		{ id: 'version', title: t.version, cell: ({ version }) => <strong>{version}</strong> },
		{ id: 'from', title: t.since, cell: ({ effectiveFrom }) => dayOf(effectiveFrom, language) },
		{
			id: 'state',
			title: t.state,
			cell: (one) => <span class={one.inForce ? 'badge badge-accepted' : 'badge'}>{standing(all.indexOf(one))}</span>,
		},
		{
			id: 'put',
			title: t.put,
			cell: ({ put }) => (put ? `${put.by} · ${instantOf(put.at, language)}` : t.cameAlong),
		},
	]
	return (
		<>
			<DataTable
				caption={t.versions}
				columns={columns}
				rows={all}
				id={({ version }) => version}
				sortName="versions"
				empty={null}
			/>
			{all.length > 1 && <Compare all={all} />}
		</>
	)
}

const Compare = ({ all }: { all: readonly ProfileSummary[] }) => {
	const t = useWords(profileWords)
	const [from, setFrom] = useState(all[1]?.version ?? '')
	const [to, setTo] = useState(all[0]?.version ?? '')
	const before = useApi<ProfileView>(`/api/profiles/${encodeURIComponent(from)}`, { pollMs: keptMs })
	const after = useApi<ProfileView>(`/api/profiles/${encodeURIComponent(to)}`, { pollMs: keptMs })
	const choices = all.map(({ version }) => ({ value: version, label: version }))
	return (
		<section class="card stack">
			<h2>{t.compare}</h2>
			<div class="profile-trial">
				<Field name="older" kind="choice" label={t.older} value={from} onValue={setFrom} choices={choices} />
				<Field name="newer" kind="choice" label={t.newer} value={to} onValue={setTo} choices={choices} />
			</div>
			<Live of={before} skeleton={<Skeleton lines={3} />}>
				{({ profile: old }) => (
					<Live of={after} skeleton={<Skeleton lines={3} />}>
						{({ profile }) => {
							const list = differences(old, profile)
							if (list.length === 0) return <p class="grey">{t.noDifference}</p>
							return <DifferenceList list={list} fields={new Map([...knownFields(old), ...knownFields(profile)])} />
						}}
					</Live>
				)}
			</Live>
		</section>
	)
}
