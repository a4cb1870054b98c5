import { useState } from 'preact/hooks'
import type { DeviceDetails } from '../../../shared/contract/registry/deviceDetails.ts'
import { isOutOfService } from '../../../shared/domain/alarm/outOfService.ts'
import { api } from '../../data/api.ts'
import { dateTime } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { SuppressionForm } from './SuppressionForm.tsx'
import { suppressionWords } from './suppressionWords.ts'

interface RepairProps {
	readonly device: DeviceDetails
	readonly path: string
	readonly now: number
	readonly changed: () => void
}

/** Takes the device out of service for a repair, and brings it back. */
export const Repair = ({ device, path, now, changed }: RepairProps) => {
	const t = useWords(suppressionWords)
	const language = useLanguage()
	const [isOpen, setOpen] = useState(false)
	const [hasFailed, setFailed] = useState(false)
	const running = device.outOfService.find((repair) => isOutOfService({ outOfService: [repair] }, now))
	const bringBack = async (): Promise<void> => {
		const answer = await api(`${path}/out-of-service`, { method: 'DELETE' })
		setFailed(answer.is !== 'ready')
		changed()
	}
	return (
		<section class="card stack">
			<h2>{t.repair}</h2>
			{running === undefined ? (
				<p class="grey">{t.inService}</p>
			) : (
				<p>
					<strong>{running.reason}</strong>
					<span class="small grey people-note">
						{t.since(dateTime(running.from, language), running.by)} ·{' '}
						{running.until === undefined ? t.untilBack : t.until(dateTime(running.until, language))}
					</span>
				</p>
			)}
			{hasFailed && (
				<p role="alert" class="field-error">
					{t.failed}
				</p>
			)}
			<p>
				{running === undefined ? (
					<button type="button" class="button-quiet" onClick={() => setOpen(true)}>
						{t.takeOut}
					</button>
				) : (
					<button type="button" class="button" onClick={() => void bringBack()}>
						{t.bringBack}
					</button>
				)}
			</p>
			{isOpen && (
				<SuppressionForm
					title={t.repair}
					note={t.repairNote}
					lengths={[
						{ value: '', label: t.open },
						{ value: '1440', label: t.m1440 },
						{ value: '4320', label: t.m4320 },
						{ value: '10080', label: t.m10080 },
					]}
					send={({ until, reason }) =>
						api(`${path}/out-of-service`, {
							method: 'POST',
							body: { reason, ...(until === '' ? {} : { until: Number(until) }) },
						})
					}
					close={() => setOpen(false)}
					done={changed}
				/>
			)}
		</section>
	)
}
