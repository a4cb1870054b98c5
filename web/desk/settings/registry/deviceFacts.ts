import type { Device } from '../../../../shared/contract/registry/registry.ts'
import { isOutOfService } from '../../../../shared/domain/alarm/outOfService.ts'
import { shanghaiDay } from '../../../../shared/domain/time/shanghai.ts'
import { decimal, duration } from '../../../i18n/format.ts'
import { type Language, spoken } from '../../../i18n/language.ts'
import { registryWords } from './registryWords.ts'

/** Whether a device counts now: it does, is under repair, has left, or joins later. */
export type Standing =
	| { readonly is: 'inService' }
	| { readonly is: 'repair' }
	| { readonly is: 'left'; readonly day: string }
	| { readonly is: 'later'; readonly day: string }

export const standingOf = (device: Pick<Device, 'outOfService' | 'joined' | 'left'>, now: number): Standing => {
	const today = shanghaiDay(now)
	const { joined, left } = device
	if (left !== undefined && left < today) return { is: 'left', day: left }
	if (joined !== undefined && joined > today) return { is: 'later', day: joined }
	return { is: isOutOfService(device, now) ? 'repair' : 'inService' }
}

/** What is set for a device, in a few words: what its kind has, and how it reports. */
export const settingsOf = (device: Device, language: Language): string[] => {
	const t = spoken(registryWords, language)
	const { kind, interval, household, toiletClass, sewageLevel, gateway, binHeight, wellDepth, blindZone, model } =
		device
	const mm = (value: number | undefined, say: (text: string) => string) =>
		value === undefined ? [] : [say(decimal(value, 0, language))]
	return [
		...(kind === 'toilet' ? [household ? t.household : t.toiletClass(toiletClass)] : []),
		...(kind === 'sewage' ? [t.sewageLevel(sewageLevel)] : []),
		...(kind === 'display' ? [] : [t.every(interval < 60 ? t.seconds(interval) : duration(interval * 1000, language))]),
		...mm(binHeight, t.binHeight),
		...mm(wellDepth, t.wellDepth),
		...mm(blindZone, t.blindZone),
		...(model === undefined ? [] : [model]),
		...(gateway === undefined ? [] : [t.behind(gateway)]),
	]
}
