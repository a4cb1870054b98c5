import { words } from '../i18n/language.ts'
import { useWords } from '../i18n/useWords.ts'
import type { DeviceState } from './deviceState.ts'

const stateWords = words({
	repair: { zh: '停用维修', en: 'Under repair' },
	listening: { zh: '只接收通知', en: 'Only listens' },
	faulty: { zh: '传感器故障', en: 'Sensor at fault' },
	silent: { zh: '失去联系', en: 'Silent' },
	reporting: { zh: '在线', en: 'Reporting' },
})

/** A device's state as its word, with a mark. */
export const DeviceStateMark = ({ state }: { state: DeviceState }) => (
	<span class={`device-state device-state-${state}`}>{useWords(stateWords)[state]}</span>
)
