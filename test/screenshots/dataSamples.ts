import { DeviceDetails } from '../../shared/contract/registry/deviceDetails.ts'
import type { QualityView } from '../../shared/contract/score/dataQuality.ts'
import { CourtyardsView } from '../../shared/contract/score/liveViews.ts'
import type { QuarantineSummary } from '../../shared/contract/telemetry/quarantineViews.ts'

/** Of the first of the courtyards two devices have wrong clocks. */
export const wrongClocks = (real: unknown): unknown => {
	const [first, ...others] = CourtyardsView.parse(real).courtyards
	const clocks = [
		{ device: 'lijia-toilet-1', offSeconds: 185 },
		{ device: 'lijia-bin-1', offSeconds: -4000 },
	]
	return { courtyards: [{ ...first, clocks }, ...others] }
}

/** The device as it is, three minutes fast. */
export const threeMinutesFast = (real: unknown): unknown => ({ ...DeviceDetails.parse(real), clockAheadSeconds: 185 })

/** A month in which two sensors are in doubt and one doubt was settled. */
export const doubtfulMonth = (): QualityView => ({
	month: '2026-10',
	generatedAt: '2026-11-01T02:10:00.000Z',
	devices: [
		{
			device: 'huanggeshu-bin-1',
			name: { zh: '1 号垃圾箱', en: 'Bin 1' },
			courtyard: 'huanggeshu',
			coverage: 0.934,
			valid: 695,
			missing: 49,
			faulty: 0,
			isSilent: false,
			doubts: [
				{
					device: 'huanggeshu-bin-1',
					doubt: 'coverage-drop',
					days: ['2026-10-08', '2026-10-09', '2026-10-21'],
					openDays: ['2026-10-08', '2026-10-09', '2026-10-21'],
					isConfirmed: false,
				},
			],
		},
		{
			device: 'lijia-toilet-1',
			name: { zh: '1 号公厕', en: 'Public toilet 1' },
			courtyard: 'lijia',
			coverage: 1,
			valid: 744,
			missing: 0,
			faulty: 0,
			isSilent: false,
			doubts: [
				{
					device: 'lijia-toilet-1',
					doubt: 'flat-line',
					days: ['2026-10-13'],
					openDays: ['2026-10-13'],
					isConfirmed: false,
				},
			],
		},
		{
			device: 'zhulin-toilet-1',
			name: { zh: '1 号公厕', en: 'Public toilet 1' },
			courtyard: 'zhulin',
			coverage: 0,
			valid: 0,
			missing: 744,
			faulty: 0,
			isSilent: true,
			doubts: [],
		},
	],
	reviews: [
		{
			month: '2026-10',
			device: 'xinju-bin-1',
			doubt: 'moved',
			days: ['2026-10-03'],
			verdict: 'harmless',
			reason: '清运公司更换了箱体，已到现场看过',
			at: '2026-11-02T01:30:00.000Z',
			by: { id: 'zhou-min', name: '周敏' },
		},
	],
})

export const oneMonth = () => ({ months: [{ month: '2026-10', status: 'draft' }] })

export const nothingRefused = (): QuarantineSummary => ({ groups: [] })
