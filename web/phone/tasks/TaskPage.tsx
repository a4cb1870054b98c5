import { useMemo } from 'preact/hooks'
import { Failed } from '../../components/Failed.tsx'
import { Icon } from '../../components/Icon.tsx'
import { useWords } from '../../i18n/useWords.ts'
import type { PageProps } from '../../routing/Routes.tsx'
import { signedInPhotos } from '../../task/photoPlace.ts'
import { signedInChannel } from '../../task/signedInChannel.ts'
import { TaskMessage } from '../../task/TaskMessage.tsx'
import { useTaskWork } from '../../task/useTaskWork.ts'
import { PhoneSkeleton } from '../PhoneSkeleton.tsx'
import { tasksWords } from '../phoneWords.ts'
import { useAddress } from '../useCourtyard.ts'

/** One task of my courtyard, as in the link of its alert. */
export const TaskPage = ({ params: { id = '' } }: PageProps) => {
	const t = useWords(tasksWords)
	const address = useAddress()
	const channel = useMemo(() => signedInChannel(id, 'head'), [id])
	const work = useTaskWork(channel)
	const { known, failure } = work.state
	return (
		<div class="stack">
			<a class="quiet-link" href={address('/phone/tasks')}>
				<Icon name="left" />
				{t.back}
			</a>
			{known !== undefined ? (
				<TaskMessage work={work} photos={signedInPhotos(id)} />
			) : failure !== undefined ? (
				<Failed failure={failure} again={() => void work.refresh()} />
			) : (
				<div aria-busy="true">
					<PhoneSkeleton />
				</div>
			)}
		</div>
	)
}
