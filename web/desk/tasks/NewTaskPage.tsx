import './tasks.css'
import type { CourtyardView } from '../../../shared/contract/score/liveViews.ts'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Tabs } from '../../components/Tabs.tsx'
import { useApi } from '../../data/useApi.ts'
import { useWords } from '../../i18n/useWords.ts'
import { newTaskWords } from './newTaskWords.ts'
import { OrderForm } from './OrderForm.tsx'
import { SeenForm } from './SeenForm.tsx'

/** A task that no sensor raised: a problem that was seen, or a service for a resident. */
export const NewTaskPage = () => {
	const t = useWords(newTaskWords)
	const courtyards = useApi<{ courtyards: CourtyardView[] }>('/api/courtyards')
	return (
		<Page title={t.title}>
			<Tabs
				name="kind"
				label={t.kinds}
				tabs={[
					{ value: '', label: t.seen },
					{ value: 'order', label: t.order },
				]}
			>
				{(kind) => (
					<Live of={courtyards} skeleton={<Skeleton lines={5} tall />}>
						{({ courtyards: all }) =>
							kind === 'order' ? <OrderForm courtyards={all} /> : <SeenForm courtyards={all} />
						}
					</Live>
				)}
			</Tabs>
		</Page>
	)
}
