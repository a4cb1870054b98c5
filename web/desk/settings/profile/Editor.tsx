import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Profile } from '../../../../shared/contract/profile/profile.ts'
import type { NewProfileView, ProfileSummary } from '../../../../shared/contract/profile/profileView.ts'
import type { WhatIfView } from '../../../../shared/contract/score/whatIf.ts'
import { Chips } from '../../../components/Chips.tsx'
import { useWords } from '../../../i18n/useWords.ts'
import { useQuery } from '../../../routing/navigation.ts'
import { mayDecide } from '../../mayDecide.ts'
import { Changes } from './Changes.tsx'
import { ExpertView } from './ExpertView.tsx'
import { knownFields, type PartId, profileParts } from './fields/profileParts.ts'
import { Groups } from './Groups.tsx'
import { Preview } from './Preview.tsx'
import { PutDialog } from './PutDialog.tsx'
import { profileWords } from './profileWords.ts'
import { useCheck } from './useCheck.ts'
import { useDraft } from './useDraft.ts'
import { Versions } from './Versions.tsx'

const partIds = ['scoring', 'limits', 'alarms', 'deductions', 'deadlines', 'heads'] as const satisfies PartId[]
const folded: readonly PartId[] = ['limits', 'alarms']

/** What a trial showed, and of which profile. */
export interface Tried {
	readonly profile: Profile
	readonly view: WhatIfView
}

interface EditorProps {
	readonly base: Profile
	readonly all: readonly ProfileSummary[]
	readonly onPut: (view: NewProfileView) => void
}

/** One version that is being changed: its parts, what is changed so far, what that would do. */
export const Editor = ({ base, all, onPut }: EditorProps) => {
	const t = useWords(profileWords)
	const draft = useDraft(base)
	const mayType = mayDecide()
	const checked = useCheck(draft.profile, mayType && draft.changes.length > 0)
	const [tried, setTried] = useState<Tried>()
	const [isPutting, setPutting] = useState(false)
	const asked = useQuery().get('part') ?? ''
	const faults = checked.is === 'checked' ? checked.faults : []
	// The inputs are those of the last state that had the form of a profile: what is typed need not have it.
	const [shape, setShape] = useState(base)
	const sound = checked.is === 'checked' && checked.faults.length === 0 ? checked.of : undefined
	useEffect(() => {
		if (sound) setShape(sound)
	}, [sound])
	const fields = useMemo(() => knownFields(shape), [shape])
	const broken = (part: PartId) => faults.filter(({ field }) => fields.get(field)?.part === part).length
	const parts = partIds.map((id) => {
		const count = broken(id)
		return { value: id === 'scoring' ? '' : id, label: t[id], ...(count > 0 ? { count } : {}) }
	})
	const part = partIds.find((id) => id === asked) ?? (asked === '' ? 'scoring' : undefined)
	return (
		<>
			<Chips
				name="part"
				label={t.parts}
				choices={[...parts, { value: 'expert', label: t.expert }, { value: 'versions', label: t.versions }]}
			/>
			{asked === 'versions' ? (
				<Versions all={all} />
			) : (
				<>
					<div class={mayType ? 'profile-editor' : undefined}>
						{part ? (
							<Groups
								key={part}
								groups={profileParts(shape)[part]}
								draft={draft}
								faults={faults}
								mayType={mayType}
								isFolded={folded.includes(part)}
							/>
						) : (
							<ExpertView draft={draft} mayType={mayType} />
						)}
						{mayType && <Changes draft={draft} fields={fields} checked={checked} onPut={() => setPutting(true)} />}
					</div>
					{mayType && draft.changes.length > 0 && (
						<Preview profile={draft.profile} isSound={sound === draft.profile} tried={tried} onTried={setTried} />
					)}
				</>
			)}
			{isPutting && (
				<PutDialog
					draft={draft}
					fields={fields}
					versions={all.map(({ version }) => version)}
					tried={tried?.profile === draft.profile ? tried.view : undefined}
					onClose={() => setPutting(false)}
					onDone={(view) => {
						setPutting(false)
						draft.reset()
						onPut(view)
					}}
				/>
			)}
		</>
	)
}
