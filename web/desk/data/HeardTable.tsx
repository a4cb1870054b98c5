import type { DeviceQuality } from '../../../shared/contract/score/dataQuality.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { decimal, percent } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/useWords.ts'
import { useNames } from '../useNames.ts'
import { dataWords } from './dataWords.ts'
import { qualityWords } from './qualityWords.ts'

/** Each device's month: how much was heard, how much was missing, how long the sensor itself was at fault. */
export const HeardTable = ({ devices }: { devices: readonly DeviceQuality[] }) => {
	const t = useWords(qualityWords)
	const { device } = useWords(dataWords)
	const language = useLanguage()
	const names = useNames()
	const hours = (count: number) => t.hours(decimal(count, 0, language))
	const columns: readonly Column<DeviceQuality>[] = [
		{ id: 'device', title: device, cell: ({ name }) => name[language], key: ({ name }) => name[language] },
		{
			id: 'courtyard',
			title: t.courtyard,
			cell: ({ courtyard }) => names.courtyard(courtyard),
			key: ({ courtyard }) => names.courtyard(courtyard),
		},
		{
			id: 'coverage',
			title: t.coverage,
			isFigure: true,
			cell: ({ coverage, isSilent }) => (isSilent ? t.silent : percent(coverage, language)),
			key: ({ coverage }) => coverage,
		},
		{ id: 'missing', title: t.missing, isFigure: true, cell: (row) => hours(row.missing), key: (row) => row.missing },
		{ id: 'faulty', title: t.faulty, isFigure: true, cell: (row) => hours(row.faulty), key: (row) => row.faulty },
	]
	return (
		<DataTable
			caption={t.heard}
			columns={columns}
			rows={devices}
			id={(row) => row.device}
			href={(row) => `/desk/devices/${encodeURIComponent(row.device)}`}
			sort="coverage"
			empty={<p class="grey">{t.noDevices}</p>}
		/>
	)
}
