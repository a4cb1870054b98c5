import type { QuarantineEntryView } from '../../../shared/contract/telemetry/quarantineViews.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Live } from '../../components/Live.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useNames } from '../useNames.ts'
import { dataWords } from './dataWords.ts'
import { Entry } from './Entry.tsx'
import { RegisterLink } from './RegisterLink.tsx'
import { Replay } from './Replay.tsx'
import { reasonWords } from './reasonWords.ts'
import type { RefusedGroup } from './refusedGroups.ts'

/** What was refused of a device for one reason: how to mend it, the newest message, and putting them back. */
export const GroupDialog = ({ group, onClose }: { group: RefusedGroup; onClose: () => void }) => {
	const t = useWords(dataWords)
	const language = useLanguage()
	const names = useNames()
	const entry = useApi<QuarantineEntryView>(`/api/quarantine/${encodeURIComponent(group.example)}`)
	const { title, mend } = reasonWords[group.reason]
	return (
		<Dialog title={`${names.device(group.device)} · ${title[language]}`} onClose={onClose}>
			<div class="stack">
				<section>
					<h3>{t.mendFirst}</h3>
					<p>{mend[language]}</p>
					{group.reason === 'unregistered' && <RegisterLink device={group.device} />}
				</section>
				<Live of={entry} skeleton={<Skeleton lines={6} />}>
					{(view) => <Entry entry={view} />}
				</Live>
				<Replay group={group} replayed={entry.refresh} />
			</div>
		</Dialog>
	)
}
