import type { Person } from './localIssuer.ts'

const staff: Person = { id: 'zhou-min', name: '周敏', role: 'staff', courtyards: [] }
const admin: Person = { id: 'admin', name: '系统管理员', role: 'admin', courtyards: [] }

/** People of the demo township, invented like it; the heads are those that the demo registry names. */
const township: readonly Person[] = [
	staff,
	{
		id: 'li-guofu',
		name: '李国富',
		role: 'head',
		courtyards: ['lijia'],
		place: { zh: '李家院子', en: 'Li Family Courtyard' },
	},
	{
		id: 'chen-xiuying',
		name: '陈秀英',
		role: 'head',
		courtyards: ['zhulin'],
		place: { zh: '竹林院落', en: 'Bamboo Grove Courtyard' },
	},
	{
		id: 'wang-deming',
		name: '王德明',
		role: 'head',
		courtyards: ['gujing'],
		place: { zh: '古井同心院', en: 'Old Well Concentric Courtyard' },
	},
	{
		id: 'he-jun',
		name: '何军',
		role: 'village',
		courtyards: [],
		village: 'qinglong',
		place: { zh: '青龙村', en: 'Qinglong Village' },
	},
	admin,
]

/** Who can sign in at the local edition with one click. */
export const peopleOf = (empty: boolean): readonly Person[] => (empty ? [staff, admin] : township)
