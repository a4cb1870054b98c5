import { channelTroubles, moreChannels, testFailed } from './channelSamples.ts'
import { doubtfulMonth, nothingRefused, oneMonth, threeMinutesFast, wrongClocks } from './dataSamples.ts'
import { linkBegun, linkFixed, linkPhotographed, linkRaised, linkReopened, samplePhoto } from './linkSample.ts'
import { busyMorning, quietMorning } from './morningSamples.ts'
import { emptyRegistry, unregistered, unregisteredEntry } from './registrySample.ts'
import { empty, withRanking } from './wallSample.ts'

/** Who looks at a page: a person of the demo township by the id of the local issuer, or nobody in particular. */
export type Onlooker = 'zhou-min' | 'li-guofu' | 'chen-xiuying' | 'wang-deming' | 'he-jun' | 'admin' | 'nobody'

/** What the API answers instead: a status with a problem, 0 for no connection at all, or something made of the real answer. */
export type Answer = number | ((real: unknown) => unknown)

export interface Shot {
	/** Names the files: `desk-courtyards` becomes `desk-courtyards.zh.light.1440.png`. */
	readonly name: string
	/** With its query, without the language. */
	readonly path: string
	readonly as: Onlooker
	/** Of the development server: pages that are not delivered, such as the gallery. */
	readonly isDevelopment?: boolean
	/** The window, where it is not that of the others: a TV. Such a picture is taken once, whatever widths are asked for. */
	readonly size?: { readonly width: number; readonly height: number }
	/** By path of the API: for states that the demo is not in. */
	readonly answers?: Readonly<Record<string, Answer>>
	/** As it comes out of the printer. */
	readonly isPrint?: boolean
	/** What is typed before that, by selector. */
	readonly fills?: Readonly<Record<string, string>>
	/** What is done before the picture is taken: buttons and links by their selectors. */
	readonly clicks?: readonly string[]
}

const tv = { width: 1920, height: 1080 }
/** An A3 sheet without its margins of 12 mm, at 96 dots an inch. */
const a3 = { width: 1032, height: 1497 }
const ranked = { '/api/public/wall': withRanking }

/** Every page as it should be looked at. Add yours here, also in its empty and failing states. */
export const shots: readonly Shot[] = [
	{ name: 'home', path: '/', as: 'nobody' },
	{ name: 'reference', path: '/reference/', as: 'nobody' },
	{ name: 'reference-operation', path: '/reference/#postTasksByIdActions', as: 'nobody' },
	{ name: 'reference-none', path: '/reference/?q=xyz', as: 'nobody' },
	{ name: 'not-found', path: '/nothing.html', as: 'nobody' },
	{ name: 'desk-today', path: '/desk', as: 'zhou-min' },
	{
		name: 'desk-today-failing',
		path: '/desk',
		as: 'zhou-min',
		answers: { '/api/overview': 500, '/api/overview/changes': 0 },
	},
	{ name: 'desk-today-empty', path: '/desk', as: 'zhou-min', answers: quietMorning },
	{ name: 'desk-today-busy', path: '/desk', as: 'zhou-min', answers: busyMorning },
	{ name: 'desk-today-village', path: '/desk', as: 'he-jun' },
	{ name: 'desk-courtyards', path: '/desk/courtyards', as: 'zhou-min' },
	{ name: 'desk-courtyards-village', path: '/desk/courtyards?village=qinglong&sort=-score', as: 'zhou-min' },
	{ name: 'desk-ranking', path: '/desk/rankings', as: 'zhou-min' },
	{ name: 'desk-ranking-village', path: '/desk/rankings?village=qinglong', as: 'zhou-min' },
	{ name: 'desk-ranking-appeals', path: '/desk/rankings?tab=appeals', as: 'zhou-min' },
	{ name: 'desk-ranking-revisions', path: '/desk/rankings?tab=revisions', as: 'zhou-min' },
	{ name: 'desk-ranking-what-if', path: '/desk/rankings?tab=what-if', as: 'zhou-min' },
	{ name: 'desk-ranking-heads', path: '/desk/rankings?tab=heads', as: 'zhou-min' },
	{ name: 'desk-inspections', path: '/desk/inspections', as: 'zhou-min' },
	{ name: 'desk-inspection-new', path: '/desk/inspections/new?courtyard=lijia', as: 'zhou-min' },
	{ name: 'desk-inspection-none', path: '/desk/inspections/lijia/2020-01-01', as: 'zhou-min' },
	{ name: 'desk-tasks', path: '/desk/tasks', as: 'zhou-min' },
	{ name: 'desk-tasks-none', path: '/desk/tasks?state=dismissed', as: 'zhou-min' },
	{ name: 'desk-task-none', path: '/desk/tasks/nothing', as: 'zhou-min' },
	{ name: 'desk-task-new', path: '/desk/tasks/new', as: 'zhou-min' },
	{ name: 'desk-order-new', path: '/desk/tasks/new?kind=order', as: 'zhou-min' },
	{ name: 'desk-ranking-none', path: '/desk/rankings/2020-01', as: 'zhou-min' },
	{ name: 'desk-courtyard', path: '/desk/courtyards/huanggeshu', as: 'zhou-min' },
	{ name: 'desk-courtyard-day', path: '/desk/courtyards/xinju?day=2026-11-20&month=2026-11', as: 'zhou-min' },
	{ name: 'desk-courtyard-empty', path: '/desk/courtyards/lijia?month=2025-01', as: 'zhou-min' },
	{
		name: 'desk-courtyard-failing',
		path: '/desk/courtyards/huanggeshu',
		as: 'zhou-min',
		answers: { '/api/courtyards/huanggeshu/scores': 500, '/api/forecasts': 0 },
	},
	{ name: 'desk-courtyard-none', path: '/desk/courtyards/nowhere', as: 'zhou-min' },
	{ name: 'desk-device', path: '/desk/devices/huanggeshu-works-1', as: 'zhou-min' },
	{ name: 'desk-device-week', path: '/desk/devices/huanggeshu-home-1?range=week', as: 'zhou-min' },
	{
		name: 'desk-device-shelve',
		path: '/desk/devices/huanggeshu-works-1',
		as: 'zhou-min',
		clicks: ['.device-top .stack .card:last-child .button-quiet'],
	},
	{ name: 'desk-device-month', path: '/desk/devices/huanggeshu-bin-1?range=month', as: 'zhou-min' },
	{ name: 'desk-device-empty', path: '/desk/devices/huanggeshu-bin-1?at=2025-01-01', as: 'zhou-min' },
	{ name: 'desk-data', path: '/desk/data', as: 'zhou-min' },
	{ name: 'desk-channels', path: '/desk/settings/channels', as: 'admin' },
	{ name: 'desk-channels-staff', path: '/desk/settings/channels', as: 'zhou-min' },
	{
		name: 'desk-channels-failing',
		path: '/desk/settings/channels',
		as: 'admin',
		answers: { '/api/channels': moreChannels, '/api/alerts/channels': channelTroubles },
	},
	{
		name: 'desk-channels-tested',
		path: '/desk/settings/channels',
		as: 'admin',
		answers: { '/api/channels/duty-room/test': testFailed },
		clicks: ['.channels .button-quiet', '.channel-outcome'],
	},
	{ name: 'desk-channels-new', path: '/desk/settings/channels', as: 'admin', clicks: ['.page-head .button'] },
	{
		name: 'desk-channels-none',
		path: '/desk/settings/channels',
		as: 'admin',
		answers: { '/api/channels': () => ({ channels: [] }), '/api/alerts/channels': () => ({ channels: [] }) },
	},
	{ name: 'desk-profile', path: '/desk/settings/profile', as: 'admin' },
	{
		name: 'desk-profile-changed',
		path: '/desk/settings/profile',
		as: 'admin',
		fills: { '[id="ranking.weights.inspection"]': '60', '[id="ranking.redFrom"]': '80' },
		clicks: ['.profile-sound'],
	},
	{
		name: 'desk-profile-wrong',
		path: '/desk/settings/profile',
		as: 'admin',
		fills: { '[id="ranking.redFrom"]': '60', '[id="scoring.dayHours"]': '25' },
		clicks: ['.profile-changes .field-error'],
	},
	{
		name: 'desk-profile-tried',
		path: '/desk/settings/profile',
		as: 'zhou-min',
		fills: { '[id="ranking.weights.inspection"]': '60', '[id="weights.sewage"]': '2' },
		clicks: ['.profile-sound', '.profile-trial .button', '.table'],
	},
	{
		name: 'desk-profile-put',
		path: '/desk/settings/profile',
		as: 'admin',
		fills: { '[id="ranking.weights.inspection"]': '60' },
		clicks: ['.profile-sound', '.profile-changes .button', '.dialog .button'],
	},
	{ name: 'desk-profile-limits', path: '/desk/settings/profile?part=limits', as: 'admin', clicks: ['summary'] },
	{ name: 'desk-profile-alarms', path: '/desk/settings/profile?part=alarms', as: 'admin' },
	{ name: 'desk-profile-deductions', path: '/desk/settings/profile?part=deductions', as: 'admin' },
	{ name: 'desk-profile-deadlines', path: '/desk/settings/profile?part=deadlines', as: 'zhou-min' },
	{ name: 'desk-profile-heads', path: '/desk/settings/profile?part=heads', as: 'he-jun' },
	{ name: 'desk-profile-expert', path: '/desk/settings/profile?part=expert', as: 'admin' },
	{ name: 'desk-profile-versions', path: '/desk/settings/profile?part=versions', as: 'admin' },
	{ name: 'desk-profile-failing', path: '/desk/settings/profile', as: 'admin', answers: { '/api/profiles': 500 } },
	{
		name: 'desk-data-group',
		path: '/desk/data',
		as: 'zhou-min',
		clicks: ['.row-link a'],
	},
	{
		name: 'desk-data-unregistered',
		path: '/desk/data?group=24e124fffe0a9f31~unregistered',
		as: 'admin',
		answers: { '/api/quarantine/summary': unregistered, '/api/quarantine/sample': unregisteredEntry },
	},
	{
		name: 'desk-data-unregistered-staff',
		path: '/desk/data?group=24e124fffe0a9f31~unregistered',
		as: 'zhou-min',
		answers: { '/api/quarantine/summary': unregistered, '/api/quarantine/sample': unregisteredEntry },
	},
	{
		name: 'desk-data-empty',
		path: '/desk/data',
		as: 'zhou-min',
		answers: { '/api/quarantine/summary': nothingRefused },
	},
	{ name: 'desk-data-failing', path: '/desk/data', as: 'zhou-min', answers: { '/api/quarantine/summary': 500 } },
	{
		name: 'desk-data-quality',
		path: '/desk/data?tab=quality&month=2026-10',
		as: 'zhou-min',
		answers: { '/api/data-quality': doubtfulMonth, '/api/rankings': oneMonth },
	},
	{
		name: 'desk-data-clocks',
		path: '/desk/data?tab=quality&month=2026-10',
		as: 'zhou-min',
		answers: { '/api/courtyards': wrongClocks, '/api/data-quality': doubtfulMonth, '/api/rankings': oneMonth },
	},
	{
		name: 'desk-device-clock',
		path: '/desk/devices/lijia-toilet-1',
		as: 'zhou-min',
		answers: { '/api/devices/lijia-toilet-1': threeMinutesFast },
	},
	{
		name: 'desk-data-review',
		path: '/desk/data?tab=quality&month=2026-10',
		as: 'zhou-min',
		answers: { '/api/data-quality': doubtfulMonth, '/api/rankings': oneMonth },
		clicks: ['.doubt-lines .button-quiet'],
	},
	{
		name: 'desk-data-quality-empty',
		path: '/desk/data?tab=quality',
		as: 'zhou-min',
		answers: { '/api/rankings': () => ({ months: [] }) },
	},
	{ name: 'desk-settings-devices', path: '/desk/settings?kind=sewage', as: 'admin' },
	{ name: 'desk-settings-devices-all', path: '/desk/settings', as: 'zhou-min' },
	{ name: 'desk-settings-devices-village', path: '/desk/settings', as: 'he-jun' },
	{ name: 'desk-settings-devices-no-hit', path: '/desk/settings/devices?q=xyz', as: 'admin' },
	{
		name: 'desk-settings-devices-empty',
		path: '/desk/settings/devices',
		as: 'admin',
		answers: { '/api/registry': emptyRegistry },
	},
	{ name: 'desk-settings-failing', path: '/desk/settings/courtyards', as: 'admin', answers: { '/api/registry': 500 } },
	{ name: 'desk-settings-courtyards', path: '/desk/settings/courtyards', as: 'admin' },
	{ name: 'desk-settings-people', path: '/desk/settings/people', as: 'zhou-min' },
	{ name: 'desk-settings-add', path: '/desk/settings/devices/add?id=bin-77&kind=waste', as: 'admin' },
	{
		name: 'desk-settings-add-wrong',
		path: '/desk/settings/devices/add',
		as: 'admin',
		clicks: ['button[type=submit]', '.field-error'],
	},
	{ name: 'desk-settings-add-staff', path: '/desk/settings/devices/add', as: 'zhou-min' },
	{ name: 'desk-settings-change', path: '/desk/settings/devices/huanggeshu-works-1/change', as: 'admin' },
	{ name: 'desk-settings-courtyard', path: '/desk/settings/courtyards/lijia/change', as: 'admin' },
	{ name: 'desk-settings-connect', path: '/desk/settings/devices/lijia-bin-1/connect', as: 'admin' },
	{
		name: 'desk-settings-connect-revoke',
		path: '/desk/settings/devices/lijia-bin-1/connect',
		as: 'admin',
		clicks: ['.certificate-line button'],
	},
	{ name: 'desk-settings-connect-staff', path: '/desk/settings/devices/lijia-bin-1/connect', as: 'zhou-min' },
	{ name: 'desk-settings-import', path: '/desk/settings/devices/import', as: 'admin' },
	{ name: 'desk-as-head', path: '/desk/', as: 'li-guofu' },
	{ name: 'wall', path: '/wall', as: 'nobody', answers: ranked },
	{ name: 'wall-village', path: '/wall?village=qinglong', as: 'nobody', answers: ranked },
	{ name: 'wall-empty', path: '/wall', as: 'nobody', answers: { '/api/public/wall': empty } },
	{ name: 'wall-failing', path: '/wall', as: 'nobody', answers: { '/api/public/wall': 500 } },
	{ name: 'wall-tv', path: '/wall/tv', as: 'nobody', size: tv, answers: ranked },
	{ name: 'wall-tv-offline', path: '/wall/tv', as: 'nobody', size: tv, answers: { '/api/public/wall': 0 } },
	{ name: 'wall-print', path: '/wall/print', as: 'nobody', isPrint: true, size: a3, answers: ranked },
	{ name: 'wall-report', path: '/wall/report?courtyard=lijia', as: 'nobody' },
	{ name: 'wall-report-wrong', path: '/wall/report', as: 'nobody', clicks: ['button[type=submit]'] },
	{ name: 'wall-order', path: '/wall/order', as: 'nobody' },
	{ name: 'wall-follow', path: '/wall/follow', as: 'nobody' },
	{ name: 'wall-follow-unknown', path: '/wall/follow/AAAAA-AAAAA', as: 'nobody' },
	{ name: 'wall-scoring', path: '/wall/scoring', as: 'nobody' },
	{ name: 'link-raised', path: '/t/#link', as: 'nobody', answers: { '/api/public/task': linkRaised } },
	{ name: 'link-begun', path: '/t/#link', as: 'nobody', answers: { '/api/public/task': linkBegun } },
	{
		name: 'link-help',
		path: '/t/#link',
		as: 'nobody',
		answers: { '/api/public/task': linkBegun },
		clicks: ['.step-bar .button-quiet'],
	},
	{ name: 'link-fixed', path: '/t/#link', as: 'nobody', answers: { '/api/public/task': linkFixed } },
	{
		name: 'link-photos',
		path: '/t/#link',
		as: 'nobody',
		answers: {
			'/api/public/task': linkPhotographed,
			'/api/public/task/photos/sample-1': samplePhoto,
			'/api/public/task/photos/sample-2': 404,
		},
	},
	{ name: 'link-reopened', path: '/t/#link', as: 'nobody', answers: { '/api/public/task': linkReopened } },
	{
		name: 'link-no-signal',
		path: '/t/#link',
		as: 'nobody',
		answers: { '/api/public/task': linkRaised, '/api/public/task/actions': 0 },
		clicks: ['.step-button'],
	},
	{ name: 'link-invalid', path: '/t/#link', as: 'nobody' },
	{ name: 'link-offline', path: '/t/#link', as: 'nobody', answers: { '/api/public/task': 0 } },
	{ name: 'phone', path: '/phone', as: 'li-guofu' },
	{ name: 'phone-failing', path: '/phone', as: 'li-guofu', answers: { '/api/tasks': 500 } },
	{ name: 'phone-offline', path: '/phone', as: 'li-guofu', answers: { '/api/courtyards': 0 } },
	{ name: 'phone-tasks', path: '/phone/tasks', as: 'li-guofu' },
	{ name: 'phone-tasks-none', path: '/phone/tasks', as: 'li-guofu', answers: { '/api/tasks': () => ({ tasks: [] }) } },
	{ name: 'phone-tasks-closed', path: '/phone/tasks?show=closed', as: 'li-guofu' },
	{ name: 'phone-report', path: '/phone/report', as: 'li-guofu' },
	{ name: 'phone-report-wrong', path: '/phone/report', as: 'li-guofu', clicks: ['button[type=submit]'] },
	{
		name: 'phone-report-refused',
		path: '/phone/report',
		as: 'li-guofu',
		answers: { '/api/tasks': 502 },
		fills: { textarea: '桶满了' },
		clicks: ['button[type=submit]'],
	},
	{ name: 'phone-me', path: '/phone/me', as: 'li-guofu' },
	{
		name: 'phone-me-deputy',
		path: '/phone/me',
		as: 'li-guofu',
		clicks: ['.card .button-wide', '.form button[type=submit]'],
	},
	{ name: 'phone-as-staff', path: '/phone', as: 'zhou-min' },
	{ name: 'gallery', path: '/gallery/', as: 'nobody', isDevelopment: true },
]
