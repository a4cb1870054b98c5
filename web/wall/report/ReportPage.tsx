import '../../design/forms.css'
import '../tell/tell.css'
import { useState } from 'preact/hooks'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { NoTownship } from '../NoTownship.tsx'
import { Received } from '../tell/Received.tsx'
import { useWall } from '../useWall.ts'
import { wallWords } from '../wallWords.ts'
import { ReportForm } from './ReportForm.tsx'

/** Somebody without an account tells of a problem. */
export const ReportPage = () => {
	const { report } = useWords(wallWords)
	const wall = useWall()
	const [round, setRound] = useState(0)
	const [code, setCode] = useState<string>()
	return (
		<Page title={report}>
			<div class="phone tell">
				{code === undefined ? (
					<Live of={wall} skeleton={<Skeleton lines={5} tall />} none={<NoTownship />}>
						{(view) => <ReportForm key={round} wall={view} done={setCode} />}
					</Live>
				) : (
					<Received
						code={code}
						again={() => {
							setCode(undefined)
							setRound(round + 1)
						}}
					/>
				)}
			</div>
		</Page>
	)
}
