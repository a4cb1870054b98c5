import { monthOf, previousMonth, shanghaiDay } from '../../../shared/domain/time/shanghai.ts'
import { Icon } from '../../components/Icon.tsx'
import { Page } from '../../components/Page.tsx'
import { useNow } from '../../components/useNow.ts'
import { useWords } from '../../i18n/useWords.ts'
import { currentSession } from '../../signIn/session.ts'
import { signInWords } from '../../signIn/signInWords.ts'
import { useCourtyard } from '../useCourtyard.ts'
import { Deputies } from './Deputies.tsx'
import { Duties } from './Duties.tsx'
import { Evaluation } from './Evaluation.tsx'
import { Lately } from './Lately.tsx'

/** What concerns the head: how he did, what is on his list, and what happened lately. */
export const MePage = () => {
	const words = useWords(signInWords)
	const { id } = useCourtyard()
	const session = currentSession()
	const month = monthOf(shanghaiDay(useNow()))
	return (
		<Page title={session?.me.name ?? words.head} note={words.head}>
			<Evaluation courtyard={id} month={previousMonth(month)} />
			<Deputies courtyard={id} />
			<Duties courtyard={id} month={month} />
			<Lately courtyard={id} />
			<button type="button" class="button-quiet button-wide" onClick={() => void session?.signOut()}>
				<Icon name="leave" />
				{words.signOut}
			</button>
		</Page>
	)
}
