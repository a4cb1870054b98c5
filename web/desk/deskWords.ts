import { words } from '../i18n/language.ts'

/** The seven words of the navigation, and what the frame around every desk page says. */
export const deskWords = words({
	desk: { zh: '镇工作台', en: 'Township desk' },
	navigation: { zh: '主导航', en: 'Main navigation' },
	today: { zh: '今日', en: 'Today' },
	courtyards: { zh: '院落', en: 'Courtyards' },
	tasks: { zh: '任务', en: 'Tasks' },
	ranking: { zh: '评比', en: 'Ranking' },
	inspections: { zh: '检查', en: 'Inspections' },
	data: { zh: '数据', en: 'Data' },
	settings: { zh: '设置', en: 'Settings' },
	forStaff: { zh: '这里是镇、村工作人员的工作台', en: 'This desk is for township and village staff' },
	forStaffNote: { zh: '院落长请到“我的院落”。', en: 'As a courtyard head, go to “My courtyard”.' },
	toPhone: { zh: '打开我的院落', en: 'Open my courtyard' },
})
