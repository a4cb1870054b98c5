import { CLOCK_AHEAD_MS } from '../../shared/domain/telemetry/admit.ts'
import { duration } from '../i18n/format.ts'
import type { Language } from '../i18n/language.ts'

/**
 * What is wrong with a device's clock, and what to do.
 * @param offSeconds above zero ahead, below behind
 */
export const clockText = (offSeconds: number, language: Language): string => {
	const off = duration(Math.abs(offSeconds) * 1000, language)
	const most = duration(CLOCK_AHEAD_MS, language)
	if (offSeconds > 0)
		return language === 'zh'
			? `时钟快约 ${off}。请在设备上校准时间，或打开自动对时；快 ${most}以上，读数就会被退回。`
			: `Its clock is about ${off} fast. Set it right at the device, or let the device take the time from the network; readings more than ${most} ahead are refused.`
	return language === 'zh'
		? `时钟慢约 ${off}，或者数据传得慢。请先看信号，再校准设备的时间。`
		: `Its clock is about ${off} slow, or its messages take that long. Look at the signal first, then set the clock right.`
}
