import type { Person } from './localIssuer.ts'

const staff: Person = { id: 'zhou-min', name: '周敏', role: 'staff', courtyards: [] }
const admin: Person = { id: 'admin', name: '系统管理员', role: 'admin', courtyards: [] }

/** People of the demo township, invented like it; the heads are those that the demo registry names. */
const township: readonly Person[] = [
	staff,
	{ id: 'li-guofu', name: '李国富', role: 'head', courtyards: ['lijia'] },
	{ id: 'chen-xiuying', name: '陈秀英', role: 'head', courtyards: ['zhulin'] },
	{ id: 'wang-deming', name: '王德明', role: 'head', courtyards: ['gujing'] },
	{ id: 'he-jun', name: '何军', role: 'village', courtyards: [], village: 'qinglong' },
	admin,
]

/** Who can sign in at the local edition with one click. */
export const peopleOf = (empty: boolean): readonly Person[] => (empty ? [staff, admin] : township)
