import './data.css'
import { Page } from '../../components/Page.tsx'
import { Tabs } from '../../components/Tabs.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { dataWords } from './dataWords.ts'
import { QualityTab } from './QualityTab.tsx'
import { RefusedTab } from './RefusedTab.tsx'

/** What devices sent and was not taken, and what is doubtful of that which was. */
export const DataPage = () => {
	const t = useWords(dataWords)
	return (
		<Page title={t.title} note={t.note}>
			<Tabs
				name="tab"
				label={t.title}
				tabs={[
					{ value: '', label: t.refused },
					{ value: 'quality', label: t.quality },
				]}
			>
				{(tab) => (tab === 'quality' ? <QualityTab /> : <RefusedTab />)}
			</Tabs>
		</Page>
	)
}
