import '../../design/forms.css'
import '../tell/tell.css'
import { useState } from 'preact/hooks'
import type { ServicesView } from '../../../shared/contract/wall/services.ts'
import { Live } from '../../components/Live.tsx'
import { Page } from '../../components/Page.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useApi } from '../../data/useApi.ts'
import { useWords } from '../../i18n/useWords.ts'
import { NoTownship } from '../NoTownship.tsx'
import { Received } from '../tell/Received.tsx'
import { useWall } from '../useWall.ts'
import { wallWords } from '../wallWords.ts'
import { OrderForm } from './OrderForm.tsx'

/** 点单: somebody without an account orders a service. */
export const OrderPage = () => {
	const { order } = useWords(wallWords)
	const wall = useWall()
	const services = useApi<ServicesView>('/api/public/services', { pollMs: 600_000 })
	const [round, setRound] = useState(0)
	const [code, setCode] = useState<string>()
	const skeleton = <Skeleton lines={5} tall />
	return (
		<Page title={order}>
			<div class="phone tell">
				{code === undefined ? (
					<Live of={services} skeleton={skeleton}>
						{({ services: offered }) => (
							<Live of={wall} skeleton={skeleton} none={<NoTownship />}>
								{(view) => <OrderForm key={round} services={offered} wall={view} done={setCode} />}
							</Live>
						)}
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
