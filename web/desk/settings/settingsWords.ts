import { words } from '../../i18n/language.ts'

export const settingsWords = words({
	title: { zh: '设置', en: 'Settings' },
	sections: { zh: '设置的各部分', en: 'Parts of the settings' },
})
