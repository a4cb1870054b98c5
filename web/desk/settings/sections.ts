/** The parts of the settings, in the order of their tabs. Each is a page of its own inside `<Settings>`. */
export const settingsSections: readonly { readonly href: string; readonly zh: string; readonly en: string }[] = [
	{ href: '/desk/settings/devices', zh: '设备', en: 'Devices' },
	{ href: '/desk/settings/courtyards', zh: '院落', en: 'Courtyards' },
	{ href: '/desk/settings/people', zh: '人员', en: 'People' },
	{ href: '/desk/settings/channels', zh: '告警渠道', en: 'Alert channels' },
	{ href: '/desk/settings/profile', zh: '评分标准', en: 'Profile' },
]
